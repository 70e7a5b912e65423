# La liste d'appel (replace) et le contrôle d'un échange (swap).
cli-help-replace = Qui appeler pour tenir le poste d'un agent qui manque, dans quel ordre, et pourquoi pas les autres. FILE : un classeur avec sa feuille Planning.
cli-help-replace-person = Agent qui manque : matricule ou nom.
cli-help-replace-date = Jour où commence son poste (AAAA-MM-JJ ou JJ/MM/AAAA).
cli-help-now = Moment des appels (« AAAA-MM-JJ HH:MM ») ; sinon la veille du poste à 12:00. Un poste commencé à ce moment n'est plus échangé.
cli-help-limit = Nombre d'agents affichés (le JSON les a tous).
cli-help-all = Affiche aussi chaque agent écarté, avec la règle.
cli-help-swap = Deux agents échangent leur poste, ou un poste contre un repos : accepté, ou refusé avec la règle, l'agent et la valeur. FILE : un classeur avec sa feuille Planning.
cli-help-swap-person = Agent qui demande l'échange : matricule ou nom.
cli-help-swap-date = Jour du poste qu'il cède (AAAA-MM-JJ ou JJ/MM/AAAA).
cli-help-swap-with = L'autre agent.
cli-help-swap-date2 = Jour du poste que l'autre cède ; sinon le même jour.
cli-bad-date = « { $found } » n'est pas une date : écrivez AAAA-MM-JJ ou JJ/MM/AAAA.
cli-bad-moment = « { $found } » n'est pas un moment : écrivez « AAAA-MM-JJ HH:MM ».

problem-asked-date = Le { $found } n'est pas dans le planning, qui va du { $first } au { $last }.
problem-asked-nobody = Personne ne travaille le { $date } : il n'y a rien à remplacer.
problem-asked-no-duty = { $found } ne travaille pas le { $date } : il n'y a rien à remplacer. { $count ->
    [0] Cet agent n'a aucun poste dans ce planning.
   *[other] Ses postes les plus proches : { $near }.
}
problem-asked-several = { $found } a plusieurs postes le { $date } ({ $codes }) : corrigez d'abord la feuille Planning.
problem-asked-same-person = Un échange demande deux agents différents ; { $found } est nommé deux fois.
problem-asked-both-rest = Aucun des deux ne travaille ({ $dates }) : il n'y a rien à échanger.

replace-hole = { $shift }{ $skill } à pourvoir · { $date }, { $hours } ({ $length }) · à la place de { $person }
replace-notice = Appels le { $moment }, soit { $notice } avant la prise de service.
replace-notice-past = Appels le { $moment } : le poste a commencé depuis { $notice } ; il est jugé en entier.
replace-not-needed = Sans remplacement, l'effectif cible reste atteint.
replace-broken-before = { $count ->
    [one] Attention : le planning enfreint déjà une règle stricte ; seul ce qui s'ajoute est jugé ici.
   *[other] Attention : le planning enfreint déjà { $count } fois des règles strictes ; seul ce qui s'ajoute est jugé ici.
}
replace-unverifiable = Non vérifiable ce jour-là, faute d'historique : { $rules }.
replace-nobody = Personne ne peut le prendre sans enfreindre une règle stricte.
replace-to-call = { $count ->
    [one] Un agent peut le prendre :
   *[other] { $count } agents peuvent le prendre, à appeler dans cet ordre :
}
replace-more = … et { $count } de plus (--limit).
replace-column-person = Agent
replace-column-from = Ce jour-là
replace-column-rest = Repos av. / ap.
replace-column-week = Semaine / contrat
replace-column-know = À savoir
replace-column-price = Écart de prix
replace-source-freed = { $shift } sans besoin
replace-source-reserve = réserve { $shift }
replace-source-over-cover = { $shift } en surnombre
replace-source-rest = repos
replace-source-on-call = astreinte { $shift }
replace-unknown = –
replace-of = { $part } / { $whole }
replace-consent = Repos : volontaires seulement, accord à demander.
replace-know-overtime = +{ $hours } sur le contrat
replace-know-week-left = { $hours } avant la limite
replace-know-wish = ne le souhaitait pas
replace-know-below = { $hours } sous la cible
replace-know-above = { $hours } au-delà de la cible
replace-know-night = { $count ->
    [one] { $count } nuit
   *[other] { $count } nuits
}
replace-know-saturday = { $count ->
    [one] { $count } samedi
   *[other] { $count } samedis
}
replace-know-free-day = { $count } dim. ou fériés
replace-know-price = { $level } +{ $price }
replace-movable = { $count ->
    [one] Un agent pourrait le prendre si son propre poste restait à pourvoir :
   *[other] { $count } agents pourraient le prendre si leur propre poste restait à pourvoir :
}
replace-leaving = { $person } ({ $shift })
replace-begun = Réserve déjà en service, à voir sur place :
replace-begun-one = { $person } ({ $shift } depuis { $time } ; amplitude { $span } en enchaînant)
replace-single = Au plus près, une seule règle s'y oppose :
replace-excluded = { $count ->
    [one] Un autre agent ne peut pas :
   *[other] { $count } autres agents ne peuvent pas :
}
replace-occupied = { $count ->
    [one] 1 travaille déjà ce jour-là
   *[other] { $count } travaillent déjà ce jour-là
}
replace-absent = { $count ->
    [one] 1 absent
   *[other] { $count } absents
}
replace-blocked = { $count } · { $rule } :
replace-blocked-figures = { $person } { $measured } / { $limit }
replace-and-others = …
replace-see-all = Chaque agent écarté, avec sa règle : --all.
replace-line-absent = { $person } · absent
replace-line-occupied = { $person } · travaille déjà : { $shift }
replace-line-rule = { $person } · { $row } · { $sentence }
replace-line-also = { $count ->
    [0] { "" }
    [one] (et une autre règle)
   *[other] (et { $count } autres règles)
}

swap-accepted = Échange accepté : aucune règle stricte n'y est nouvellement enfreinte.
swap-refused = Échange refusé.
swap-side = { $person } : cède { $gives }, prend { $takes }
swap-duty = { $shift } ({ $date }, { $hours })
swap-rest = repos
swap-absent = { $person } est absent ({ $dates }).
swap-rests = repos { $before } avant et { $after } après { $shift }
swap-week = semaine du { $date } : { $before } → { $after }
swap-balance = solde de la période : { $before } → { $after }
swap-price = { $level } { $price }
swap-prices = Règles souples, écart de prix : { $prices }.
swap-no-price = Règles souples : aucun écart de prix.
swap-others = Touche aussi d'autres que ces deux agents :
