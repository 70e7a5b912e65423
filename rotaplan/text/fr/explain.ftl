# Explications : conflits, concessions, pourquoi.
out-sheet-explanations = Explications
explain-conflict = { $count ->
    [one] Cette ligne ne peut être tenue (prouvé) : { $rows }
   *[other] Ces { $number } lignes se contredisent : { $rows } (prouvé : sans l'un des éléments ci-dessous, les autres tiennent)
}
explain-conflict-rough = { $count ->
    [one] Cette ligne ne peut être tenue (prouvé) : { $rows }
   *[other] Ces { $number } lignes se contredisent : { $rows } (prouvé ; le temps a manqué pour écarter ce qui serait de trop)
}
explain-conflict-default = Des règles toujours en vigueur ne peuvent être tenues ensemble (prouvé)
explain-number = { $count ->
    [2] deux
    [3] trois
    [4] quatre
    [5] cinq
    [6] six
    [7] sept
    [8] huit
    [9] neuf
   *[other] { $count }
}
explain-alike = De même pour { $people }.
explain-alike-days = De même : { $dates }.
explain-item-absence = { $where } · absence ou indisponibilité de { $people }, { $dates }
explain-item-day-off = { $where } · jour non travaillé de { $people }, { $dates }
explain-item-lapsed = { $where } · qualification non valable de { $people }, { $dates }
explain-item-pin = { $where } · jour imposé à { $people }, { $dates }
explain-item-posts = { $where } · { $rule } : { $posts }
explain-item-people = { $where } · { $rule } : { $people }, { $dates }
explain-item-rule = { $where } · { $rule }, { $dates }
explain-everybody = tous les agents ({ $count })
explain-and-others = { $names } et { $count } autres
explain-searching = Recherche de la cause pendant { $seconds } s au plus…
explain-none = La cause n'a pas été trouvée dans le temps imparti ; augmentez --time-limit.
out-no-cause = La cause n'a pas été trouvée dans le temps imparti.
problem-asked-shift = « { $found } » n'est pas un poste de travail ; les codes sont { $known }.
cli-help-explain = Expliquer une case de la feuille Planning : pourquoi cet agent a ce poste ce jour-là, ou ne l'a pas.
cli-help-explain-person = matricule ou nom
cli-help-explain-date = jour (AAAA-MM-JJ)
cli-help-explain-shift = poste demandé à la place de ce que la case contient
explain-rest = repos
explain-work = travail
explain-other = autre chose que { $codes }
explain-around = Le mieux trouvé en recalculant autour : { $how }
explain-free = sans surcoût
explain-posts = postes non tenus { $count }
explain-question = { $person }, { $date } : { $holds } au planning ; pourquoi pas { $asked } ?
explain-blocked = Toutes les façons essayées enfreignent une règle stricte :
explain-no-post = Aucun poste de ce genre n'est demandé ce jour-là, ou n'est ouvert à cet agent.
explain-ways = { $count ->
    [one] Une façon d'y arriver sans enfreindre de règle stricte, avec son prix :
   *[other] Les { $count } façons les moins chères parmi celles essayées, sans enfreindre de règle stricte :
}
explain-account = Pour { $post } ce jour-là, sur { $count } agents :
explain-kept-holds = { $count } { $count ->
    [one] le tient
   *[other] le tiennent
} ({ $people })
explain-kept-absent = { $count } { $count ->
    [one] absent ou indisponible
   *[other] absents ou indisponibles
} ({ $people })
explain-kept-contract = { $count } hors contrat ({ $people })
explain-kept-skill = { $count } sans la qualification ({ $people })
explain-kept-codes = { $count } { $count ->
    [one] auquel ce poste n'est pas ouvert
   *[other] auxquels ce poste n'est pas ouvert
} ({ $people })
explain-kept-elsewhere = { $count } à un autre poste ({ $details })
explain-kept-rest = { $count } { $count ->
    [one] retenu par un repos
   *[other] retenus par un repos
} ({ $details })
explain-kept-limit = { $count } { $count ->
    [one] retenu par une autre règle stricte
   *[other] retenus par une autre règle stricte
} ({ $details })
explain-kept-able = { $count } { $count ->
    [one] possible, à un prix
   *[other] possibles, à un prix
} ({ $people })
explain-forced = En recalculant avec cette case imposée : { $price } ; cases modifiées : { $changes }.
explain-concessions = Pour en sortir, une seule de ces concessions suffit (la plus légère d'abord, chacune vérifiée) :
explain-concessions-near = Vérifiées sur une partie des jours seulement, le temps a manqué pour le reste :
explain-concessions-others = Ces concessions ne règlent que ce conflit ; d'autres lignes se contredisent encore, il faudra les régler aussi :
explain-together = Ensemble, ces concessions suffisent à tout régler (vérifié{ $price }) :
explain-together-fewest = Tout se règle en laissant ces postes ouverts, et pas à moins (prouvé{ $price }) :
explain-concede-post = { $count ->
    [one] Accepter un poste { $post } non tenu, { $dates }
   *[other] Accepter { $count } postes { $post } non tenus, { $dates }
}
explain-concede-pin = Lever le jour imposé à { $people }, { $dates }
explain-concede-move = Déplacer le congé de { $people } de { $by } j : { $moved } au lieu de { $dates }
explain-concede-leave-day = Reprendre un jour de congé à { $people }, { $dates }
explain-concede-leave = Annuler le congé de { $people }, { $dates }
explain-concede-skill = Rendre valable la qualification { $skill } de { $people }
explain-concede-person = { $count ->
    [one] Un agent de plus
   *[other] { $count } agents de plus
}{ $skills ->
    [0] {""}
   *[other] {" "}avec la qualification { $skill }
}
explain-concede-soft = { $where } : passer cette règle en souple
explain-concede-law = { $where } : passer cette règle en souple (elle cite un texte, { $reference } : en dernier recours)
explain-concede-days = (jours vérifiés : { $dates })
explain-concede-price = ; { $count ->
    [0] tous les postes cibles tenus
    [one] un poste cible non tenu
   *[other] { $count } postes cibles non tenus
}
explain-price-note = Les prix viennent d'une recherche courte : postes cibles non tenus, puis, par objectif, ce que la concession coûte de plus que la moins chère de cette liste.

## À quel point le planning est bon

out-quality = À quel point ce planning est bon
quality-nothing = { $name } : rien à payer
quality-proven = { $name } : prix { $cost }, optimal prouvé
quality-posts-proven = { $name } : { $posts } { $posts ->
    [one] poste non tenu
   *[other] postes non tenus
}, optimal prouvé
quality-posts = { $name } : { $posts } { $posts ->
    [one] poste non tenu
   *[other] postes non tenus
}, au plus { $better } de mieux
quality-posts-open = { $name } : { $posts } { $posts ->
    [one] poste non tenu
   *[other] postes non tenus
}, sans preuve qu'il en faille un seul
quality-share = { $name } : prix { $cost }, au plus { $percent } % de mieux
quality-open = { $name } : prix { $cost }, aucune borne utile prouvée
quality-share-of = { $percent } % : { $name } ({ $row }), { $count } { $count ->
    [one] écart
   *[other] écarts
}, prix { $cost }
quality-rest = { $rows ->
    [one] Une autre règle
   *[other] { $rows } autres règles
}, prix { $cost }
quality-dearest = { $level }, { $name } ({ $row }) pour { $percent } %
quality-line-bounded = Distance au meilleur possible : { $what }.
quality-line-unknown = Sans borne utile (prix présent) : { $what }.
quality-line-rows = Ce qui coûte le plus : { $what }.
# Ce que le calcul seul montre, avant toute recherche.
explain-short = Ce que le calcul montre avant toute recherche :
explain-short-day = { $dates } : { $posts } — { $needed } { $plural ->
        [one] personne demandée
       *[other] personnes demandées
    }, { $count ->
        [0] personne ne peut tenir ces postes
        [one] une seule peut tenir ces postes ({ $people })
       *[other] { $count } seulement peuvent tenir ces postes ({ $people })
    }{ $absent ->
        [0] {""}
        [one] , une autre absente
       *[other] , { $absent } autres absentes
    } : il en manque { $missing } ({ $where }).
explain-short-posts = { $dates } : { $posts } — { $needed } postes à tenir ; { $count ->
        [0] personne ne peut
        [one] une seule personne peut ({ $people }), { $available } au plus
       *[other] { $count } personnes peuvent, { $available } au plus en tout
    } : il en manque { $missing } ({ $where }).
explain-short-worth = { $dates } : { $posts } — { $rule } : les postes demandent { $needed } ; { $count ->
        [0] personne ne peut les tenir
        [one] une seule personne peut les tenir ({ $people }) et en faire au plus { $available }
       *[other] { $count } personnes peuvent les tenir et en faire au plus { $available } en tout
    } : il manque { $missing } ({ $where }).
explain-short-person = { $people } : { $rule }, { $needed } à faire { $dates }, et { $available } au plus les jours où cette personne peut travailler : il manque { $missing } ({ $where }).
explain-short-limits = { $people } : { $rule }, { $needed } à faire { $dates }, et d'autres lignes en laissent { $available } au plus{ $count ->
        [1] {""}
       *[other] {" "}à chacun
    } : il manque { $missing } ({ $where }).
explain-short-owed = { $dates } : { $rule } — { $count } personnes doivent { $needed } en tout, et les postes en permettent { $available } au plus : { $missing } de trop ({ $where }).

## Souhaits refusés et postes non tenus

out-why = Pourquoi
out-granting = Ce qu'il en coûterait
out-open-posts = Postes non tenus : qui manque à l'appel, et pourquoi
out-reasons-incomplete = Le temps imparti n'a pas suffi pour tout expliquer ; augmentez --time-limit.
cli-polished = { $count ->
    [one] Un souhait de plus accordé après la recherche, sans que rien d'autre ne coûte plus.
   *[other] { $count } souhaits de plus accordés après la recherche, sans que rien d'autre ne coûte plus.
}
refused-free = Trouvé après coup : un planning meilleur l'accorde
refused-even = À prix égal : un autre planning l'accorde
refused-price = L'accorder coûterait sur : { $level }
refused-unknown = Aucun planning trouvé qui l'accorde
refused-time = Non recherché : temps imparti écoulé
granting-free = { $how }.
granting-proven = { $how }, prouvé.
granting-found = { $how }, au plus.
granting-cells = { $count } cases modifiées ({ $price })
granting-alone = Ou sans remplacer l'agent : { $price }.
open-post = { $date } · { $post } : il manque { $missing } ; sur { $staff } agents :
open-post-no-way = Aucune façon simple de le tenir n'a été trouvée.
open-post-exchanged = Le moins cher : { $way } ; mais { $posts } resterait alors non tenu
open-post-cheapest = Le moins cher : { $way }
