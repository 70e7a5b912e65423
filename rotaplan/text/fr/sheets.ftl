# Ce que contiennent les feuilles et les colonnes : commentaires d'en-tête, légende, référence.
sheet-settings = Ce qui vaut pour tout le planning : dates, fuseau, jours fériés, calcul.
sheet-agents = Une ligne par agent.
sheet-shifts = Une ligne par code : horaires, nature, couleur. Les repos et congés y ont aussi leur code.
sheet-demand = Combien de personnes, sur quel poste, quels jours. Ou en matrice : codes en lignes, Lu à Di et Férié en colonnes, cellules 3, 2-3 ou 2/3/4 (minimum, cible, maximum).
sheet-rotations = Les roulements (trames), une semaine par ligne : tout le monde passe à la ligne suivante chaque lundi, et de la dernière à la première.
sheet-rules = Une règle par ligne ; une ligne peut être rendue inactive sans être effacée.
sheet-skills = Une ligne par agent et compétence, habilitation ou licence, avec ses dates.
sheet-absences = Congés et absences, fermes ou demandés.
sheet-availability = Heures où quelqu'un peut, ou ne peut pas, venir.
sheet-wishes = Ce que les agents aimeraient ; accordé autant que possible.
sheet-pins = Affectations imposées : un poste, ou un repos.
sheet-derogations = Dérogations accordées : une règle stricte, un agent, des dates, une autorité, le repos dû en échange.
sheet-history = Les semaines d'avant : agents en lignes, dates en colonnes, codes dans les cellules ; les autres colonnes chiffrées sont des compteurs reportés.
sheet-calendar = Jours fériés ajoutés ou retirés, types de jour de la maison, jours au service d'un autre jour.
sheet-disruptions = Ce qui est arrivé depuis la publication : absences, fermetures, services ajoutés... « rotaplan replan » en tient compte.
sheet-scenarios = Variantes à comparer : ce qu'une cellule vaudrait d'autre, une par ligne ; « rotaplan sweep » les résout toutes.
sheet-rates = Part des jours de travail où l'on est absent, par équipe ; « rotaplan robustness » en tient compte.

column-note = Remarque libre, jamais lue.
column-person = Matricule de l'agent (ou son nom, s'il est seul à le porter).
column-from = Premier jour, compris.
column-to = Dernier jour, compris ; vide : le même jour.
column-date = Date, ou plage de dates : 08/03/2027 - 14/03/2027.
column-weekday = Jours de la semaine : lu, lu-ve, sa, di, week-end, férié.
column-site = Lieu de travail.
column-code = Code de la feuille des postes.
column-strength = De 1 à 1000, ou très faible (1), faible (2), moyen (3), fort (4), très fort (5), impératif (10). Vide : 3.

column-settings-title = Nom du service ou du planning.
column-settings-start = Premier jour à planifier.
column-settings-end = Dernier jour à planifier, compris ; ou bien la durée en jours.
column-settings-days = Nombre de jours à planifier, si la fin n'est pas donnée.
column-settings-weeks = Nombre de semaines à planifier, si la fin n'est pas donnée.
column-settings-zone = Fuseau horaire ; les nuits de changement d'heure sont comptées juste.
column-settings-country = Pays des jours fériés (FR, GB, BE...) ; vide : aucun.
column-settings-subdivision = Territoire aux jours fériés propres, par exemple Alsace-Moselle.
column-settings-school_zone = Zone des vacances scolaires (A, B ou C) : ses jours forment le type de jour « vacances scolaires ».
column-settings-language = Langue des réponses ; vide : celle des en-têtes.
column-settings-lines = Nombre de lignes (semaines) du roulement à construire.
column-settings-seed = Nombre qui rend le calcul répétable.
column-settings-time_limit = Temps de calcul accordé, en secondes.

column-agents-person = Matricule, unique ; les zéros de tête sont gardés.
column-agents-last_name = Nom affiché.
column-agents-first_name = Prénom affiché.
column-agents-fte = Quotité de travail : 0,8 ou 80 %. Vide : 100 %.
column-agents-contract = Type de contrat, auquel les règles peuvent se référer.
column-agents-weekly_hours = Heures contractuelles par semaine, à la quotité de l'agent : 35:00.
column-agents-skills = Compétences sans date, séparées par des virgules.
column-agents-team = Équipe.
column-agents-role = Fonction ou grade.
column-agents-regime = Régime de travail.
column-agents-status = Statut, auquel les règles peuvent se référer. « bénévole » ou « BEN » : ne vient qu'aux heures déclarées dans Disponibilités.
column-agents-from = Premier jour du contrat ; vide : sans limite.
column-agents-to = Dernier jour du contrat, compris ; vide : sans limite.
column-agents-target = Heures attendues sur la période ; vide : selon le contrat.
column-agents-balance = Solde d'heures à l'entrée : 3:30 ou -2:00.
column-agents-forbidden = Codes ou natures que l'agent ne fait pas : N, nuit.
column-agents-allowed = Seuls codes ou natures que l'agent fait ; vide : tous.
column-agents-days_off = Jours de semaine jamais travaillés : me, sa, di.
column-agents-night_fit = Non : les nuits sont exclues. Vide : oui.
column-agents-reserve = Oui : appartient à la réserve.
column-agents-language = Langue des messages à la personne ; vide : celle du service.
column-agents-hourly_cost = Coût d'une heure.

column-agents-rotation = Roulement suivi, de la feuille Roulements.
column-agents-line = Ligne tenue la première semaine du planning, ou à la date de « Ligne au » ; vide : à choisir par le calcul.
column-agents-line_on = Un jour de la semaine où la ligne est tenue ; vide : le début du planning.
column-skills-skill = Code de la compétence, par exemple HAB:TRAM.
column-skills-level = Niveau, si utile.
column-skills-from = Premier jour de validité, compris ; vide : sans limite.
column-skills-to = Dernier jour de validité, compris ; vide : sans limite.

column-shifts-code = Ce qui s'écrit dans la grille ; unique.
column-shifts-label = Nom complet.
column-shifts-start = Début : 06:45, 6h45 ou 0645.
column-shifts-end = Fin ; avant le début : le lendemain. 24:00 est possible.
column-shifts-start2 = Reprise, pour un service coupé.
column-shifts-end2 = Fin de la seconde partie.
column-shifts-pause = Pause non comptée, en minutes.
column-shifts-paid = Durée à créditer, si elle diffère du temps travaillé.
column-shifts-worked = Temps de travail en minutes ; seulement vérifié contre les horaires.
column-shifts-family = Nature du poste ; vide : déduite des horaires.
column-shifts-works = Si un jour de ce code compte comme travaillé ; vide : oui s'il a des horaires.
column-shifts-skills = Compétences toutes exigées, valides à la fin du poste.
column-shifts-tags = Autres noms par lesquels les règles désignent ce poste.
column-shifts-colour = Couleur #RRVVBB ; vide : celle de la nature.
column-shifts-hardship = Points de pénibilité.

column-demand-date = Date ou plage de dates ; l'emporte sur les autres lignes du poste.
column-demand-day_type = Férié, ou un type de jour du calendrier.
column-demand-min = En dessous, le service n'est pas assuré.
column-demand-target = Effectif souhaité ; vide : le minimum.
column-demand-max = Effectif à ne pas dépasser ; vide : sans limite.
column-demand-skill = Fonction que ces personnes tiennent ; vide : tout le monde.
column-demand-priority = De 1 (d'abord) à 5 (ensuite).

column-rotations-rotation = Nom du roulement, répété sur chacune de ses lignes.
column-rotations-line = Numéro de la ligne : 1, 2, 3...
column-rotations-posts = Nombre de postes de la semaine.
column-rotations-hours = Heures de la semaine.
column-rotations-free_sunday = Si le dimanche est libre.
column-rotations-free_weekend = Si le samedi et le dimanche sont libres.
column-monday = Code du lundi ; vide ou repos : libre.
column-tuesday = Code du mardi ; vide ou repos : libre.
column-wednesday = Code du mercredi ; vide ou repos : libre.
column-thursday = Code du jeudi ; vide ou repos : libre.
column-friday = Code du vendredi ; vide ou repos : libre.
column-saturday = Code du samedi ; vide ou repos : libre.
column-sunday = Code du dimanche ; vide ou repos : libre.

column-absences-code = Code de l'absence : CA, MAL...
column-absences-half = Matin ou après-midi ; vide : toute la journée.
column-absences-firm = Non : seulement demandée. Vide : oui.
column-absences-state = Validée, demandée ou refusée.

column-availability-start = Début des heures concernées ; vide : toute la journée.
column-availability-end = Fin des heures concernées.
column-availability-kind = Disponible : seulement dans ces heures. Indisponible : pas dans ces heures. Préfère, évite : comme un souhait.

column-wishes-wish = repos, un code, pas N, plutôt M.

column-pins-date = Jour imposé ; ou bien du, au.
column-pins-code = Code imposé, ou repos.

column-history-date = Jour travaillé, si l'historique est une liste.
column-calendar-date = Jour, ou premier jour.
column-calendar-type = Férié, ouvré (retire un jour férié), ou un type à vous, utilisable dans les besoins et les règles.
column-calendar-label = Nom du jour.
column-calendar-runs_as = Jour de la semaine dont ce jour suit le service.

column-rules-rule = Règle, par son nom ou sa clé.
column-rules-who = Qui : matricules, noms, équipe, contrat, site, compétence, réserve ; sauf X. Vide : tout le monde.
column-rules-shifts = Quels postes : codes, natures (nuit...), étiquettes, site ; sauf X. Vide : tout travail.
column-rules-when = Quels jours : lu-ve, week-end, férié, dates, types de jour. Vide : tous.
column-rules-min = Minimum, dans l'unité de la règle.
column-rules-max = Maximum, dans l'unité de la règle.
column-rules-window = Période (jour, semaine, quinzaine, mois, année, horizon) ou nombre de jours glissants, selon la règle.
column-rules-value = Autres paramètres de la règle : nom=valeur; nom=valeur.
column-rules-state = Strict : jamais enfreinte. Souple : a un prix. Inactif : ignorée.
column-rules-level = De 1 (sécurité et droit) à 7 (coût) ; les niveaux sont résolus l'un après l'autre.
column-rules-weight = Prix d'une unité, dans son niveau.
column-rules-reference = Article ou accord d'où vient la règle.
column-rules-note = Remarque libre.

column-derogations-rule = Ligne de la feuille des règles (A7), sa référence, ou le nom d'une règle.
column-derogations-from = Premier jour couvert.
column-derogations-to = Dernier jour couvert, inclus ; vide : le même jour.
column-derogations-authority = Qui l'a accordée, et par quel acte.
column-derogations-deadline = Dernier jour pour rendre le repos ; une dérogation passée reste inscrite jusque-là.
column-derogations-compensation = Repos à rendre si la dérogation sert : 3:00.

column-scenarios-name = Nom de la variante ; plusieurs lignes d'un même nom vont ensemble.
column-scenarios-sheet = Feuille où quelque chose change : Agents, Besoins, Règles, Paramètres...
column-scenarios-key = Ligne : ce qu'elle porte dans sa première colonne obligatoire (matricule, code, règle), ou une cellule (A12) ; vide : toutes.
column-scenarios-field = Colonne de cette feuille. Pour Agents aussi « Nombre » : combien d'agents comme celui-là (0 : sans lui).
column-scenarios-value = Ce que la cellule contiendrait ; vide : rien.

column-rates-team = Équipe de la feuille des agents ; « tous » : toutes les équipes sans ligne à elles.
column-rates-rate = Part des jours de travail où quelqu'un de l'équipe est absent sans que ce soit prévu : 0,05 ou 5 %.

column-disruptions-id = Identifiant, au choix ; une ligne ultérieure du même identifiant remplace celle-ci.
column-disruptions-type = Ce qui arrive : absence, retard, inaccessible, habilitation perdue, fermeture, suppression, horaires modifiés, ajout, besoin, service réduit, volontaire.
column-disruptions-start = Jour, ou jour et heure : 16/03/2027 10:40.
column-disruptions-end = Un jour seul est compris ; avec une heure, c'est l'instant où c'est fini (minuit : 24:00). Vide : le même jour pour absence, retard et volontaire, sinon sans fin connue.
column-disruptions-certainty = Si la fin est sûre ou estimée ; vide : sûre.
column-disruptions-known = Quand on l'a su ; vide : au début.
column-disruptions-target = Qui : comme dans les règles. Ou quels postes : codes, natures, lignes et autres étiquettes, sites. D'un ajout : le code du service.
column-disruptions-effect = Retard : première prise de service possible (06:15). Besoin : +2, -1, ×0,5, 80 %. Ajout : +1 personne si vide. Service réduit : comme dimanche, férié, niveau 2. Habilitation perdue : laquelle.
column-disruptions-hours = Horaires d'un nouveau service ou modifiés : 06:35-09:35/15:45-19:20.
column-disruptions-skills = Compétences exigées d'un nouveau service, ou celle qui est perdue.
column-disruptions-label = Nom, repris dans les messages.
column-disruptions-site = Lieu du nouveau service ; d'un retard : seulement pour les postes de ce lieu.
column-disruptions-priority = D'un ajout : de 1 (d'abord) à 5 (ensuite).
column-disruptions-source = D'où vient l'information.

template-required = Obligatoire.
template-setting = Paramètre
template-value = Valeur
template-meaning = Signification
template-legend-sheet = Feuille
template-legend-holds = Contenu
template-legend-family = Nature
template-title = Exemple de planning

kind-text = texte
kind-word = mot de la liste
kind-person = matricule
kind-code = code
kind-list = liste
kind-date = date
kind-moment = date, ou date et heure
kind-clock = heure
kind-pause = minutes
kind-duration = durée (11:00, 11 h 30, 11 = heures)
kind-share = quotité
kind-rate = taux
kind-count = nombre entier
kind-number = nombre
kind-flag = oui / non
kind-weekday = jour de semaine
kind-weekdays = jours de semaine
kind-colour = couleur
kind-people = choix d'agents
kind-shifts = choix de postes
kind-skill = compétence
kind-sequence = suite de jours : N N R, ou nuit, repos, M|J (? = n'importe quoi, * = travail, . = repos)
kind-days = nombre de jours
kind-day_choice = choix de jours
kind-level = 1 à 7
kind-strength = force
kind-any = selon la règle
kind-period = période : jour, semaine, quinzaine, mois, année, horizon, cycle de 6 semaines (depuis le 04/01/2027)
kind-window = nombre de jours : 7, 7 j, 12 semaines

reference-title = Règles de rotaplan
reference-intro = Une règle par ligne de la feuille Règles. Les règles de base sont toujours actives ; une ligne de la feuille change leur statut ou leur prix.
reference-shifts = Dans les exemples : E 06:00-14:00, D 09:00-17:00, L 14:00-22:00, N 22:00-06:00, S 06:30-09:30 et 15:30-19:30 ; un point est un jour libre, | sépare l'historique du planning, / les personnes ; le premier jour est un lundi.
reference-line = { $name } : { $value }
reference-key = Clé
reference-basic = Règle de base, toujours active.
reference-source = Source
reference-grade = Par défaut
reference-strict = strict
reference-soft = souple, niveau { $level }, poids { $weight }
reference-scope = Colonnes de portée
reference-columns = Paramètres
reference-none = aucun
reference-column = Colonne
reference-parameter = Paramètre
reference-kind = Nature
reference-bounds = Bornes
reference-default = Défaut
reference-required = obligatoire
reference-sample = Exemple
reference-cycle = cycle de { $weeks } semaines
reference-cycle-from = cycle de { $weeks } semaines depuis le { $begins }
reference-examples = Exemples
reference-breaks = { $count ->
    [0] rien à redire
    [one] une infraction
   *[other] { $count } infractions
}

example-name = Agent { $number }
example-more-people = Un agent de plus
example-second-night = Deux de nuit
example-day-type = marché
example-day-label = jour de marché
