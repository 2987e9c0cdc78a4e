# Plans, approaches, and what the scale says of them

nav-plans = Plans
act-plan = Plan
plans-title = Plans
plans-empty = Plans will appear here. Begin one with “Plan” on the page of a pupil or group, or at a signal.
plans-evaluating = Look back
plans-running = Running
plans-draft = Being drawn up
plans-over = Over
plan-evaluate-on = look back on
plan-state-draft = being drawn up
plan-state-running = running
plan-state-evaluating = looking back
plan-state-ended = ended
plan-state-stopped = stopped

plan-title = Plan
plan-for = For
plan-new-title = Make a plan
plan-new-domains = What is the plan about?
plan-domains = Domains
plan-domains-help = While the plan runs, signals in these domains are quiet. Other domains stay in the list as usual.
plan-new-signal = there is a signal
plan-new-open = There is a plan already:
plan-new-do = Continue
plan-goal = Goal
plan-goal-help = What do you want to see when it has worked? Write it so that the pupil or the group understands it too.
plan-scale = Scale to follow it on
plan-scale-help = The score before and after the plan will stand on this scale.
plan-scale-none = no scale
plan-scale-said = { $scale } · { $instrument } ({ $who }), from { $min } to { $max }
plan-intervention = Approach from the list
plan-intervention-help = With each approach stands what is known of it, from whom and from when.
plan-intervention-own = an approach of our own
plan-about-intervention = What is known of this approach
plan-own-approach = What will you do?
plan-own-approach-help = Who does what, how often? How do parents take part? Who is trained for it?
plan-arrangement = Arrangement with the samenwerkingsverband
plan-arrangement-help = Only if there is one: what the samenwerkingsverband contributes, and until when.
plan-owner = Who answers for it
plan-starts = Begins on
plan-evaluate = Look back on
plan-evaluate-help = Two weeks after this day the signals are no longer quiet, even if you have not looked back yet.
plan-why-no-conversation = There could be no conversation yet
plan-no-conversation = Why was there no conversation yet, and with whom was the plan discussed?
plan-restricted = For the care coordinator alone: the mentor does not see this plan
plan-begin-title = Begin
plan-ready = All is there. Once the plan begins, the signals in its domains are quiet.
plan-not-ready = This is still needed:
plan-keep = Save
plan-begin = Begin the plan
plan-drop = Do not make this plan
plan-evaluate-now = Look back now
plan-end = End the plan
plan-how-it-went = How did it go?
plan-outcome-note = What do you say of that?
plan-outcome-label = How it went
plan-outcome = { $outcome ->
    [better] It is better
    [same] It is about the same
    [worse] It is worse
   *[cannot_tell] It cannot be told
}
plan-close-signals = Close the signals of this plan too
plan-go-on = Go on
plan-go-on-note = What changes?
plan-stop = Stop the plan
plan-stop-why = Why?
plan-steps = What happened
plan-signals = Signals in this plan
plan-quiet-help = They are quiet until two weeks after looking back. If it gets worse, or if somebody worries, they stand in the list again at once.
part-planned = a plan runs for this
plan-bar = plan: { $domains }

line-plan = { $event ->
    [begin] Plan begun
    [falls_due] Time to look back on the plan
    [evaluate] Looked back on the plan
    [go_on] Plan goes on
    [end] Plan ended
   *[stop] Plan stopped
}: { $domains }
line-plan-evaluate = Look back on { $date }

plan-wrong-move = This cannot be done now: the plan is “{ $state ->
    [draft] being drawn up
    [running] running
    [evaluating] looking back
    [ended] ended
   *[stopped] stopped
}”, and then “{ $event ->
    [begin] begin
    [falls_due] fall due
    [evaluate] look back
    [go_on] go on
    [end] end
   *[stop] stop
}” is no way on.
plan-moved-meanwhile = Somebody else has just changed this plan. Look again how it stands.
plan-begun-already = This plan has begun. If you want it otherwise, end it or go on with a new date.
plan-not-for-critical = No plan keeps an answer quiet that must be read. Talk about it, or refer.
plan-for-whom = A plan is for one pupil, group or school: give one of the three.
plan-no-domain = Choose what the plan is about.
plan-no-goal = Write down the goal.
plan-no-approach = Choose an approach from the list, or write down what you will do.
plan-no-dates = Choose when it begins and when you look back.
plan-evaluate-early = The day to look back lies after today and after the beginning.
plan-evaluate-far = Look back within a year.
plan-no-outcome = Say how it went, and add a sentence.
plan-no-reason = Write down why the plan stops.
plan-no-event = “{ $value }” is no step of a plan.
plan-domain-unknown = There is no such domain.
plan-intervention-unknown = This approach is not in the list.
plan-scale-unknown = This scale cannot be chosen here.
plan-scale-objection = Parents object to this list. Choose another scale.
plan-scale-consent = This list needs consent, and there is none. Choose another scale.
plan-owner-unknown = This person cannot answer for this plan. Choose a mentor of the pupil or group, or a care coordinator of the school.
speak-first-school = Discuss a plan for the school with the team first, and write down with whom and why.

effect-title = What the scale says
effect-better = better
effect-same = the same
effect-worse = worse
effect-cannot_tell = cannot be told
effect-not-yet = nothing yet
effect-before = Before the plan { $whom ->
    [group] the mean
   *[pupil] the score
} was { $score } ({ $round }).
effect-after = After it { $whom ->
    [group] the mean of the same { $n } pupils
   *[pupil] the score
} was { $score } ({ $round }).
effect-range = The scale runs from { $min } to { $max }; { $direction ->
    [strength] high is good
   *[concern] low is good
}.
effect-error = Error of measurement: two { $whom ->
    [group] means
   *[pupil] scores
} may differ by { $error } points without anything having changed.
effect-expected = From earlier scores we expected { $low }–{ $high }. An unfavourable score often becomes a little more favourable by itself, and a favourable one less so; that is counted in.
effect-why = { $change ->
    [better] The score is more favourable than was to be expected without a change. Whether the plan did it, a scale cannot say.
    [worse] The score is less favourable than was to be expected without a change. Whether the plan did it, a scale cannot say.
    [same] The difference is no larger than the error of measurement.
   *[cannot_tell] The score changed, but no further than was to be expected by itself.
}
effect-missing = { $what ->
    [before] There are too few scores from before the plan, or parents object to the list.
    [after] There are too few scores yet since it began.
    [reference] There are too few scores of others to compare with.
    [coarse] The unit of this list is too coarse to see whether anything changed.
   *[rater] Somebody else filled in the list. Then it cannot be told whether the pupil changed or the eye.
}

interventions-title = Approaches
interventions-link = All approaches, and what is known of them
interventions-lead = What is known of each approach stands with its source and date. Baken does not say what is recognised today: check before you choose.
interventions-ask = Ask of each approach: does it follow from what you saw? Who is trained for it? How do parents take part? How is it carried out? Most approaches fail because they are not carried out well.
intervention-unreadable = { $file } cannot be read as an approach: { $problem }
intervention-where = Where
intervention-whom = For whom
intervention-ages = Age
intervention-domains = Domains
intervention-training = Training needed
intervention-unknown = not known, ask
intervention-years = { $from }–{ $to } years
intervention-training-needed = { $needed ->
    [yes] yes
   *[no] no
}
intervention-place = { $what ->
    [pupil] with one or a few pupils
    [group] in the class
   *[school] in the whole school
}
intervention-reach = { $what ->
    [universal] everybody (universal)
    [selective] groups in a vulnerable situation (selective)
   *[indicated] pupils with raised complaints (indicated)
}
intervention-reach-as = { $what ->
    [universal] universal
    [selective] selective
   *[indicated] indicated
}
intervention-or = {" or "}
intervention-as = as a { $reach } programme
intervention-verdict = { $verdict ->
    [strong_indications] Effective by strong indications
    [good_indications] Effective by good indications
    [indications] Indications of effect
    [well_founded] Well founded
    [named] Named as promising or in use; no recognition is known here
   *[not_effective] Not effective
}
intervention-source = Source: { $source }; at the latest of { $date }.
intervention-again = Check again.

care-title = How long children wait
care-help = This school year, in school days; holidays do not count.
care-conversation = After half of the signals about a pupil there was a conversation within { $days } { $days ->
    [one] school day
   *[other] school days
}.
care-conversation-waits = After more than half of the signals about a pupil there was no conversation yet.
care-spoken = A conversation followed { $share } of the signals.
care-answer = To half of the referrals the partner answered within { $days } { $days ->
    [one] school day
   *[other] school days
}.
care-answer-waits = More than half of the referrals have no answer yet.
care-no-room = Of the answers { $share } said that there is no room.
care-few = { $what ->
    [conversation] There are too few pupils with a signal yet to say how soon a conversation follows.
   *[partners] There are too few referrals yet to say how soon partners answer.
}

mail-plan-subject = Baken: time to look back on a plan
mail-plan-text =
    Hello,

    It is time to look back on a plan that you answer for. See it here:
    { $link }

    This mail holds no names, on purpose.

    Baken
