# The answer workbook.
out-sheet-summary = Synthèse
out-sheet-roster = Planning
out-sheet-by_post = Par poste
out-sheet-cover = Couverture
out-sheet-counters = Compteurs
out-sheet-requests = Souhaits
out-sheet-alerts = Alertes
out-sheet-log = Journal
out-period = du { $first } au { $last }
out-footer = publié le ____________ par ____________
out-weekdays = L M M J V S D
out-week = S{ $number }

out-staff-number = Matricule
out-name = Nom
out-team = Équipe
out-agent = Agent
out-fte = Quotité
out-hours = Heures
out-target = Cible
out-balance = Solde
out-nights = Nuits
out-weekends = Week-ends
out-free-days = Dim. + fériés
out-rest = repos
out-work = travail
out-pinned = ! Imposé : { $code }
out-half-day-morning = Absent le matin ({ $code })
out-half-day-afternoon = Absent l'après-midi ({ $code })
out-held-of-wanted = Tenus / demandés
out-legend = Légende
out-legend-family = codes : { $name }
out-legend-strict = rouge
out-legend-strict-text = une règle stricte n'est pas respectée (détail dans Alertes)
out-legend-soft = trait ambre
out-legend-soft-text = une règle souple n'est pas tenue (détail dans Alertes)
out-legend-pinned = commentaire « ! »
out-legend-pinned-text = affectation imposée
out-absence = absence

out-family-morning = matin
out-family-afternoon = après-midi
out-family-evening = soir
out-family-day = jour
out-family-night = nuit
out-family-split = coupé
out-family-on-call = astreinte
out-family-on-site-call = garde
out-family-reserve = réserve
out-family-training = formation
out-family-remote = télétravail
out-family-rest = repos
out-family-leave = congé
out-family-absence = absence
out-family-count = Famille { $name }

out-shift = Code
out-label = Libellé
out-function = Qualification
out-unfilled = { $count ->
    [one] à pourvoir
   *[other] à pourvoir : { $count }
}
out-date = Date
out-minimum = Min
out-maximum = Max
out-held = Tenu
out-gap = Écart
out-cover = Tenu / cible
out-priority = Priorité
out-cover-note = Un poste sans qualification est recompté dans Planning ; avec qualification, les chiffres sont ceux du calcul.

out-counters-note = Heures : écart à la cible. Fériés et dimanches : jour où le poste commence. Clôture = ouverture + acquis.
out-opening = Ouverture
out-acquired = Acquis
out-closing = Clôture
out-counter-hours = Heures (solde)
out-counter-night = Nuits
out-counter-weekend = Week-ends
out-counter-sunday = Dimanches
out-counter-holiday = Jours fériés
out-counter-hardship = Pénibilité
out-counter-rest_due = Repos dû (h)

out-wish = Souhait
out-strength = Force
out-granted = Accordé
out-obtained = Obtenu
out-yes = oui
out-no = non
out-not-these = pas { $codes }

out-severity = Gravité
out-level = Niveau
out-rule = Règle
out-what = Constat
out-dates = Dates
out-measured = Mesuré
out-limit = Limite
out-price = Prix
out-go-to-roster = Voir la case
out-go-to-rule = Voir la règle
out-go-to-cover = Voir le poste
out-see = voir
out-strict = strict
out-soft = souple
out-derogated = dérogé
out-unverifiable = non vérifiable
out-reference = Référence
out-derogation = Dérogé ({ $details }).
out-derogation-bare = Dérogé.
out-derogation-deadline = échéance { $date }
out-derogation-rest = repos dû { $hours }
out-everybody = tous les agents concernés
out-unverifiable-what = Non vérifiable pour { $who } ({ $dates }) : il manque { $missing ->
    [one] un jour
   *[other] { $missing } jours
} d'historique.
out-verdict-unverifiable = { $verdict } { $count ->
    [one] Un contrôle reste non vérifiable, faute d'historique.
   *[other] { $count } contrôles restent non vérifiables, faute d'historique.
}
out-verdict-derogated = { $verdict } { $count ->
    [one] Un écart est couvert par une dérogation.
   *[other] { $count } écarts sont couverts par une dérogation.
}
out-derogated-breaches = Écarts dérogés
out-unverifiable-checks = Contrôles non vérifiables
out-no-alert = Aucune alerte : toutes les règles sont tenues.
out-level-1 = Sécurité et droit
out-level-2 = Couverture vitale
out-level-3 = Engagements publiés
out-level-4 = Couverture
out-level-5 = Équité
out-level-6 = Souhaits
out-level-7 = Coût

out-none = aucun
out-of = { $part } / { $whole }
out-seconds = { $seconds } s
out-verdict-infeasible = Aucun planning possible : des règles strictes se contredisent.
out-verdict-unknown = Aucun planning trouvé dans le temps imparti ; rien ne prouve qu'il n'en existe pas.
out-verdict-optimal = Aucun planning n'est joint à ce calcul.
out-verdict-feasible = Aucun planning n'est joint à ce calcul.
out-verdict-broken = { $count ->
    [one] Ne pas publier : une règle stricte n'est pas respectée.
   *[other] Ne pas publier : les règles strictes sont enfreintes { $count } fois.
}
out-verdict-missing = { $count ->
    [one] Publiable après arbitrage : toutes les règles strictes sont tenues, une place reste à pourvoir (couverture { $coverage } %).
   *[other] Publiable après arbitrage : toutes les règles strictes sont tenues, { $count } places restent à pourvoir (couverture { $coverage } %).
}
out-verdict-complete = Publiable : toutes les règles strictes sont tenues et tous les postes sont couverts.
out-verdict-proven = Publiable : toutes les règles strictes sont tenues, tous les postes sont couverts, et il est prouvé qu'on ne peut pas faire mieux.
out-coverage = Couverture
out-missing-posts = Places à pourvoir
out-strict-breaches = Manquements aux règles strictes
out-soft-breaches = Écarts aux règles souples
out-soft-cost = { $count } (prix { $price })
out-wishes-granted = Souhaits accordés
out-hours-balance = Solde d'heures de l'équipe
out-time-used = Temps de calcul
out-top-problems = À regarder d'abord
out-unfilled-posts = Postes à pourvoir
out-and-more = et { $count } autres
out-breaches-by-rule = Écarts par règle
out-breaches = Nombre
out-row = Ligne
out-fairness = Équité, ramenée à un temps plein
out-per-fte = Indicateur
out-least = Minimum
out-mean = Moyenne
out-most = Maximum
out-spread = Étendue
out-spread-hours = Écart à la cible (h)
out-spread-night = Nuits
out-spread-weekend = Week-ends
out-spread-free-day = Dimanches et fériés
out-distance = Distance au meilleur planning possible
out-distance-words = Ce qui est prouvé
out-gap-none = prouvé : on ne peut pas faire mieux
out-gap-open = aucune borne utile n'est prouvée : le gain possible est d'au plus { $gap }
out-gap-some = on gagnerait au plus { $gap }, soit { $percent } % du prix

out-status = Statut
out-weight = Poids
out-bound = Borne prouvée
out-parameters = Paramètres
out-status-optimal = optimal (prouvé)
out-status-feasible = réalisable
out-status-infeasible = impossible
out-status-unknown = inconnu
out-log-run = Calcul
out-log-input = Classeur lu
out-log-status = Résultat
out-log-start = Début
out-log-days = Jours planifiés
out-log-zone = Fuseau horaire
out-log-holidays = Pays et zone des jours fériés
out-log-history = Jours d'historique
out-log-seed = Graine
out-log-workers = Processus
out-log-strategy = Stratégie
out-strategy-model = le modèle pris en entier d’abord
out-strategy-search = une recherche par parties
out-strategy-columns = colonnes : des plannings d’un agent, assemblés
out-log-without-columns = Pas par colonnes, à cause de
out-strategy-without-rules = cases décidées contraires aux règles
out-strategy-without-levels = prix à plusieurs niveaux
out-strategy-without-size = trop d’agents, de jours ou de choses que les règles retiennent
out-log-limit = Limite de temps (s)
out-log-seconds = Temps utilisé (s)
out-log-first = Premier planning complet (s)
out-log-objective = Prix total
out-log-bound = Borne prouvée du prix total
out-log-versions = Versions
out-log-levels = Niveaux
out-log-rules = Règles en vigueur
out-breach = { $rule } : { $who } ({ $dates }), { $measured } au lieu de { $limit }
out-by-default = par défaut
