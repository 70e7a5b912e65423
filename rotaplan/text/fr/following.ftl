# La commande next.
cli-help-next = Préparer la période qui suit la feuille Planning de FILE : mêmes agents, besoins et règles, le planning devient l’historique, les compteurs sont reportés. Congés, souhaits et jours imposés des nouveaux jours restent. Rien n’est planifié : « rotaplan solve » vient ensuite.
cli-help-next-weeks = Nombre de semaines ; sinon autant de jours qu’avant, et le mois suivant après un mois entier.
cli-help-next-output = Classeur à écrire ; sinon FILE_suivant.xlsx.
next-days = À planifier : du { $first } au { $last } ({ $count } jours) ; { $known } jours d’historique, compteurs reportés.
next-left-out = { $count ->
    [one] Une ligne de congé, de souhait ou de jour imposé, passée, n’est pas reprise.
   *[other] { $count } lignes de congés, de souhaits ou de jours imposés, passées, ne sont pas reprises.
}
next-refused = Le classeur ne peut pas être préparé pour les jours suivants ; rien n’a été écrit.
