# screens: texts in English
skip = Skip to the content
nav = Main menu
nav-more = More
nav-signals = Signals
nav-pupils = Pupils
nav-school = School
nav-referrals = Referrals
nav-import = Import
nav-observe = Observation
nav-admin = Administration
nav-keep = People and school
log-out = Log out
footer = Baken points, you decide.
to-start = To the start page
welcome-title = Welcome
welcome-text = You have an account, but no task in Baken yet. Your board's administrator can give you one.

login-title = Log in
login-email = E-mail address
login-password = Password
login-button = Log in
login-expired = You were away too long and have been logged out. Log in again; what you typed was kept.

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
} · { $followed } under way · { $mentors } with mentors
signals-why-coordinator = You see this because you are care coordinator. A signal is a proposal, you decide.
signals-why-mentor = You see the signals of your own groups. A signal is a proposal: do you recognise it?
signals-folded = { $count ->
    [one] 1 pupil of this group has a signal of their own on the same list
   *[other] { $count } pupils of this group have a signal of their own on the same list
}
signals-folded-school = { $count ->
    [one] 1 group of this school has a signal of its own on the same list
   *[other] { $count } groups and pupils of this school have signals of their own on the same list
}
signals-empty = Nothing asks for your attention at the moment.
signals-empty-how = Signals appear here when new scores have come in, or when somebody wrote down a concern.
signals-done = { $what ->
    [read] Written down: read.
    [in_conversation] Saved: discuss. You look back on the agreed day.
    [watching] Saved: watch. It returns to your list on the chosen day.
    [no_action] Saved: no action needed.
    [closed] Saved: closed.
    [mentor] Thank you. Your answer is saved.
    [starting_picture] The signals of the starting picture are now in the list, or with the mentors.
    [assigned] Given.
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
starting-picture = The first scores have come in. They give no signals about pupils yet, so that you do not get all old news at once. Ask for them when you have time.
starting-picture-count = The first scores of { $school } have come in. { $count ->
    [0] No signals about pupils wait.
    [one] 1 signal about a pupil waits. You get it only when you ask.
   *[other] { $count } signals about pupils wait. You get them only when you ask.
}
starting-picture-ask = Give me the signals of the starting picture
starting-picture-look = { $school }: how many are there?
starting-picture-how = They go to the mentors first, who have ten school days to answer.
signals-back = Back to the signals
starting-picture-asked = The signals of this starting picture have been asked for, or there is no starting picture. Refresh the page.
keys-switch = Use keys
keys-show = Which keys are there?
keys-move = j and k: next and previous row · Enter: open
keys-act = { $what ->
    [talk] b: discuss
    [answer] b: answer
    [watch] v: watch until
    [close] v: close
    [plan] p: make a plan
    [none] g: no action needed
   *[refer] a: refer
}
keys-help = ?: this help

# round, informant, two words, chart
season = { $season ->
    [najaar] autumn
   *[voorjaar] spring
}
informant-classmates = the classmates, in a sociogram
informant = { $who ->
    [leerkracht] teacher
    [leerling] pupil
   *[ouder] parent
}
standing = { $level ->
    [low] low
    [high] high
   *[middle] average
}, { $change ->
    [first] first round
    [unknown] change cannot be told
    [falls] falls
    [falls-much] falls strongly
    [rises] goes better
   *[same] as before
}
chart-name = { $scale } of { $who } over all rounds, on a scale from { $min } to { $max }. Last measurement: { $last }. The table is below.
chart-band = The grey band holds the scores of eight in ten pupils: { $low } to { $high }.
chart-expected = The open mark: from earlier rounds we thought { $low } to { $high } ({ $who ->
    [leerkracht] teacher
    [leerling] pupil
   *[ouder] parent
}), most likely { $middle }.
chart-turned = On this list a low score is favourable. The chart is turned over: higher up is better.
chart-unsaid = { $why ->
    [coarse] The unit of this list is too coarse to see whether anything changed
    [no-norm] There is no norm{ $age ->
        [none] {""}
       *[other] {" "}for age { $age }
    }: compared with all scores of the board
   *[no-reference] No norm that fits, and fewer than { $least } scores to compare with: how this score stands cannot be told
} ({ $who }).
chart-few = Too few measurements for a line.
chart-doubted = The last answers cannot be relied upon, says the control scale { $scale }. So this list raises no signal now.
chart-table = Explanation and table
chart-round = Round
chart-legend = Higher up is better. Grey: where eight in ten pupils score. Open mark: what we thought from earlier rounds.

# pupils
pupils-title = Pupils
pupils-search = Search by name
pupils-search-do = Search
pupils-found = Found
pupils-found-none = No pupil of this name in the groups you may see. Check the name, or search for part of it.
pupils-groups = Groups of the school
pupils-none = Your groups will stand here, once the administration has brought in the roster and tied you to a group.
group-name = group { $name }
group-title = Group { $name }
pupil-mentors = mentor: { $names }
saved = Saved.
pupil-strengths = What goes well
pupil-strengths-none = Nothing that goes well has been written down yet. What do you see?
pupil-concerns = What asks for attention
pupil-concerns-none = Nothing asks for attention now.
pupil-concerns-below = What asks for attention stands below, with the open signals.
pupil-concerns-aside = Of a list that is not taken along nothing can be said.
pupil-signals = Open signals
pupil-decide = Decide in the list of signals
pupil-notes = For information
pupil-ended = Signals that were dealt with
pupil-ended-open = Why they were raised ({ $n })
pupil-scores = Measurements
pupil-scores-none = There are no measurements yet. They appear here when scores have come in.
side-scale = { $scale }: { $words } ({ $who })
side-seen = { $domain }, seen on { $date }

# why there is a signal
why-open = What does this rest on?
why-rule = Rule
why-scale = Scale
why-informant-changed = { $who }, another person than the time before{ $rule ->
    [unexpected-decline] . What the group as a whole shifted by that was taken out of the measure; the score and what was expected stand as they are.{ $both ->
        [yes] {" "}The score lay { $as_it_is } standard deviations from what was expected, and { $without } without that shift (above 0 is worse).
       *[no] {""}
    }
   *[other] {""}
}
why-informant = Filled in by
why-round = Round
why-observed = Score
why-observed-value = { $score }, on a scale from { $min } to { $max }
why-expected = Expected
why-expected-mean = Expected mean
why-own = Apart from the group
why-own-value = the score lay { $as_it_is } standard deviations from what was expected, and { $without } without what the group as a whole did (above 0 is worse)
why-expected-value = { $low } to { $high }, most likely { $middle }; nine times in ten it lies between those
why-observed-mean = Mean
why-rounds-mean = Means of those with a score in this round
why-rounds = Measurements
why-slope = Course
why-slope-value = { $points } { $points ->
    [one] point
   *[other] points
} a year { $way ->
    [up] up
   *[down] down
}: the middle of the lines through every two rounds
why-norm = Compared with
why-norm-pool = no published norm, but { $scores } scores of pupils of the board with this list, up to this round. “Low” therefore means low among these pupils, not among all pupils in the country.{ $size ->
    [small] {" "}They are few: take it as a rough measure.
   *[enough] {""}
}
why-threshold = Measure and threshold
why-threshold-rarity = at most { $statistic } % probability in each of both rounds that chance gives this; up to { $threshold } % it is a signal
why-threshold-value = { $unit ->
    [percent] { $statistic } %; from { $threshold } % on
    [least] allowing for uncertainty at least { $statistic } %; over { $threshold } %
   *[plain] { $statistic }; from { $threshold } on
} { $severity ->
    [C] it is told, for information
   *[other] it is a signal
}
why-tests = With so many comparisons
why-tests-value = { $tests ->
    [one] one comparison was made at this school in this round
   *[other] { $tests } comparisons were made at this school in this round, of groups and of the school
}. { $size ->
    [little] Of what is at least as far out, less than { $percent } % is expected to be chance.
    [some] Of what is at least as far out, at most { $percent } % is expected to be chance.
   *[much] With so many comparisons this may well be chance.
} Groups for which this is smallest stand first in the list; nothing is left out because of it.
why-band = Eight in ten
why-band-value = eight in ten pupils score { $low } to { $high }. In a sentence “low” is who belongs to the lowest twenty in a hundred and “high” who belongs to the highest twenty: that begins a little within these limits
why-rounds-value = { $round }: { $score }
why-norm-published = published norm: { $norm }{ $ages ->
    [none] {""}
   *[other] {", "}for { $from } to { $to } years
}{ $sex ->
    [m] {", "}boys
    [f] {", "}girls
   *[all] {""}
}{ $n ->
    [0] {""}
   *[other] {", "}norm group of { $n }
}{ $fineness ->
    [coarse] {". "}Coarse: only mean, spread and borders are known.
    [spread] {". "}Coarse: only mean and spread are known.
   *[other] {""}
}
why-norm-other = By the other norm
why-norm-other-value = by the norm for { $sex ->
    [m] boys
    [f] girls
   *[all] all pupils
} about { $other } in a hundred score so or worse, by the norm that holds here { $own }
why-norm-given = the publisher's norm, which is in the score ({ $unit ->
    [AE] A to E
    [IV] I to V
   *[other] { $unit }
})
why-list = On the list as a whole
why-list-value = { $who }: about { $of_hundred } in a hundred are doing as well or less
why-bands = How others band it
why-bands-value = { $system }: { $band ->
    [normal] average
    [borderline] borderline
    [abnormal] strongly raised
    [close_to_average] close to average
    [slightly_raised] slightly raised
    [high] high
    [very_high] very high
    [highest-fifth] among the highest 20 %
    [highest-tenth] among the highest 10 %
    [no-screen] above the border
    [low] low
    [very-low] very low
   *[other] { $band }
} ({ $source })
why-norm-unit = { $rule ->
    [critical-item] the border of this question
    [group-level] the other groups of the board
    [school-compared] the other schools of the board
    [group-shift] what was expected of each pupil of the group, from their own earlier rounds
    [rater-effect] what was expected of each pupil of the group, from their own earlier rounds
    [group-share] the norm, and where none fits all pupils of the board on this list
    [school-safety] the school’s round before, or the norm where there is one
    [representativeness] the pupils who were measured the time before
    [signal-load] what the school aims at
    [rejected-twice] what chance would give if each classmate dealt out the own ratings at random
    [group-structure] the group’s sociogram before, and fixed limits
   *[other] the earlier rounds
}
why-hinge = What would have changed the outcome
why-ruleset = Rules in force
why-source = Source
rule = { $rule ->
    [critical-item] an answer to be read at once
    [level] low, whatever came before
    [unexpected-decline] lower than earlier rounds gave reason to expect
    [persistent] low in two rounds running
    [steady-decline] down over several rounds
    [informants-differ] informants do not see the same
    [not-measured] not measured twice
    [recovery] better after an earlier signal
    [group-shift] the group moves as a whole
    [group-level] the group scores low among groups
    [group-share] many low scores in the group
    [rater-effect] somebody else filled in
    [school-compared] the school scores low among schools
    [school-trend] the school changes against an earlier round
    [school-safety] more pupils feel unsafe
    [representativeness] the round does not stand for the whole school
    [signal-load] more signals than aimed at
    [concern] somebody is worried
    [rejected-twice] seldom chosen, two measurements in a row
    [group-structure] how the group hangs together
   *[other] { $rule }
}
rule-for-information = For information only.
# Words that turn with the scale: where a high score is a concern, low is high.
is-low-first = { $direction ->
    [concern] High
   *[strength] Low
}
is-low = { $direction ->
    [concern] high
   *[strength] low
}
is-low-ones = { $direction ->
    [concern] high
   *[strength] low
}
is-lower-first = { $direction ->
    [concern] Higher
   *[strength] Lower
}
goes-down-first = { $direction ->
    [concern] Up
   *[strength] Down
}
goes-down = { $direction ->
    [concern] up
   *[strength] down
}
it-falls = { $direction ->
    [concern] rises
   *[strength] falls
}
is-below = { $direction ->
    [concern] above
   *[strength] below
}
is-lowest = { $direction ->
    [concern] highest
   *[strength] lowest
}
rule-definition = { $rule ->
    [critical-item] An answer to a question of which the school wants to read each answer from { $threshold } at once. Without statistics. The two readers of the school alone see it.
    [level] { is-low-first }, whatever came before: all rounds together, with a probability of { $percent } % or more this pupil is among the ten in a hundred who are doing least well.
    [unexpected-decline] { is-lower-first } than expected: what each round differs from what the pupil’s own earlier rounds gave reason to expect, added up, goes over { $threshold }. Without real change that happens with about { $chance } of a hundred pupils; with more scales or informants the limit is higher, so that together it is not many more.
    [persistent] { is-low-first } in two rounds running: both times { $threshold } times the usual spread or more { is-below } the middle.
    [steady-decline] { goes-down-first } over several rounds: the line through four or more rounds { it-falls } more than { $threshold } times its uncertainty, and it was going { goes-down } before the last round too.
    [informants-differ] Informants do not see the same: what they say lies more than { $threshold } times the usual difference apart.
    [not-measured] Not measured with this list twice running, while others of the group were.
    [recovery] Better after an earlier signal: the score is clearly better than expected and no longer { is-low }, or the pupil stands well twice in a row (probably not in the lowest tenth).
    [group-shift] The group moves as a whole: the mean difference from what was expected of each pupil is more than { $threshold } times what is usual by chance.
    [group-level] The group scores { is-low } among groups: more than { $threshold } times the usual spread between groups.
    [group-share] Many { is-low-ones } scores in the group: even allowing for uncertainty more than { $percent } % in the { is-lowest } fifth.
    [rater-effect] Somebody else filled in than the time before, and the scores of the group moved more than { $threshold } times what is usual by chance. Of what is unexpected of each pupil most of that shift is taken off. How a pupil stands goes by the score as it is.
    [school-compared] The school, or one of its year levels, scores { is-low } among schools: more than { $threshold } times the usual spread between schools.
    [school-trend] The school changes: the same pupils moved against the last round or a year earlier more than { $threshold } times what is usual by chance. What a group moves along with the school then gives no signal of its own: then this is one, and else it is for information.
    [school-safety] More pupils feel unsafe than the time before, or than by the norm: a larger share, even allowing for uncertainty. It takes a list on safety of which scores come in per pupil.
    [representativeness] The round does not stand for the whole school: too few pupils took part, or those who are missing scored differently the time before.
    [signal-load] More new signals than the { $threshold } in a hundred pupils that the school aims at, and more than chance makes of that.
    [rejected-twice] Seldom chosen, two measurements in a row: both times classmates gave fewer high and more low ratings than chance gives. One measurement says little; this is no trait of a child but of what happens in this group.
    [group-structure] How the group hangs together: several pupils are seldom chosen twice, there are fewer mutual choices than the time before, or a share of the pupils has none.
   *[other] { $rule }
}
hinge-score = With a score of { $score } or { $side ->
    [higher] higher
   *[lower] lower
} this rule would not have given a signal, all else staying the same.
hinge-no-score = No score in this round would have changed this by itself: it rests on the earlier rounds too.
hinge-mean = With a mean of { $mean } or { $side ->
    [higher] higher
   *[lower] lower
} this rule would not have given a signal, all else staying the same.
hinge-school-safety = With at most { $most } of { $n } pupils with such a score this rule would not have given a signal.
hinge-representativeness = Had at least { $least } of the { $known } pupils taken part, this would not stand here.
hinge-group-share = With at most { $most } of { $n } pupils there this rule would have said nothing.
hinge-signal-load = With at most { $most } of { $n } pupils with a new signal this rule would have said nothing.
hinge-small-pool = From which score on this rule would have said nothing cannot be said exactly: there are { $n } scores to compare with, and another score changes that comparison too.
hinge-calm = Had the pupil stood less well in either of the two rounds, this would not stand here.
hinge-of-scale = Had this score stayed near enough to what was expected, this rule would have said nothing. From which score exactly hangs on what else was filled in too, on this pupil and on others.
hinge-in-group = It also depends on what the group or school did as a whole. One other score would not surely have changed it.
hinge = { $rule ->
    [critical-item] An answer below the border of this question.
    [level] Had the scores on the scales of this list together been less { is-low }, now or in earlier rounds, this rule would have said nothing. One score alone mostly does too little for that.
    [unexpected-decline] Had the scores on the scales of this list together stayed closer to what was expected, by whoever filled it in, this rule would have said nothing. One score alone mostly does too little for that.
    [persistent] It depends on the mean over the scales of this list. Had that been less { is-low } in either round, this rule would have said nothing.
    [steady-decline] Had the last round been so much better that the line went no further than that limit, this rule would have said nothing.
    [informants-differ] Had the informants been closer together, this would not stand here.
    [not-measured] A measurement with this list in either period.
    [recovery] A score closer to what was expected.
    [group-shift] Had the pupils together stayed closer to what was expected of each, this rule would have said nothing. One pupil makes little difference.
    [group-level] Had the mean of the group been closer to that of the other groups, this rule would have said nothing.
    [group-share] One or a few pupils fewer in the { is-lowest } fifth.
    [rater-effect] Had the same person filled in as the time before, this rule would have been silent. Had the scores stayed closer to what was expected, too.
    [school-compared] Had the mean of the school been closer to that of the other schools, this rule would have said nothing.
    [school-trend] Had the pupils together stayed closer to their earlier round, this would not stand here.
    [school-safety] Had the share that feels unsafe been smaller, this rule would have said nothing.
    [representativeness] More pupils taking part, or a group more like the whole school.
    [signal-load] Fewer new signals, or another aim of the school.
    [rejected-twice] Had a few classmates rated higher in one of the two measurements, or had too few of them taken part, this rule would have said nothing.
    [group-structure] A few more mutual choices, or fewer pupils who are seldom chosen.
   *[other] This was not kept.
}

# the time line
line-title = What there was
line-none = Nothing yet. Measurements, observations, conversations and decisions will stand here.
line-none-group = Nothing yet. Observations, conversations and decisions about the group will stand here.
line-older = Show what is older than two school years too
line-objection = { $list } { $what ->
    [made] is not taken along: parents object
   *[ended] is taken along again: parents object no more
}
line-round = Round { $round }, filled in by { $who }
line-observation = Observation, { $tone ->
    [concern] concern
    [strength] this goes well
   *[note] for information
}: { $domain }
line-seen-by = seen by { $by }, noted by { $writer }
line-words-of = { $source ->
    [parent] in the words of a parent
   *[pupil] in the words of the pupil
}, noted by { $writer }
line-conversation = { $with ->
    [pupil] Conversation with the pupil
    [parent] Conversation with a parent
    [both] Conversation with pupil and parent
    [lol] Conversation led by pupil and parent
    [meeting] Meeting
    [mentor] Conversation with the mentor
   *[group] Conversation with the group
}
line-decision = { $event ->
    [to_mentor] Signal to the mentor
    [asks_help] Mentor asks for help
    [passes_on] Mentor leaves it to the coordinator
    [takes_up] Mentor takes it up
    [term_passed] The mentor’s term has passed
    [wakes] Back in the list
    [came_back] Referral ended without help: back in the list
    [plan_ends] Plan over: back in the list
    [reopens] Signal came back
    [source_withdrawn] Source withdrawn
    [in_conversation] Decision: discuss
    [watching] Decision: watch
    [planned] Decision: plan
    [referred] Decision: refer
    [no_action] Decision: no action needed
   *[closed] Closed
} ({ $domain })
line-look-on = Look back on { $date }
line-referral = referred to { $partner }
line-referral-step = Referral to { $partner }: { $step }
copy-text = Text for the official file
copy-do = Copy
copy-copied = Copied
copy-transferred = Transferred to the file
copied-on = transferred on { $date }
copy-conversation = { $date } – { $title } about { $about }. { $line } ({ $who })
copy-decision = { $date } – { $title }, { $about }. { $text } ({ $who })

# recording a conversation
talk-with = With whom did you speak?
talk-on = On which day?
talk-line = What came of it?
talk-help = One or two sentences. Parents, and from 16 on the pupil, may read this.
talk-do = Save the conversation
talk-no-with = Choose with whom you spoke.
talk-no-date = Fill in the day of the conversation.

# group
group-good = What this group is good at
group-view = View
group-view-names = Names
group-view-table = Pupils by domain
group-empty = No pupils are in this group today.
group-table-key = Diamond: low or falls. Circle: high or goes better. Dot: ordinary. By name, not by score.
group-pupil = Pupil
sociogram-title = Who choose each other
sociogram-said = Sociogram of { DAY($date) }: { $percent } % of the group filled it in. Of { $pairs } pairs who said something of each other, { $mutual ->
    [0] no pair chose each other.
    [1] one pair chose each other.
   *[other] { $mutual } chose each other.
}
sociogram-explained = Each dot is a pupil, each line a pair who chose each other; who chose each other stand together. A hollow dot: too little is known here, mostly because the pupil did not take part. Which dot is whom Baken does not show: so everybody can choose honestly.
group-strong = strong:
group-scores = The group over time
group-scores-none = A mean is given from eight pupils on. So many have not been measured yet.
power-group = In a group of { $n } pupils who were measured the time before too ({ $lists }) we find a decline of the whole group by half a standard deviation in about { $percent } % of cases; a smaller decline less often. So no signal does not mean that nothing is the matter.
group-legend = Mean of who is in the group now; higher up is better. The table says how many pupils count.

# school
why-leader = You see this because you are leader of this school. No pupil stands here.
school-left-out = { $n } not taken along: parents object
school-smallest = Figures of fewer than { $smallest } pupils do not stand here, nor figures from which those could be worked out. Scores that come in later than the others count as soon as there are enough of them.
school-smallest-reason = The limit is a different one here, because: { $reason }
school-domains = By domain
school-none = There are no measurements yet. Figures appear here when scores have come in.
school-explained = Change: only pupils who took part both times, with the margin it probably lies in. Plus is better.
school-now = Now
school-before = A year earlier
school-same-pupils = Same pupils
school-took-part = Took part, of all groups
school-no-change = too few pupils took part both times
school-scale = { $scale } ({ $min }–{ $max }, { $direction ->
    [concern] low is favourable
   *[strength] high is favourable
})
school-mean = { $mean } ({ $round }, n = { $n })
school-change = { $way ->
    [better] better
    [worse] less good
   *[same] about the same
}: { $mean } ({ $low } to { $high }, n = { $n })
school-groups = Groups
hidden-few = not shown: fewer than { $smallest } pupils
hidden-derivable = not shown: the figures of a few pupils could be worked out
hidden-none = too few pupils
share-few = less than 5 %
share-nearly = more than 95 %
share-of = { $percent } % ({ $part } of { $whole })
load-title = Signals this school year
load-signals = There was a signal about { $share } of the pupils.
load-confirmed = Of the signals of which somebody said whether they were right, { $share } were: recognised, acted on, or known already.
load-few = Too few signals have been judged to say how often they proved right.

# observation
yes = yes
no = no
observe-title = Observation
observe-done = Thank you. The observation is saved.
observe-restored = What you typed before is still here.
observe-acute = Is it acute?
observe-acute-call = Do not wait for this form. Call:
observe-police = thoughts of suicide:
observe-who = About whom?
observe-other = somebody else
observe-rest = Others of my groups
observe-elsewhere = A pupil of another group
observe-name = First and last name, in full
observe-name-help = You write down what you saw. You get nothing to read about the pupil.
observe-what = What did you see or hear?
observe-what-help = Parents (from 16 on the pupil) may read this. Write what you saw or heard, no judgement, no other children.
observe-quiet = Quiet signs
observe-quiet-1 = Withdraws, says little, no longer joins in what used to be fun.
observe-quiet-2 = Is often tired, has stomach aches or headaches, often goes to the toilet or home.
observe-quiet-3 = Always wants to do well, never asks for help, is very afraid of mistakes.
observe-not = What does not belong here
observe-not-staff = Is it about a member of staff? Do not write it here, call the board or the confidential inspector (0900 - 111 3 111).
observe-not-confidant = A report of Handle with Care, and what a confidential adviser hears, is not written here.
observe-not-others = Name no other children.
observe-tone = How do you see it?
observe-tone-choice = { $tone ->
    [concern] I am worried
    [strength] This goes well
   *[note] For information
}
observe-domain = Domain
observe-urgent = This cannot wait: the coordinator sees it at the top at once
observe-more = From whom, and when?
observe-source = From whom does this come?
observe-source-choice = { $source ->
    [parent] A parent, in the parent’s own words
    [pupil] The pupil
   *[staff] Me or a colleague
}
observe-other-parent = For a parent’s words: may the other parent read this?
observe-seen-by = Seen by (if you note it for a colleague)
observe-seen-on = On which day?
observe-save = Save the observation
observe-kept = saved { $time }
observe-no-tone = Choose how you see it: worried, well, or for information.
observe-no-date = Fill in on which day you saw this.

# administration
admin-title = Administration
admin-waiting = What still waits
admin-waiting-none = Nothing waits: all tasks are done.
admin-task = Task
admin-since = Asked for on
admin-next = Next try
admin-tries = Tries
admin-error = What went wrong
admin-kind = { $kind ->
    [raise_signals] raise signals
    [source_withdrawn] process a withdrawn source
    [signals_raised] message about new signals
    [referral_offered] link to the partner
    [referral_moved] message about a referral
    [new_signals] message to one person
    [reminder] reminder to one person
    [partner_reminder] reminder to a partner
    [tell_of_referral] message about a referral to one person
    [partner_replied] answer to the partner
    [partner_told_of_end] that a referral has ended, to the partner
    [wish_said] call the care coordinator
    [tell_of_pupil] call the care coordinator, one person
    [letters_due] letters to ask about
    [tell_of_plan] reminder of a plan
    [tell_of_letters] reminder of letters
   *[other] { $kind }
}
admin-schools = Schools
admin-sector = Sector
admin-region = Holiday region
admin-accounts = Accounts
admin-accounts-how = The accounts of a school are kept on the page of that school, above. Those of the board are made and shut with “baken user add” and “baken user disable”.
admin-name = Name
admin-roles = Roles
admin-state = State
admin-works = active
admin-shut = shut
# the administration of a school
keep-title = People and school
keep-why = You see this because you do the administration of this school, or manage the board. Pupils stand here by their number alone. Every change is written in the log.
keep-done = Done.
keep-people = Who work here
keep-nobody = Nobody yet. Add somebody below.
keep-change = Change roles or shut
keep-roles-help = Who is no mentor any more loses the ties to groups and pupils today.
keep-roles-save = Keep the roles
keep-shut-help = Shutting ends open sessions too. What this person wrote stays.
keep-shut = Shut the account
keep-join = Add somebody
keep-email-help = Has this person an account already, for instance of another school of the board? Then the e-mail address with the roles is enough.
keep-password-help = At least twelve characters. Let the person type it.
keep-join-save = Add
keep-school = The school
keep-school-name = Name of the school
keep-sociogram = Sociogram
keep-negative = Pupils may say whom they do not choose (-)
keep-negative-help = While this is off such choices are refused when they are brought in. Switch it on only if the school has decided so and parents know.
keep-ruleset = The set of rules is { $name }. The care coordinator chooses it, on the page of the school.
keep-school-save = Keep
region = { $region ->
    [noord] north
    [midden] middle
   *[zuid] south
}
tie-title = Make a tie
tie-help = A tie lets somebody with the role of mentor see the pupils of a group, or one pupil, from a day to a day.
tie-who = Who
tie-as = As
tie-kind = { $kind ->
    [mentor] mentor or teacher
    [duo] co-teacher
    [inval] substitute
    [slb] career coach
   *[betrokkene] involved
}
tie-group = Group
tie-no-group-chosen = none: it is about one pupil
tie-pupil = Pupil’s number
tie-pupil-help = Only if it is about one pupil.
tie-from = From
tie-until = Up to and including
tie-until-help = Empty: until further notice.
tie-save = Make the tie
tie-end = End the tie
tie-end-help = Empty: yesterday was the last day.
tie-said = { tie-kind } { $to ->
    [group] of group { $name }
   *[pupil] of pupil { $name }
}, from { DAY($from) }{ $lasts ->
    [until] {" "}up to and including { DAY($until) }
   *[on] {""}
}

# partners
partners-title = Care partners
partners-link = See and add care partners
partners-added = The partner is in the list.
partners-none = There are no partners yet. Without a partner a school cannot refer anyone.
partners-add = Add a partner
partners-kind = Kind
partners-route = How to reach
partners-email-help = The address the link with the data goes to. Check it with the partner.
partners-phone = Telephone
partners-offer = What the partner offers, in a line
partners-waiting = Waiting time, as the partner says
partners-save = Add
role = { $role ->
    [mentor] mentor
    [staff] staff
    [coordinator] care coordinator
    [leader] school leader
    [administration] administration
    [attention-officer] attention officer
   *[admin] administrator
}

# the school's rules
rules-link = The rules: look ahead, choose, and how often they are right
rules-title = The school's rules
rules-now = In force now: { $name }, with thresholds of { $date }.
rules-waits = Chosen for later: { $name }. Takes effect with the first round from { $date }.
rules-open = The present round is open: there are scores already. Other rules take effect with the next one, from { $date }.
rules-between = No round is open: there are no scores since 1 January or 1 August yet. Other rules can take effect now.
rules-set = Look ahead with { $name }
rules-about = { $name ->
    [standaard] At most six pupils in a hundred per round without anything being the matter. Finds most.
    [streng] Higher thresholds: at most three pupils in a hundred per round without anything being the matter, and more is missed too. Low in two rounds is then for information only.
   *[other] {""}
}
rules-set-present = Look ahead with { $name } (the present rules)
rules-accept-title = Choose { $name }
rules-from = From which day?
rules-from-help = Rules change only between two rounds. While one is open, the choice takes effect with the next. Who chose and when stays below.
rules-accept = Choose these rules
rules-withdraw = Take back the choice of { $name }
rules-history = What was chosen
rules-no-history = Nothing yet. The school works with the rules it began with.
rules-day = Day
rules-what = Choice
rules-chosen = { $by } chose { $name }; { $became ->
    [in-force] in force since { $date }
    [waits] takes effect with the first round from { $date }
    [withdrawn] taken back before it took effect on { $date }
   *[replaced] replaced by a later choice before it took effect on { $date }
}
rules-ask = What each rule asks
rules-ask-how = The figures hold for a list of one scale that one person fills in. With more scales or informants each has to stand out somewhat further, so that together they give no more false alarms.
ahead-title = Look ahead
ahead-how = How many conversations would other rules have given in this school's earlier rounds? Nothing changes. All rounds are computed again; that may take some seconds.
ahead-of = Look ahead with { $name }
ahead-dated = Thresholds of { $date }.
ahead-explained = Each round with only what was known then. A pupil goes to the mentor first; groups and the school to the coordinator. Confirmed: recognised, or something was done with it.
ahead-none = There are no rounds yet.
ahead-round = Round
ahead-present = The present rules
ahead-starting-picture = { $round } (starting picture: nothing was told about pupils unasked)
ahead-count = mentors { $mentors }, you { $you }; { $judged ->
    [0] nothing judged yet
   *[other] { $confirmed } of { $judged } judged were confirmed
}
ahead-new = Who would be new
ahead-moved = Who stands in both lists is told of in another round.
ahead-gone = Who would be gone
ahead-nobody = Nobody.
rates-title = How often the rules were right
rates-explained = Signals of this school year and the one before, as a share of what was judged{ $margin ->
    [yes] , with the margin it probably lies in
   *[no] {""}
}. A proposal comes from { $enough } judged signals of a rule on. It changes nothing: the coordinator chooses the rules.
rates-none = There are no signals of rules yet.
rates-rule = Rule
rates-was-confirmed = Confirmed
rates-known = Already known
rates-not = Not confirmed
rates-unknown = Cannot be said
rates-judged = Judged
rates-confirmed = { $share } (between { $low } % and { $high } %)
rates-counts = { $judged } judged, { $waiting } not yet
rates-few = not shown: too few judged (fewer than { $smallest } pupils or groups)
rates-tighten = Proposal: make it stricter. This signal seldom brings something new that is confirmed.
rates-loosen = Proposal: make it looser. This signal is mostly confirmed.

# not taken along
objection = { $list } is not taken along: parents object, since { $date }. The scores are kept; they do not stand here and nothing is computed from them.
objection-end = Take along again
objection-note = Not taken along: parents object
objection-help = Nothing is computed any more from the scores of this pupil on this list, and what showed from this list alone is withdrawn. It can be undone.
objection-list = List
objection-day = Since which day do parents object?
objection-do = Do not take along
objection-future = The day of the objection lies in the future.
objection-no-list = Choose a list.
objection-before-birth = The day of the objection lies before the pupil was born.
objection-no-day = Fill in since which day parents object.
objection-known = This list is not taken along for this pupil already.
objection-short = Not taken along: { $lists }
objection-typed = Not taken along: parents object. What you fill in is kept and does not count.
objection-count = { $list }: { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
} not taken along, because parents object.

# A class list on the screen
class-list-do = Fill in a list
class-list-title = Fill in a list for
class-list-which = Which list
class-list-pick = Choose a list
class-list-informant = Whose view
class-list-by = { $informant ->
    [leerling] pupil
    [ouder] parent
   *[leerkracht] teacher
  }
class-list-all = Also the scales that only explain
class-list-open = Open the list
class-list-none = There is nothing to fill in: this group has no pupils today, or the list no scales for you.
class-list-date = Filled in on
class-list-help = Fill in the scores as your system gives them. Empty is fine. Where this round has a score already, the new one takes its place. What you type is kept; Enter goes down a row.
class-list-hand-in = Hand in
class-list-restored = What you typed before is back.
class-list-nothing-stored = Nothing has been handed in yet. What you typed is kept.
class-list-done = { $scores ->
    [one] 1 score is handed in.
   *[other] { $scores } scores are handed in.
  } Signals follow by themselves.
class-list-empty = Nothing has been filled in yet.
class-list-choose = Choose a list first.
class-list-name = Class list { $group }: { $list }
# agreements
agreements-title = Agreements
agreements-link = Agreements: who reads critical answers, and which norms hold
critical-title = Critical answers
critical-how = With some questions a school wants to read each worrying answer at once. Such answers come in only when there are two readers. They alone see them. They stand in no mail, handover or figure, and the mentor does not see them.
critical-off = There are no readers yet. This rule is off: answers to questions are refused and not kept.
critical-now = { $first } reads within a school day; { $second } is reminded when that fails. { $holidays ->
    [read] In holidays they read too.
   *[not_taken] In holidays these lists are not taken.
} Agreed on { $date }: “{ $line }”
critical-reader-gone = (no care coordinator any more: name somebody else)
critical-first = First reader
critical-second = Second reader
critical-second-help = Is reminded when nobody has read it after a school day.
critical-holidays = In holidays
critical-holidays-choice = { $how ->
    [read] The readers read in holidays too
   *[not_taken] These lists are not taken then; an answer that comes all the same waits for the first school day
}
critical-line = How is it arranged?
critical-line-help = In a sentence: who stands in for whom, and whom do you call in acute danger?
critical-do = Write down
critical-two-readers = Choose two different readers.
critical-not-coordinator = A reader is a care coordinator of this school: else the pupil's page cannot be opened.
critical-no-holidays = Choose what happens in holidays, and write in a sentence how it is arranged.
critical-line-too-long = The sentence is too long: at most { $most } characters.
critical-read-do = I have read this
critical-read-before = This had been read already.
critical-reading = { $how ->
    [read] Read on { $date }
    [late] Should have been read by { $date }: the second reader was reminded
   *[wanted] To be read by { $date }
}
norms-title = Norms
norms-how = Some lists have a norm for all pupils, and norms of their own for boys and girls. With one norm for all, busy behaviour is seen in more boys than girls. With norms of their own about the same share of both gets attention. What was told keeps the norm that it was told by.
norms-choice = Which norm goes first?
norms-joint = One norm for all (usual)
norms-choose = Choose whether boys and girls have norms of their own.
norms-by-sex = Norms for boys and for girls, where a list has them
norms-do = Keep
domain-critical-item = to be read at once
list-consent = Consent with { $list }, given by { $by ->
    [pupil] the pupil
   *[parent] a parent
} on { $date }
list-consent-end = Consent was withdrawn: delete what came in with this list
list-consent-note = Write down consent with a list on health
list-consent-help = Without a recorded consent scores on this list are refused. Under sixteen a parent consents.
list-consent-by = Who gave the consent?
list-consent-by-choice = { $by ->
    [pupil] The pupil (from sixteen)
   *[parent] A parent or guardian
}
list-consent-day = On which day?
list-consent-do = Write down
list-consent-young = Under sixteen, or without a birth date, a parent gives the consent.
list-consent-future = That day is still to come.
list-consent-known = Consent with this list was recorded already.
list-consent-no-day = Choose the day on which the consent was given.
list-consent-nobody = Choose who gave the consent.
