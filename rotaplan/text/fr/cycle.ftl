# Les roulements : les suivre.
rule-follow-rotation = respect du roulement
rule-follow-rotation-also = suivi du roulement, trame, cycle
rule-follow-rotation-breach = { $aspect ->
    [swapped] { $person } : le roulement donne { $shift }, un autre poste est tenu ({ $dates }).
    [to_rest] { $person } : le roulement donne { $shift }, l'agent est au repos ({ $dates }).
   *[from_rest] { $person } : { $shift } sur un repos du roulement ({ $dates }).
}
rule-follow-rotation-text =
    Qui a une place dans un roulement travaille comme le roulement le dit.

    Pour chaque personne qui a une ligne dans un roulement (feuilles Roulements et Agents) et chaque jour planifié choisi : une case qui contient autre chose que le roulement est un écart. Il coûte « échangé » si un autre poste est tenu, « vers_repos » si un poste du roulement devient un repos, « depuis_repos » si un repos du roulement devient un poste ; 0 le rend libre, ce n'est alors pas un écart. N'en sont pas : un jour d'absence ferme, entier ou demi, un jour hors contrat, un jour de semaine jamais travaillé, ni le repos un jour férié. Qui remplace un absent ne s'écarte que de son propre roulement, s'il en a un : la réserve remplace sans écart. Prix par case.

# Les lignes choisies avant la recherche.
cli-lines-proven = { $count ->
    [one] Une ligne de roulement attribuée (meilleur choix, prouvé) :
   *[other] { $count } lignes de roulement attribuées (meilleur choix, prouvé) :
}
cli-lines = { $count ->
    [one] Une ligne de roulement attribuée :
   *[other] { $count } lignes de roulement attribuées :
}
cli-line = { $person } : { $rotation }, ligne { $line }
cli-line-broken = enfreint des règles strictes ({ $count })
cli-line-barred = { $count ->
    [one] un poste de la ligne ne lui est pas ouvert
   *[other] { $count } postes de la ligne ne lui sont pas ouverts
}
cli-line-away = { $count ->
    [one] un poste de la ligne tombe sur une absence
   *[other] { $count } postes de la ligne tombent sur une absence
}
out-line = Ligne
out-line-on = Ligne au
