rule-minutes-period = Hours in a period
rule-minutes-period-breach = { $person }, { $dates }: { $measured } instead of { $limit }.
rule-minutes-window = Hours in any window
rule-minutes-window-breach = { $person }, { $dates }: { $measured } worked, { $limit } at most.
rule-work-period = Work period between rests
rule-work-period-breach = { $person }, { $dates }: { $measured } worked between two rests, { $limit } at most.
rule-work-period-days = Days of a work period
rule-work-period-days-breach = { $person }, { $dates }: { $measured } days worked between two rests, { $limit } at most.
rule-work-period-least = Fewest days of a work period
rule-work-period-least-breach = { $person }, { $dates }: { $measured } { $measured ->
        [one] day worked
       *[other] days worked
    } between two rests, { $limit } at least.
rule-rest-after-period = Rest after a work period
rule-rest-after-period-breach = { $person }: { $measured } of rest after a long work period, before { $shift } ({ $dates }), instead of { $limit }.
rule-night-periods = Work periods by night
rule-night-periods-breach = { $person }: two work periods by night on end ({ $dates }).
rule-shift-share = Share of shifts of a kind
rule-shift-share-breach = { $dates }: { $shift } { $measured } % of all duties, { $limit } % at most.
rule-minutes-average = Mean weekly hours
rule-minutes-average-breach = { $person }, { $dates }: { $measured } a week on average, { $limit } at most.
rule-overtime-cap = Overtime limit
rule-overtime-cap-breach = { $person } { $dates }: { $measured } of overtime, { $limit } at most.
rule-days-period = Days worked in a period
rule-days-period-breach = { $person }, { $dates }: { $measured } { $measured ->
        [one] day worked
       *[other] days worked
    } instead of { $limit }.
rule-shifts-period = Shifts of a kind in a period
rule-shifts-period-breach = { $person }, { $dates }: { $measured } { $measured ->
        [one] shift
       *[other] shifts
    } { $shift } instead of { $limit }.
rule-shifts-window = Shifts of a kind in any window
rule-shifts-window-breach = { $person }, { $dates }: { $measured } { $measured ->
        [one] shift
       *[other] shifts
    } { $shift }, { $limit } at most.
rule-rest-days-window = Rest days
rule-rest-days-window-breach = { $aspect ->
        [consecutive] { $person }, { $dates }: { $measured } { $measured ->
                [one] day off
               *[other] days off
            } on end, { $limit } at least.
        [sunday] { $person }, { $dates }: { $measured } { $measured ->
                [one] day off
               *[other] days off
            } on end with a Sunday, { $limit } at least.
       *[other] { $person }, { $dates }: { $measured } { $measured ->
                [one] day off
               *[other] days off
            }, { $limit } at least.
    }
rule-rest-blocks = Blocks of days off
rule-rest-blocks-breach = { $aspect ->
        [weekend] { $person }, { $dates }: { $measured } { $measured ->
                [one] double rest
               *[other] double rests
            } with the Sunday, { $limit } at least.
       *[other] { $person }, { $dates }: { $measured } { $measured ->
                [one] block of days off
               *[other] blocks of days off
            }, { $limit } at least.
    }
rule-weekends-max = Weekends worked
rule-weekends-max-breach = { $person }: { $measured } { $measured ->
        [one] weekend worked
       *[other] weekends worked
    }, { $limit } at most ({ $dates }).
rule-weekend-complete = Complete weekends
rule-weekend-complete-breach = { $person }, { $dates }: only one day of the weekend is worked.
rule-requests = Requests
rule-requests-breach = Wish not granted, { $person }: { $limit ->
        [0] not to work
       *[other] to work
    } { $shift } { $dates }.
rule-balance-count = Balance of shifts
rule-balance-count-breach = { $person }: { $measured } shifts { $shift }, where the fair part ends at { $limit }.

rule-balance-account = account of hours
rule-balance-account-breach = { $aspect ->
        [closing] { $person }: a balance of { $measured } at the end of the plan, not { $limit }.
       *[other] { $person }: a balance of { $measured } on { $dates }, limit { $limit }.
    }
rule-priority = priority of wishes
rule-priority-breach = { $person }: a wish that goes first was not granted on { $dates }.
rule-rest-away = rest away from home
rule-rest-away-breach = { $aspect ->
        [times] { $person }, { $dates }: { $measured } nights away, { $limit } at most.
       *[other] { $person }: { $measured } of rest before { $shift } ({ $dates }), not { $limit }.
    }
rule-reach-time = reach time on call
rule-reach-time-breach = { $aspect ->
        [unknown] { $person }: reach time unknown, { $limit } at most for { $shift } ({ $dates }).
       *[other] { $person }: { $measured } to be on the spot, { $limit } at most for { $shift } ({ $dates }).
    }
param-credited = credited
param-prorata = prorata
param-split = midnight
param-counted-pause = counted_pause
param-neutralised = neutralised
param-exact = exact
param-together = together
param-period = period
param-consecutive = consecutive
param-sunday = sunday
param-friday-night = friday_night
param-tolerance = tolerance
param-counter = counter
param-target = target
param-factor = factor
param-at-least-home = home
param-dark = night_hours
param-quota = quota
param-rest = rest
param-length = length
param-whole = whole_days
param-span = spread
param-weekend = weekend
param-leave = leave_rests
