out-locked = { $count ->
    [one] Forced by a cell set by hand
   *[other] Forced by cells set by hand
}: { $cells }{ $more ->
    [0] {""}
    [one] {""} and one more
   *[other] {""} and { $more } more
}.
