# What the sheets and columns hold: header comments, legend, reference.
sheet-settings = What holds for the whole plan: dates, time zone, public holidays, computing.
sheet-agents = One row per person.
sheet-shifts = One row per code: times, kind, colour. Rest and leave have their codes here too.
sheet-demand = How many people, on which shift, on which days. Or as a matrix: codes down, Mon to Sun and Holiday across, cells 3, 2-3 or 2/3/4 (minimum, target, maximum).
sheet-rotations = The rotations (cycles), one week a line: everybody goes one line further each Monday, and from the last to the first.
sheet-rules = One rule per row; a row can be switched off without being deleted.
sheet-skills = One row per person and skill, clearance or licence, with its dates.
sheet-absences = Leave and absences, firm or asked for.
sheet-availability = Hours in which somebody can, or cannot, come.
sheet-wishes = What people would like; granted as far as possible.
sheet-pins = Imposed assignments: a shift, or a day off.
sheet-derogations = Derogations granted: a strict rule, a person, dates, an authority, the rest due in return.
sheet-history = The weeks before: people down, dates across, codes in the cells; other columns of numbers are counters brought forward.
sheet-calendar = Public holidays added or removed, day types of the house, days that run as another weekday.
sheet-disruptions = What has happened since the schedule was published: absences, closures, added duties... “rotaplan replan” takes it into account.
sheet-scenarios = Variants to compare: what a cell would hold instead, one a row; “rotaplan sweep” solves them all.
sheet-rates = Share of the days of work on which people are away, by team; “rotaplan robustness” takes it into account.

column-note = A remark, never read.
column-person = Staff number (or a name that only one person has).
column-from = First day, inclusive.
column-to = Last day, inclusive; blank: the same day.
column-date = A date, or a range of dates: 08/03/2027 - 14/03/2027.
column-weekday = Weekdays: Mon, Mon-Fri, Sat, Sun, weekend, holiday.
column-site = Place of work.
column-code = A code of the sheet of shifts.
column-strength = From 1 to 1000, or very weak (1), weak (2), medium (3), strong (4), very strong (5), imperative (10). Blank: 3.

column-settings-title = Name of the service or of the plan.
column-settings-start = First day to plan.
column-settings-end = Last day to plan, inclusive; or else the length in days.
column-settings-days = Number of days to plan, where no end is given.
column-settings-weeks = Number of weeks to plan, where no end is given.
column-settings-zone = Time zone; nights of a clock change are counted as they are.
column-settings-country = Country of the public holidays (FR, GB, BE...); blank: none.
column-settings-subdivision = Territory with holidays of its own, such as Alsace-Moselle or SCT.
column-settings-school_zone = Zone of the French school holidays (A, B or C): its days make the day type “school holidays”.
column-settings-language = Language of the answers; blank: that of the headings.
column-settings-lines = Number of lines (weeks) of the rotation to design.
column-settings-seed = A number that makes the computation repeatable.
column-settings-time_limit = Computing time allowed, in seconds.

column-agents-person = Staff number, unique; leading zeros are kept.
column-agents-last_name = Name shown.
column-agents-first_name = First name shown.
column-agents-fte = Working share: 0.8 or 80 %. Blank: 100 %.
column-agents-contract = Kind of contract, to which rules may refer.
column-agents-weekly_hours = Contractual hours a week, at this person's working share: 35:00.
column-agents-skills = Skills without dates, separated by commas.
column-agents-team = Team.
column-agents-role = Role or grade.
column-agents-regime = Working-time regime.
column-agents-status = Status, which rules may name. “volunteer” or “BEN”: comes only in hours declared in Availability.
column-agents-from = First day of the contract; blank: no limit.
column-agents-to = Last day of the contract, inclusive; blank: no limit.
column-agents-target = Hours expected over the plan; blank: by the contract.
column-agents-balance = Balance of hours brought forward: 3:30 or -2:00.
column-agents-forbidden = Codes or kinds that this person does not work: N, night.
column-agents-allowed = The only codes or kinds that this person works; blank: all.
column-agents-days_off = Weekdays never worked: Wed, Sat, Sun.
column-agents-night_fit = No: nights are ruled out. Blank: yes.
column-agents-reserve = Yes: belongs to the reserve.
column-agents-language = Language of messages to the person; empty: that of the service.
column-agents-hourly_cost = Cost of an hour.

column-agents-rotation = Rotation followed, from the sheet Rotations.
column-agents-line = Line held in the first week of the plan, or on the date of "Line on"; empty: to be chosen by the solve.
column-agents-line_on = A day of the week in which the line is held; empty: the start of the plan.
column-skills-skill = Code of the skill, such as HAB:TRAM.
column-skills-level = Level, where it matters.
column-skills-from = First day of validity, inclusive; blank: no limit.
column-skills-to = Last day of validity, inclusive; blank: no limit.

column-shifts-code = What is written in the grid; unique.
column-shifts-label = Name in full.
column-shifts-start = Start: 06:45, 6h45 or 0645.
column-shifts-end = End; before the start: the next day. 24:00 is possible.
column-shifts-start2 = Start of the second piece of a split shift.
column-shifts-end2 = End of the second piece.
column-shifts-pause = Break that does not count, in minutes.
column-shifts-paid = Time to credit, where it differs from the time worked.
column-shifts-worked = Working time in minutes; only checked against the times.
column-shifts-family = Kind of shift; blank: taken from the times.
column-shifts-works = Whether a day with this code is a day worked; blank: yes if it has times.
column-shifts-skills = Skills all required, valid at the end of the shift.
column-shifts-tags = Further names by which rules may choose this shift.
column-shifts-colour = Colour #RRGGBB; blank: that of the kind.
column-shifts-hardship = Points of hardship.

column-demand-date = A date or a range of dates; goes before the other lines of the shift.
column-demand-day_type = Holiday, or a day type of the calendar.
column-demand-min = Below this the service is not assured.
column-demand-target = People wished for; blank: the minimum.
column-demand-max = People not to be exceeded; blank: no limit.
column-demand-skill = Function that these people fill; blank: anybody.
column-demand-priority = From 1 (first) to 5 (last).

column-rotations-rotation = Name of the rotation, on each of its lines.
column-rotations-line = Number of the line: 1, 2, 3...
column-rotations-posts = Duties of the week.
column-rotations-hours = Hours of the week.
column-rotations-free_sunday = Whether Sunday is off.
column-rotations-free_weekend = Whether Saturday and Sunday are off.
column-monday = Code of Monday; empty or rest: free.
column-tuesday = Code of Tuesday; empty or rest: free.
column-wednesday = Code of Wednesday; empty or rest: free.
column-thursday = Code of Thursday; empty or rest: free.
column-friday = Code of Friday; empty or rest: free.
column-saturday = Code of Saturday; empty or rest: free.
column-sunday = Code of Sunday; empty or rest: free.

column-absences-code = Code of the absence: CA, MAL...
column-absences-half = Morning or afternoon; blank: the whole day.
column-absences-firm = No: only asked for. Blank: yes.
column-absences-state = Granted, asked or refused.

column-availability-start = Start of the hours meant; blank: the whole day.
column-availability-end = End of the hours meant.
column-availability-kind = Available: only within these hours. Unavailable: not within them. Prefers, avoids: as a wish.

column-wishes-wish = off, a code, not N, rather M.

column-pins-date = Day imposed; or else from, to.
column-pins-code = Code imposed, or off.

column-history-date = Day worked, where the history is a list.
column-calendar-date = Day, or first day.
column-calendar-type = Holiday, working (removes a public holiday), or a type of your own for needs and rules.
column-calendar-label = Name of the day.
column-calendar-runs_as = Weekday whose service this day follows.

column-rules-rule = The rule, by its name or key.
column-rules-who = Who: staff numbers, names, team, contract, site, skill, reserve; except X. Blank: everybody.
column-rules-shifts = Which shifts: codes, kinds (night...), tags, site; except X. Blank: all work.
column-rules-when = Which days: Mon-Fri, weekend, holiday, dates, day types. Blank: all.
column-rules-min = Minimum, in the rule's unit.
column-rules-max = Maximum, in the rule's unit.
column-rules-window = A period (day, week, fortnight, month, year, horizon) or a number of consecutive days, as the rule says.
column-rules-value = Further parameters of the rule: name=value; name=value.
column-rules-state = Strict: never broken. Soft: has a price. Off: ignored.
column-rules-level = From 1 (safety and law) to 7 (cost); levels are solved one after the other.
column-rules-weight = Price of one unit, inside its level.
column-rules-reference = Article or agreement that the rule comes from.
column-rules-note = A remark.

column-derogations-rule = A row of the sheet of rules (A7), its reference, or the name of a rule.
column-derogations-from = First day covered.
column-derogations-to = Last day covered, inclusive; blank: the same day.
column-derogations-authority = Who granted it, and by which act.
column-derogations-deadline = Last day to give the rest back; a past derogation stays here until then.
column-derogations-compensation = Rest to give back once the derogation is used: 3:00.

column-scenarios-name = Name of the variant; several rows of one name go together.
column-scenarios-sheet = Sheet in which something changes: Staff, Demand, Rules, Settings...
column-scenarios-key = Row: what stands in its first required column (staff number, code, rule), or a cell (A12); blank: all of them.
column-scenarios-field = Column of that sheet. For Staff “Count” too: how many people like that one (0: without that person).
column-scenarios-value = What the cell would hold; blank: nothing.

column-rates-team = Team as in the sheet of people; “all”: every team without a row of its own.
column-rates-rate = Share of the days of work on which somebody of the team is away without notice: 0.05 or 5 %.

column-disruptions-id = Identifier, as you like; a later row of the same identifier replaces this one.
column-disruptions-type = What happens: absence, delay, unreachable, skill lost, closure, cancellation, changed hours, addition, demand, reduced service, volunteer.
column-disruptions-start = Day, or day and time: 16/03/2027 10:40.
column-disruptions-end = A day alone is inclusive; with a time it is the moment at which it is over (midnight: 24:00). Empty: the same day for absence, delay and volunteer, else no known end.
column-disruptions-certainty = Whether the end is sure or estimated; empty: sure.
column-disruptions-known = When it became known; empty: at its start.
column-disruptions-target = Who: as in the rules. Or which shifts: codes, kinds, lines and other tags, sites. Of an addition: the code of the duty.
column-disruptions-effect = Delay: earliest possible sign-on (06:15). Demand: +2, -1, ×0.5, 80 %. Addition: +1 person where empty. Reduced service: as Sunday, holiday, level 2. Skill lost: which.
column-disruptions-hours = Hours of a new duty, or changed ones: 06:35-09:35/15:45-19:20.
column-disruptions-skills = Skills that a new duty asks for, or the one that is lost.
column-disruptions-label = Name, used in messages.
column-disruptions-site = Place of the new duty; of a delay: only for shifts of this place.
column-disruptions-priority = Of an addition: from 1 (first) to 5 (last).
column-disruptions-source = Where the information comes from.

template-required = Required.
template-setting = Setting
template-value = Value
template-meaning = Meaning
template-legend-sheet = Sheet
template-legend-holds = Holds
template-legend-family = Kind
template-title = Example plan

kind-text = text
kind-word = word of the list
kind-person = staff number
kind-code = code
kind-list = list
kind-date = date
kind-moment = date, or date and time
kind-clock = time
kind-pause = minutes
kind-duration = length of time (11:00, 11 h 30, 11 = hours)
kind-share = working share
kind-rate = rate
kind-count = whole number
kind-number = number
kind-flag = yes / no
kind-weekday = weekday
kind-weekdays = weekdays
kind-colour = colour
kind-people = choice of people
kind-shifts = choice of shifts
kind-skill = skill
kind-sequence = sequence of days: N N R, or night, off, M|D (? = anything, * = work, . = off)
kind-days = number of days
kind-day_choice = choice of days
kind-level = 1 to 7
kind-strength = strength
kind-any = depends on the rule
kind-period = period: day, week, fortnight, month, year, horizon, cycle of 6 weeks (from 2027-01-04)
kind-window = number of days: 7, 7 d, 12 weeks

reference-title = Rules of rotaplan
reference-intro = One rule per row of the sheet Rules. Basic rules are always on; a row of the sheet changes their status or price.
reference-shifts = In the examples: E 06:00-14:00, D 09:00-17:00, L 14:00-22:00, N 22:00-06:00, S 06:30-09:30 and 15:30-19:30; a dot is a day off, | stands between history and plan, / between people; the first day is a Monday.
reference-line = { $name }: { $value }
reference-key = Key
reference-basic = Basic rule, always on.
reference-source = Source
reference-grade = By default
reference-strict = strict
reference-soft = soft, level { $level }, weight { $weight }
reference-scope = Columns of scope
reference-columns = Parameters
reference-none = none
reference-column = Column
reference-parameter = Parameter
reference-kind = Kind
reference-bounds = Bounds
reference-default = Default
reference-required = required
reference-sample = Example
reference-cycle = { $weeks }-week cycle
reference-cycle-from = { $weeks }-week cycle from { $begins }
reference-examples = Examples
reference-breaks = { $count ->
    [0] nothing to object to
    [one] one breach
   *[other] { $count } breaches
}

example-name = Person { $number }
example-more-people = One more person
example-second-night = Two at night
example-day-type = market
example-day-label = market day
