# Explanations: conflicts, concessions, why.
out-sheet-explanations = Explanations
explain-conflict = { $count ->
    [one] This row cannot hold (proven): { $rows }
   *[other] These { $number } rows contradict each other: { $rows } (proven: without any one of the items below the others hold)
}
explain-conflict-rough = { $count ->
    [one] This row cannot hold (proven): { $rows }
   *[other] These { $number } rows contradict each other: { $rows } (proven; there was no time to leave out what may be too much)
}
explain-conflict-default = Rules that are always in force cannot hold together (proven)
explain-number = { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
   *[other] { $count }
}
explain-alike = The same for { $people }.
explain-alike-days = Likewise: { $dates }.
explain-item-absence = { $where } · absence or hours not available of { $people }, { $dates }
explain-item-day-off = { $where } · fixed day off of { $people }, { $dates }
explain-item-lapsed = { $where } · skill not valid of { $people }, { $dates }
explain-item-pin = { $where } · imposed day of { $people }, { $dates }
explain-item-posts = { $where } · { $rule }: { $posts }
explain-item-people = { $where } · { $rule }: { $people }, { $dates }
explain-item-rule = { $where } · { $rule }, { $dates }
explain-everybody = everybody ({ $count })
explain-and-others = { $names } and { $count } more
explain-searching = Looking for the cause, { $seconds } s at most…
explain-none = The cause was not found within the time given; raise --time-limit.
out-no-cause = The cause was not found within the time given.
problem-asked-shift = "{ $found }" is no shift on which somebody works; the codes are { $known }.
cli-help-explain = Explain a cell of the sheet Roster: why this person has this duty on that day, or has it not.
cli-help-explain-person = staff number or name
cli-help-explain-date = day (YYYY-MM-DD)
cli-help-explain-shift = shift asked for instead of what the cell holds
explain-rest = rest
explain-work = work
explain-other = anything but { $codes }
explain-around = The best found by solving again around it: { $how }
explain-free = at no extra cost
explain-posts = open posts { $count }
explain-question = { $person }, { $date }: { $holds } in the roster; why not { $asked }?
explain-blocked = All ways that were tried break a strict rule:
explain-no-post = No such post is asked for on that day, or is open to this person.
explain-ways = { $count ->
    [one] One way that breaks no strict rule, with its price:
   *[other] The { $count } cheapest ways of those tried that break no strict rule:
}
explain-account = For { $post } on that day, of { $count } people:
explain-kept-holds = { $count } hold it ({ $people })
explain-kept-absent = { $count } absent or not available ({ $people })
explain-kept-contract = { $count } out of contract ({ $people })
explain-kept-skill = { $count } without the skill ({ $people })
explain-kept-codes = { $count } to whom this shift is not open ({ $people })
explain-kept-elsewhere = { $count } on another post ({ $details })
explain-kept-rest = { $count } kept by a rest ({ $details })
explain-kept-limit = { $count } kept by another strict rule ({ $details })
explain-kept-able = { $count } able, at a price ({ $people })
explain-forced = Solved again with this cell imposed: { $price }; cells changed: { $changes }.
explain-concessions = Any one of these concessions settles it (the lightest first, each verified):
explain-concessions-near = Verified on some of the days only, there was no time for the rest:
explain-concessions-others = These concessions settle this conflict only; other rows still contradict each other and have to be settled too:
explain-together = Together these concessions settle everything (verified{ $price }):
explain-together-fewest = All is settled by leaving these posts open, and by no fewer (proven{ $price }):
explain-concede-post = { $count ->
    [one] Accept one uncovered { $post } post, { $dates }
   *[other] Accept { $count } uncovered { $post } posts, { $dates }
}
explain-concede-pin = Lift the day imposed on { $people }, { $dates }
explain-concede-move = Move the leave of { $people } by { $by } d: { $moved } instead of { $dates }
explain-concede-leave-day = Take back one day of leave from { $people }, { $dates }
explain-concede-leave = Cancel the leave of { $people }, { $dates }
explain-concede-skill = Make the skill { $skill } of { $people } valid
explain-concede-person = { $count ->
    [one] One more person
   *[other] { $count } more people
}{ $skills ->
    [0] {""}
   *[other] {" "}with the skill { $skill }
}
explain-concede-soft = { $where }: make this rule soft
explain-concede-law = { $where }: make this rule soft (it cites a text, { $reference }: last resort)
explain-concede-days = (days verified: { $dates })
explain-concede-price = ; { $count ->
    [0] all target posts covered
    [one] one target post uncovered
   *[other] { $count } target posts uncovered
}
explain-price-note = Prices are from a short search: target posts uncovered, then, by goal, what the concession costs more than the cheapest of this list.

## How good the roster is

out-quality = How good this schedule is
quality-nothing = { $name }: nothing to pay
quality-proven = { $name }: price { $cost }, proven optimal
quality-posts-proven = { $name }: { $posts } { $posts ->
    [one] post
   *[other] posts
} unfilled, proven optimal
quality-posts = { $name }: { $posts } { $posts ->
    [one] post
   *[other] posts
} unfilled, at most { $better } better
quality-posts-open = { $name }: { $posts } { $posts ->
    [one] post
   *[other] posts
} unfilled, no proof that any must be
quality-share = { $name }: price { $cost }, at most { $percent } % better
quality-open = { $name }: price { $cost }, no useful bound is proven
quality-share-of = { $percent } %: { $name } ({ $row }), { $count } { $count ->
    [one] departure
   *[other] departures
}, price { $cost }
quality-rest = { $rows ->
    [one] One other rule
   *[other] { $rows } other rules
}, price { $cost }
quality-dearest = { $level }, { $name } ({ $row }) for { $percent } %
quality-line-bounded = Distance to the best possible: { $what }.
quality-line-unknown = Without a useful bound (present price): { $what }.
quality-line-rows = What costs most: { $what }.
# What counting alone shows, before any search.
explain-short = What counting shows before any search:
explain-short-day = { $dates }: { $posts } — { $needed } { $plural ->
        [one] person
       *[other] people
    } asked for, { $count ->
        [0] nobody can hold these posts
        [one] only one can hold these posts ({ $people })
       *[other] only { $count } can hold these posts ({ $people })
    }{ $absent ->
        [0] {""}
        [one] , one more is away
       *[other] , { $absent } more are away
    }: { $missing } too few ({ $where }).
explain-short-posts = { $dates }: { $posts } — { $needed } posts to hold; { $count ->
        [0] nobody can
        [one] only one person can ({ $people }), { $available } at most
       *[other] { $count } people can, { $available } at most in all
    }: { $missing } too few ({ $where }).
explain-short-worth = { $dates }: { $posts } — { $rule }: the posts ask for { $needed }; { $count ->
        [0] nobody can hold them
        [one] only one person can hold them ({ $people }), and do { $available } at most
       *[other] { $count } people can hold them, and do { $available } at most in all
    }: { $missing } too little ({ $where }).
explain-short-person = { $people }: { $rule }, { $needed } to do { $dates }, and { $available } at most on the days on which this person can work: { $missing } too little ({ $where }).
explain-short-limits = { $people }: { $rule }, { $needed } to do { $dates }, and other rows leave { $available } at most{ $count ->
        [1] {""}
       *[other] {" "}to each
    }: { $missing } too little ({ $where }).
explain-short-owed = { $dates }: { $rule } — { $count } people owe { $needed } in all, and the posts allow { $available } at most: { $missing } too much ({ $where }).

## Refused wishes and open posts

out-why = Why
out-granting = What it would cost
out-open-posts = Open posts: who is missing, and why
out-reasons-incomplete = The time given was too short to explain everything; increase --time-limit.
cli-polished = { $count ->
    [one] One more wish granted after the search, nothing else costing more.
   *[other] { $count } more wishes granted after the search, nothing else costing more.
}
refused-free = Found afterwards: a better roster grants it
refused-even = At the same price: another roster grants it
refused-price = Granting it would cost at: { $level }
refused-unknown = No schedule found that grants it
refused-time = Not searched: the time given is over
granting-free = { $how }.
granting-proven = { $how }, proven.
granting-found = { $how }, at most.
granting-cells = { $count } cells changed ({ $price })
granting-alone = Or without replacing the person: { $price }.
open-post = { $date } · { $post }: { $missing } missing; of { $staff } people:
open-post-no-way = No simple way to fill it was found.
open-post-exchanged = The cheapest: { $way }; but { $posts } would then stay open
open-post-cheapest = The cheapest: { $way }
