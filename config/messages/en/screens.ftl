# screens: texts in English
skip = Skip to the content
nav = Main menu
nav-signals = Signals
nav-pupils = Pupils
nav-school = School
nav-referrals = Referrals
nav-import = Import
nav-observe = Observation
nav-admin = Administration
log-out = Log out
footer = Baken points, you decide.
to-start = To the start page
welcome-title = Welcome
welcome-text = You have an account, but no task in Baken yet. Your board's administrator can give you one.

login-title = Log in
login-email = E-mail address
login-password = Password
login-button = Log in
login-expired = You were away too long and have been logged out. Log in again; what you typed in a draft was kept.

failure-not-found-title = This page is not here
failure-not-found = The page does not exist, or you have no access to it. Check the address, or start again.
failure-forbidden-title = Your role does not allow this
failure-conflict-title = That cannot be done now
failure-refused-title = Baken cannot take this
failure-busy-title = One moment
failure-busy = It is too busy now. Nothing was stored. Try again in a minute.
failure-ours-title = Something went wrong on our side
failure-ours = Nothing was stored. Try again; if it keeps failing, tell the administrator when it happened.

weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# domains and levels
domain-none = general
domain-aanwezigheid = presence at school and online
domain-energie = energy
domain-concentratie = concentration
domain-leeftijdgenoten = contact with peers
domain-docenten = contact with teachers
domain-motivatie = motivation for school
domain-emoties = dealing with emotions
domain-stemming = general mood
domain-eigen_kunnen = sense of being able to
domain-veerkracht = resilience of the pupil
domain-gezin = resilience in the family
domain-gedrag = behaviour
domain-veiligheid = safety
level-pupil = Pupil
level-group = Group
level-school = School
severity = { $severity ->
    [A] discuss first
    [B] this period
   *[C] for information
}
problem-title = Something is still needed

# signals: the list
signals-title = What needs attention now
signals-counts = { $waiting ->
    [one] 1 waits for you
   *[other] { $waiting } wait for you
} · { $followed } followed · { $mentors } with mentors
signals-why-coordinator = You see this because you are care coordinator of this school. A signal is a proposal, you decide.
signals-why-mentor = You see the signals of your own groups. A signal is a proposal: do you recognise it?
signals-empty = Nothing asks for your attention at the moment.
signals-empty-how = Signals appear here when new scores have come in, or when somebody wrote down a concern.
signals-done = { $what ->
    [in_conversation] Saved: discuss. You look back on the agreed day.
    [watching] Saved: watch. It returns to your list on the chosen day.
    [no_action] Saved: no action needed.
    [closed] Saved: closed.
    [mentor] Thank you. Your answer is saved.
    [starting_picture] The signals of the starting picture are now in the list, or with the mentors.
   *[other] Saved.
}
signal-state = { $state ->
    [new] New
    [with_mentor] With the mentor
    [in_conversation] In conversation
    [watching] Watched
    [planned] Plan
    [referred] Referred
    [no_action] No action needed
   *[closed] Closed
}
signal-reopened = Came back after it had ended.
source-withdrawn = source withdrawn
state-since = { $state ->
    [new] New
    [with_mentor] With the mentor
    [in_conversation] In conversation
    [watching] Watched
    [planned] A plan runs
    [referred] Referred to a partner
   *[other] Closed
} since { $date }
state-until = { $state ->
    [in_conversation] In conversation, look back on
   *[other] Watch until
} { $date }
spark-name = { $scale }: { $scores }, on a scale from { $min } to { $max }.
concern-by = { $who ->
    [parent] A parent is worried
    [pupil] The pupil is worried
   *[other] A member of staff is worried
} about { $domain } ({ $date })
filters = Filter
filter-all = all
filter-waiting = Waits for me
filter-level = Level
filter-school = School
filter-group = Group
acts = What do you do with it?
act-talk = Discuss
act-talk-date = Look back on
act-talk-do = I will discuss this
act-watch = Watch until …
act-watch-date = Watch until
act-watch-do = Watch
act-none = No action needed
act-none-why = Why not?
act-none-other = Something else
act-none-other-do = No action, for this reason
act-refer = Refer
act-close = Close
act-close-how = How did it end?
act-close-do = Close
no-action-reason = { $reason ->
    [already_known] known already, somebody has it
    [recovered] it goes better again
    [measurement] the measurement went wrong
    [context] there is another explanation
    [does_not_fit] does not fit what we see
   *[other] something else
}
mentor-answer = Answer
mentor-view = Do you recognise this?
mentor-view-choice = { $view ->
    [recognised] I recognise it
    [does_not_fit] Does not fit what I see
   *[unknown] I do not know yet
}
mentor-note = What would you like to add? (optional)
mentor-choice = And then?
mentor-takes-up = I take it up
mentor-asks-help = I ask for help
mentor-passes-on = Leave it to the coordinator
mentor-later = I look at it later
mentor-no-view = First choose whether you recognise the signal.
mentor-said = Mentor: { $view ->
    [recognised] recognised
    [does_not_fit] does not fit what I see
   *[unknown] I do not know yet
}
mentor-does = { $choice ->
    [takes_up] takes it up
    [asks_help] asks for help
   *[passes_on] leaves it to the coordinator
}
mentor-days-left = { $days ->
    [0] With the mentor, the term ends today
    [one] With the mentor, 1 school day left
   *[other] With the mentor, { $days } school days left
}
observe-do = Note an observation
talk-record = Record a conversation
starting-picture-title = The starting picture
starting-picture = The first scores of { $school } have come in. They give no signals about pupils yet, so that you do not get all old news at once. Ask for them when you have time.
starting-picture-count = The first scores of { $school } have come in. { $count ->
    [0] No signals about pupils wait.
    [one] 1 signal about a pupil waits. You get it only when you ask.
   *[other] { $count } signals about pupils wait. You get them only when you ask.
}
starting-picture-ask = Give me the signals of the starting picture
starting-picture-look = How many are there?
starting-picture-how = They go to the mentors first, who have ten school days to answer.
signals-back = Back to the signals
starting-picture-asked = The signals of this starting picture have been asked for, or there is no starting picture. Refresh the page.
keys-switch = Use keys
keys-show = Which keys are there?
keys-list = j and k: next and previous row · Enter: open · b: discuss or answer · v: watch until · g: no action needed · a: refer · ?: this help
