# mail: teksten in het Nederlands

mail-signals-subject = Baken: er wacht iets op u
mail-signals-text =
    Goedendag,

    In Baken staan signalen die op u wachten. Bekijk ze hier:
    { $link }

    U krijgt dit bericht omdat u mentor of zorgcoördinator bent. In deze mail staan met opzet geen namen.

    Baken
mail-offer-subject = Vraag van { $school }
mail-offer-text =
    Goedendag,

    { $school } wil u iets vragen. U leest de vraag via deze link:
    { $link }

    Voor elk bezoek is een code van zes cijfers nodig. Die krijgt u van de school, telefonisch. De link alleen openen verandert niets.
    U hebt geen account nodig. U kunt aannemen, afwijzen, laten weten dat u geen plek hebt, en later terugkoppelen.

    Kent u deze school niet, of is dit niet voor u? Doe dan niets en bel de school.

    Baken
mail-referral-subject = Baken: er is nieuws over een aanmelding
mail-referral-text =
    Goedendag,

    Er is iets veranderd bij een aanmelding bij een zorgpartner, of een antwoord blijft uit. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
