# mail: texts in English

mail-signals-subject = Baken: something waits for you
mail-signals-text =
    Hello,

    Signals wait for you in Baken. See them here:
    { $link }

    You get this message because you are a mentor or care coordinator. This mail holds no names on purpose.

    Baken
mail-offer-subject = Question from { $school }
mail-offer-text =
    Hello,

    { $school } would like to ask you something. You can read the question through this link:
    { $link }

    Each visit needs a six-digit code. The school gives it to you by telephone. Opening the link alone changes nothing.
    You need no account. You can accept, decline, say that there is no room, and report back later.

    Do you not know this school, or is this not for you? Then do nothing and call the school.

    Baken
mail-referral-subject = Baken: news about a referral
mail-referral-text =
    Hello,

    Something changed about a referral to a partner, or an answer is missing. See it here:
    { $link }

    This mail holds no names on purpose.

    Baken
