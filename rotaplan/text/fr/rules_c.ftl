# Règles : présence, journée de travail, repos après, motifs, alternance.
# Faits : $person $dates $shift $skill $measured $limit $missing.

rule-days-window = jours travaillés sur jours consécutifs
rule-days-window-breach = { $person } : { $measured } jours travaillés ({ $dates }), pour { $limit } au plus.
rule-days-window-text =
    Jours travaillés sur des jours consécutifs, au plus.

    Pour chaque personne et chaque suite de jours de la longueur de la fenêtre, celles qui commencent dans l'historique comprises : nombre de jours choisis où un travail commence ≤ maximum. Si moins de jours sont connus, ils forment une seule suite. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par jour, chaque suite à part.

rule-day-max = durée quotidienne maximale
rule-day-max-breach = { $person } : { $measured } de travail ({ $dates }, { $shift }), pour { $limit } au plus.
rule-day-max-text =
    Temps de travail d'une journée, au plus ; la nuit peut avoir sa propre limite.

    Pour chaque personne et chaque jour choisi : minutes travaillées des postes qui commencent ce jour-là, réelles et pauses déduites, ≤ maximum. Si l'un d'eux est une nuit, la limite est « nuit » si elle est donnée ; « nuits » nomme les postes qui en sont, sinon ceux de la famille nuit. Tout le poste compte à son jour de début : pour des jours civils coupés à minuit, prenez les heures par période avec la période jour. Prix par heure commencée.

rule-split-shift = services coupés
rule-split-shift-breach = { $person } : la coupure ou les parties de { $shift } ne conviennent pas ({ $dates }).
rule-split-shift-text =
    Services coupés : nombre de vacations, vacation la plus courte, coupure la plus courte et la plus longue.

    Pour chaque personne et chaque jour choisi, pour un poste en plusieurs parties : nombre de parties ≤ « vacations » ; chacune dure au moins le minimum ; chaque coupure dure au moins « pause » et au plus le maximum. Ce sont des minutes réelles. Un poste d'une seule pièce n'est pas coupé. Prix par poste qui ne convient pas.

rule-break-rule = pause dans le travail
rule-break-rule-breach = { $person } : { $measured } d'affilée sans pause suffisante dans { $shift } ({ $dates }), pour { $limit } au plus.
rule-break-rule-text =
    Un travail long contient une pause.

    Pour chaque personne et chaque jour choisi : si un poste a plus que le maximum de travail d'affilée, il a une pause non payée d'au moins « pause ». Une coupure de cette durée entre deux parties termine la série ; une plus courte ne l'interrompt pas et compte avec le travail. « payée » nomme les postes qui ont leur propre pause payée. Ce sont des minutes réelles. L'heure de la pause se décide sur place : le planning ne la dit pas. Prix par poste.

param-night = nuit
param-nights = nuits
param-pause = pause
param-parts = vacations
param-paid = payée
