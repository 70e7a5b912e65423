# La commande tradeoff, et ce qu'elle écrit.
cli-help-tradeoff = Proposer quelques bons plannings vraiment différents de FILE : aucun n’est battu par un autre sur tous les objectifs, et deux plannings diffèrent d’au moins --distance jours-agents. Sécurité et couverture vitale (niveaux 1 et 2) ne cèdent jamais. --time-limit vaut pour chaque recherche.
cli-help-plans = Nombre de plannings au plus.
cli-help-distance = Jours-agents (une personne, un jour) qui diffèrent au moins entre deux plannings.
cli-help-goal = Objectif à peser ; peut être répété ; sinon tous. Une règle qui n’est faite pour aucun compte pour celui de son niveau (équité, souhaits, coût...).
cli-help-give = Part de son prix dont chaque autre objectif peut se dégrader quand l’un passe devant (0,25 : un quart), une unité au moins.
choice-too-far = { $found } jours-agents de différence, c’est plus que le planning n’en a ({ $most }).
cli-help-tradeoff-output = Classeur de comparaison à écrire ; sinon FILE_choix.xlsx. Chaque planning est écrit à côté, suffixé _1, _2…
choice-name-workbook = règles du classeur
choice-name-cover = couverture d’abord
choice-name-fairness = équité d’abord
choice-name-wishes = souhaits d’abord
choice-name-changes = stabilité d’abord
choice-name-cost = coût d’abord
choice-name-balanced = équilibré
choice-name-other = autre planning
choice-goal-cover = couverture
choice-goal-fairness = équité
choice-goal-wishes = souhaits
choice-goal-changes = changements
choice-goal-cost = coût
choice-price = prix : { $goal }
choice-open = postes ouverts (sous la cible)
choice-broken = manquements stricts
choice-apart = jours-agents différents du planning { $number }
choice-none = Aucun planning ne respecte toutes les règles strictes dans le temps donné ; « rotaplan solve » dit pourquoi.
choice-distance = Deux plannings diffèrent d’au moins { $days } jours-agents ; aucun n’est battu par un autre sur tous les objectifs.
choice-dominated = { $count ->
    [one] Un planning battu par un autre a été écarté.
   *[other] { $count } plannings battus par un autre ont été écartés.
}
choice-without = { $count ->
    [one] Une recherche n’a pas trouvé de planning assez différent dans le temps donné.
   *[other] { $count } recherches n’ont pas trouvé de planning assez différent dans le temps donné.
}
choice-seconds = Temps utilisé : { $seconds } s.
out-choice-note = Aucun planning n’est battu par un autre sur tous les objectifs ; deux plannings diffèrent d’au moins { $days } jours-agents. Le meilleur prix de chaque objectif est en vert.
out-choice-which = Planning
out-choice-file = Classeur
