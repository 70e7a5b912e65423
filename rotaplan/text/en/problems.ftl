# What is wrong with a workbook: what was found, what is expected.
problem-line = { $place } { $text }
problem-severity-error = error
problem-severity-warning = warning
problem-severity-notice = notice
problem-suggestion = Did you mean “{ $suggestion }”?

problem-file-missing = The file { $file } does not exist.
problem-file-format = The file { $file } is not a workbook that can be read; expected formats: { $expected }.
problem-file-too-large = The file { $file } is too large (more than { $most } MB).
problem-file-unreadable = The file { $file } cannot be read as a workbook ({ $detail }).
problem-file-password = The file { $file } is protected by a password; save a copy without one.

problem-sheet-missing = A sheet is missing: { $expected }.
problem-sheet-unknown = The sheet “{ $sheet }” is not known; it is not read.
problem-sheet-later = The sheet “{ $sheet }” is recognised, but this version makes no use of it.
problem-sheet-output = The sheet “{ $sheet }” is a sheet of results; it is not read.
problem-demand-missing = There is no sheet of needs ({ $expected }): no shift will be planned.
problem-sheet-twice = The sheet “{ $sheet }” is not read: “{ $other }” already has that part.
problem-sheet-empty = The sheet is empty, though it is needed.
problem-sheet-too-large = The sheet “{ $sheet }” extends over { $rows } rows and { $columns } columns, more than { $most } cells; delete rows and columns that are not needed.
problem-header-missing = No row of headings was found among the first rows; expected headings: { $expected }.
problem-column-missing = The column { $expected } is missing.
problem-column-unknown = The column “{ $found }” is not known; it is not read.
problem-column-twice = The column “{ $found }” repeats an earlier one; it is not read.
problem-row-total = The row “{ $found }” is a total; it is not read.
problem-rows-hidden = { $count ->
    [one] One hidden row is read like the others.
   *[other] { $count } hidden rows are read like the others.
}
problem-grid-without-dates = The sheet “{ $sheet }” has no row of dates above its columns; it is not read.
problem-formula-uncomputed = “{ $column }” holds a formula without a stored value; open the workbook, recalculate it and save it.
problem-cell-required = “{ $column }” is empty but must be filled; if the cell holds a formula, recalculate and save the workbook.

problem-date-unreadable = “{ $found }” is not a date; write for instance 08/03/2027 or 2027-03-08.
problem-moment-unreadable = “{ $found }” is neither a date nor a date with a time; write 16/03/2027 10:40, say.
problem-date-impossible = The date “{ $found }” does not exist or is not plausible.
problem-date-ambiguous = The date “{ $found }” is an ambiguous text; it is read as { $read } (day, month, year).
problem-date-off-horizon = { $found } is outside the days planned ({ $first } – { $last }); the row has no effect.
problem-date-twice = The date { $found } comes twice.
problem-dates-reversed = The end comes before the start: { $found }.
problem-validity-reversed = { $skill } expires before it begins: { $found }.
problem-clock-unreadable = “{ $found }” is not a time; write for instance 06:45.
problem-clock-impossible = The time “{ $found }” does not exist (minutes run from 00 to 59).
problem-clock-decimal = “{ $found }” is read as { $read }; better write the time that way.
problem-duration-unreadable = “{ $found }” is not a length of time; write for instance 11:00, 11 h 30 or 11.
problem-window-unreadable = “{ $found }” is not a number of days; write for instance 7, 7 d or 12 weeks.
problem-number-out-of-range = “{ $found }” is out of bounds: from { $least } to { $most }.
problem-number-mangled = “{ $found }” is a date where a number is expected; the spreadsheet has most likely changed what was typed. Format the cell as text.
problem-count-unreadable = “{ $found }” is not a whole number.
problem-share-unreadable = “{ $found }” is not a working share; write 0.8 or 80 %.
problem-share-out-of-range = The working share “{ $found }” is not between 0 and 1 (0 % and 100 %).
problem-rate-unreadable = “{ $found }” is not a rate; write 0.05 or 5 %.
problem-rate-out-of-range = The rate “{ $found }” is not between 0 and 1 (0 % and 100 %).
problem-flag-unreadable = “{ $found }” is neither yes nor no.
problem-word-unknown = “{ $found }” is none of the words expected: { $expected }.
problem-colour-unreadable = “{ $found }” is not a colour of the form #RRGGBB.
problem-code-mangled = “{ $found }” is not a code: the spreadsheet has changed it. Format the cell as text and type the code again.

problem-person-unknown = “{ $found }” is nobody known.
problem-person-duplicate = The staff number { $found } is already in { $other }.
problem-person-row-twice = { $found } already has a row in { $other }.
problem-code-unknown = The code “{ $found }” is not defined in the sheet of shifts.
problem-code-duplicate = The code { $found } is already defined in { $other }.
problem-codes-assumed = Codes not defined in the sheet of shifts, taken for rest or absence as is usual: { $found }.
problem-people-unknown = “{ $found }” means nobody: no staff number, name, team, contract, site, status, role or skill.
problem-people-ambiguous = “{ $found }” may mean several things ({ $expected }); say which, for instance team:{ $found }.
problem-shifts-unknown = “{ $found }” means no shift: no code, kind, tag or site.
problem-skill-unknown = The skill “{ $found }” is held or asked for nowhere.
problem-sequence-absence = “{ $found }” is an absence: a sequence speaks of shifts and days off.
problem-days-unknown = “{ $found }” means no day: no weekday, date or day type of the calendar.
problem-skill-unheld = The skill { $found } is asked for, but nobody holds it.
problem-skill-unasked = The skill { $found } is not asked for by any shift, need or rule.

problem-setting-unknown = The setting “{ $found }” is not known; it is not read.
problem-setting-missing = A setting is missing: { $expected }.
problem-settings-disagree = Start and end make { $found } days, but the length says { $expected }.
problem-horizon-too-long = The plan is { $found } days long; at most { $most } are possible.
problem-zone-unknown = The time zone “{ $found }” is not known; an example: Europe/Paris.
problem-country-unknown = The country “{ $found }” is not known for public holidays; an example: FR.
problem-school-zone-unknown = The school zone “{ $found }” is not known; zones: { $expected }.
problem-subdivision-unknown = The subdivision “{ $found }” is not known for the public holidays of this country.

problem-span-half = The shift { $found } has a start without an end, or an end without a start.
problem-span-too-long = The shift { $found } lasts more than 24 hours, or ends more than 48 hours after the beginning of its day.
problem-shift-without-times = The shift { $found } counts as work but has no times.
problem-pause-too-long = The break ({ $found } min) is not shorter than the shift ({ $most } min).
problem-worked-time-differs = The working time given ({ $found } min) does not fit the times ({ $expected } min).
problem-min-above-max = The minimum ({ $found }) is above the maximum ({ $most }).
problem-demand-empty = The line of { $found } asks for nothing: no minimum, target or maximum.
problem-shift-untimed = The shift { $found } has no times: it counts as rest and will not be planned.
problem-demand-not-work = { $found } is no shift that is worked: needs cannot ask for it.
problem-demand-none = The sheet of needs asks for nothing: no shift will be planned.
problem-demand-replaced = This line does not count on { $date }: { $other } speaks as closely of the same shift { $found }, and the last line holds.
problem-volunteer-undeclared = { $person } is a volunteer and has declared no availability in the planned days: no shift can be given. Add the hours to Availability (type “available”).
problem-agents-none = The sheet of staff names nobody.

problem-rotation-leave = “{ $found }” is leave or absence: a rotation holds shifts and days off only.
problem-rotation-line-twice = Line { $found } of rotation { $rotation } stands already in { $other }.
problem-rotation-line-missing = Line { $found } of rotation { $rotation } is missing: its lines are numbered 1, 2, 3...
problem-rotation-unknown = Rotation “{ $found }” is not in the sheet of rotations.
problem-rotations-missing = Rotation “{ $found }” is named, but there is no sheet Rotations; it is not followed.
problem-line-missing = Rotation { $rotation } has { $most } lines: say on which one this person is on that date.
problem-line-open = Rotation { $rotation } has { $most } lines and none is given; "rotaplan solve" chooses one.
problem-line-unknown = Rotation { $rotation } has no line { $found }, but { $most } lines.
problem-line-without-rotation = A line is given without its rotation.

problem-absence-works = The absence code { $found } is that of a shift worked.
problem-absence-overlap = { $person } is already absent on these days: see { $other }.
problem-wish-beyond-quota = This wish of { $person } does not count: the quota of { $most } points of its period is spent ({ $row }).
problem-wish-without-day = The wish does not say for which day.
problem-pin-contradiction = Another shift is already imposed on { $date }: see { $other }.
problem-pin-on-absence = { $person } is absent on { $date } (see { $other }), and a shift is imposed on that day: it stays, and will be reported as a breach.

problem-history-gap = { $count ->
    [one] One day is missing in the history ({ $found }); it counts as off.
   *[other] { $count } days are missing in the history ({ $found }); they count as off.
}
problem-history-in-horizon = { $found } is not before the days planned; this date of the history is not read.
problem-history-missing = { $person } has no row in “{ $sheet }”, unlike the others: rest and counters carried in are unknown.
problem-history-twice = { $person } has two shifts on { $date }; only one is possible.
problem-roster-incomplete = { $count ->
    [one] One planned day is missing in the grid ({ $found }); it counts as empty.
   *[other] { $count } planned days are missing in the grid (from { $found }); they count as empty.
}

problem-rule-unknown = The rule “{ $found }” is not known; “rotaplan rules” lists them all.
problem-rule-invalid = Rule “{ $found }”: “{ $one }” and “{ $other }” do not go together with these values.
problem-rule-parameter-missing = The rule “{ $rule }” needs “{ $column }”{ $parameter ->
    [none] {""}
   *[other] {" "}({ $parameter })
}.
problem-rule-parameter-unknown = “{ $found }” is not a parameter of this rule; expected: { $expected }.
problem-rule-column-unused = The rule “{ $rule }” does not read the column “{ $column }”.
problem-rule-says-nothing = The rule “{ $rule }” has neither minimum nor maximum; it has no effect.

problem-derogation-impossible = The rule “{ $found }” cannot be derogated for one person; change its row instead (Who, When, Status).
problem-derogation-needless = “{ $found }” is not a strict rule: it has a price, and needs no derogation.
problem-derogation-idle = “{ $found }” is no row of a rule in force: the derogation has no effect.
problem-derogation-ambiguous = “{ $found }” means several different rules ({ $expected }); name the row.
problem-derogation-unconcerned = “{ $found }” does not concern { $person }: the derogation has no effect.
problem-regime-unheld = Nobody has the regime of “{ $found }”: this row concerns nobody for now.
problem-scope-without-people = “{ $found }” leaves nobody: this row has no effect.
problem-scope-not-under-contract = { $found }: no contract on any day of the plan; this row does not reach them.
problem-scope-without-shift = No shift is of the kind “{ $found }”: this row has no effect.
problem-scope-without-day = None of the days known is “{ $found }”: this row has no effect.

problem-hours-unreadable = “{ $found }” gives no hours; write 06:35-09:35/15:45-19:20, say (two pieces of work at most).
problem-site-unknown = The site “{ $found }” is that of no shift.
problem-day-kind-unknown = “{ $found }” is no kind of day: a weekday (as Sunday), holiday, or a day type of the calendar (level 2).
problem-disruption-incomplete = A row “{ $found }” needs “{ $expected }”.
problem-disruption-unused = A row “{ $found }” does not read the column “{ $column }”; this cell has no effect.
problem-disruption-idle = “{ $found }” concerns nobody, or no shift and no need: this row has no effect.
problem-disruption-sign-on = “{ $found }” is no time of signing on; write the earliest possible one, 06:15 say.
problem-disruption-delay = “{ $found }” says how long, but not from which time on; write the earliest possible sign-on, 07:15 say for a duty at 06:15 that is delayed by 60 min.
problem-disruption-early = “{ $found }” is read as { $read }, and no shift begins before that: this row has no effect. For a delay of some length, write the earliest possible sign-on, 07:15 say.
problem-disruption-count = “{ $found }” is no number of people to add; write +2, say.
problem-disruption-change = “{ $found }” does not say how needs change; write +2, -1, ×0.5 or 80 %.
problem-disruption-factor = “{ $found }”: the factor must be from 0 to { $most }.
problem-disruption-unsigned = “{ $found }” is read as { $read } person(s); write the sign, or ×, to leave no doubt.
problem-disruption-added = “{ $found }” is no known shift; to add a new duty, write its hours.
problem-disruption-code = “{ $found }” cannot be the code of a new duty: it is a word for rest or absence, or it holds one of the marks , ; ≤ ≥ or ends with ! ? *.
problem-disruption-code-taken = The code { $found } exists already with other hours or skills ({ $expected } ; { $other }); take another code.
problem-disruption-replaced = This row is replaced by { $other }, which has the same identifier or the same subject.
problem-incident-sheet-unread = The sheet “{ $sheet }” is not read: of an incident, only the sheet of disruptions is.
problem-variant-name = “{ $found }” is a name that “rotaplan sweep” gives to variants of its own; choose another one, with words.
problem-variant-sheet = This workbook has no sheet “{ $found }” in which something could change.
problem-variant-key = The sheet “{ $sheet }” has no row “{ $found }”.
problem-variant-field = The sheet has no column “{ $found }”.
problem-variant-count = “{ $found }” is not a number of people, 0 to { $most }.
problem-rate-team = Nobody is of the team “{ $found }”; known teams: { $known }.
problem-rate-twice = The team “{ $found }” has a rate already, in { $other }.
problem-change-differs = The roster holds “{ $found }” in this cell, though “{ $expected }” was announced last (empty: off).
problem-disruption-outdated = “{ $found }”: the schedule knows a more recent row of the same event already ({ $other }); this one is not read.
problem-disruption-open = A row “{ $found }” without an end holds until the last day of the plan.
problem-disruption-other-event = “{ $found }” is the identifier of another event too ({ $other }), which this row would replace; give it another identifier.
problem-history-from-roster = { $count ->
    [one] The day of this sheet before the plan is read
   *[other] The { $count } days of this sheet before the plan are read
} as history.
