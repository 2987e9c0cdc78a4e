# reminders: teksten in het Nederlands

mail-mentor-soon-subject = Baken: over twee schooldagen gaat uw vraag door
mail-mentor-soon-text =
    Goedendag,

    Er wacht iets op uw antwoord als mentor. Over twee schooldagen gaat het naar de zorgcoördinator. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
mail-mentor-due-subject = Baken: vandaag kunt u nog antwoorden
mail-mentor-due-text =
    Goedendag,

    Er wacht iets op uw antwoord als mentor. Na vandaag gaat het naar de zorgcoördinator. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
mail-digest-subject = Baken: wat er deze week op u wacht
mail-digest-text =
    Goedendag,

    Deze week wacht op u:
    { $what }

    Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen en geen aantallen.

    Baken
mail-last-day-subject = Baken: kijk wat nog open staat
mail-last-day-text =
    Goedendag,

    Vandaag is de laatste schooldag voor een tijd zonder school. Bij u staat nog open:
    { $what }

    Bekijk het hier, en geef over wat niet kan wachten:
    { $link }

    In deze mail staan met opzet geen namen en geen aantallen.

    Baken
mail-waits-answer = een antwoord als mentor
mail-waits-decision = een besluit als zorgcoördinator
mail-waits-in-hand = iets wat u in handen hebt
mail-waits-referral = een aanmelding bij een zorgpartner
mail-partner-reminder-subject = { $school } wacht op uw antwoord
mail-partner-reminder-text =
    Goedendag,

    { $school } heeft u eerder een vraag gestuurd en wacht op uw antwoord. U leest de vraag met de link in dat eerdere bericht. Is die link er niet meer, bel dan de school.

    In deze mail staan met opzet geen link en geen namen.

    Baken
