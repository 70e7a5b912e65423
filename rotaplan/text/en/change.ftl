# Changing a published schedule: the rules of re-planning.
rule-freeze = Frozen period
rule-freeze-breach = { $aspect ->
    [worked] { $person }: the duty has begun ({ $dates }) and cannot change any more.
    [closed] { $person }: { $dates } is outside the days open to change.
   *[other] { $person }: { $shift } changed { $measured } before ({ $dates }), with a notice of { $limit } at least.
}
rule-recall-rule = Recall on rest
rule-recall-rule-breach = { $person } is called on a published day of rest without being a volunteer ({ $shift }, { $dates }).
rule-change-cost = Cost of changes
rule-change-cost-breach = { $person }: { $aspect ->
    [reused] another duty, as the first one is cancelled
    [reserve] reserve called
    [called] on call, called in
    [restored] back to the first duty
    [post] another post at the same hours
    [moved] begins up to an hour earlier or later
    [swapped] another duty at other hours
    [to_rest] a rest in place of a duty
   *[from_rest] a duty in place of a rest
} ({ $shift }, { $dates }), notice { $measured }.
rule-people-disturbed = People disturbed
rule-people-disturbed-breach = { $person }: { $measured } day(s) changed ({ $dates }).
rule-change-cap = Cap on changes
rule-change-cap-breach = { $person }: { $measured } days changed ({ $dates }), { $limit } at most.
rule-reachable = Reachable under an outage
rule-reachable-breach = { $person }: { $shift } begins at { $measured } ({ $dates }), sign-on possible from { $limit } on.
param-standby = standby_notice
param-reused = reused
param-reserve = reserve
param-restored = restored
param-post-changed = post
param-moved = moved
param-swapped = swapped
param-to-rest = to_rest
param-from-rest = from_rest
param-called = called
param-site = site
param-announced-before = announced_before
param-immediate = immediate
param-urgent = urgent
param-short = short
param-late = late
param-early = early
