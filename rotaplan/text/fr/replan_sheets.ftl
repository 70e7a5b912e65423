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
out-changes-before = { $cells ->
    [one] Une case changée a été annoncée avant ce planning ; une replanification en tient compte.
   *[other] { $cells } cases changées ont été annoncées avant ce planning ; une replanification en tient compte.
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
msg-freed = { $date } : votre service { $before } est retiré du planning ; aucun autre ne le remplace.
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
out-sheet-comparison = Comparaison
out-comparison-note = Les plans côte à côte, au { $now } ; cases et personnes comptées contre le planning publié. Classes de préavis : feuille Modifications.
out-comparison-which = Dans ce fichier
out-comparison-here = ce fichier
out-comparison-same = pas meilleur que « { $plan } »
out-comparison-cover = Couverture
out-comparison-people = Personnes et modifications
out-comparison-price = Coût
out-comparison-open = Postes ouverts (personnes manquantes)
out-comparison-none-open = Aucun poste n'est ouvert.
out-comparison-priority = priorité { $priority }
out-sheet-note = Note
out-note-situation = Situation
out-note-causes = Causes
out-note-options = Options
out-note-decision = Décision demandée
cause-absent = { $who } : absence, { $when }.
cause-late = { $who } : pas de prise de service avant { $time }, { $when }.
cause-skill-lost = { $who } : { $skill } n'est plus détenue, { $when }.
cause-closed = { $what } : interruption ou fermeture, { $when } ; les services en cours sont écourtés, les autres supprimés.
cause-cancelled = { $what } : services supprimés, { $when }.
cause-changed = { $what } : horaires modifiés ({ $hours }), { $when }.
cause-added = { $what } : renfort de { $amount } personne(s) par service, { $when }.
cause-added-duties = { $count ->
    [one] Un service ajouté ({ $codes }), { $when }.
   *[other] { $count } services ajoutés ({ $codes }), { $when }.
}
cause-demand = { $what } : besoin { $amount }, { $when }.
cause-service = Service réduit, { $when }.
cause-other = { $what } : perturbation, { $when }.
cause-people = { $count } personnes
cause-shifts = { $count } services
cause-everything = Tous les services
cause-open = depuis { $start }, fin inconnue
cause-estimated = { $when } (fin estimée)
note-now = Au { $now }, { $count ->
    [0] aucune perturbation nouvelle ne touche
    [one] une perturbation nouvelle touche
   *[other] { $count } perturbations nouvelles touchent
} le planning publié.
note-untouched = { $open ->
    [0] Si rien n'est décidé, tous les postes restent tenus ({ $asked } demandés, { $days }).
    [one] Si rien n'est décidé, une place reste à pourvoir sur { $asked } ({ $days }), dont { $minimum } sous le minimum.
   *[other] Si rien n'est décidé, { $open } places restent à pourvoir sur { $asked } ({ $days }), dont { $minimum } sous le minimum ; { $peak } manquent au pire moment.
}
note-concerned = { $count ->
    [0] L'incident ne retire aucun service à personne.
    [one] L'incident lui-même concerne une personne, à prévenir quoi qu'on décide.
   *[other] L'incident lui-même concerne { $count } personnes, à prévenir quoi qu'on décide.
}
note-broken-before = { $count ->
    [one] Le planning publié enfreignait déjà une règle stricte.
   *[other] Le planning publié enfreignait déjà { $count } fois des règles strictes.
}
note-more-causes = { $count ->
    [one] Une autre perturbation : feuille Perturbations.
   *[other] { $count } autres perturbations : feuille Perturbations.
}
note-option = Plan « { $plan } » — places ouvertes : { $open } sur { $asked } (au pire moment : { $peak }) ; personnes à prévenir : { $told }, dont hors incident : { $disturbed } ; cases décidées : { $decided }, dont à préavis immédiat ou urgent : { $urgent } ; travail en plus : { $more }.
note-here = C'est le plan de ce fichier.
note-same = Plan « { $plan } » : pas meilleur que « { $other } », écarté.
note-choose = { $count ->
    [one] Valider le plan « { $plan } » ; le détail est dans les feuilles Planning et Modifications.
   *[other] Choisir un des { $count } plans (feuille Comparaison) ; ce fichier contient le plan « { $plan } ».
}
note-tell = { $count ->
    [one] Prévenir une personne, avant { $before } ; le texte est dans la feuille Messages.
   *[other] Prévenir { $count } personnes, la première avant { $before } ; les textes sont dans la feuille Messages.
}
note-consents = { $count ->
    [one] Recueillir un accord : un jour de repos est annulé (feuille Modifications, accord à demander).
   *[other] Recueillir { $count } accords : des jours de repos sont annulés (feuille Modifications, accord à demander).
}
note-all-held = Tous les postes sont tenus ; aucun repos n'est à rappeler.
note-open = { $count ->
    [one] Une place reste à pourvoir : { $posts }
   *[other] { $count } places restent à pourvoir : { $posts }
}{ $more ->
    [0] .
    [one] , et un autre poste.
   *[other] , et { $more } autres postes.
}
note-no-recall = Pour les plus importants de ces postes (huit au plus) qui n'ont pas commencé, personne en repos ne pourrait être rappelé, même d'accord, sans enfreindre une règle stricte.
note-recalls = Rappels possibles, à décider et seulement avec l'accord de la personne (chacun vérifié seul) :
note-recall-post = { $post } : { $people }.
note-recall = { $name } (préavis { $notice }, { $hours } de travail, { $week } dans la semaine)
out-disruption-estimated = estimé
out-disruption-type-absent = absence
out-disruption-type-late = retard
out-disruption-type-skill-lost = habilitation perdue
out-disruption-type-closed = fermeture
out-disruption-type-cancelled = suppression
out-disruption-type-changed = horaires modifiés
out-disruption-type-added = ajout
out-disruption-type-demand = besoin
out-disruption-type-service = service réduit
out-disruption-type-volunteer = volontaire
out-replan-plan = Plan de replanification
out-replan-cells = Cases modifiées
out-replan-told = Personnes à prévenir
note-more-recalls = { $count ->
    [one] Un autre poste aurait des rappels possibles (résultat JSON).
   *[other] { $count } autres postes auraient des rappels possibles (résultat JSON).
}
