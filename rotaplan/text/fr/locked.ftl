out-locked = { $why ->
    [worked] Imposé par ce qui est déjà travaillé
    [past] Imposé par un repos déjà passé
    [rest] Imposé par un repos annoncé
    [soon] Imposé par ce qui est trop proche pour être changé
    [closed] Imposé par ce qui suit le dernier jour ouvert aux changements
   *[hand] { $count ->
        [one] Imposé par une cellule fixée à la main
       *[other] Imposé par des cellules fixées à la main
    }
} : { $cells }{ $more ->
    [0] {""}
    [one] {""} et une autre
   *[other] {""} et { $more } autres
}.
