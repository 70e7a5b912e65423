out-locked = { $why ->
    [worked] Forced by what is worked already
    [past] Forced by a day off that is over
    [rest] Forced by a day off that was announced
    [soon] Forced by what is too near to be changed
    [closed] Forced by what comes after the last day open to change
   *[hand] { $count ->
        [one] Forced by a cell set by hand
       *[other] Forced by cells set by hand
    }
}: { $cells }{ $more ->
    [0] {""}
    [one] {""} and one more
   *[other] {""} and { $more } more
}.
