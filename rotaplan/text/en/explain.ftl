# Explanations: conflicts, concessions, why.
out-sheet-explanations = Explanations
explain-conflict = { $count ->
    [one] This row cannot hold (proven):
   *[other] These { $count } items contradict each other; without any one of them the others can hold (proven):
}
explain-conflict-rough = { $count ->
    [one] This row cannot hold (proven):
   *[other] These { $count } items contradict each other (proven); there was no time to set aside those that are too many:
}
explain-alike = The same for { $people }.
explain-item-absence = { $where } · absence or hours not available of { $people }, { $dates }
explain-item-pin = { $where } · imposed day of { $people }, { $dates }
explain-item-posts = { $where } · { $rule }: { $posts }
explain-item-people = { $where } · { $rule }: { $people }, { $dates }
explain-item-rule = { $where } · { $rule }, { $dates }
explain-everybody = everybody ({ $count })
explain-and-others = { $names } and { $count } more
explain-searching = Looking for the cause, { $seconds } s at most…
explain-none = The cause was not found within the time given; raise --time-limit.
out-no-cause = The cause was not found within the time given.
