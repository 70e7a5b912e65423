# Explications : conflits, concessions, pourquoi.
out-sheet-explanations = Explications
explain-conflict = { $count ->
    [one] Cette ligne ne peut être tenue (prouvé) :
   *[other] Ces { $count } éléments se contredisent ; sans l'un quelconque d'entre eux, les autres tiennent (prouvé) :
}
explain-conflict-rough = { $count ->
    [one] Cette ligne ne peut être tenue (prouvé) :
   *[other] Ces { $count } éléments se contredisent (prouvé) ; le temps a manqué pour écarter ceux qui seraient de trop :
}
explain-alike = De même pour { $people }.
explain-item-absence = { $where } · absence ou indisponibilité de { $people }, { $dates }
explain-item-pin = { $where } · jour imposé à { $people }, { $dates }
explain-item-posts = { $where } · { $rule } : { $posts }
explain-item-people = { $where } · { $rule } : { $people }, { $dates }
explain-item-rule = { $where } · { $rule }, { $dates }
explain-everybody = tous les agents ({ $count })
explain-and-others = { $names } et { $count } autres
explain-searching = Recherche de la cause pendant { $seconds } s au plus…
explain-none = La cause n'a pas été trouvée dans le temps imparti ; augmentez --time-limit.
out-no-cause = La cause n'a pas été trouvée dans le temps imparti.
