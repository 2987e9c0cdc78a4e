# meldcode: texts in English

meldcode-title = Reporting code
meldcode-lead = These files stand apart. Only the attention officer sees them, and who is named on a file. Each time somebody looks stands in a log of its own.
meldcode-acute = Is there danger now? Call 112. Asking for advice or reporting you do yourself, at Veilig Thuis: 0800-2000, day and night. Baken reports nothing by itself.
meldcode-none = There is no file.
meldcode-new = New file
meldcode-new-help = Give the full name, as the school knows it. Where a file is under way, that one opens. Nobody is told of this.
meldcode-pupil = Name of the pupil
meldcode-open = Open the file
meldcode-state = { $state ->
    [open] Under way
    [decided] Decided
    [unfounded] Suspicion unfounded
   *[closed] Closed
  }
meldcode-opened = opened on { $date }
meldcode-next = Still to do: { $step ->
    [signals] gather the signals
    [consultation] consult a colleague or Veilig Thuis
    [conversation] talk with parents and child
    [weighing] weigh
   *[decisions] take two decisions
  }
meldcode-step = { $step ->
    [signals] Signals gathered
    [consultation] Consultation with a colleague or Veilig Thuis
    [conversation] Conversation with parents and child
    [weighing] Weighing
    [decisions] Decisions: is reporting necessary, is help possible
    [reported] It was reported to Veilig Thuis
    [answered] Veilig Thuis has answered
    [unfounded] The suspicion is unfounded
    [closed] Close the file
   *[reopened] Open the file again
  }
meldcode-step-help = { $step ->
    [signals] Write down what you saw and heard, when and from whom. Keep facts and your own opinion apart.
    [consultation] Do not name the child. Write with whom you consulted as a function, and what the advice was.
    [conversation] With whom did you talk, and what did they say? Where talking was not safe, write why not.
    [weighing] Weigh with the framework of your profession. Acutely or structurally unsafe: always report.
    [decisions] Take both decisions, each with its reason.
    [reported] Write down that you reported and what. Baken computes when the answer should be there: after five working days.
    [answered] What does Veilig Thuis do with the report?
    [unfounded] Write down why the suspicion does not hold. It stays in this file as unfounded.
    [closed] After the decisions, when nothing is left to follow.
   *[reopened] Why is the file opened again?
  }
meldcode-whom = { $step ->
    [consultation] Consulted
   *[conversation] Talked with
  }
meldcode-whom-help = The function or role alone, such as “care coordinator”, “Veilig Thuis” or “mother”. No name.
meldcode-with = With
meldcode-facts = Facts
meldcode-facts-help = What was seen and heard, by whom, when. Without judgement.
meldcode-opinion = Opinion or weighing
meldcode-opinion-help = What you make of it. It stands apart from the facts.
meldcode-report = Is reporting necessary?
meldcode-help = Is help possible?
meldcode-yes = Yes
meldcode-no = No
meldcode-reason = Why
meldcode-date = On which day
meldcode-save = Write down
meldcode-five = The five steps
meldcode-not-yet = not yet
meldcode-write = Write something down
meldcode-written = What was written down
meldcode-nothing = Nothing yet.
meldcode-answer = { $how ->
    [late] Veilig Thuis should have answered by { $date }. Call yourself: 0800-2000.
   *[waits] Veilig Thuis answers by { $date }.
  }
meldcode-papers = Moved here
meldcode-seen = Seen on { $date } ({ $domain }), written down by { $who }
meldcode-seen-by = Seen by { $by } on { $date } ({ $domain }), written down by { $who }
meldcode-moved = Moved on { $date } by { $who }
meldcode-raised = What was written with it:
meldcode-read-by = Who could have read this already
meldcode-reader = { $kind ->
    [partner] { $name }, outside the school: received it and keeps it. Sent or opened: { $days }
   *[account] { $name }: { $days }
  }
meldcode-people = Who reads along
meldcode-people-help = From a day up to and including a day. Reading along is reading alone.
meldcode-people-none = The attention officer alone.
meldcode-named = { $name }, { $from } up to and including { $until }
meldcode-end = End
meldcode-name-who = Who
meldcode-name-do = Let read along
meldcode-log = Who looked at this file
meldcode-line = { $date }: { $who } { $action ->
    [view] looked at the file
    [open] opened the file
    [step] wrote something down
    [name] let somebody read along
    [end-name] ended the reading along
    [move-in] moved something here
    [inspection] asked at a request for inspection whether something must be weighed
   *[list] saw the list
  }
meldcode-move = Move to the reporting code
meldcode-move-help = Is this about a suspicion of domestic violence or child abuse? Then it does not belong here. It goes from this page and from all lists, for you too. Only the attention officer reads it from then on. No message goes out: speak to the attention officer yourself.
meldcode-move-do = Move
meldcode-no-officer = This school has no attention officer in Baken yet. Ask the administration to give that role, and move it then.
meldcode-no-step = That is not possible any more as the file stands. Look again at what was written down.
meldcode-meanwhile = Somebody has just changed this file. Look again, then write it down.
meldcode-which-step = Choose what you write down.
meldcode-no-date = Give the day.
meldcode-future = The day lies in the future. Give the day on which it happened.
meldcode-too-long = The text is too long: at most { $most } characters.
meldcode-with-whom = Say with whom, as a function or role.
meldcode-no-text = Write down what the consultation brought.
meldcode-no-facts = Give the facts.
meldcode-no-opinion = Write down what you make of it and why.
meldcode-both-decisions = Take both decisions: is reporting necessary, and is help possible. Give the reason with each.
meldcode-weigh-first = Write down first how you weighed. Then you take the decisions.
meldcode-not-reported = No report was written down yet that could be answered.
meldcode-no-days = Say from when until when.
meldcode-days = The last day lies before the first, or has passed.
meldcode-not-here = Choose somebody who works at this school.
