# reminders: texts in English

mail-mentor-soon-subject = Baken: in two school days your question goes on
mail-mentor-soon-text =
    Hello,

    Something waits for your answer as mentor. In two school days it goes to the care coordinator. See it here:
    { $link }

    This mail holds no names on purpose.

    Baken
mail-mentor-due-subject = Baken: you can still answer today
mail-mentor-due-text =
    Hello,

    Something waits for your answer as mentor. After today it goes to the care coordinator. See it here:
    { $link }

    This mail holds no names on purpose.

    Baken
mail-digest-subject = Baken: what waits for you this week
mail-digest-text =
    Hello,

    This week waits for you:
    { $what }

    See it here:
    { $link }

    This mail holds no names and no numbers on purpose.

    Baken
mail-last-day-subject = Baken: look at what is still open
mail-last-day-text =
    Hello,

    Today is the last school day before a while without school. Still open with you:
    { $what }

    See it here, and hand over what cannot wait:
    { $link }

    This mail holds no names and no numbers on purpose.

    Baken
mail-waits-answer = an answer as mentor
mail-waits-decision = a decision as care coordinator
mail-waits-in-hand = something you have in hand
mail-waits-referral = a referral to a care partner
mail-partner-reminder-subject = { $school } waits for your answer
mail-partner-reminder-text =
    Hello,

    { $school } sent you a question and waits for your answer. You read the question by the link in that earlier message. If you no longer have that link, call the school.

    This mail holds no link and no names on purpose.

    Baken
