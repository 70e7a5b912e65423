# Un planning commencé à la main (complete).
cli-help-complete = Complète le planning commencé à la main dans la feuille Planning de FILE : les cases remplies restent telles quelles, les vides sont planifiées, et ce que les premières enfreignent est listé.
cli-nothing-to-complete = { $file } : il n'y a pas de feuille Planning à compléter. Pour un planning entier : rotaplan solve.
cli-completing = { $filled ->
    [0] Aucune case remplie
    [one] Une case remplie, gardée telle quelle
   *[other] { $filled } cases remplies, gardées telles quelles
} ; { $open ->
    [one] une case à compléter
   *[other] { $open } cases à compléter
}.
