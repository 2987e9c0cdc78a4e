# Conversations: what was filled in before, the sheet, what was agreed, what still has to go to the file.

talk-agreed = What was agreed?
talk-agreed-help = Who does what, and when do you look back? This belongs in the pupil file too.
line-agreed = Agreed: { $agreed }

preparation-record = Fill in a preparation
preparation-help = Pupil and parent fill in a sheet beforehand. You type their words over. In such a conversation they lead.
preparation-blank = Empty sheet (PDF)
preparation-by = Who filled it in?
preparation-who = { $who ->
    [parent] A parent
   *[pupil] The pupil
}
preparation-of = { $who ->
    [parent] Prepared by a parent
   *[pupil] Prepared by the pupil
}
preparation-on = On which day?
preparation-strengths = What goes well?
preparation-worries = What bothers you, or is hard?
preparation-wish = What would you like?
preparation-do = Save the preparation
preparation-intro = You fill in this sheet at home or at school. There are no right or wrong answers. In the conversation you begin.
preparation-footer = Bring this sheet to the conversation
preparation-no-who = Choose who filled in the sheet.
preparation-no-day = Fill in on which day the sheet was filled in.
preparation-empty = Fill in at least one of the three questions.
preparation-too-long = An answer is longer than 2000 characters. Shorten it.
preparation-future = The date lies ahead. Choose the day on which the sheet was filled in.

talk-sheet-name = Conversation sheet
talk-sheet-title = Conversation about { $name }
talk-sheet-with = Date and who are there: ____________________________________________
talk-sheet-strengths = What goes well?
talk-sheet-question = What do we want to talk about?
talk-sheet-ask-first = { $level ->
    [pupil] What do you think? And what do you see at home?
   *[group] What do we see ourselves?
}
talk-sheet-ask-second = { $level ->
    [pupil] What helps already, if only a little?
   *[group] What helps already?
}
talk-sheet-ask-third = { $level ->
    [pupil] What would you like to be different?
   *[group] What do we want to be different?
}
talk-sheet-agree = { $level ->
    [pupil] What do we agree: who does what, and when do we look back?
   *[group] What do we agree, and when do we look back?
}
talk-sheet-back = Back
talk-sheet-pdf = Sheet as PDF
talk-sheet-not-on-paper = This signal has no conversation sheet: it may not go home. Speak of it without paper.

table-well = { $domain }: { $how ->
    [better] goes better than before
   *[well] goes well
}
table-seen = { $domain }: on { $date } we saw something that went well
table-question = { $asks ->
    [falls] { $domain }: it seems to go less well than before. Is that so?
    [low] { $domain }: it does not seem to go by itself. Is that so?
    [chosen] How does working and playing together go? Who are good to do things with?
    [differs] About { $domain } school and others do not think the same. How is that?
    [rises] { $domain }: it seems to go better again. What helped?
    [seen] At school we saw something about { $domain }. We would like to hear how it goes.
   *[other] We would like to talk about { $domain }. How does it go?
}

nav-to-file = Copy to file
to-file-title = To copy to the pupil file
to-file-help = The pupil file is in your administration system. Copy the text or keep the PDF there, then press the button.
to-file-count = { $count ->
    [one] 1 text still has to go.
   *[other] { $count } texts still have to go.
}
to-file-empty = Everything was copied.
to-file-empty-how = Conversations, agreements and decisions that are not in the pupil file yet will stand here.
to-file-pdf = PDF
to-file-paper = For the pupil file
to-file-done = Marked as copied.
