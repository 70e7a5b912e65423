# Rules: eligibility, cover, rest, sequences.
# Facts: $person $dates $shift $skill $measured $limit $missing.

rule-rest-between = rest between duties
rule-rest-between-breach = { $aspect ->
        [reduced] { $person }: { $measured } reduced rests between duties, { $limit } at most ({ $dates }).
       *[other] { $person }: { $measured } of rest before { $shift } ({ $dates }) instead of { $limit }.
    }
rule-weekly-rest = weekly rest
rule-weekly-rest-breach = { $aspect ->
        [sunday] { $person }: { $measured } of rest on end with the whole Sunday in it ({ $dates }) instead of { $limit }.
       *[other] { $person }: { $measured } of rest on end at best ({ $dates }) instead of { $limit }.
    }

rule-one-per-day = one assignment a day
rule-one-per-day-breach = { $person }: { $measured } duties on one day ({ $dates }).
rule-no-overlap = no overlapping work
rule-no-overlap-breach = { $person } works two duties at the same time ({ $dates }): { $measured } min of { $shift } overlap.
rule-required-skill = required skill
rule-required-skill-breach = { $person } does not hold, or no longer holds, the skill for { $shift } { $skill } ({ $dates }).
rule-allowed-codes = allowed shifts
rule-allowed-codes-breach = { $person }: { $shift } is not open to this person ({ $dates }).
rule-contract-dates = employment span
rule-contract-dates-breach = { $person }: { $shift } outside the dates of the contract ({ $dates }).
rule-fixed = imposed assignment
rule-fixed-breach = { $person }: the imposed assignment is not kept ({ $dates }).
rule-span-max = spread of the day
rule-span-max-breach = { $person }: a spread of { $measured } ({ $dates }), { $limit } at most.
rule-forbidden = forbidden assignment
rule-forbidden-breach = { $person }: { $shift } is forbidden on these days ({ $dates }).
rule-availability = availability
rule-availability-breach = { $person } is not available for { $shift } ({ $dates }).

rule-cover-minimum = minimum staffing
rule-cover-minimum-breach = { $shift } { $skill } ({ $dates }): staffing of { $measured } for a minimum of { $limit }.
rule-cover-target = target staffing
rule-cover-target-breach = { $shift } { $skill } ({ $dates }): staffing of { $measured } for a target of { $limit }.
rule-cover-maximum = maximum staffing
rule-cover-maximum-breach = { $shift } { $skill } ({ $dates }): staffing of { $measured }, { $limit } at most.

rule-forbidden-succession = forbidden succession
rule-forbidden-succession-breach = { $person }: { $shift } follows a shift that does not allow it ({ $dates }).
rule-code-run = consecutive same shift
rule-code-run-breach = { $person }: { $measured } { $measured ->
        [one] day on end
       *[other] days on end
    } on these shifts ({ $dates }) instead of { $limit }.
rule-work-run = consecutive days worked
rule-work-run-breach = { $person }: { $measured } { $measured ->
        [one] day worked
       *[other] days worked
    } on end ({ $dates }) instead of { $limit }.
rule-off-run = consecutive days off
rule-off-run-breach = { $person }: { $measured } { $measured ->
        [one] day off
       *[other] days off
    } on end ({ $dates }) instead of { $limit }.

param-edges = edges
param-friday = friday
param-monday = monday
param-then = then
param-days = gap
param-reduced = reduced
param-times = times
param-under = under
param-over = over
param-at-home = at_home
param-declared = declared
