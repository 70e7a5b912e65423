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
out-sheet-messages = Messages
out-messages-note = { $count ->
    [0] Nobody has to be told.
    [one] One person has to be told; copy the text of the column Message.
   *[other] { $count } people have to be told, in this order; copy the text of the column Message.
}
out-message-order = No.
out-message-before = Tell before
out-message-text = Message
out-message-told = Told on
out-message-by = By
msg-hello = Hello { $name }, your roster changes:
msg-absent = { $date }: your duty { $before } is taken off the roster, as your absence is recorded.
msg-freed = { $date }: your duty { $before } does not run; nothing takes its place.
msg-cut = { $date }: your duty { $before } is cut short and becomes { $after }.
msg-to-rest = { $date }: your duty { $before } is taken off; you have a day of rest.
msg-from-rest = { $date }: you had a day of rest; you are offered the duty { $after }.
msg-restored = { $date }: your original day of rest is back; the duty { $before } is cancelled.
msg-restored-duty = { $date }: your original duty { $after } is back.
msg-other = { $date }: instead of { $before }, you work { $after }.
msg-sign-on = Sign-on at { $time }
msg-place = , place: { $place }
msg-function = , function: { $skill }
msg-reason-absence = Reason: your absence.
msg-reason-incident = Reason: an incident in the service.
msg-reason-reorganised = Reason: the service is reorganised.
msg-notice = Notice: { $notice } ({ $name }).
msg-consent-asked = Your consent is needed, nothing changes without it: answer whoever sends you this message.
msg-consent-informed = Please confirm to whoever sends you this message that you have read it.
msg-consent-volunteer = You have volunteered; please confirm to whoever sends you this message.
msg-consent-none = No answer is needed.
