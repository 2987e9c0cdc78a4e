# care: teksten in het Nederlands

# observatie en gesprek
observation-no-text = Schrijf op wat u zag of hoorde; dat veld is nog leeg.
observation-too-long = Dit is langer dan 4000 tekens. Beschrijf één moment, of verdeel het over meer observaties.
observation-no-domain = Kies een domein.
observation-future = De datum ligt in de toekomst. Kies vandaag of eerder.
observation-no-subject = Kies een leerling of een groep.
observation-no-pupil = Geen leerling van uw school heet precies “{ $name }”. Schrijf de naam voluit: voornaam en achternaam.
observation-two-pupils = Meer leerlingen heten “{ $name }”. Vraag de mentor om de observatie te noteren.
conversation-no-line = Schrijf in een regel wat er uit het gesprek kwam.
conversation-future = De datum ligt in de toekomst. Leg het gesprek vast als het is geweest.

# signalen
signal-wrong-move = Dat kan niet: dit signaal staat op “{ $state ->
    [new] nieuw
    [with_mentor] bij de mentor
    [in_conversation] in gesprek
    [watching] volgen
    [planned] plan
    [referred] aangemeld
    [no_action] geen actie nodig
   *[closed] afgesloten
}”. Ververs de pagina om te zien wat er is gebeurd.
signal-moved-meanwhile = Iemand anders heeft intussen over dit signaal beslist. Ververs de pagina om te zien wat er is afgesproken.
signal-not-a-decision = “{ $event }” is geen besluit. Kies uit in_conversation, watching, planned, referred, no_action, closed.
mentor-nothing-waits = Voor deze leerling wacht nu niets op de mentor. Ververs de pagina om te zien wat er is gebeurd.
decision-no-date = Kies een datum om op terug te kijken.
decision-past-date = De datum om op terug te kijken ligt niet in de toekomst. Kies een latere dag.
decision-far-date = Kies een datum binnen een jaar.
decision-no-reason = Kies een reden waarom er geen actie nodig is.
decision-no-text = Schrijf bij “anders” in een paar woorden wat de reden is.
decision-no-outcome = Schrijf op hoe het is afgelopen.
speak-first-pupil = Spreek eerst met de leerling en leg het gesprek vast, of schrijf op waarom dat niet kan. Een signaal alleen is geen reden voor deze stap.
speak-first-parent = De leerling is jonger dan 16: spreek ook met een ouder en leg het gesprek vast, of schrijf op waarom dat niet kan.
