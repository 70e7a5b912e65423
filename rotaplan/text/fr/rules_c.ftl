# Règles : présence, journée de travail, repos après, motifs, alternance.
# Faits : $person $dates $shift $skill $measured $limit $missing.

rule-days-window = jours travaillés sur jours consécutifs
rule-days-window-breach = { $person } : { $measured } { $measured ->
        [one] jour travaillé
       *[other] jours travaillés
    } ({ $dates }), pour { $limit } au plus.
rule-days-window-text =
    Jours travaillés sur des jours consécutifs, au plus.

    Pour chaque personne et chaque suite de jours de la longueur de la fenêtre, celles qui commencent dans l'historique comprises : nombre de jours choisis où un travail commence ≤ maximum. Si moins de jours sont connus, ils forment une seule suite. Ce que l'historique dépasse à lui seul n'est pas compté. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ». Prix par jour, chaque suite à part.

rule-day-max = durée quotidienne maximale
rule-day-max-breach = { $person } : { $measured } de travail ({ $dates }, { $shift }), pour { $limit } au plus.
rule-day-max-text =
    Temps de travail d'une journée, au plus ; la nuit peut avoir sa propre limite.

    Pour chaque personne et chaque jour choisi : minutes travaillées des postes qui commencent ce jour-là, réelles et pauses déduites, ≤ maximum. Si l'un d'eux est une nuit, la limite est « nuit » si elle est donnée ; « postes_de_nuit » nomme les postes qui en sont, sinon ceux de la famille nuit. Avec « heures_de_nuit », une nuit est plutôt un poste dont plus de ce nombre de minutes sont entre « début » et « fin » à l'horloge, quel que soit son nom. Les coupures d'au plus « coupure_comptée » sont du temps travaillé (30 min dans les transports urbains). Tout le poste compte à son jour de début : pour des jours civils coupés à minuit, prenez les heures par période avec la période jour. Prix par heure commencée.

rule-split-shift = services coupés
rule-split-shift-breach = { $aspect ->
        [parts] { $person } : { $shift } a { $measured } parties, { $limit } au plus ({ $dates }).
        [short] { $person } : coupure de { $measured } dans { $shift }, { $limit } au moins ({ $dates }).
        [long] { $person } : coupure de { $measured } dans { $shift }, { $limit } au plus ({ $dates }).
       *[other] { $person } : partie de { $measured } dans { $shift }, { $limit } au moins ({ $dates }).
    }
rule-split-shift-text =
    Services coupés : nombre de vacations, vacation la plus courte, coupure la plus courte et la plus longue.

    Pour chaque personne et chaque jour choisi, pour un poste en plusieurs parties : nombre de parties ≤ « vacations » ; chacune dure au moins le minimum ; chaque coupure dure au moins « pause » et au plus le maximum. Ce sont des minutes réelles. Un poste d'une seule pièce n'est pas coupé. Prix par poste qui ne convient pas.

rule-break-rule = pause dans le travail
rule-break-rule-breach = { $person } : { $measured } d'affilée sans pause suffisante dans { $shift } ({ $dates }), pour { $limit } au plus.
rule-break-rule-text =
    Un travail long contient une pause.

    Pour chaque personne et chaque jour choisi : si un poste a plus que le maximum de travail d'affilée, il a une pause non payée d'au moins « pause ». Une coupure de cette durée entre deux parties termine la série ; une plus courte ne l'interrompt pas et compte avec le travail. « payée » nomme les postes qui ont leur propre pause payée. Ce sont des minutes réelles. L'heure de la pause se décide sur place : le planning ne la dit pas. Prix par poste.

param-night = nuit
param-nights = postes_de_nuit
param-pause = pause
param-parts = vacations
param-paid = payée

rule-rest-after-nights = repos après nuits
rule-rest-after-nights-breach = { $person } : { $measured } de repos entre la dernière nuit et { $shift } ({ $dates }), au lieu de { $limit }.
rule-rest-after-nights-text =
    Après une suite de nuits, au moins le minimum avant tout autre poste.

    Les nuits sont les postes choisis, ou ceux de la famille nuit si rien n'est choisi. Pour chaque personne : si « suite_de_nuits » jours consécutifs ou plus (1 si rien n'est donné) ont chacun une nuit, et si le poste b qui suit la dernière, a, n'est pas une nuit du lendemain : début(b) − fin(a) ≥ minimum. b peut être de nouveau une nuit, après des jours de repos. Ce sont des minutes réelles, par-delà minuit et les changements d'heure ; les nuits de l'historique comptent, pour ce qu'on en connaît. L'astreinte à domicile est du repos (code du travail L.3121-10) et n'est pas un poste ici, sauf avec « à_domicile » ou si elle est choisie comme nuit. Prix en heures manquantes, toute heure commencée étant comptée.

rule-rest-after-oncall = repos de garde
rule-rest-after-oncall-breach = { $person } : { $measured } de repos entre la garde et { $shift } ({ $dates }), au lieu de { $limit }.
rule-rest-after-oncall-text =
    Après une garde ou une astreinte, au moins le minimum avant le prochain poste d'une autre nature (repos de sécurité).

    Les gardes et astreintes sont les postes choisis, ou ceux des familles astreinte et garde si rien n'est choisi. Pour chaque personne, chacun de ces postes a et le poste suivant b : début(b) − fin(a) ≥ minimum, sauf si b est lui-même une garde ou une astreinte ; avec « aussi_entre_elles », même alors. Le planning ne connaît pas les appels : donnez aux interventions un code à elles, et nommez-le. Ce sont des minutes réelles, historique compris. Prix en heures manquantes, toute heure commencée étant comptée.

rule-comp-day = repos compensateur
rule-comp-day-breach = { $person } : { $measured } jour de repos dans le délai après le { $dates }, au lieu de { $limit }.
rule-comp-day-text =
    Après un dimanche ou un jour férié travaillé, des jours de repos dans un délai.

    Pour chaque personne et chaque jour, planifié ou de l'historique, où commence un des postes choisis, si c'est un des jours choisis (les dimanches et jours fériés si rien n'est choisi) : parmi les « délai » jours suivants, au moins le minimum sont des repos. Ni les jours d'absence ferme ou hors contrat, ni les autres dimanches et fériés visés ne comptent. Si moins de jours que le minimum peuvent compter, tous sont demandés. Jugé quand tous les jours du délai sont connus ; les repos de l'historique comptent. Prix par jour manquant.

param-nights-run = suite_de_nuits
param-again = aussi_entre_elles
param-within = délai

rule-pattern = motif
rule-pattern-breach = { $person } : la suite de jours ne respecte pas le motif ({ $dates }).
rule-pattern-text =
    Une suite de jours qu'on ne veut pas, ou qui doit aller jusqu'au bout.

    Pour chaque personne et chaque série de jours connus aussi longue que la suite, dont un au moins est planifié : les jours ne sont pas tous comme elle le dit. Si des jours sont choisis, ce sont ceux du premier jour de la suite. Prix par série.

    Avec « voulu » : si le premier jour de la suite convient (dans l'historique aussi), chacun des suivants convient, aussi loin que va le planning. Pour imposer une suite à partir d'un jour, quoi qu'il porte, commencez-la par « n'importe quoi » (?). Prix par jour qui n'est pas comme demandé.

rule-isolated = jour isolé
rule-isolated-breach = { $person } : jour isolé ({ $dates }).
rule-isolated-text =
    Pas de jour travaillé seul entre deux repos, ni de repos seul entre deux jours travaillés.

    Pour chaque personne et chaque jour choisi dont la veille et le lendemain sont connus, historique compris : « lequel » dit si l'on ne veut pas de jour isolé de « travail », de « repos », ou ni l'un ni l'autre (« les_deux »). Les congés et absences sont des repos autour d'un jour travaillé ; mais un jour d'absence ferme ou hors contrat n'est jamais un repos isolé. Prix par jour.

param-sequence = suite
param-wanted = voulu
param-which = lequel
choice-work = travail
choice-off = repos
choice-both = les_deux

rule-skill-cover = mixité de compétences
rule-skill-cover-breach = { $shift } ({ $dates }) : { $measured } personne(s) avec { $skill }, au lieu de { $limit }.
rule-skill-cover-text =
    Chaque poste a, parmi ceux qui le tiennent, des détenteurs d'une compétence : un nombre, ou une part.

    Pour chaque jour choisi et chaque poste choisi : personnes présentes qui détiennent « compétence », valide ce jour-là, ≥ minimum ; demandé seulement les jours où les besoins demandent quelqu'un sur ce poste. Avec « part », dès que le poste est tenu : détenteurs ≥ part en pour cent de toutes les personnes présentes. Avec « ensemble », les postes choisis sont comptés ensemble. La fonction tenue n'importe pas : une fonction à tenir est une ligne de besoins. Prix par détenteur manquant, pour chaque limite à part.

rule-avoid-skill-use = éviter la sur-qualification
rule-avoid-skill-use-breach = { $person } a la compétence { $skill }, que { $shift } ne demande pas ({ $dates }).
rule-avoid-skill-use-text =
    Les détenteurs d'une compétence rare sont gardés pour les postes qui la demandent.

    Pour chaque personne choisie qui détient « compétence », valide ce jour-là, et chaque jour choisi : aucun des postes choisis, sauf si le poste demande la compétence ou si la personne le tient dans cette fonction. Prix par poste tenu.

rule-post-group = groupe de postes indivisible
rule-post-group-breach = { $shift } ({ $dates }) : { $measured } personne(s) présentes, { $limit } en tout pour que le groupe soit complet.
rule-post-group-text =
    Des postes qui vont ensemble : tous tenus, ou aucun.

    Pour chaque jour choisi : ou bien personne n'est sur aucun des postes choisis, ou bien chacun a au moins le minimum de personnes. Les postes que les besoins ne nomment jamais sont laissés de côté. Une équipe de trois sur un seul poste est une ligne avec ce poste et un minimum de 3. Prix, jour par jour, par personne manquante.

param-skill = compétence
param-share = part

rule-forward-rotation = rotation avant
rule-forward-rotation-breach = { $person } : { $shift } revient en arrière dans l'ordre des postes ({ $dates }).
rule-forward-rotation-text =
    Les postes avancent dans un ordre (matin, soir, nuit), jamais en arrière.

    « ordre » donne les natures de postes ; un poste qui en remplit plusieurs compte pour la première. Pour chaque personne, un poste de l'ordre et le suivant, au plus « écart » jours plus tard (1 pour des jours de suite) : le second n'est pas d'une nature placée avant celle du premier. Un travail hors de l'ordre peut se trouver entre eux. Avec l'écart 1, un jour sans poste de l'ordre le fait recommencer : le retour des nuits aux matins passe donc par un repos. Le premier poste peut être dans l'historique. Prix par pas en arrière.

rule-stable-start = stabilité des prises de service
rule-stable-start-breach = { $person } : la prise de service change de { $measured } ({ $dates }), pour { $limit } au plus.
rule-stable-start-text =
    Les heures de début de deux jours travaillés de suite diffèrent peu.

    Pour chaque personne et chaque jour planifié choisi j : si un des postes choisis commence le jour j − 1 (dans l'historique aussi) et un autre le jour j, leurs heures de début à l'horloge diffèrent d'au plus le maximum, par le chemin le plus court (23:00 et 01:00 diffèrent de deux heures). Prix en heures au-delà, toute heure commencée étant comptée.

param-order = ordre

rule-variety = variété de postes
rule-variety-breach = { $person } : { $measured } { $measured ->
        [one] nature de poste
       *[other] natures de postes
    } ({ $dates }), au lieu de { $limit }.
rule-variety-text =
    Nombre de natures de postes faites par période, au moins et au plus.

    Pour chaque personne et chaque période : minimum ≤ nombre de natures différentes parmi les postes choisis qui commencent un jour choisi ≤ maximum. Une nature est un code, ou avec « selon » une famille (matin, nuit...) ou un site. Le minimum n'est demandé que pour les périodes entières ; pour une période commencée dans l'historique, au plus une nature de plus par jour qui reste à planifier. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par nature.

rule-day-night-switch = alternance jour et nuit
rule-day-night-switch-breach = { $person } : { $measured } changements entre jour et nuit ({ $dates }), pour { $limit } au plus.
rule-day-night-switch-text =
    Changements entre le travail de jour et le travail de nuit par période, au plus.

    Pour chaque personne et chaque période : nombre de postes de la période qui sont une nuit alors que le poste précédent, au plus « écart » jours plus tôt, n'en était pas une, ou l'inverse, ≤ maximum. Les nuits sont ceux de « postes_de_nuit », ceux de la famille nuit s'il n'en nomme pas. Après un temps libre plus long, tout recommence. Le poste précédent peut être dans l'historique ou dans la période d'avant. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par changement.

param-by = selon
choice-code = code
choice-family = famille
choice-site = site

rule-min-presence = présence minimale permanente
rule-min-presence-breach = { $dates }, { $shift } : { $measured } personne(s) au travail, au lieu de { $limit }.
rule-min-presence-text =
    À tout moment d'une plage horaire, au moins un nombre de personnes au travail.

    Pour chaque jour choisi, et à tout moment de « début » à « fin » à l'horloge (une fin qui n'est pas après le début est du lendemain) : nombre de personnes choisies qui travaillent sur un des postes choisis ≥ minimum. Qui a commencé la veille au soir compte jusqu'à la fin de son poste ; les pauses comptent comme présence, la coupure d'un service coupé non. Les moments où quelqu'un d'un jour hors du planning et de son historique pourrait être là ne sont pas jugés, ni ceux où seuls des postes de l'historique peuvent être en cours. La relève entre deux équipes est une ligne à elle, pour les minutes où les deux doivent être là. Prix par personne manquante et par minute.

rule-cover-curve = courbe de charge
rule-cover-curve-breach = { $dates }, { $shift } : { $measured } personne(s) au travail, pour { $limit } souhaitées.
rule-cover-curve-text =
    Une courbe de charge : l'effectif souhaité sur une plage horaire, une ligne par plage.

    Pour chaque jour choisi, et à tout moment de « début » à « fin » à l'horloge (une fin qui n'est pas après le début est du lendemain), les présents étant comptés comme pour la présence minimale : « manque » unités par personne manquante et par minute, « excédent » unités par personne au-delà et par minute.

rule-resource-cap = capacité d'une ressource
rule-resource-cap-breach = { $dates }, { $shift } : { $measured } personne(s) en même temps, pour { $limit } au plus.
rule-resource-cap-text =
    Jamais plus de personnes en même temps sur des postes qui partagent une ressource (véhicules, bureaux).

    Pour chaque jour choisi, et à tout moment de « début » à « fin » à l'horloge (une fin qui n'est pas après le début est du lendemain) : nombre de personnes choisies qui travaillent sur un des postes choisis ≤ maximum. On les compte comme pour la présence minimale ; celles que l'historique y place à lui seul au-delà du maximum ne sont pas comptées. Prix par personne en trop et par minute.

rule-cover-smooth = lissage de la sous-couverture
rule-cover-smooth-breach = { $shift } ({ $dates }) : il manque { $measured } personne(s), pour { $limit } au plus.
rule-cover-smooth-text =
    Aucun jour où il manque trop de monde : la sous-couverture est répartie.

    Pour chaque jour choisi : personnes que les besoins demandent sur les postes choisis (la cible, ou le minimum s'il est plus haut), moins celles qui y sont, tous postes ensemble, ≤ maximum. Une personne de trop sur un poste compense donc une personne qui manque sur un autre ; prenez une ligne par poste si ce n'est pas voulu. Prix par personne.


rule-allowed-sites = sites autorisés
rule-allowed-sites-breach = { $person } : { $shift } est sur un autre site que le sien ({ $dates }).
rule-allowed-sites-text =
    Chacun ne travaille que sur son site, et sur ceux qui lui sont ouverts.

    Pour chaque personne choisie qui a un site, chaque jour choisi et chaque poste choisi qui en a un : les deux sites sont le même, ou le poste est parmi ceux de « ouverts » (site:Dépôt Nord, une étiquette, un code). Les postes sans site sont ouverts à tous, et les personnes sans site travaillent partout. Prix par poste tenu.

param-open = ouverts

# D'autres noms sous lesquels une règle se cherche : ce qu'elle dit les couvre.
reference-also = Aussi appelée
rule-rest-days-window-also = jours de repos par période, jours de repos par quatorzaine, off_period
rule-rest-blocks-also = repos doubles, repos doubles par période
rule-work-run-also = longueur de bloc, block_shape
rule-work-period-also = gpt
rule-priority-also = priorité, ancienneté, priorité entre agents
rule-balance-account-also = annualisation, solde d'heures
rule-work-period-days-also = jours de gpt
rule-min-presence-also = chevauchement, relève, handover, couverture d'astreinte, oncall_cover
rule-rest-after-oncall-also = repos de sécurité
rule-cover-target-also = effectif requis, poste prioritaire, poste facultatif, post_priority
rule-cover-minimum-also = effectif mini
rule-cover-maximum-also = effectif maxi
rule-required-skill-also = qualification, habilitation valide, habilitation
rule-availability-also = indisponible, indisponibilité, non souhaité
rule-allowed-codes-also = restriction médicale, postes interdits
rule-days-period-also = jours travaillés
rule-shifts-period-also = nombre de postes d'un type, nombre de postes
rule-split-shift-also = coupure, vacations
rule-break-rule-also = pause
rule-comp-day-also = repos compensateur dimanche, repos compensateur férié
rule-day-night-switch-also = alternance jour nuit
rule-weekend-every-also = un week-end sur n
rule-no-night-before-off-weekend-also = pas de nuit avant repos de week-end
rule-requests-also = souhaits, vœux, quota de vœux, request_off, request_on, request_quota
rule-preferred-person-also = agent à éviter, agent exclu
rule-balance-count-also = équilibre des postes pénibles, report d'équité, ledger
rule-reserve-also = suppléance
rule-external-also = renfort, intérim, vacataire
rule-activation-also = minimiser les agents mobilisés
rule-oncall-limits-also = plafond d'astreinte
rule-rest-away-also = découché, rhr
rule-pattern-also = motif imposé, motif souhaité, motif interdit
rule-cost-also = coût, budget
rule-weekly-rest-also = repos périodique
rule-avoid-skill-use-also = sur-qualification
rule-rest-after-nights-also = repos de nuit
rule-forbidden-succession-also = succession interdite
rule-isolated-also = jour de travail isolé, repos isolé
rule-variety-also = nombre de natures de poste
rule-weekend-identical-also = même poste samedi et dimanche
rule-holidays-share-also = fériés travaillés
rule-near-leave-also = protection des congés
rule-usual-hours-also = prise de service habituelle
rule-together-also = travailler ensemble
rule-team-block-also = équipe en bloc
rule-continuity-also = même agent sur le même poste
rule-group-mix-also = mixité de groupe
rule-balance-minutes-also = équilibre du temps de travail
rule-balance-worst-also = le moins bien loti d'abord
rule-wish-equity-also = équité des souhaits
rule-premium-also = majoration de nuit, majoration de dimanche
