# A roster begun by hand (complete).
cli-help-complete = Completes the roster begun by hand in the sheet Planning of FILE: filled cells stay as they are, empty ones are planned, and what the filled ones break is listed.
cli-nothing-to-complete = { $file }: there is no sheet Planning to complete. For a whole roster: rotaplan solve.
cli-completing = { $filled ->
    [0] No cell is filled
    [one] One cell is filled and stays
   *[other] { $filled } cells are filled and stay
}; { $open ->
    [one] one is to be planned
   *[other] { $open } are to be planned
}.
