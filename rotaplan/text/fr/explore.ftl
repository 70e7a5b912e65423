problem-explore-negative = On ne peut pas recruter { $found } agents.
problem-explore-scale = « { $found } » n'est pas un facteur : un nombre positif est attendu, comme 1,1.
problem-explore-pack = Aucun texte « { $found } » ; textes connus : { $known }.
problem-explore-cap = { $found } n'est pas un nombre d'agents en congé.
problem-explore-too-few = On ne peut pas retirer { $found } agents : il n'y en a que { $people }.
problem-explore-skill = La compétence « { $found } » n'est détenue ou demandée nulle part ; compétences : { $expected }.
problem-explore-no-need = Aucune ligne de besoins ne correspond à « { $found } ».
problem-explore-no-row = Aucune règle en vigueur ne correspond à « { $found } ».
problem-explore-rows = La règle « { $found } » a plusieurs lignes : { $rows }. Précisez laquelle (row=…), ou ajoutez-en une (add=True).
problem-explore-unpublished = Il n'y a pas de planning publié : ni feuille Planning dans le classeur, ni publish(…).

explore-missing = Il manque { $library } ; installez-la avec : pip install "rotaplan[notebook]"
explore-hired = Renfort { $number }
explore-this = ce planning
explore-other = l'autre
explore-difference = écart
explore-changed = { $count ->
    [0] Aucune case ne change.
    [one] Une case change.
   *[other] { $count } cases changent.
}
explore-person = Agent
explore-date = Date
explore-untouched = Ne rien faire
explore-searching = Recherche en cours…
explore-ended = Recherche terminée : { $status }
explore-level = { $name } : { $cost } (au mieux { $bound })
explore-days = Jours
explore-span = { $first } – { $last } ({ $count } jours)
explore-people = Agents
explore-shifts = Postes
explore-absences = Absences
explore-rules = Règles
explore-published = Planning publié
explore-yes = oui
explore-more = Non montrés : { $people } agents et { $days } jours.
explore-level-head = Niveau
explore-price = Prix
explore-bound = Au mieux
explore-held = Places tenues
explore-missing-posts = Places à pourvoir
explore-posts = places
explore-sorted = agents, du moins au plus
explore-weekdays = L M M J V S D

explore-coverage = Couverture
explore-asked = Places demandées
explore-open-posts = Places à pourvoir
explore-below-minimum = Manque au minimum
explore-broken = Règles strictes enfreintes
explore-derogated = Écarts dérogés
explore-unverifiable = Contrôles non vérifiables
explore-hours = Heures travaillées
explore-hours-spread = Étendue des soldes d'heures
explore-night-spread = Étendue des nuits
explore-weekend-spread = Étendue des week-ends
explore-free-day-spread = Étendue des dimanches et fériés
explore-wishes = Souhaits
explore-wishes-granted = Souhaits accordés
explore-changes = Cases changées depuis la publication
explore-cost = Prix : { $level }
explore-ended-several = { $count ->
    [one] Recherche terminée : un planning
   *[other] Recherche terminée : { $count } plannings
}
