# La commande replan.
cli-help-replan = Replanifier un planning publié (FILE) après un incident (INCIDENT, un classeur avec la feuille Perturbations ; ou les lignes nouvelles de cette feuille dans FILE ; ou --absent) : trois plans gradués, chacun comparé au planning publié. Le fichier publié n’est jamais modifié.
cli-help-absent = Personne absente et ses jours, par exemple REG-012:2027-03-17..2027-03-18. Peut être répété.
cli-help-replan-now = Moment de la décision (« AAAA-MM-JJ HH:MM ») ; sinon celui où la dernière perturbation a été connue. Ce qui a commencé ne change plus.
cli-help-until = Dernier jour où le planning peut changer ; sinon la fin des perturbations.
cli-help-plan = Un seul plan : fewest (le moins de personnes dérangées), balanced (équilibré) ou most (le plus de postes tenus) ; sinon les trois.
cli-help-replan-output = Classeur à écrire ; sinon FILE_replan.xlsx. Sans --plan, un classeur par plan, suffixé _1_fewest, _2_balanced, _3_most.
problem-replan-too-late = Le moment de la décision est après la fin du planning ({ $last }).
replan-now = Situation au { $now } ; { $count ->
    [0] aucune perturbation nouvelle
    [one] une perturbation nouvelle
   *[other] { $count } perturbations nouvelles
}.
replan-none = Aucun plan ne respecte toutes les règles strictes dans le temps donné. Donnez plus de temps (--time-limit) ou ouvrez plus de jours (--until).
replan-nothing-new = Rien de nouveau : aucune perturbation que { $file } ne prenne déjà en compte. Le planning publié reste en vigueur, rien n'est écrit.
replan-yet-broken = Attention : ce planning enfreint { $count ->
    [one] une fois une règle stricte
   *[other] { $count } fois des règles strictes
} ; « rotaplan check » dit où. Une ligne de la feuille Perturbations connue avant la dernière annonce est supposée prise en compte : corrigez « Connu le » si elle ne l'est pas.
replan-unchanged = Rien ne change : le planning publié reste en vigueur.
replan-untouched = sans décision
replan-plan-fewest = moins de personnes
replan-plan-balanced = équilibré
replan-plan-most = plus de postes
replan-row-held = postes tenus
replan-row-open = postes ouverts
replan-row-peak = ouverts au pire moment
replan-row-told = personnes à prévenir
replan-row-disturbed = … hors incident
replan-row-decided = cases décidées
replan-row-more = heures en plus
replan-row-asked = postes demandés
replan-row-minimum = sous le minimum
replan-row-broken = manquements stricts
replan-row-cells = cases modifiées, incident compris
replan-row-rest-due = repos dû (dérogations)
replan-row-changes = prix des modifications
replan-row-notice-immediate = … préavis immédiat
replan-row-notice-urgent = … préavis urgent
replan-row-notice-short = … préavis court
replan-row-notice-late = … préavis tardif
replan-row-notice-early = … préavis anticipé
replan-row-notice-ample = … préavis large
replan-same = Plan « { $plan } » : pas meilleur que le plan « { $other } » ; il n'est pas écrit à part.
replan-all-held = Plan « { $plan } » : tous les postes sont tenus.
replan-open = Plan « { $plan } », postes ouverts : { $posts }.
replan-broken = Plan « { $plan } » : { $count ->
    [one] une règle stricte est enfreinte
   *[other] des règles strictes sont enfreintes { $count } fois
} (feuille Alertes).
replan-tell = { $count ->
    [one] … une personne à prévenir, préavis : { $classes }.
   *[other] … { $count } personnes à prévenir, préavis : { $classes }.
}
replan-seconds = Premier plan après { $first } s, tous après { $seconds } s.
