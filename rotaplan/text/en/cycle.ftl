# Cycles: following them.
rule-follow-rotation = Follow the base rotation
rule-follow-rotation-also = base rotation, cycle
rule-follow-rotation-breach = { $aspect ->
    [swapped] { $person }: the cycle gives { $shift }, another shift is worked ({ $dates }).
    [to_rest] { $person }: the cycle gives { $shift }, the person rests ({ $dates }).
   *[from_rest] { $person }: { $shift } on a rest of the cycle ({ $dates }).
}

# Lines chosen before the search.
cli-lines-proven = { $count ->
    [one] One line of a rotation given (best choice, proven):
   *[other] { $count } lines of rotations given (best choice, proven):
}
cli-lines = { $count ->
    [one] One line of a rotation given:
   *[other] { $count } lines of rotations given:
}
cli-line = { $person }: { $rotation }, line { $line }
cli-line-broken = breaks strict rules ({ $count })
cli-line-barred = { $count ->
    [one] one post of the line is not open to this person
   *[other] { $count } posts of the line are not open to this person
}
cli-line-away = { $count ->
    [one] one post of the line falls on an absence
   *[other] { $count } posts of the line fall on absences
}
out-line = Line
out-line-on = Line on
