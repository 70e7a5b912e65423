# Rules: presence, the day's work, rest after, patterns, alternation.
# Facts: $person $dates $shift $skill $measured $limit $missing.

rule-days-window = days worked in consecutive days
rule-days-window-breach = { $person }: { $measured } { $measured ->
        [one] day worked
       *[other] days worked
    } ({ $dates }), { $limit } at most.

rule-day-max = daily limit
rule-day-max-breach = { $person }: { $measured } of work ({ $dates }, { $shift }), { $limit } at most.

rule-split-shift = split duty limits
rule-split-shift-breach = { $aspect ->
        [parts] { $person }: { $shift } has { $measured } parts, { $limit } at most ({ $dates }).
        [short] { $person }: a pause of { $measured } in { $shift }, { $limit } at least ({ $dates }).
        [long] { $person }: a pause of { $measured } in { $shift }, { $limit } at most ({ $dates }).
       *[other] { $person }: a part of { $measured } in { $shift }, { $limit } at least ({ $dates }).
    }

rule-break-rule = break inside duty
rule-break-rule-breach = { $person }: { $measured } on end without a sufficient break in { $shift } ({ $dates }), { $limit } at most.

param-night = night
param-nights = night_shifts
param-pause = pause
param-parts = parts
param-paid = paid

rule-rest-after-nights = rest after nights
rule-rest-after-nights-breach = { $person }: { $measured } of rest between the last night and { $shift } ({ $dates }) instead of { $limit }.

rule-rest-after-oncall = rest after on-call
rule-rest-after-oncall-breach = { $person }: { $measured } of rest between on-call duty and { $shift } ({ $dates }) instead of { $limit }.

rule-comp-day = day in lieu
rule-comp-day-breach = { $person }: { $measured } days off within the deadline after { $dates } instead of { $limit }.

param-nights-run = run_of_nights
param-again = also_between_them
param-within = within

rule-pattern = pattern
rule-pattern-breach = { $person }: the days are not as the pattern says ({ $dates }).

rule-isolated = isolated day
rule-isolated-breach = { $person }: a day alone between others ({ $dates }).

param-sequence = sequence
param-wanted = wanted
param-which = which
choice-work = work
choice-off = off
choice-both = both

rule-skill-cover = skill mix in a post
rule-skill-cover-breach = { $shift } ({ $dates }): { $measured } people with { $skill } instead of { $limit }.

rule-avoid-skill-use = rare skill not to be wasted
rule-avoid-skill-use-breach = { $person } holds { $skill }, for which { $shift } does not ask ({ $dates }).

rule-post-group = all or nothing
rule-post-group-breach = { $shift } ({ $dates }): { $measured } people there, { $limit } in all for the group to be whole.

param-skill = skill
param-share = share

rule-forward-rotation = forward rotation
rule-forward-rotation-breach = { $person }: { $shift } goes backward in the order of shifts ({ $dates }).

rule-stable-start = start-time stability
rule-stable-start-breach = { $person }: the start moves by { $measured } ({ $dates }), { $limit } at most.

param-order = order

rule-variety = variety of shifts
rule-variety-breach = { $person }: { $measured } { $measured ->
        [one] kind of shift
       *[other] kinds of shifts
    } ({ $dates }) instead of { $limit }.

rule-day-night-switch = day and night alternation
rule-day-night-switch-breach = { $person }: { $measured } changes between day and night ({ $dates }), { $limit } at most.

param-by = by
choice-code = code
choice-family = family
choice-site = site

rule-min-presence = minimum presence at all times
rule-min-presence-breach = { $dates }, { $shift }: { $measured } people at work instead of { $limit }.

rule-cover-curve = demand by interval
rule-cover-curve-breach = { $dates }, { $shift }: { $measured } people at work, { $limit } wished for.

rule-resource-cap = concurrent-shift limit
rule-resource-cap-breach = { $dates }, { $shift }: { $measured } people at the same time, { $limit } at most.

rule-cover-smooth = spread of shortage
rule-cover-smooth-breach = { $shift } ({ $dates }): { $measured } people are missing, { $limit } at most.


rule-allowed-sites = site eligibility
rule-allowed-sites-breach = { $person }: { $shift } is at another site ({ $dates }).

param-open = open

# Further names under which a rule is looked for: what it says covers them.
reference-also = Also called
rule-rest-days-window-also = days off in a period, rest days in a window, off_period
rule-rest-blocks-also = double rests, double rests in a period
rule-work-run-also = preferred work-block length, block_shape
rule-work-period-also = gpt
rule-priority-also = seniority, priority among people
rule-balance-account-also = annualised hours, hours balance
rule-work-period-days-also = gpt days
rule-min-presence-also = overlap between teams, handover, on-call cover, oncall_cover
rule-rest-after-oncall-also = rest after a call-out
rule-cover-target-also = staffing requirement, mandatory post, optional post, post_priority
rule-required-skill-also = required skill valid on date
rule-availability-also = unavailable
rule-allowed-codes-also = allowed or forbidden posts, forbidden shifts
rule-days-period-also = days worked
rule-shifts-period-also = shifts of a kind
rule-avoid-skill-use-also = do not use rare skill below its level
rule-rest-after-nights-also = rest after a night run
rule-forbidden-succession-also = forbidden succession of 2 or 3
rule-isolated-also = isolated work or rest day
rule-variety-also = number of shift kinds in a period
rule-day-night-switch-also = day night alternation
rule-weekend-identical-also = same shift both days
rule-no-night-before-off-weekend-also = free weekend starts early
rule-holidays-share-also = public holidays worked alternation
rule-requests-also = wishes, request_off, request_on, wish budget, request_quota
rule-near-leave-also = protect the eve and the return of leave
rule-usual-hours-also = usual start
rule-together-also = pairing
rule-team-block-also = same team at the same time
rule-continuity-also = same person on the same post
rule-group-mix-also = at least or at most k of a group
rule-balance-count-also = balance counts, ledger
rule-balance-minutes-also = balance time
rule-balance-worst-also = improve the worst-off first
rule-wish-equity-also = balance of wishes granted
rule-oncall-limits-also = on-call limits per person
rule-premium-also = night premium, sunday premium
rule-activation-also = use few people
rule-preferred-person-also = unpreferred person, banned person
rule-cost-also = cost of an assignment
rule-weekly-rest-also = consecutive rest hours
rule-rest-away-also = rhr
rule-comp-day-also = compensatory rest day
rule-cover-minimum-also = least staffing
rule-cover-maximum-also = most staffing
rule-split-shift-also = split shifts
rule-break-rule-also = break
rule-weekend-every-also = one weekend off in n
rule-pattern-also = wished pattern, banned pattern
rule-reserve-also = reserve duties
rule-external-also = agency staff
