# The command replan.
cli-help-replan = Plan a published schedule (FILE) again after an incident (INCIDENT, a workbook with the sheet Disruptions; or the new rows of that sheet in FILE; or --absent): three graded plans, each held against the published schedule. The published file is never changed.
cli-help-absent = Somebody absent, with the days, such as REG-012:2027-03-17..2027-03-18. May be repeated.
cli-help-replan-now = Moment of the decision ("YYYY-MM-DD HH:MM"); otherwise when the last disruption became known. What has begun does not change.
cli-help-until = Last day on which the schedule may change; otherwise the end of the disruptions.
cli-help-plan = One plan only: fewest (people disturbed), balanced, or most (cover); otherwise all three.
cli-help-replan-output = Workbook to write; otherwise FILE_replan.xlsx. Without --plan, a workbook a plan, with the suffix _1_fewest, _2_balanced, _3_most.
problem-replan-too-late = The moment of the decision is after the end of the schedule ({ $last }).
replan-now = As of { $now }; { $count ->
    [0] no new disruption
    [one] one new disruption
   *[other] { $count } new disruptions
}.
replan-none = No plan keeps every strict rule within the time given. Give more time (--time-limit) or open more days (--until).
replan-nothing-new = Nothing new: no disruption that { $file } does not take into account already. The published schedule stays in force, nothing is written.
replan-yet-broken = Warning: this schedule breaks { $count ->
    [one] a strict rule once
   *[other] strict rules { $count } times
}; “rotaplan check” says where. A row of the sheet Disruptions known before the last announcement counts as taken into account: correct “Known since” if it is not.
replan-unchanged = Nothing changes: the published schedule stays in force.
replan-untouched = no decision
replan-plan-fewest = fewest people
replan-plan-balanced = balanced
replan-plan-most = most cover
replan-row-held = posts held
replan-row-open = posts open
replan-row-peak = open at the worst moment
replan-row-told = people to tell
replan-row-disturbed = … not of the incident
replan-row-decided = cells decided
replan-row-more = more hours
replan-row-asked = posts asked for
replan-row-minimum = below the minimum
replan-row-broken = strict breaches
replan-row-cells = cells changed, incident included
replan-row-rest-due = rest owed (derogations)
replan-row-changes = price of the changes
replan-row-notice-immediate = … immediate notice
replan-row-notice-urgent = … urgent notice
replan-row-notice-short = … short notice
replan-row-notice-late = … late notice
replan-row-notice-early = … early notice
replan-row-notice-ample = … ample notice
replan-same = Plan "{ $plan }": no better than the plan "{ $other }"; it is not written apart.
replan-all-held = Plan "{ $plan }": all posts are held.
replan-open = Plan "{ $plan }", open posts: { $posts }.
replan-broken = Plan “{ $plan }”: { $count ->
    [one] one strict rule is broken
   *[other] strict rules are broken { $count } times
} (sheet Alerts).
replan-tell = { $count ->
    [one] … one person to tell, notice: { $classes }.
   *[other] … { $count } people to tell, notice: { $classes }.
}
replan-seconds = First plan after { $first } s, all after { $seconds } s.
