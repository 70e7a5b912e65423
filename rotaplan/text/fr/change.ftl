# Modifier un planning publié : les règles de la replanification.
rule-freeze = période figée
rule-freeze-breach = { $aspect ->
    [worked] { $person } : le service a déjà commencé ({ $dates }) et ne peut plus changer.
    [closed] { $person } : le { $dates } est en dehors des jours ouverts à la modification.
   *[other] { $person } : { $shift } modifié { $measured } avant ({ $dates }), pour un préavis de { $limit } au moins.
}
rule-freeze-text =
    Ce qui est fait, ou commence trop tôt pour être modifié, reste comme publié.

    À la replanification : une case qui diffère de ce qui reste du planning publié est refusée si le premier début concerné (celui du service qui reste, celui du nouveau) n'est pas après maintenant, ou le suit de moins que « minimum ». Pour qui est là pour être prévenu tard (en réserve ou d'astreinte ce jour-là, service supprimé par l'incident, volontaire de ce jour), « réserve_préavis » remplace le minimum. Après le dernier jour ouvert à la modification, rien ne bouge. Ce que l'incident retire lui-même n'est pas une modification. Tant que cette règle est stricte, ce qui est gelé reste même s'il enfreint une autre règle stricte, qui est alors signalée. Prix par case.
rule-recall-rule = rappel sur repos
rule-recall-rule-breach = { $person } est rappelé(e) un jour de repos publié, sans volontariat ({ $shift }, { $dates }).
rule-recall-rule-text =
    Personne n'est rappelé sur un repos publié sans l'avoir accepté.

    À la replanification : un service dans une case publiée comme repos est refusé, sauf volontaire de ce jour, ou si l'incident avait retiré le service qui s'y trouvait. Les congés sont tenus par la règle des disponibilités. Tant que cette règle est stricte, un tel jour reste de repos même si une autre règle stricte voudrait qu'il soit travaillé ; celle-ci est alors signalée. Prix par service.
rule-change-cost = coût de modification
rule-change-cost-breach = { $person } : { $aspect ->
    [reused] service remplacé, celui d'origine étant supprimé
    [reserve] réserve appelée
    [called] astreinte appelée
    [restored] retour au service d'origine
    [post] autre poste aux mêmes heures
    [moved] prise de service décalée d'une heure au plus
    [swapped] autre service, autres heures
    [to_rest] service supprimé, repos à la place
   *[from_rest] service à la place d'un repos
} ({ $shift }, { $dates }), préavis { $measured }.
rule-change-cost-text =
    Une modification coûte ce qu'elle est pour la personne, fois le retard avec lequel elle l'apprend.

    À la replanification, pour chaque case qui diffère de ce qui reste du planning publié : le prix de sa nature (autre poste aux mêmes heures « poste » ; prise de service décalée d'une heure au plus « décalé » ; autres heures « échangé » ; repos à la place d'un service « vers_repos », service à la place d'un repos « depuis_repos » ; retour au service d'avant l'incident « rétabli »), plus « site » si le lieu change, fois le poids du préavis (« immédiat » … « anticipé » ; 1 au-delà), fois un de plus que les modifications déjà subies (quatre au plus), fois « déjà_annoncé » si une replanification précédente avait déjà annoncé la case. Un service à des heures voisines à la place de celui que l'incident a retiré (« réemploi ») ou d'une réserve (« réserve ») ne demande pas de préavis ; l'appel d'une astreinte (« appelé »), si. Classes de préavis : hôpital 48 h, 15 jours (décret 2002-9, art. 13) ; ferroviaire 1 h, 24 h, 3 jours, 7 jours (décret 2016-755, art. 5) ; sinon 1 h, 24 h, 48 h, 7 jours, 15 jours.
rule-people-disturbed = personnes dérangées
rule-people-disturbed-breach = { $person } : { $measured } jour(s) modifié(s) ({ $dates }).
rule-people-disturbed-text =
    Le moins possible de personnes voient leur planning modifié.

    À la replanification : chaque personne dont une case au moins diffère de ce qui reste du planning publié est comptée une fois ; celles que l'incident concerne de toute façon doivent être prévenues et ne comptent pas.
rule-change-cap = plafond de modifications
rule-change-cap-breach = { $person } : { $measured } jours modifiés ({ $dates }), { $limit } au plus.
rule-change-cap-text =
    Personne n'a plus de tant de jours modifiés par une replanification.

    À la replanification : cases de chaque personne qui diffèrent de ce qui reste du planning publié ≤ maximum. Prix par case en trop.
rule-reachable = accessibilité en perturbation
rule-reachable-breach = { $person } : { $shift } commence à { $measured } ({ $dates }), prise de service possible à partir de { $limit }.
rule-reachable-text =
    Personne ne commence avant l'heure à laquelle il peut être là.

    Tant que dure une perturbation (une ligne qui amène des agents ne circule pas) : un service qui commence avant la première prise de service possible de la personne ce jour-là est refusé. Prix par service.
param-standby = réserve_préavis
param-reused = réemploi
param-reserve = réserve
param-restored = rétabli
param-post-changed = poste
param-moved = décalé
param-swapped = échangé
param-to-rest = vers_repos
param-from-rest = depuis_repos
param-called = appelé
param-site = site
param-announced-before = déjà_annoncé
param-immediate = immédiat
param-urgent = urgent
param-short = court
param-late = tardif
param-early = anticipé
