# La commande robustness, et ce qu'elle écrit.
cli-help-robustness = Simuler des absences sur la feuille Planning de FILE : postes qui restent ouverts une fois les meilleurs remplaçants appelés, personnes que nul ne remplace, jours où une réserve aiderait le plus, et feuille Plan B. Rien n’est replanifié ; les absences d’un jour ne dépendent pas de celles d’un autre.
cli-help-rate = Taux d’absence par jour de travail (0,05 ou 5 %), pour tous ou pour une équipe (EQUIPE=0,08). Peut être répété et passe avant la feuille Absentéisme ; 5 % sans l’un ni l’autre.
cli-help-runs = Nombre de simulations.
cli-help-posts = Nombre de postes examinés, depuis le premier jour.
cli-help-robustness-output = Classeur à écrire ; sinon FILE_plan_b.xlsx.
risk-no-team = Aucune équipe « { $found } » ; équipes connues : { $known }.
risk-no-rate = « { $found } » n’est pas un taux : donnez 0,05, 5 % ou EQUIPE=0,08.
risk-rate = { $rate } d’absence
risk-rates = absence : équipe { $teams }, toute autre { $rate }
risk-asked = { $runs } simulations, { $rates }, jusqu’au { $last }.
risk-means = En moyenne : { $absences } absences, { $before } postes à reprendre, { $after } qui restent ouverts après remplacement.
risk-post = { $post } : ouvert { $open } fois par simulation, { $takers ->
    [0] personne ne peut le reprendre
    [one] une personne peut le reprendre
   *[other] { $takers } personnes peuvent le reprendre
}.
risk-person = { $person } : { $alone ->
    [one] un service que nul ne peut reprendre
   *[other] { $alone } services que nul ne peut reprendre
} (sur { $duties }).
risk-reserve = Une réserve aide le plus (part des simulations où un poste reste ouvert) : { $days }.
out-sheet-plan_b = Plan B
out-sheet-robustness = Robustesse
out-plan-b-note = Les postes le plus souvent ouverts si les absences tombent, et qui appeler si leur titulaire manque (appels la veille à midi).
out-plan-b-date = Date
out-plan-b-shift = Poste
out-plan-b-skill = Fonction
out-plan-b-holder = Titulaire
out-plan-b-open = Ouvert par simulation
out-plan-b-takers = À appeler
out-plan-b-call-1 = 1er appel
out-plan-b-call-2 = 2e appel
out-plan-b-call-3 = 3e appel
out-plan-b-nobody = aucun remplaçant
out-plan-b-none = Aucun poste n’est resté ouvert.
out-plan-b-source-freed = libéré
out-plan-b-source-reserve = réserve
out-plan-b-source-over_cover = sureffectif
out-plan-b-source-rest = au repos, à demander
out-plan-b-source-on_call = astreinte
out-risk-mean = Moyenne par simulation
out-risk-value = Valeur
out-risk-absences = absences un jour de travail
out-risk-before = postes à reprendre
out-risk-after = postes ouverts après remplacement
out-risk-people = Personnes clés
out-risk-alone = Services que nul ne reprend
out-risk-duties = Services examinés
out-risk-days = Où une réserve aide le plus
out-risk-saved = Postes sauvés
out-risk-teams = Équipes
out-risk-team-absences = Absences
out-risk-team-open = Restés ouverts
out-risk-team-rate = Taux
out-risk-no-one-team = sans équipe
risk-team = { $team } ({ $rate }) : { $absences } absences, { $open } postes qu’elles laissent ouverts.
