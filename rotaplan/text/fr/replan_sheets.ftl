# Les feuilles d'une replanification.
out-sheet-changes = Modifications
out-sheet-disruptions = Perturbations
out-changes-note = { $cells ->
    [0] Aucune case ne change : le planning publié reste en vigueur.
    [one] Une case change.
   *[other] { $people ->
        [one] { $cells } cases changent pour une personne.
       *[other] { $cells } cases changent pour { $people } personnes.
    }
}
out-change-person = Agent
out-change-name = Nom
out-change-date = Date
out-change-before = Avant
out-change-before-skill = Fonction avant
out-change-after = Après
out-change-after-skill = Fonction après
out-change-sign-on = Prise de service
out-change-place = Lieu
out-change-kind = Nature
out-change-notice = Préavis
out-change-reason = Motif
out-change-consent = Accord
out-change-announced = Annoncé le
out-change-kind-absent = absent
out-change-kind-freed = libéré
out-change-kind-reused = réemploi
out-change-kind-reserve = réserve appelée
out-change-kind-called = astreinte appelée
out-change-kind-restored = rétabli
out-change-kind-post = autre poste
out-change-kind-moved = décalé
out-change-kind-swapped = échangé
out-change-kind-to-rest = repos à la place
out-change-kind-from-rest = service sur repos
out-change-reason-absence = absence
out-change-reason-incident = incident
out-change-reason-reorganised = réorganisation
out-change-consent-none = pas nécessaire
out-change-consent-informed = à informer
out-change-consent-volunteer = volontaire
out-change-consent-asked = à demander
out-notice-immediate = immédiat
out-notice-urgent = urgent
out-notice-short = court
out-notice-late = tardif
out-notice-early = anticipé
out-notice-ample = large
out-changed-from = Avant : { $before } (annoncé le { $when })
out-changed-cell = modifié
out-changed-cell-text = cadre épais : modifié par cette replanification (commentaire : ce qui était publié)
out-changed-before = déjà annoncé
out-changed-before-text = cadre tireté : modifié par une replanification précédente
out-disruption-id = Id
out-disruption-type = Type
out-disruption-start = Début
out-disruption-end = Fin
out-disruption-certainty = Certitude
out-disruption-known = Connu le
out-disruption-target = Cible
out-disruption-effect = Effet
out-disruption-hours = Horaires
out-disruption-skills = Qualifications
out-disruption-label = Libellé
out-disruption-site = Site
out-disruption-priority = Priorité
out-disruption-source = Source
out-disruption-note = Note
out-sheet-messages = Messages
out-messages-note = { $count ->
    [0] Personne n'est à prévenir.
    [one] Une personne à prévenir ; copier le texte de la colonne Message.
   *[other] { $count } personnes à prévenir, dans cet ordre ; copier le texte de la colonne Message.
}
out-message-order = N°
out-message-before = Prévenir avant
out-message-text = Message
out-message-told = Prévenu le
out-message-by = Par
msg-hello = Bonjour { $name }, votre planning change :
msg-absent = { $date } : votre service { $before } est retiré du planning, votre absence étant enregistrée.
msg-freed = { $date } : votre service { $before } est supprimé ; aucun autre ne le remplace.
msg-cut = { $date } : votre service { $before } est écourté et devient { $after }.
msg-to-rest = { $date } : votre service { $before } est retiré ; vous êtes en repos.
msg-from-rest = { $date } : vous étiez en repos ; le service { $after } vous est proposé.
msg-restored = { $date } : votre repos prévu à l'origine est rétabli ; le service { $before } est annulé.
msg-restored-duty = { $date } : votre service d'origine { $after } est rétabli.
msg-other = { $date } : au lieu de { $before }, vous assurez { $after }.
msg-sign-on = Prise de service à { $time }
msg-place = , lieu : { $place }
msg-function = , fonction : { $skill }
msg-reason-absence = Motif : votre absence.
msg-reason-incident = Motif : incident d'exploitation.
msg-reason-reorganised = Motif : réorganisation du service.
msg-notice = Préavis : { $notice } ({ $name }).
msg-consent-asked = Votre accord est nécessaire, rien ne change sans lui : répondez à la personne qui vous adresse ce message.
msg-consent-informed = Merci de confirmer à la personne qui vous adresse ce message que vous l'avez lu.
msg-consent-volunteer = Vous vous êtes déclaré(e) volontaire ; merci de confirmer à la personne qui vous adresse ce message.
msg-consent-none = Aucune réponse n'est attendue.
