# The command robustness, and what it writes.
cli-help-robustness = Simulate absences over the sheet Roster of FILE: posts that stay open once the best replacements are called, people whom nobody can replace, days on which a reserve would help most, and a sheet Plan B. Nothing is planned again; absences of one day do not depend on those of another.
cli-help-rate = Rate of absence a day of work (0.05 or 5 %), for all or for one team (TEAM=0.08). May be repeated, and goes before the sheet Absence rates; 5 % where neither says anything.
cli-help-runs = Number of simulations.
cli-help-posts = How many posts are looked at, from the first day on.
cli-help-robustness-output = Workbook to write; otherwise FILE_plan_b.xlsx.
risk-no-team = No team "{ $found }"; known teams: { $known }.
risk-no-rate = "{ $found }" is no rate: give 0.05, 5 % or TEAM=0.08.
risk-rate = { $rate } of absence
risk-rates = absence: team { $teams }, any other { $rate }
risk-asked = { $runs } simulations, { $rates }, up to { $last }.
risk-means = On average: { $absences } absences, { $before } posts to take over, { $after } that stay open after replacement.
risk-post = { $post }: open { $open } times a simulation, { $takers ->
    [0] nobody can take it
    [one] one person can take it
   *[other] { $takers } people can take it
}.
risk-person = { $person }: { $alone ->
    [one] one duty that nobody can take
   *[other] { $alone } duties that nobody can take
} (of { $duties }).
risk-reserve = A reserve helps most (share of simulations in which a post stays open): { $days }.
out-sheet-plan_b = Plan B
out-sheet-robustness = Robustness
out-plan-b-note = The posts most often open when absences fall, and whom to call where their holder is away (calls at noon of the eve).
out-plan-b-date = Date
out-plan-b-shift = Shift
out-plan-b-skill = Function
out-plan-b-holder = Holder
out-plan-b-open = Open a simulation
out-plan-b-takers = To call
out-plan-b-call-1 = 1st call
out-plan-b-call-2 = 2nd call
out-plan-b-call-3 = 3rd call
out-plan-b-nobody = nobody
out-plan-b-none = No post stayed open.
out-plan-b-source-freed = freed
out-plan-b-source-reserve = reserve
out-plan-b-source-over_cover = over cover
out-plan-b-source-rest = at rest, to be asked
out-plan-b-source-on_call = on call
out-risk-mean = Mean a simulation
out-risk-value = Value
out-risk-absences = absences on a day of work
out-risk-before = posts to take over
out-risk-after = posts open after replacement
out-risk-people = Key people
out-risk-alone = Duties nobody takes
out-risk-duties = Duties looked at
out-risk-days = Where a reserve helps most
out-risk-saved = Posts saved
out-risk-teams = Teams
out-risk-team-absences = Absences
out-risk-team-open = Open after
out-risk-team-rate = Rate
out-risk-no-one-team = without a team
risk-team = { $team } ({ $rate }): { $absences } absences, { $open } posts they leave open.
