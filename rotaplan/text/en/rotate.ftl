# The command rotate, and what it writes.
cli-help-rotate = Design a cyclic rotation: FILE is a workbook (Shifts, Demand by weekday, Rules, Settings; neither people nor dates) or a public instance (.txt, .dzn).
cli-help-rotate-lines = Number of lines (weeks) of the rotation; otherwise that of Settings, otherwise the number of people.
cli-help-fixed-lines = Everybody keeps a line, which begins anew each week (or after --weeks weeks): lines are made alike in hours, nights, Sundays and weekends off.
cli-help-rotate-weeks = Weeks after which a line begins anew, where everybody keeps one (as --fixed-lines).
cli-help-min-staff = Look for the least number of lines, with the proof that fewer are not enough.
cli-help-alternatives = How many grids that are really different to offer, the best one among them.
cli-help-rotate-output = Workbook to write; otherwise FILE_roulement.xlsx.
cli-help-rotate-picture = Picture of the rotation (SVG) to write besides the workbook.
rotate-line = Line
rotate-day-0 = Mo
rotate-day-1 = Tu
rotate-day-2 = We
rotate-day-3 = Th
rotate-day-4 = Fr
rotate-day-5 = Sa
rotate-day-6 = Su
rotate-grid = grid { $number }
rotate-row-missing = posts below the target
rotate-row-hours_gap = hours between lines, at most
rotate-row-nights_gap = nights between lines, at most
rotate-row-sundays_gap = Sundays off between lines, at most
rotate-row-weekends_gap = weekends off between lines, at most
rotate-row-full_weekends = full weekends off
rotate-row-longest_wait = weeks from one weekend off to the next, at worst
rotate-row-changes = changes of shift
rotate-row-rests = rests (runs of days)
rotate-row-free_sundays = Sundays off
rotate-row-mean_rest = mean rest
rotate-row-shortest_rest = shortest rest
rotate-row-weekly = hours a week, on average
rotate-row-shared = weeks shared with grid 1
rotate-proven = (proven)
rotate-bound = (bound { $bound })
rotate-judged = { $count ->
    [0] The rotation has no rule to keep.
    [one] The rule is kept all through, from the last week to the first too.
   *[other] All { $count } rules are kept all through, from the last week to the first too.
}
rotate-judged-lines = { $count ->
    [0] The lines have no rule to keep.
    [one] The rule is kept on every line, from its last week to its first too.
   *[other] All { $count } rules are kept on every line, from its last week to its first too.
}
rotate-whose-line = Everybody keeps a line: put the name of the rotation ({ $name }, …) and line 1 into Staff.
rotate-seconds = Time used: { $seconds } s.
rotate-infeasible = No rotation of { $lines } lines keeps the needs and the rules: this is proven. How many are needed: --min-staff.
rotate-unknown = No rotation of { $lines } lines found in the time given, without a proof that there is none. Give it more time (--time-limit).
rotate-on-table = These rules do not fit the flow; the rotation is searched cell by cell: { $rows }.
rotate-fewer = { $count ->
    [one] One grid only
   *[other] { $count } grids
} of { $asked } asked for: in the time given, no other one differs from each in half of its weeks.
rotate-fewest = At least { $lines ->
    [one] one line is needed
   *[other] { $lines } lines are needed
} (and as many people).
rotate-fewest-arithmetic = Arithmetic alone rules out { $lines ->
    [one] one line
   *[other] { $lines } lines and fewer
}.
rotate-fewest-search = The search has proven that there is no rotation of { $lines } lines.
rotate-fewest-unknown = The least number of lines was not found in the time given.
rotate-sheet = Rotations
rotate-head-rotation = Rotation
rotate-head-line = Line
rotate-head-posts = Duties
rotate-head-hours = Hours
rotate-head-free_sunday = Sunday off
rotate-head-free_weekend = Weekend off
rotate-yes = yes
rotate-no = no
rotate-title = Rotation { $name }
rotate-held = { $shift } held
rotate-held-weeks = { $shift } held in { $weeks } wks
rotate-sheet-comparison = Summary
rotate-price = price of soft rules: { $level }
rotate-departures = { $count ->
    [0] no departure
    [one] one departure, price { $price }
   *[other] { $count } departures, price { $price }
}
rotate-on-line = Line { $line }
rotate-walk = All through the rotation
rotate-endless = without end
rotate-sheet-departures = Departures
rotate-head-grid = Grid
rotate-head-row = Written in
rotate-head-rule = Soft rule
rotate-head-where = Line and day
rotate-head-what = Departure
rotate-head-level = Level
rotate-head-price = Price
problem-rotation-lines = The number of lines of the rotation is given nowhere: give “Rotation lines” in Settings, or --lines.
problem-rotation-needs = No need by weekday: a rotation is designed on the needs from Monday to Sunday.
problem-rotation-need-aside = This need of { $shift } speaks of dates or special days: a rotation knows none, it is not counted.
problem-rotation-rule-aside = Rule { $rule } left aside for the rotation: { $reason ->
    [silent] nothing that it counts (wishes, leave, contracts, holidays) is found on a line
    [people] it speaks of some people, and a line is nobody's; empty Who, or have everybody be one of them
    [together] it counts several people together
    [dates] it speaks of dates
   *[other] it counts by month, by year or over the horizon
}.
problem-rotation-posts-many = { $weeks ->
    [one] { $posts } posts a week
   *[other] { $posts } posts in { $weeks } weeks
}, { $lines } lines × { $days } days = { $product }: more lines are needed{ $count ->
    [0] .
   *[other] {" "}({ $rows }).
}
problem-rotation-posts-few = { $weeks ->
    [one] { $posts } posts a week
   *[other] { $posts } posts in { $weeks } weeks
}, but { $lines } lines × at least { $days } days = { $product }: fewer lines are needed{ $count ->
    [0] .
   *[other] {" "}({ $rows }).
}
problem-rotation-hours-many = { $hours } h of work a week, { $lines } lines × { $limit } h = { $product } h: more lines are needed ({ $rows }).
problem-rotation-day-many = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
}: { $posts } posts to hold, but { $lines } lines.
problem-rotation-block-long = { $shifts }: at least { $least } days on end, but at most { $most } days of work on end ({ $rows }).
problem-rotation-runs-clash = Runs of { $least } days at least and of { $most } days at most: these two rows contradict each other ({ $rows }).
problem-rotation-turn = Lines begin anew after { $turn } days, but work and the rest after it take { $least } to { $most } days: no whole number of them makes { $turn } ({ $rows }).
problem-rotation-post-barred = Nobody can hold shift { $shift } as it is: the strict rule “{ $rule }” ({ $row }) forbids it (hours, breaks, skills...).
