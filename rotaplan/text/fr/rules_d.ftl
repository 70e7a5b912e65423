rule-apart = incompatibilité
rule-apart-breach = { $dates } : { $measured } personnes à séparer travaillent ensemble ({ $shift }), { $limit } au plus.
rule-apart-text =
    Parmi les personnes choisies, jamais deux sur le même poste le même jour (incompatibilité).

    Pour chaque jour choisi et chaque poste choisi : personnes choisies qui le tiennent ≤ maximum (1 si la case est vide). Avec « ensemble », les postes choisis sont comptés en bloc : jamais deux de ces personnes de service le même jour, quel que soit le poste. Une ligne sépare un groupe de personnes. Prix par personne en trop.
rule-together = binôme
rule-together-breach = { $person } tient { $shift } sans son binôme ({ $dates }).
rule-together-text =
    Les personnes choisies tiennent toujours le même poste le même jour (binôme).

    Pour chaque paire de ces personnes, chaque jour choisi où les deux sont là (sous contrat et sans absence de la journée) et chaque poste choisi : les deux le tiennent, ou aucune. Une ligne réunit un groupe de personnes. Prix par poste que l'une tient sans l'autre.
rule-team-block = équipe constituée
rule-team-block-breach = { $person } : { $shift } sépare l'équipe ({ $dates }).
rule-team-block-text =
    Les personnes d'une même équipe tiennent le même poste, ou sont toutes en repos.

    Les équipes sont celles de la feuille Agents ; qui n'a pas d'équipe n'est pas concerné. Chaque jour choisi, parmi les membres d'une équipe qui sont là (sous contrat et sans absence de la journée), chacun est comparé au premier d'entre eux dans l'ordre de la feuille : les deux tiennent un poste choisi, ou aucun. Prix par poste que l'un des deux tient sans l'autre.
