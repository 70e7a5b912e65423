# The call list (replace) and the check of an exchange (swap).
cli-help-replace = Whom to call to take the duty of somebody who is missing, in which order, and why nobody else. FILE: a workbook with its sheet Planning.
cli-help-replace-person = Who is missing: staff number or name.
cli-help-replace-date = Day on which that duty begins (YYYY-MM-DD or DD/MM/YYYY).
cli-help-now = When the calls are made (“YYYY-MM-DD HH:MM”); otherwise noon of the eve of the duty. A duty begun by then is no longer exchanged.
cli-help-limit = How many people are shown (the JSON has them all).
cli-help-all = Show each excluded person too, with the rule.
cli-help-swap = Two people exchange their duties, or a duty against rest: accepted, or refused with rule, person and value. FILE: a workbook with its sheet Planning.
cli-help-swap-person = Who asks for the exchange: staff number or name.
cli-help-swap-date = Day of the duty that this person gives (YYYY-MM-DD or DD/MM/YYYY).
cli-help-swap-with = The other person.
cli-help-swap-date2 = Day of the duty that the other one gives; otherwise the same day.
cli-bad-date = “{ $found }” is no date: write YYYY-MM-DD or DD/MM/YYYY.
cli-bad-moment = “{ $found }” is no moment: write “YYYY-MM-DD HH:MM”.

problem-asked-date = { $found } is not in the roster, which runs from { $first } to { $last }.
problem-asked-nobody = Nobody works on { $date }: there is nothing to replace.
problem-asked-no-duty = { $found } does not work on { $date }: there is nothing to replace. { $count ->
    [0] This person has no duty in this roster.
   *[other] The nearest duties: { $near }.
}
problem-asked-several = { $found } has several duties on { $date } ({ $codes }): mend the sheet Planning first.
problem-asked-same-person = An exchange takes two different people; { $found } is named twice.
problem-asked-both-rest = Neither of the two works ({ $dates }): there is nothing to exchange.

replace-hole = { $shift }{ $skill } to fill · { $date }, { $hours } ({ $length }) · in place of { $person }
replace-notice = Calls on { $moment }, { $notice } before the duty begins.
replace-notice-past = Calls on { $moment }: the duty began { $notice } ago; it is judged as a whole.
replace-not-needed = Without a replacement the target staffing is still met.
replace-broken-before = { $count ->
    [one] Caution: the roster breaks a strict rule already; only what is added is judged here.
   *[other] Caution: the roster breaks strict rules { $count } times already; only what is added is judged here.
}
replace-unverifiable = Not verifiable on that day, for want of history: { $rules }.
replace-nobody = Nobody can take it without breaking a strict rule.
replace-to-call = { $count ->
    [one] One person can take it:
   *[other] { $count } people can take it, to be called in this order:
}
replace-more = … and { $count } more (--limit).
replace-column-person = Person
replace-column-from = That day
replace-column-rest = Rest bef. / aft.
replace-column-week = Week / contract
replace-column-know = To know
replace-column-price = Dearer by
replace-source-freed = { $shift } not needed
replace-source-reserve = reserve { $shift }
replace-source-over-cover = { $shift } over target
replace-source-rest = rest
replace-source-on-call = on call { $shift }
replace-unknown = –
replace-of = { $part } / { $whole }
replace-consent = Rest: volunteers only, ask for their agreement.
replace-know-overtime = +{ $hours } over contract
replace-know-week-left = { $hours } to the limit
replace-know-wish = wished not to
replace-know-below = { $hours } below target
replace-know-above = { $hours } above target
replace-know-night = { $count ->
    [one] { $count } night
   *[other] { $count } nights
}
replace-know-saturday = { $count ->
    [one] { $count } Saturday
   *[other] { $count } Saturdays
}
replace-know-free-day = { $count } Sun. or holidays
replace-know-price = { $level } +{ $price }
replace-movable = { $count ->
    [one] One person could take it if their own duty were left open:
   *[other] { $count } people could take it if their own duty were left open:
}
replace-leaving = { $person } ({ $shift })
replace-begun = Reserve on duty already, to be settled on the spot:
replace-begun-one = { $person } ({ $shift } since { $time }; spread { $span } if carried on)
replace-single = Nearest to it, with a single rule in the way:
replace-excluded = { $count ->
    [one] One other person cannot:
   *[other] { $count } other people cannot:
}
replace-occupied = { $count ->
    [one] 1 works that day already
   *[other] { $count } work that day already
}
replace-absent = { $count ->
    [one] 1 absent
   *[other] { $count } absent
}
replace-blocked = { $count } · { $rule }:
replace-blocked-figures = { $person } { $measured } / { $limit }
replace-and-others = …
replace-see-all = Each excluded person, with the rule: --all.
replace-line-absent = { $person } · absent
replace-line-occupied = { $person } · works already: { $shift }
replace-line-rule = { $person } · { $row } · { $sentence }
replace-line-also = { $count ->
    [0] { "" }
    [one] (and one more rule)
   *[other] (and { $count } more rules)
}

swap-accepted = Exchange accepted: it newly breaks no strict rule.
swap-refused = Exchange refused.
swap-side = { $person }: gives { $gives }, takes { $takes }
swap-duty = { $shift } ({ $date }, { $hours })
swap-rest = rest
swap-absent = { $person } is absent ({ $dates }).
swap-rests = rest { $before } before and { $after } after { $shift }
swap-week = week of { $date }: { $before } → { $after }
swap-balance = balance of the period: { $before } → { $after }
swap-price = { $level } { $price }
swap-prices = Soft rules, change in price: { $prices }.
swap-no-price = Soft rules: no change in price.
swap-others = It also touches others than these two:
