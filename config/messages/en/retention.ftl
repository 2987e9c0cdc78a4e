# keeping and forgetting: texts in English

forget-title = Keeping and forgetting
forget-help = A file goes by itself two years after the pupil left, or after three years when the pupil went to special education. Enrolment and absence stay five years. A signal on which nothing was done goes a year after the end of the school year. What is gone does not come back.
forget-now = What would go now
forget-not-yet = Forgetting is still off at this school. First do a rehearsal: nothing goes then.
forget-since = Forgetting goes by itself, since { DAY($date) }.
forget-nothing = There is nothing now that must go.
forget-would-go = In the rehearsal this went. The rehearsal was taken back: everything is still there.
forget-rehearse = Do a rehearsal
forget-begin = Let forgetting begin
forget-begin-help = From now on what is due goes by itself. For what is gone this cannot be undone. See to it that the official file in the pupil tracking system is right.
forget-accepted-already = Forgetting goes by itself at this school already.
forget-not-accepted = Nobody has seen and accepted the rehearsal of this school yet. Do that first under Keeping and forgetting.
forget-leavers = Pupils who left
forget-within-a-year = Within a year { $files } files go, and { $enrolments } enrolments.
forget-nobody-left = Nobody has left the school yet.
forget-number = Pupil number
forget-left = Left on
forget-file = File goes
forget-enrolment = Enrolment goes
forget-gone = is gone
forget-special = To special education
forget-special-short = special education
forget-special-help = The file of this pupil then stays three years instead of two.
forget-special-legend = Did this pupil go to special education?
forget-special-yes = yes
forget-special-no = no, that is not right
forget-special-save = Note it
forget-reports = What went
forget-no-reports = Nothing has gone yet.
forget-kept = Counts that stay
forget-fewer = fewer than { $count }
forget-rule = { $rule ->
    [concern] concerns of people
   *[other] signals by { $rule }
}:
forget-kind = { $kind ->
    [files] files
    [enrolments] enrolments
    [unused-signals] signals on which nothing was done
    [referrals] referrals to partners
    [signals] signals
    [observations] observations
    [conversations] conversations
    [letters] letters
    [plans] plans
    [consents] consents and objections
    [log] openings and log given out
    [scores] scores and choices
    [attendance] periods of absence
    [pupils] enrolments
   *[other] { $kind }
}
import-forgotten = This import can no longer be taken back: it held pupils whose file was forgotten on time.

year-end-title = Observations at the year's end
year-end-of = Observations of { $year } and before
year-end-help = At the end of the school year you choose for each observation: keep it, with a reason, or delete it. What you do not choose stays. From August on the care coordinator chooses for what is left.
year-end-none = No observations wait. From 1 June the observations about your pupils stand here.
year-end-choice = What do you do with this observation about { $about }?
year-end-keep = keep
year-end-delete = delete
year-end-later = choose later
year-end-is-needed = A signal that is still open rests on it. Finish that first; until then you can only keep the observation.
year-end-reason = Reason to keep it
year-end-save = Note the choices
year-end-no-reason = Write down why you keep the observation about { $about }, or choose something else.
year-end-long = The reason is longer than { $most } characters. Make it shorter.
year-end-needed = The observation about { $about } belongs to a signal that is still open. Finish that first.
year-end-waits = { $count } observations wait for your choice at the year's end
mail-waits-year-end = Observations wait for your choice at the year's end.
