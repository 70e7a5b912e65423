out-locked = { $count ->
    [one] Imposé par une cellule fixée à la main
   *[other] Imposé par des cellules fixées à la main
} : { $cells }{ $more ->
    [0] {""}
    [one] {""} et une autre
   *[other] {""} et { $more } autres
}.
