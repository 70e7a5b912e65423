cli-help-rotaplan = Planifie des équipes à partir du classeur du service : tableau de service, contrôle, explications.
cli-help-solve = Cherche le meilleur planning pour le classeur FILE et l'écrit à côté (FILE_planning.xlsx).
cli-help-check = Contrôle le planning de la feuille Planning de FILE, calculé ou saisi à la main.
cli-help-init = Écrit un classeur de départ (un exemple complet, ou vide avec --empty).
cli-help-rules = Affiche la référence de toutes les règles.
cli-help-import = Convertit une instance publique en classeur. FORMAT : schedulingbenchmarks, inrc1, rws ou rerostering (SOURCE : un fichier), inrc2 (SOURCE : dossier/instance, comme datasets/n030w4_1_6-2-9-1).
cli-help-output = Fichier de sortie.
cli-help-check-output = Écrit aussi un classeur complet, avec la feuille Alertes et ses liens.
cli-help-export = Écrit le planning de FILE comme réponse à l'instance publique SOURCE dont il est issu. FORMAT : rerostering.
cli-help-export-output = Fichier à écrire ; sinon celui du classeur avec .json.
cli-help-import-output = Classeur à écrire ; sinon le nom de la source en .xlsx.
cli-help-time-limit = Durée de recherche en secondes (sinon celle du classeur, sinon 60).
cli-help-seed = Graine des choix aléatoires (sinon celle du classeur, sinon 0).
cli-help-workers = Recherches menées de front (sinon une par cœur).
cli-help-strategy = auto choisit selon les règles et la taille, avec plusieurs processus deux voies à la fois ; model prend d’abord le modèle entier ; search par parties seulement ; columns assemble des plannings d’un agent, si toutes les règles s’y prêtent (le journal dit ce qui a servi).
cli-help-reproducible = Une seule recherche, limitée en effort et non en temps : même résultat partout.
cli-help-lang = Langue des réponses ; sinon celle du classeur.
cli-help-json = Écrit aussi le résultat en JSON.
cli-help-force = Remplace un fichier existant.
cli-help-empty = Sans les lignes d'exemple.
cli-help-pack = Ajoute les règles d'un texte de droit, une ligne par article (répétable).
cli-written = Fichier écrit : { $file }
cli-no-planning = { $file } : il n'y a pas de feuille Planning à contrôler.
cli-exists = { $file } existe déjà ; rien n'a été écrit. Choisissez un autre nom (-o) ou ajoutez --force.
cli-is-input = { $file } est le fichier d'entrée ; il n'est jamais remplacé. Choisissez un autre nom (-o).
cli-two-answers = Deux réponses iraient dans { $file } ; donnez un nom à chacune.
cli-no-folder = Le dossier de { $file } n'existe pas.
cli-input-errors = { $file } : { $count ->
    [one] une erreur à corriger
   *[other] { $count } erreurs à corriger
} ; rien n'a été écrit.
cli-asked = { $people ->
    [one] { $people } agent
   *[other] { $people } agents
}, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} à partir du { $start }, { $needs } postes à tenir, { $rules ->
    [one] { $rules } règle
   *[other] { $rules } règles
}.
cli-limit = Recherche pendant { $seconds } s au plus (Ctrl-C garde le meilleur planning trouvé).
cli-first = Premier planning complet après { $seconds } s.
cli-progress = { $seconds } s : { $state }
cli-time-left = encore { $seconds } s
cli-repairing = mise en place
cli-level = { $name } { $cost } ({ $distance })
cli-distance-proven = optimal prouvé
cli-distance-near = au plus { $percent } % au-dessus du minimum prouvé
cli-distance-units = au plus { $units } au-dessus du minimum prouvé
cli-optimal = Planning optimal (prouvé) en { $seconds } s.
cli-feasible = Planning trouvé en { $seconds } s.
cli-infeasible = Aucun planning n'est possible : les règles strictes se contredisent (prouvé).
cli-infeasible-person = Aucun planning n'est possible : les règles strictes propres à { $person } se contredisent (prouvé).
cli-unknown = Aucun planning trouvé dans le temps imparti ; augmentez --time-limit.
cli-covered = Tous les postes sont tenus ({ $needs } sur { $needs }).
cli-nothing-asked = Les besoins ne demandent aucun poste.
cli-uncovered = { $missing } { $missing ->
    [one] poste non tenu
   *[other] postes non tenus
} sur { $needs } :
cli-uncovered-line = { $date } · { $shift }{ $skill } : il manque { $missing }
cli-and-more = … et { $count } de plus (voir le classeur)
cli-clean = Aucune règle stricte n'est enfreinte.
cli-clean-but = Aucune règle stricte n'est enfreinte, sous les réserves qui suivent.
cli-broken = { $count ->
    [one] Une infraction à une règle stricte
   *[other] { $count } infractions à des règles strictes
} :
cli-breach = { $row } · { $sentence }
cli-cited = { $sentence } [{ $reference }]
cli-derogated = { $count ->
    [one] Un écart couvert par une dérogation
   *[other] { $count } écarts couverts par une dérogation
} :
cli-unverifiable = { $count ->
    [one] Une règle stricte non vérifiable (historique insuffisant)
   *[other] { $count } contrôles stricts non vérifiables (historique insuffisant)
} :
cli-soft = { $count ->
    [one] Une règle souple non respectée
   *[other] { $count } écarts à des règles souples
} (coût { $cost }).
cli-wishes = Souhaits accordés : { $granted } sur { $wishes }.
cli-file = { $file } : { $reason }
cli-locked = { $file } est ouvert ailleurs ou protégé ; fermez-le, ou choisissez un autre nom (-o).
cli-fault = Défaut de rotaplan : { $message }. Aucun planning n'a été remis.
level-safety = sécurité et droit
level-vital_cover = effectifs minimaux
level-commitments = engagements publiés
level-cover = effectifs cibles
level-fairness = équité
level-wishes = souhaits
level-cost = coût
cli-many = { $rule } : { $count } infractions{ $people ->
    [0] {""}
    [one] {""}, un agent
   *[other] {""}, { $people } agents
}.
cli-worst = La plus grave : { $line }
cli-all-in = Le détail : { $files }.
cli-all-how = Le détail : feuilles Alertes et Couverture avec -o FICHIER.xlsx, ou --json FICHIER.
cli-uncovered-many = { $shift }{ $skill } : il manque { $missing } au total, sur { $days } jours
