# The sheets of a re-plan.
out-sheet-changes = Changes
out-sheet-disruptions = Disruptions
out-changes-note = { $cells ->
    [0] No cell changes: the published roster stays in force.
    [one] One cell changes.
   *[other] { $people ->
        [one] { $cells } cells change for one person.
       *[other] { $cells } cells change for { $people } people.
    }
}
out-change-person = Staff member
out-change-name = Name
out-change-date = Date
out-change-before = Before
out-change-before-skill = Function before
out-change-after = After
out-change-after-skill = Function after
out-change-sign-on = Sign-on
out-change-place = Place
out-change-kind = Kind
out-change-notice = Notice
out-change-reason = Reason
out-change-consent = Consent
out-change-announced = Announced
out-change-kind-absent = absent
out-change-kind-freed = freed
out-change-kind-reused = reused
out-change-kind-reserve = reserve called
out-change-kind-called = called in
out-change-kind-restored = restored
out-change-kind-post = other post
out-change-kind-moved = moved
out-change-kind-swapped = swapped
out-change-kind-to-rest = rest instead
out-change-kind-from-rest = work instead of rest
out-change-reason-absence = absence
out-change-reason-incident = incident
out-change-reason-reorganised = reorganisation
out-change-consent-none = not needed
out-change-consent-informed = to be informed
out-change-consent-volunteer = volunteer
out-change-consent-asked = to be asked for
out-notice-immediate = immediate
out-notice-urgent = urgent
out-notice-short = short
out-notice-late = late
out-notice-early = early
out-notice-ample = ample
out-changed-from = Before: { $before } (announced { $when })
out-changed-cell = changed
out-changed-cell-text = thick frame: changed by this re-plan (comment: what was published)
out-changed-before = told before
out-changed-before-text = dashed frame: changed by an earlier re-plan
out-disruption-id = ID
out-disruption-type = Type
out-disruption-start = Start
out-disruption-end = End
out-disruption-certainty = Certainty
out-disruption-known = Known since
out-disruption-target = Target
out-disruption-effect = Effect
out-disruption-hours = Hours
out-disruption-skills = Skills
out-disruption-label = Label
out-disruption-site = Site
out-disruption-priority = Priority
out-disruption-source = Source
out-disruption-note = Note
