# The answer workbook.
out-sheet-summary = Summary
out-sheet-roster = Roster
out-sheet-by_post = By post
out-sheet-cover = Cover
out-sheet-counters = Counters
out-sheet-requests = Requests
out-sheet-alerts = Alerts
out-sheet-log = Log
out-period = { $first } to { $last }
out-footer = published on ____________ by ____________
out-weekdays = M T W T F S S
out-week = W{ $number }

out-staff-number = ID
out-name = Name
out-team = Team
out-agent = Staff
out-fte = FTE
out-hours = Hours
out-target = Target
out-balance = Balance
out-nights = Nights
out-weekends = Weekends
out-free-days = Sun. + holidays
out-rest = rest
out-work = work
out-pinned = ! Pinned: { $code }
out-half-day-morning = Absent in the morning ({ $code })
out-half-day-afternoon = Absent in the afternoon ({ $code })
out-held-of-wanted = Held / needed
out-legend = Legend
out-legend-family = codes: { $name }
out-legend-strict = red
out-legend-strict-text = a strict rule is broken (see Alerts)
out-legend-soft = amber bar
out-legend-soft-text = a soft rule is not met (see Alerts)
out-legend-pinned = comment "!"
out-legend-pinned-text = pinned assignment
out-absence = absence

out-family-morning = morning
out-family-afternoon = afternoon
out-family-evening = evening
out-family-day = day
out-family-night = night
out-family-split = split
out-family-on-call = on call
out-family-on-site-call = on site
out-family-reserve = reserve
out-family-training = training
out-family-remote = remote
out-family-rest = rest
out-family-leave = leave
out-family-absence = absence
out-family-count = { $name } shifts

out-shift = Code
out-label = Label
out-function = Skill
out-unfilled = { $count ->
    [one] unfilled
   *[other] unfilled: { $count }
}
out-date = Date
out-minimum = Min
out-maximum = Max
out-held = Held
out-gap = Gap
out-cover = Held / target
out-priority = Priority
out-cover-note = A post without a skill is counted again from the roster; with a skill, the figures are those of the run.

out-counters-note = Hours: gap to the target. Sundays and holidays: day on which the shift starts. Closing = opening + acquired.
out-opening = Opening
out-acquired = Acquired
out-closing = Closing
out-counter-hours = Hours (balance)
out-counter-night = Nights
out-counter-weekend = Weekends
out-counter-sunday = Sundays
out-counter-holiday = Holidays
out-counter-hardship = Hardship
out-counter-rest_due = Rest due (h)

out-wish = Wish
out-strength = Weight
out-granted = Granted
out-obtained = Obtained
out-yes = yes
out-no = no
out-not-these = not { $codes }

out-severity = Severity
out-level = Level
out-rule = Rule
out-what = Finding
out-dates = Dates
out-measured = Measured
out-limit = Limit
out-price = Price
out-go-to-roster = See the cell
out-go-to-rule = See the rule
out-go-to-cover = See the post
out-see = see
out-strict = strict
out-soft = soft
out-derogated = derogated
out-unverifiable = not verifiable
out-reference = Reference
out-derogation = Derogated ({ $details }).
out-derogation-bare = Derogated.
out-derogation-deadline = deadline { $date }
out-derogation-rest = rest due { $hours }
out-everybody = everybody concerned
out-unverifiable-what = Not verifiable for { $who } ({ $dates }): { $missing ->
    [one] one day
   *[other] { $missing } days
} of history missing.
out-verdict-unverifiable = { $verdict } { $count ->
    [one] One check cannot be verified for want of history.
   *[other] { $count } checks cannot be verified for want of history.
}
out-verdict-derogated = { $verdict } { $count ->
    [one] One departure is allowed by a derogation.
   *[other] { $count } departures are allowed by a derogation.
}
out-derogated-breaches = Derogated departures
out-unverifiable-checks = Checks not verifiable
out-no-alert = No alert: every rule is met.
out-level-1 = Safety and law
out-level-2 = Vital cover
out-level-3 = Published commitments
out-level-4 = Cover
out-level-5 = Fairness
out-level-6 = Wishes
out-level-7 = Cost

out-none = none
out-of = { $part } / { $whole }
out-seconds = { $seconds } s
out-verdict-infeasible = No roster is possible: strict rules contradict each other.
out-verdict-unknown = No roster was found within the time limit; nothing proves that there is none.
out-verdict-optimal = No roster comes with this run.
out-verdict-feasible = No roster comes with this run.
out-verdict-broken = { $count ->
    [one] Do not publish: a strict rule is broken.
   *[other] Do not publish: strict rules are broken { $count } times.
}
out-verdict-missing = { $count ->
    [one] Fit to publish once decided: every strict rule is met, one place is unfilled (coverage { $coverage } %).
   *[other] Fit to publish once decided: every strict rule is met, { $count } places are unfilled (coverage { $coverage } %).
}
out-verdict-complete = Fit to publish: every strict rule is met and every post is covered.
out-verdict-proven = Fit to publish: every strict rule is met, every post is covered, and no better roster exists.
out-coverage = Coverage
out-missing-posts = Unfilled places
out-strict-breaches = Breaches of strict rules
out-soft-breaches = Breaches of soft rules
out-soft-cost = { $count } (price { $price })
out-wishes-granted = Wishes granted
out-hours-balance = Hours balance of the team
out-time-used = Time used
out-top-problems = Look at these first
out-unfilled-posts = Unfilled posts
out-and-more = and { $count } more
out-breaches-by-rule = Breaches by rule
out-breaches = Count
out-row = Row
out-fairness = Fairness, per full-time equivalent
out-per-fte = Indicator
out-least = Least
out-mean = Mean
out-most = Most
out-spread = Spread
out-spread-hours = Gap to the target (h)
out-spread-night = Nights
out-spread-weekend = Weekends
out-spread-free-day = Sundays and holidays
out-distance = Distance to the best possible roster
out-distance-words = What is proven
out-gap-none = proven: it cannot be better
out-gap-open = no useful bound is proven: the possible gain is { $gap } at most
out-gap-some = at most { $gap } could be gained, { $percent } % of the price

out-status = Status
out-weight = Weight
out-bound = Proven bound
out-parameters = Parameters
out-status-optimal = optimal (proven)
out-status-feasible = feasible
out-status-infeasible = infeasible
out-status-unknown = unknown
out-log-run = Run
out-log-input = Workbook read
out-log-status = Outcome
out-log-start = Start
out-log-days = Days planned
out-log-zone = Time zone
out-log-holidays = Country and zone of holidays
out-log-history = Days of history
out-log-seed = Seed
out-log-workers = Workers
out-log-strategy = Strategy
out-strategy-model = the model taken whole first
out-strategy-search = a search over parts
out-strategy-columns = columns: rosters of one person, put together
out-log-without-columns = Not by columns, because of
out-strategy-without-rules = decided cells that break rules
out-strategy-without-levels = prices at several levels
out-strategy-without-size = too many people or days, or too much for rules to remember
out-log-limit = Time limit (s)
out-log-seconds = Time used (s)
out-log-first = First complete roster (s)
out-log-objective = Total price
out-log-bound = Proven bound of the total price
out-log-versions = Versions
out-log-levels = Levels
out-log-rules = Rules in force
out-breach = { $rule }: { $who } ({ $dates }), { $measured } instead of { $limit }
out-by-default = by default
