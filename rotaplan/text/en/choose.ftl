# The command tradeoff, and what it writes.
cli-help-tradeoff = Offer a few good rosters of FILE that really differ: none is beaten by another in every goal, and any two differ on --distance person-days at least. Safety and vital cover (levels 1 and 2) never give way. --time-limit is that of each search.
cli-help-plans = How many rosters at most.
cli-help-distance = Person-days (one person, one day) on which any two rosters differ at least.
cli-help-goal = Goal to weigh; may be repeated; otherwise all. A rule that is made for none counts for that of its level (fairness, wishes, cost...).
cli-help-give = Share of its price by which each other goal may be worse where one comes first (0.25: a quarter), one unit at least.
choice-too-far = { $found } person-days of difference are more than the schedule has ({ $most }).
cli-help-tradeoff-output = Workbook of the comparison; otherwise FILE_choix.xlsx. Each roster is written beside it, with the suffix _1, _2...
choice-name-workbook = rules as they stand
choice-name-cover = cover first
choice-name-fairness = fairness first
choice-name-wishes = wishes first
choice-name-changes = stability first
choice-name-cost = cost first
choice-name-balanced = balanced
choice-name-other = another roster
choice-goal-cover = cover
choice-goal-fairness = fairness
choice-goal-wishes = wishes
choice-goal-changes = changes
choice-goal-cost = cost
choice-price = price: { $goal }
choice-open = posts open (below the target)
choice-broken = strict rules broken
choice-apart = person-days that differ from roster { $number }
choice-none = No roster keeps all strict rules in the time given; "rotaplan solve" says why.
choice-distance = Any two rosters differ on { $days } person-days at least; none is beaten by another in every goal.
choice-dominated = { $count ->
    [one] One roster that another one beats was left out.
   *[other] { $count } rosters that others beat were left out.
}
choice-without = { $count ->
    [one] One search found no roster that differs enough in the time given.
   *[other] { $count } searches found no roster that differs enough in the time given.
}
choice-seconds = Time used: { $seconds } s.
out-choice-note = No roster is beaten by another in every goal; any two differ on { $days } person-days at least. The best price of each goal is green.
out-choice-which = Roster
out-choice-file = Workbook
