problem-explore-negative = { $found } people cannot be hired.
problem-explore-scale = “{ $found }” is not a factor: a positive number is expected, such as 1.1.
problem-explore-pack = No law “{ $found }”; known ones: { $known }.
problem-explore-cap = { $found } is not a number of people on leave.
problem-explore-too-few = { $found } people cannot be taken away: there are only { $people }.
problem-explore-skill = Nobody holds or asks for the skill “{ $found }”; skills: { $expected }.
problem-explore-no-need = No line of the demand answers to “{ $found }”.
problem-explore-no-row = No rule in force answers to “{ $found }”.
problem-explore-rows = The rule “{ $found }” has several rows: { $rows }. Say which one (row=…), or add one (add=True).
problem-explore-unpublished = There is no published roster: neither a sheet Planning in the workbook nor publish(…).

explore-missing = { $library } is missing; install it with: pip install "rotaplan[notebook]"
explore-hired = New hire { $number }
explore-this = this roster
explore-other = the other
explore-difference = difference
explore-changed = { $count ->
    [0] No cell changes.
    [one] One cell changes.
   *[other] { $count } cells change.
}
explore-person = Person
explore-date = Date
explore-untouched = Doing nothing
explore-searching = Searching…
explore-ended = Search over: { $status }
explore-level = { $name }: { $cost } (at best { $bound })
explore-days = Days
explore-span = { $first } – { $last } ({ $count } days)
explore-people = People
explore-shifts = Shifts
explore-absences = Absences
explore-rules = Rules
explore-published = Published roster
explore-yes = yes
explore-more = Not shown: { $people } people and { $days } days.
explore-level-head = Level
explore-price = Price
explore-bound = At best
explore-held = Posts held
explore-missing-posts = Open posts
explore-posts = posts
explore-sorted = people, from least to most
explore-weekdays = M T W T F S S

explore-coverage = Coverage
explore-asked = Posts asked for
explore-open-posts = Open posts
explore-below-minimum = Missing to the minimum
explore-broken = Strict rules broken
explore-derogated = Breaches with an exception
explore-unverifiable = Checks that cannot be made
explore-hours = Hours worked
explore-hours-spread = Spread of hour balances
explore-night-spread = Spread of nights
explore-weekend-spread = Spread of weekends
explore-free-day-spread = Spread of Sundays and holidays
explore-wishes = Wishes
explore-wishes-granted = Wishes granted
explore-changes = Cells changed since publication
explore-cost = Price: { $level }
explore-ended-several = { $count ->
    [one] Search ended: one roster
   *[other] Search ended: { $count } rosters
}
