rule-apart = Keep apart
rule-apart-breach = { $dates }: { $measured } people to keep apart work together ({ $shift }), { $limit } at most.
rule-together = Work together
rule-together-breach = { $person } works { $shift } without the other of the pair ({ $dates }).
rule-team-block = Team as a block
rule-team-block-breach = { $person }: { $shift } splits the team ({ $dates }).

rule-weekend-identical = Same shift on both weekend days
rule-weekend-identical-breach = { $person }: different shifts on the two days of the weekend ({ $shift }, { $dates }).
rule-weekend-every = Every n-th weekend off
rule-weekend-every-breach = { $person }: { $measured } weekend(s) off in the window, { $limit } at least (work: { $dates }).
rule-weekend-run = Consecutive weekends
rule-weekend-run-breach = { $person }: { $measured } weekends on end ({ $dates }) instead of { $limit }.
rule-no-night-before-off-weekend = No night before a weekend off
rule-no-night-before-off-weekend-breach = { $person }: { $shift } on Friday, then the weekend off ({ $dates }).
rule-sundays = Sundays off
rule-sundays-breach = { $person }: { $measured } Sunday(s) off, { $limit } at least (work: { $dates }).

param-worked = worked
param-saturday-night = saturday_night

rule-near-leave = Near leave
rule-near-leave-breach = { $person }: { $shift } too close to a leave ({ $dates }).
rule-holidays-share = Public holidays worked
rule-holidays-share-breach = { $person }: { $measured } public holidays worked, { $limit } at most ({ $dates }).
rule-tutor = Tutoring
rule-tutor-breach = { $person }: { $shift } without a tutor ({ $dates }).
rule-group-mix = Group mix
rule-group-mix-breach = { $dates }: { $measured } of the group on { $shift } instead of { $limit }.
rule-continuity = Continuity
rule-continuity-breach = { $person } does not take { $shift } again the day after ({ $dates }).

param-before = before
param-after = after
param-tutors = tutors
param-ratio = ratio

rule-balance-minutes = Balance of hours
rule-balance-minutes-breach = { $person }: { $measured } { $shift }, where the fair part ends at { $limit }.
rule-balance-points = Balance of hardship points
rule-balance-points-breach = { $person }: { $measured } points of hardship, where the fair part ends at { $limit } ({ $dates }).
rule-balance-worst = Worst-off first
rule-balance-worst-breach = { $person } is furthest above a fair part: { $measured } shifts { $shift }, { $limit } at most.
rule-wish-equity = Fairness of wishes
rule-wish-equity-breach = { $person } has most wishes refused: strength { $measured } in all, { $limit } at most ({ $dates }).

rule-oncall-limits = On-call limits
rule-oncall-limits-breach = { $person }: { $measured } on-call duties or weekends, { $limit } at most ({ $dates }).
rule-reserve = Reserve
rule-reserve-breach = { $dates }: { $measured } in reserve { $shift }, { $limit } at least.
rule-preferred-person = Preferred person
rule-preferred-person-breach = { $person } works { $shift }, meant for others ({ $dates }).
rule-usual-hours = Usual hours
rule-usual-hours-breach = { $person }: { $shift } starts { $measured } from the usual hour, { $limit } at most ({ $dates }).

param-weekends = weekends
param-choice = choice
param-start = start
choice-prefer = prefer
choice-avoid = avoid

rule-cost = Cost and budget
rule-cost-breach = { $limit ->
        [0] { $person } costs { $measured } ({ $dates }).
       *[other] The roster costs { $measured }, { $limit } at most.
    }
rule-premium = Premiums
rule-premium-breach = { $person }: { $measured } of premiums ({ $dates }).
rule-external = Outside staff
rule-external-breach = Outside staff { $shift }: { $measured } shifts, { $limit } at most ({ $dates }).
rule-activation = People mobilised
rule-activation-breach = { $person } is mobilised { $shift } ({ $dates }).

param-rate = rate
param-end = end
