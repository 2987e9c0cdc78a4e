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
