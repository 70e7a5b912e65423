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
out-changes-before = { $cells ->
    [one] One changed cell was announced before this roster; a re-plan takes it into account.
   *[other] { $cells } changed cells were announced before this roster; a re-plan takes them into account.
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
msg-freed = { $date }: your duty { $before } is taken off the roster; nothing takes its place.
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
out-sheet-comparison = Comparison
out-comparison-note = The plans side by side, as of { $now }; cells and people are counted against the published roster. Classes of notice: sheet Changes.
out-comparison-which = In this file
out-comparison-here = this file
out-comparison-same = no better than “{ $plan }”
out-comparison-cover = Cover
out-comparison-people = People and changes
out-comparison-price = Cost
out-comparison-open = Open posts (people missing)
out-comparison-none-open = No post is open.
out-comparison-priority = priority { $priority }
out-sheet-note = Note
out-note-situation = Situation
out-note-causes = Causes
out-note-options = Options
out-note-decision = Decision asked for
cause-absent = { $who }: away, { $when }.
cause-late = { $who }: no sign-on before { $time }, { $when }.
cause-skill-lost = { $who }: { $skill } no longer held, { $when }.
cause-closed = { $what }: interrupted or closed, { $when }; duties under way are cut short, the others do not run.
cause-cancelled = { $what }: duties cancelled, { $when }.
cause-changed = { $what }: other hours ({ $hours }), { $when }.
cause-added = { $what }: { $amount } people a duty, { $when }.
cause-added-duties = { $count ->
    [one] One duty added ({ $codes }), { $when }.
   *[other] { $count } duties added ({ $codes }), { $when }.
}
cause-demand = { $what }: needs { $amount }, { $when }.
cause-service = Reduced service, { $when }.
cause-other = { $what }: disruption, { $when }.
cause-people = { $count } people
cause-shifts = { $count } duties
cause-everything = All duties
cause-open = since { $start }, end unknown
cause-estimated = { $when } (end estimated)
note-now = On { $now }, { $count ->
    [0] no new disruption concerns
    [one] one new disruption concerns
   *[other] { $count } new disruptions concern
} the published roster.
note-untouched = { $open ->
    [0] If nothing is decided, all posts stay filled ({ $asked } asked for, { $days }).
    [one] If nothing is decided, one place of { $asked } stays open ({ $days }), { $minimum } of them below the minimum.
   *[other] If nothing is decided, { $open } places of { $asked } stay open ({ $days }), { $minimum } of them below the minimum; { $peak } are missing at the worst moment.
}
note-concerned = { $count ->
    [0] The incident takes no duty from anybody.
    [one] The incident itself concerns one person, to be told whatever is decided.
   *[other] The incident itself concerns { $count } people, to be told whatever is decided.
}
note-broken-before = { $count ->
    [one] The published roster broke a strict rule before.
   *[other] The published roster broke strict rules { $count } times before.
}
note-more-causes = { $count ->
    [one] One more disruption: sheet Disruptions.
   *[other] { $count } more disruptions: sheet Disruptions.
}
note-option = Plan “{ $plan }” — places open: { $open } of { $asked } (at the worst moment: { $peak }); people to tell: { $told }, of whom outside the incident: { $disturbed }; cells decided: { $decided }, of which at immediate or urgent notice: { $urgent }; more work: { $more }.
note-here = This is the plan of this file.
note-same = Plan “{ $plan }”: no better than “{ $other }”, set aside.
note-choose = { $count ->
    [one] Approve the plan “{ $plan }”; the sheets Roster and Changes give the detail.
   *[other] Choose one of the { $count } plans (sheet Comparison); this file holds the plan “{ $plan }”.
}
note-tell = { $count ->
    [one] Tell one person, before { $before }; the text is in the sheet Messages.
   *[other] Tell { $count } people, the first before { $before }; the texts are in the sheet Messages.
}
note-consents = { $count ->
    [one] Obtain one consent: a day of rest is cancelled (sheet Changes, consent to be asked for).
   *[other] Obtain { $count } consents: days of rest are cancelled (sheet Changes, consent to be asked for).
}
note-all-held = All posts are filled; nobody has to be recalled from rest.
note-open = { $count ->
    [one] One place stays open: { $posts }
   *[other] { $count } places stay open: { $posts }
}{ $more ->
    [0] .
    [one] , and one more post.
   *[other] , and { $more } more posts.
}
note-no-recall = For the most important of these posts (eight at most) that have not begun, nobody at rest could be recalled, even with their consent, without breaking a strict rule.
note-recalls = Possible recalls, to be decided and only with the consent of the person (each checked alone):
note-recall-post = { $post }: { $people }.
note-recall = { $name } (notice { $notice }, { $hours } of work, { $week } in the week)
out-disruption-estimated = estimated
out-disruption-type-absent = absence
out-disruption-type-late = delay
out-disruption-type-skill-lost = skill lost
out-disruption-type-closed = closure
out-disruption-type-cancelled = cancellation
out-disruption-type-changed = changed hours
out-disruption-type-added = addition
out-disruption-type-demand = demand
out-disruption-type-service = reduced service
out-disruption-type-volunteer = volunteer
out-replan-plan = Plan of the re-plan
out-replan-cells = Cells changed
out-replan-told = People to tell
note-more-recalls = { $count ->
    [one] One more post has possible recalls (JSON result).
   *[other] { $count } more posts have possible recalls (JSON result).
}
