# Cycles: following them.
rule-follow-rotation = Follow the base rotation
rule-follow-rotation-also = base rotation, cycle
rule-follow-rotation-breach = { $aspect ->
    [swapped] { $person }: the cycle gives { $shift }, another shift is worked ({ $dates }).
    [to_rest] { $person }: the cycle gives { $shift }, the person rests ({ $dates }).
   *[from_rest] { $person }: { $shift } on a rest of the cycle ({ $dates }).
}
