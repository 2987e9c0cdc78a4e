# care: texts in English

# observation and conversation
observation-no-text = Write down what you saw or heard; that field is still empty.
observation-too-long = This is longer than 4000 characters. Describe one moment, or divide it over more observations.
observation-no-domain = Choose a domain.
observation-future = The date lies in the future. Choose today or earlier.
observation-no-subject = Choose a pupil or a group.
observation-no-pupil = No pupil of your school is called exactly “{ $name }”. Write the full name: first name and last name.
observation-two-pupils = More than one pupil is called “{ $name }”. Ask the mentor to write the observation down.
conversation-no-line = Write in a line what came of the conversation.
conversation-future = The date lies in the future. Record the conversation once it has been held.

# signals
signal-wrong-move = That cannot be done: this signal stands at “{ $state ->
    [new] new
    [with_mentor] with the mentor
    [in_conversation] in conversation
    [watching] watching
    [planned] plan
    [referred] referred
    [no_action] no action needed
   *[closed] closed
}”. Refresh the page to see what happened.
signal-moved-meanwhile = Somebody else has decided on this signal meanwhile. Refresh the page to see what was agreed.
signal-not-a-decision = “{ $event }” is no decision. Choose from in_conversation, watching, planned, referred, no_action, closed.
mentor-nothing-waits = Nothing waits for the mentor about this pupil now. Refresh the page to see what happened.
decision-no-date = Choose a date to look back on.
decision-past-date = The date to look back on does not lie in the future. Choose a later day.
decision-far-date = Choose a date within a year.
decision-no-reason = Choose a reason why no action is needed.
decision-no-text = Write in a few words what the reason is, next to “other”.
decision-no-outcome = Write down how it ended.
speak-first-pupil = Speak with the pupil first and record the conversation, or write down why that cannot be done. A signal alone is no reason for this step.
speak-first-parent = The pupil is younger than 16: speak with a parent too and record the conversation, or write down why that cannot be done.

# referrals
referral-wrong-move = That cannot be done: this referral stands at “{ $state ->
    [draft] being prepared
    [offered] sent
    [seen] read by the partner
    [accepted] accepted
    [declined] declined
    [at_capacity] no room
    [in_progress] running
    [on_hold] on hold
    [withdrawn] withdrawn
    [expired] expired
    [stopped] stopped
   *[completed] completed
}”. Refresh the page to see what happened.
referral-moved-meanwhile = Somebody else has changed this referral meanwhile. Refresh the page.
referral-sent-already = This referral was sent already and can no longer be changed.
referral-not-live = This referral was not sent or has ended; no code is needed.
referral-no-question = Write down what you ask the partner.
referral-told-by-whom = Write down who told this, and in which function.
partner-no-name = Write down the partner’s name.
partner-no-kind = Choose what kind of partner it is.
partner-no-route = Choose how the partner is reached.
route-municipality = { $partner } can only be reached through the municipality. A school cannot refer there itself: choose the youth team, or let parents or pupil contact the municipality.
route-doctor = { $partner } can only be reached through the family doctor or youth doctor. A school cannot refer there itself: choose the youth doctor, or let parents or pupil see their family doctor.
ground-no-birth-date = This pupil’s birth date is not known, so it cannot be said who must consent. Complete the birth date in the pupil system and import the list again.
ground-none = Choose the ground for sharing data with this partner.
ground-not-for-partner = This ground does not fit { $partner }. Choose another one.
ground-statutory-note = Write down which task in law of the partner it is.
ground-meldcode-apart = What belongs to the reporting code is kept and shared apart by the attention officer, not here.
handover-locked = A wrong code was given five times. The link is locked; call the school for a new code.
handover-wrong-code = This code is not right. You can try { $left } more times; call the school if you do not have the code.
handover-no-reason = Write in a line why, or what you want to report.
packet-ground-consent = With the consent of: { $who }.
packet-ground-statutory = On the ground of your statutory task. { $note }
packet-ground-meldcode = On the ground of the reporting code.
given-by-pupil = the pupil
speak-first-group = Speak with the mentor or the group first and record the conversation, or write down why that cannot be done. A signal alone is no reason for this step.
referral-not-by-school = This is no step of the school. Choose withdraw or stop.
handover-report-draft = This referral has not been sent yet; there is nothing to report.
