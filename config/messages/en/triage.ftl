# triage: texts in English

decision-past-round = You can watch until the next measurement: choose { DAY($date) } at the latest.
why-stand-in = You see this because you stand in for { $name }.
stand-in-no-days = Fill in the first and the last day: standing in always ends.
stand-in-days = The last day lies before the first, or is over. Correct one of the two.
stand-in-long = Somebody stands in for a year at most. Choose an earlier last day.
stand-in-same = Choose two different people.
stand-in-not-here = Choose people who work at this school.
stand-in-known = This person stands in for the other on these days already.
closing-no-days = Fill in the first and the last day on which the school is closed.
closing-days = The last day lies before the first. Correct one of the two.
closing-past = These days are over.
closing-long = That is longer than ten weeks. Divide it, or choose an earlier last day.
closing-no-name = Write down what these days are called, for example study week.
closing-no-call = Write down whom a partner calls then, and under which number.

decision-known-by-nobody = “Known already” needs somebody who has it in hand. Give the row to somebody first, or choose another reason.
assign-ended = Nothing is open about this any more. Refresh the page to see what was agreed.
assign-known = This person has it already.
assign-long = This is longer than { $most } characters. Make it shorter.
assign-no-access = This person may not see this, and so cannot take it over. Choose somebody else, or have the administration note a tie or a stand-in.

filter-owner = With
filter-of-all = everybody
filter-mine = me
row-owner = { $me ->
    [1] With you
   *[0] With { $name }
}
assign-title = Give to somebody
assign-do = Give to …
assign-help = Who has it looks after it. Who may not see it is not listed: giving a row gives no access.
assign-to = To whom
assign-note = Remark (may be empty)
assign-note-help = A line for who takes it over.
assign-now = With { $name } now.
assign-with-nobody = With nobody yet.
assign-nobody = Choose to whom.
work-title = What is still open
work-why = You see what is with you.
work-why-coordinator = You see what is with you and, as care coordinator, with everybody at your school.
work-mine = With me
work-none = Nothing is open with you. What you take up or are given comes here.
work-nobody = With nobody yet
work-last-day = Today is the last school day of { $school } until { DAY($date) }. Look at what is still open.
keep-away = Away and closed
stand-in-title = Stand-ins
stand-in-help = Who stands in sees and does what the other sees and does at this school, up to and including the last day. The log says for whom. Critical answers and the meldcode are not part of it: for those the school names people itself.
stand-in-none = Nobody stands in for anybody now.
stand-in-new = Note a stand-in
stand-in-away = Who is away
stand-in-who = Who stands in
stand-in-save = Save
stand-in-end = End today
stand-in-said = { $who } stands in for { $away }, from { DAY($from) } to { DAY($until) }.
closing-title = Days on which the school is closed
closing-help = Weekends and the school holidays of the region are known. Put here what comes on top of them, or a holiday in which a partner must be able to call somebody. On these days no term ends and nothing new comes on the list; it comes on the first school day after. A concern that somebody writes down always comes through at once.
closing-none = No extra days were noted.
closing-new = Note days
closing-name = What these days are called
closing-from = First day closed
closing-to = Last day closed
closing-call = Whom can a partner call then
closing-call-help = On those days this stands on the page of partners who have a question of the school.
closing-phone = Telephone number
closing-save = Save
closing-away = Take away
closing-holidays-unknown = School holidays are known up to { DAY($date) }. Terms that end after that leave no holidays out. Ask who runs Baken to add to config/holidays.toml, or put the holidays below.
closed-call = The school is closed up to and including { DAY($date) }. Can it not wait? Call { $whom }, { $phone }.

drafts-title = Typed and not sent yet
drafts-help = What you type is kept until you send it, for thirty days at most. Only you see this.
drafts-none = Everything was sent. If you lose something because you were away too long, it stands here.
drafts-text = What you wrote
drafts-send = Send after all
drafts-away = Throw away
draft-not-kept = This cannot be kept.
draft-of = { $form ->
    [talk] A conversation
    [decision] A decision
    [mentor] An answer as mentor
    [told] What a partner told
    [referral] A referral
    [observation] An observation
    [list] A class list
    [school] Something about the school
   *[other] A form
}
