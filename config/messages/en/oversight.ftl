# opening, oversight and the log for parents: texts in English

why-opened = You opened this pupil with a reason. Open until { DAY($date) }, { $time }. You can only read; the care coordinator reviews this.
opening-title = Open another pupil
opening-help = Here you see a pupil of your school who is not yours, to read and for { $hours } hours. Write down why. The care coordinator reads the reason and reviews it afterwards, and parents may hear that somebody looked. Is there immediate danger? Call 112.
opening-whom = Whom
opening-whom-help = The pupil number, or the full name.
opening-reason = Why it is needed
opening-reason-help = For example: I speak with the parents tomorrow, because the mentor is ill.
opening-do = Open to read
opening-own = What you opened
opening-own-none = You have not opened anybody yet.
opening-until = Open until { DAY($date) }, { $time }
opening-from = Opened on { DAY($date) }, { $time }
opening-reads = { $count ->
    [one] Read once.
   *[other] Read { $count } times.
}
opening-verdict = { $verdict ->
    [in_order] Reviewed: there was reason to.
    [not_in_order] Reviewed: there was no reason to.
   *[other] Not reviewed yet.
}
opening-no-reason = Write in a sentence why it is needed.
opening-long = This is longer than { $most } characters. Make it shorter.
opening-two = There are two pupils of this name. Give the pupil number.
opening-nobody = At your school there is no pupil with this number or this full name.
opening-is-own = You may see this pupil already. Look under Pupils.
opening-not-by-oneself = What you opened yourself is reviewed by somebody else.
opening-still-open = This pupil is still open. Review it when that is over.
opening-no-note = Write down what was not right and what you agreed.
opening-no-verdict = Choose whether there was reason to.
opening-reviewed = This was reviewed already. Reload the page.
oversight-title = Review opened pupils
oversight-help = Here stands who at your school opened a pupil who is not theirs, and why. Say of each opening whether there was reason to. Who opened reads that. While a pupil is still open, nothing can be recorded yet.
oversight-none = Nobody has been opened yet.
oversight-verdict = Was there reason for this opening by { $name }?
oversight-in-order = yes, there was
oversight-not-in-order = no
oversight-note = Note (always with no)
oversight-save = Note it
oversight-waits = An opened pupil waits to be reviewed
mail-waits-review = An opened pupil waits to be reviewed.

release-title = Log for parents or pupil
release-help = Below stands who looked at this pupil or wrote something down: day, function and purpose. You choose what you give. Meldcode is never among it. First think: who asks, what does the pupil want, and may this parent read everything?
release-by = Who asks
release-by-help = Under sixteen a parent with authority; from sixteen the pupil, and nobody else.
release-asked-by = { $who ->
    [pupil] the pupil
   *[parent] a parent or guardian
}
release-asker = Name, or which parent
release-on = On which day it was asked
release-weighed = What you weighed
release-weighed-help = Does the pupil want parents not to know something? Are there parts this parent may not read? Write down what you did about that.
release-names = Why names of staff stand in it (empty: functions alone)
release-names-help = Give names only where it is needed and after talking with the member of staff.
release-lines = What you give
release-do = Release these lines
release-given = What was given already
release-given-none = Nothing was given yet.
release-none = Nothing stands in the log about this pupil yet.
release-no-lines = Choose at least one line.
release-no-birth-date = The birth date of this pupil is not known. Bring it in with a roster first: the age decides who may ask this.
release-pupil-alone = This pupil is sixteen or older and asks for it alone. A parent cannot.
release-by-parent = This pupil is younger than sixteen: a parent or guardian asks for it.
release-future = The day on which it was asked lies ahead.
release-no-asker = Fill in who asks.
release-not-weighed = Write down what you weighed, also when there was nothing special.
release-long = One of the texts is longer than { $most } characters. Make it shorter.
release-paper = Log
release-paper-of = Released on { $date }
release-paper-help = This is what the school gives you about who looked at the data or wrote something down, and what for.
release-day = Day
release-what = Function and purpose
release-who = Name
release-function = { $function ->
    [system] the system
    [partner] care partner
    [cli] keeper of the system
   *[other] member of staff
}
release-purpose = { $purpose ->
    [read] read to follow the pupil
    [observed] wrote down or reviewed an observation
    [spoke] wrote down a conversation
    [decided] weighed a signal
    [planned] worked on a plan
    [referred] worked on a referral or consent
    [read-as-partner] read what was sent along
    [by-itself] kept a term up to date
   *[other] administration
}
