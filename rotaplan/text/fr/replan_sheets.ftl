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
