# La commande rotate, et ce qu'elle écrit.
cli-help-rotate = Construire un roulement cyclique : FILE est un classeur (Postes, Besoins par jour de semaine, Règles, Paramètres ; ni agents ni dates) ou une instance publique (.txt, .dzn).
cli-help-rotate-lines = Nombre de lignes (semaines) du roulement ; sinon celui de Paramètres, sinon le nombre d'agents.
cli-help-fixed-lines = Chacun garde sa ligne, qui recommence chaque semaine (ou après --weeks semaines) : les lignes sont rendues égales en heures, nuits, dimanches et week-ends libres.
cli-help-rotate-weeks = Semaines après lesquelles une ligne recommence, quand chacun garde la sienne (comme --fixed-lines).
cli-help-min-staff = Chercher le plus petit nombre de lignes possible, avec la preuve que moins ne suffit pas.
cli-help-alternatives = Nombre de grilles vraiment différentes à proposer, la meilleure comprise.
cli-help-rotate-output = Classeur à écrire ; sinon FILE_roulement.xlsx.
cli-help-rotate-picture = Image du roulement (SVG) à écrire en plus du classeur.
rotate-line = Ligne
rotate-day-0 = Lu
rotate-day-1 = Ma
rotate-day-2 = Me
rotate-day-3 = Je
rotate-day-4 = Ve
rotate-day-5 = Sa
rotate-day-6 = Di
rotate-grid = grille { $number }
rotate-row-missing = postes au-dessous de la cible
rotate-row-hours_gap = écart d'heures entre lignes
rotate-row-nights_gap = écart de nuits entre lignes
rotate-row-sundays_gap = écart de dimanches libres entre lignes
rotate-row-weekends_gap = écart de week-ends libres entre lignes
rotate-row-full_weekends = week-ends libres
rotate-row-longest_wait = semaines d'un week-end libre à l'autre, au pire
rotate-row-changes = changements de poste
rotate-row-rests = repos (suites de jours)
rotate-row-free_sundays = dimanches libres
rotate-row-mean_rest = repos moyen
rotate-row-shortest_rest = repos le plus court
rotate-row-weekly = heures par semaine, en moyenne
rotate-row-shared = semaines communes avec la grille 1
rotate-proven = (prouvé)
rotate-bound = (borne { $bound })
rotate-judged = { $count ->
    [0] Le roulement n'a aucune règle à respecter.
    [one] La règle est respectée d'un bout à l'autre, de la dernière semaine à la première aussi.
   *[other] Les { $count } règles sont respectées d'un bout à l'autre, de la dernière semaine à la première aussi.
}
rotate-judged-lines = { $count ->
    [0] Les lignes n'ont aucune règle à respecter.
    [one] La règle est respectée sur chaque ligne, de sa dernière semaine à sa première aussi.
   *[other] Les { $count } règles sont respectées sur chaque ligne, de sa dernière semaine à sa première aussi.
}
rotate-whose-line = Chacun garde sa ligne : mettez dans Agents le nom du roulement ({ $name }, …) et la ligne 1.
rotate-seconds = Temps utilisé : { $seconds } s.
rotate-infeasible = Aucun roulement de { $lines } lignes ne respecte les besoins et les règles : c'est prouvé. Combien il en faut : --min-staff.
rotate-unknown = Aucun roulement de { $lines } lignes trouvé dans le temps donné, sans preuve qu'il n'y en a pas. Donnez plus de temps (--time-limit).
rotate-on-table = Ces règles ne tiennent pas dans le flot ; le roulement est cherché case par case : { $rows }.
rotate-fewer = { $count ->
    [one] Une seule grille
   *[other] { $count } grilles
} sur { $asked } demandées : dans le temps donné, aucune autre n'a la moitié de ses semaines différente de toutes.
rotate-fewest = Il faut au moins { $lines ->
    [one] une ligne
   *[other] { $lines } lignes
} (autant d'agents).
rotate-fewest-arithmetic = Le calcul seul exclut { $lines ->
    [one] une ligne
   *[other] { $lines } lignes et moins
}.
rotate-fewest-search = La recherche a prouvé qu'il n'y a pas de roulement à { $lines } lignes.
rotate-fewest-unknown = Le plus petit nombre de lignes n'a pas été trouvé dans le temps donné.
rotate-sheet = Roulements
rotate-head-rotation = Roulement
rotate-head-line = Ligne
rotate-head-posts = Postes
rotate-head-hours = Heures
rotate-head-free_sunday = Dimanche libre
rotate-head-free_weekend = Week-end libre
rotate-yes = oui
rotate-no = non
rotate-title = Roulement { $name }
rotate-held = { $shift } tenus
rotate-held-weeks = { $shift } tenus en { $weeks } sem.
rotate-sheet-comparison = Synthèse
rotate-price = prix des règles souples : { $level }
rotate-departures = { $count ->
    [0] aucun écart
    [one] un écart, prix { $price }
   *[other] { $count } écarts, prix { $price }
}
rotate-on-line = Ligne { $line }
rotate-walk = Sur tout le roulement
rotate-endless = sans fin
rotate-sheet-departures = Écarts
rotate-head-grid = Grille
rotate-head-row = Où elle est
rotate-head-rule = Règle souple
rotate-head-where = Ligne et jour
rotate-head-what = Écart
rotate-head-level = Niveau
rotate-head-price = Prix
problem-rotation-lines = Le nombre de lignes du roulement n'est donné nulle part : indiquez « Lignes du roulement » dans Paramètres, ou --lines.
problem-rotation-needs = Aucun besoin par jour de semaine : un roulement se construit sur les besoins du lundi au dimanche.
problem-rotation-need-aside = Ce besoin de { $shift } vise des dates ou des jours particuliers : un roulement n'en connaît pas, il n'est pas compté.
problem-rotation-rule-aside = Règle { $rule } laissée de côté pour le roulement : { $reason ->
    [silent] rien de ce qu'elle compte (souhaits, congés, contrats, fériés) n'existe sur une ligne
    [people] elle vise certains agents, et une ligne n'est à personne ; videz Qui, ou que tous les agents en soient
    [together] elle compte plusieurs agents ensemble
    [dates] elle vise des dates
   *[other] elle compte par mois, par année ou sur l'horizon
}.
problem-rotation-posts-many = { $weeks ->
    [one] { $posts } postes par semaine
   *[other] { $posts } postes en { $weeks } semaines
}, { $lines } lignes × { $days } jours = { $product } : il faut plus de lignes{ $count ->
    [0] .
   *[other] {" "}({ $rows }).
}
problem-rotation-posts-few = { $weeks ->
    [one] { $posts } postes par semaine
   *[other] { $posts } postes en { $weeks } semaines
}, mais { $lines } lignes × { $days } jours au moins = { $product } : il faut moins de lignes{ $count ->
    [0] .
   *[other] {" "}({ $rows }).
}
problem-rotation-hours-many = { $hours } h de travail par semaine, { $lines } lignes × { $limit } h = { $product } h : il faut plus de lignes ({ $rows }).
problem-rotation-day-many = { $weekday ->
    [0] Lundi
    [1] Mardi
    [2] Mercredi
    [3] Jeudi
    [4] Vendredi
    [5] Samedi
   *[other] Dimanche
} : { $posts } postes à tenir, mais { $lines } lignes.
problem-rotation-block-long = { $shifts } : au moins { $least } jours de suite, mais au plus { $most } jours de travail de suite ({ $rows }).
problem-rotation-runs-clash = Suites d'au moins { $least } jours et d'au plus { $most } jours : ces deux lignes se contredisent ({ $rows }).
problem-rotation-turn = Les lignes recommencent après { $turn } jours, mais un travail et le repos qui suit durent de { $least } à { $most } jours : aucun nombre de fois ne donne { $turn } ({ $rows }).
problem-rotation-post-barred = Personne ne peut tenir le poste { $shift } tel qu'il est : la règle stricte « { $rule } » ({ $row }) l'interdit (horaires, pauses, qualification...).
