# Meetings: the three kinds, who sits at the table, what lies on it, what was decided.

nav-meetings = Meetings
meetings-title = Meetings
meetings-empty = There is no meeting yet. Make one below.
meeting-kind = { $kind ->
    [group] Group meeting
    [pupils] Pupil meeting
   *[support_team] Support team
}
meeting-kind-help = { $kind ->
    [group] Group meeting: a group and at most five pupils, on one page
    [pupils] Pupil meeting: pupils you choose, with colleagues
   *[support_team] Support team: with people from outside the school at the table
}
meeting-state = { $state ->
    [closed] closed
   *[prepared] being prepared
}
meeting-new = New meeting
meeting-which = What kind of meeting?
meeting-group = Group, for a group meeting
meeting-group-none = Choose a group
meeting-day = On which day?
meeting-call = Make the meeting
meeting-no-kind = Choose what kind of meeting it is.
meeting-no-day = Fill in on which day the meeting is.
meeting-no-group = Choose the group that the meeting is about.
meeting-is-closed = This meeting is closed. Nothing about it changes any more.
meeting-decided = Something was decided on this in this meeting already. It stands on the time line; record anything new there as a conversation.
meeting-too-many = At most { $most } subjects fit on this agenda. Take one off first.
meeting-name-not-one = { $count ->
    [0] There is no pupil “{ $name }”. See whether the name is right.
   *[other] Several pupils are called “{ $name }”. Type the whole name.
}
meeting-no-outsiders = Nobody from outside the school sits at the table of this meeting.
meeting-guest-who = Fill in the guest’s function and organisation, each at most 120 characters.
meeting-named = The text names the pupil or the group. People from outside may not read that name here. Write it without a name, or record ground and invitation first.

meeting-prepare = Prepare
meeting-prepare-help = This page is for yourself: names stand here. At the table show the meeting itself.
meeting-open = To the meeting
meeting-agenda = Agenda
meeting-empty = Nobody is on the agenda yet.
meeting-guests = From outside the school
meeting-guests-none = Nobody yet.
meeting-guest-job = Function
meeting-guest-organisation = Organisation
meeting-guest-do = Add guest
meeting-take-off = Take off the list
meeting-add = Put a pupil on the agenda
meeting-add-signals = With an open signal
meeting-add-name = Or another pupil: the name
meeting-add-do = Put on the agenda

meeting-at-the-table = At the table from outside the school: { $guests }
meeting-why-five = First the group, then at most five pupils, in the order of the signals. Five, so that there is time for each. Whoever is not here stays on the list of signals.
meeting-strengths = What goes well:
meeting-question = What it is about:
meeting-no-question = There is no question about this on paper.
meeting-unnamed = { $number }. A pupil without a name
meeting-no-need = What this pupil needs was not written down yet.
meeting-kept = The decision is kept with the pupil.
meeting-to-pupil = To the page of { $name }
meeting-decision = Decided:
meeting-decide = Record a decision
meeting-line = What was decided?
meeting-decide-do = Keep on the time line
meeting-beamer = On the screen, one by one
meeting-pdf = PDF
meeting-before = Previous
meeting-after = Next
meeting-stop = Back to the meeting
meeting-close = Close the meeting
meeting-close-help = After closing nothing changes any more. What was decided stands on the pupil’s time line.
meeting-paper = Meeting
meeting-footer = only for those at the table

naming-help = Whoever comes from outside hears a name only when there is a ground and the parents were invited, from 12 years on the pupil too. Otherwise it is, without a name, about what the pupil needs.
naming-named = By name at the table.
naming-unnamed = Without a name at the table:
naming-no-birth-date = The birth date is not known.
naming-no-ground = No ground was recorded.
naming-no-note = It does not say who agreed and when, or which task it is.
naming-parents-not-invited = The parents were not invited.
naming-pupil-not-invited = The pupil is 12 or older and was not invited.
naming-why = Ground
naming-why-none = None, or withdrawn
naming-ground = { $ground ->
    [consent] Consent
    [statutory] Statutory task of who sits at the table
   *[meldcode] Meldcode
}
naming-note = Who agreed and when, or which task is it?
naming-parents = Parents invited on
naming-pupil = Pupil invited on
naming-need = Without a name: what is needed?
naming-need-help = Written so that nobody recognises the pupil: no name, no group, nothing that fits one pupil alone.
naming-do = Save
naming-too-long = A text is longer than 400 characters. Shorten it.
naming-future = An invitation lies ahead. Fill in the day on which it was sent.
naming-need-names = The text names the pupil or the group. Write only what is needed.
