# authority, consent, without consent, question and answer

adult-kind-parent = parent
adult-kind-guardian = guardian
adult-kind-gi = guardian of a certified institution
adult-kind-nidos = guardian of Nidos
adult-kind-chosen = close other, chosen by the student
adult-authority = { $authority ->
    [known] has authority: { $source }, { $date }
    [stated] has authority, says { $source }, { $date }
    [none] has no authority: { $source }, { $date }
   *[unknown] it is not known whether there is authority
}
adult-alone = has sole authority
adults-title = Adults around the pupil
adults-help = Who has authority decides too, until 16. Ask, and write down how you know; do not assume it. A guardian of a certified institution or of Nidos is no parent.
adults-help-student = From 16 the pupil decides; from 18 there are no steps with parents any more. The student can choose a close other.
adults-empty = There is nobody yet.
adults-add = Add somebody
adults-name = Name
adults-kind = Who is this to the pupil?
adults-authority = What is known of the authority?
authority-known = has authority, seen on paper
authority-stated = has authority, as somebody says
authority-unknown = not known
authority-none = has no authority
adults-alone = This person has sole authority
adults-source = How do you know? (administration, judgment, who said so)
adults-on = Of which day is that?
adults-save = Save
adults-change = Change
adults-end = No longer counts
adults-link = Adults and authority
adult-no-kind = Choose who this is to the pupil.
adult-no-name = Write down the name.
adult-no-source = Write down how you know of the authority, and of which day that is.
adult-alone-without-authority = Only who has authority can have it alone. Choose first what is known of the authority.
adult-chosen-decides-nothing = A close other was chosen by the student and decides nothing: no authority or consent belongs here.
adult-chosen-young = A pupil chooses a close other from 16.
adult-authority-unknown = It is not known whether { $name } has authority. Ask; do not assume it.
adults-none = The pupil is younger than 16, and nobody with authority is recorded. Record who has authority.
adults-second = Only { $name } is recorded with authority. Ask whether somebody else has it too, and record that; or record that { $name } has it alone.
consent-pupil-missing = The pupil is 12 or older and has not consented yet. Ask, and record the answer.
consent-adult-missing = { $name } has authority and has not consented yet. Ask, and record the answer.
consent-refused = { $who ->
    [pupil] The pupil
   *[adult] { $name }
} does not consent.
consent-unreachable = { $who ->
    [pupil] The pupil
   *[adult] { $name }
} was not reached.
consent-withdrawn = { $who ->
    [pupil] The pupil
   *[adult] { $name }
} has withdrawn consent.
consent-expired = The consent held until a day that went by: { $who ->
    [pupil] the pupil
   *[adult] { $name }
}. Ask again.
consent-changed = What goes along has changed since { $who ->
    [pupil] the pupil
   *[adult] { $name }
} consented. Show what is new, and ask again.
content-refused = { $who ->
    [pupil] The pupil
   *[adult] A parent or guardian
} finds the content wrong. Correct it together, or add how that person sees it.
consent-until-before = The last day of the consent lies before the day on which it was given.
consent-said = { $about ->
    [content] Is it right: { $answer }, { $date }.
   *[transfer] May it go: { $answer } ({ $form ->
        [written] in writing
       *[oral] orally
    }), { $date }. Shown: { $parts }. Purpose: { $purpose }. Holds until: { $until }.
}
consent-no-end = it is withdrawn or the referral ends
consent-void = This answer was about something else than what stands here now.
consent-asked-none = not asked yet
consent-needed-word = needed
consent-about = About what?
consent-about-transfer = whether it may go to this partner
consent-about-content = whether the content is right
consent-purpose = For what?
consent-purpose-answer = to answer the question
consent-purpose-answer_and_report = to answer the question and let the school know how it goes
consent-until = Until which day? (empty: until it is withdrawn)
consent-people-link = Record who has authority
needs-adults = who has authority (until 16)
ground-statutory-informed = Record who of { $who ->
    [pupil] the pupil and those close
   *[parents] the parents
} was told, how and on which day. Consent is not needed here.
referral-informed = With a task in law: who was told, and how?
referral-informed-on = On which day?
view-not-checked = The parents’ words were not gone through with them yet. Do so, and write down with whom and when.
view-with = With whom was this gone through and corrected?
view-on = On which day?
view-help = In their own words. When the text changes, you go through it again.

# what is left

routes-title = What is left
routes-letter = Parents or pupil apply themselves, with a letter
routes-doctor = Ask the youth doctor
routes-consult = A consultation without a name
routes-second = Without consent, with a second person
second-title = Sending without consent
second-help = Only if there is no other way. You ask a second care coordinator of the school, who looks and decides. While it is asked, nothing changes in what goes along. Parents and pupil hear of it from you, unless that brings danger.
second-ground = On which ground?
override-vital_interest = vital interest: life or health is at stake
override-legal_duty = a legal duty of the school
override-conflict_of_duties = conflict of duties: silence harms the child more than speaking
second-reason = Why is there no other way?
second-ask = Ask a second person
second-no-ground = Choose the ground for sending without consent.
second-no-reason = Write down why there is no other way.
second-not-needed = No consent is missing here: a second person is not needed.
second-not-self = Who asked cannot agree. Another care coordinator of this school looks and decides.
referral-held = A second person is looking at this. Take it back first to change something.
held-by = Asked by
held-agree = Agree, and send
held-wait = Another care coordinator of the school looks and decides.
held-back = Back to preparation
packet-ground-second = Without consent, on the ground of { $ground ->
    [vital_interest] vital interest
    [legal_duty] a legal duty
   *[conflict_of_duties] a conflict of duties
}. Two people of the school decided so.
packet-ground-title = The ground
packet-series = The scores
packet-paper = Referral by the school
packet-paper-footer = Confidential · { $school } · reference { $mark }
packet-paper-do = PDF for the school's own secure mail
packet-no-paper = A handover goes on paper once it has been sent, and no more once the referral has ended.
packet-text = As plain text, for a form of your own
part-birth_date = birth date
part-signals = what the scores say
part-series = the scores as a table
part-observations = what was seen
part-conversations = conversations
part-tried = what was tried
part-pupil_view = how the pupil sees it
part-parent_view = how the parents see it
part-kept-back = To this kind of partner does not go: { $parts }.

# the pupil’s wish

wish-title = The pupil does not want parents to know
wish-do = Pupil does not want parents to know
wish-help = This hides nothing and promises nothing: never promise secrecy. Nothing goes to parents by itself any more, on paper or by mail, and the care coordinator is asked to discuss with the pupil how to go on.
wish-stands-since = Said on { $date }.
wish-stands = This wish stands already.
wish-stops = The pupil does not want parents to know. Nothing is made for parents now. Consult the care coordinator, who discusses this with the pupil.
wish-day = On which day did the pupil say this?
wish-note = What did the pupil say with it?
wish-save = Record
wish-end = Discussed: the wish no longer stands
wish-end-why = Write down what you agreed with the pupil.
sheet-title = Sheet for parents
sheet-link = Sheet for parents, to print:
sheet-back = Back to the referral
sheet-languages = Another language:
sheet-unchecked = For the school: this translation was not yet checked by somebody who speaks the language. Have that done first, or bring an interpreter.
sheet-not-for-parents = Parents do not decide for this pupil: for who is 16 or older, or whose birth date is not known, there is no sheet for parents.

# state, steps, question and answer

referral-state-held_for_second = waits for a second person
turn-school-second = A second person of the school is to act: look and decide.
turn-school-reply = It is your turn: the partner asked something.
step-ask_second = A second person was asked
step-back_to_draft = Back to preparation
step-question = Question from the partner
step-reply = Answer from the school
step-report-waiting = Message from the partner: the client waits
step-report-school_can = Message from the partner: what the school can do
step-again-on = until { $date }
step-consent-expired = the consent held until a day that went by
answer-question = A question to the school
answer-waiting = The client still waits
answer-school_can = What the school can do
handover-again-on = If there is no room, or if it waits: until which day?
handover-no-when = Say when there is room again: choose a day, or write it in a line.
handover-no-until = Choose the day until which the client waits.
handover-day-past = Choose a day to come.
handover-said = What was asked and answered
reply-title = The partner asks
reply-label = Your answer
reply-help = The partner reads this behind the same link, with the code. A mail without content goes out.
reply-send = Answer
reply-nothing-asked = No question of the partner is open.
reply-empty = Write an answer.
told-own-consent = The partner says: my client (or the parents) knows that this is reported and agrees.

# mail

mail-pupil-subject = Baken: something waits for you
mail-pupil-text =
    Good day,

    There is a question that you decide on as care coordinator. See it here:
    { $link }

    This mail holds no names on purpose.

    Baken
mail-letters-subject = Baken: something waits for you
mail-letters-text =
    Good day,

    A day has come on which you would ask how it went. See it here:
    { $link }

    This mail holds no names on purpose.

    Baken
mail-ended-subject = The question of { $school } lapses
mail-ended-text =
    Good day,

    { $school } has withdrawn or stopped a question that you got through Baken. The link in the first mail works no more.
    Had help begun already, or is there something you want to ask? Call the school.

    There are no names in this mail on purpose.

    Baken
mail-reply-subject = Answer from { $school }
mail-reply-text =
    Good day,

    { $school } has answered your question. You read the answer by the link in the first mail, with your code.
    That link is not in this mail on purpose. Is it lost? Call the school.

    Baken
