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

# verwijzingen
referral-wrong-move = Dat kan niet: deze aanmelding staat op “{ $state ->
    [draft] in voorbereiding
    [offered] verstuurd
    [seen] gelezen door de partner
    [accepted] aangenomen
    [declined] afgewezen
    [at_capacity] geen plek
    [in_progress] loopt
    [on_hold] wacht
    [withdrawn] ingetrokken
    [expired] verlopen
    [stopped] gestopt
   *[completed] afgerond
}”. Ververs de pagina om te zien wat er is gebeurd.
referral-moved-meanwhile = Deze aanmelding is intussen door iemand anders gewijzigd. Ververs de pagina.
referral-sent-already = Deze aanmelding is al verstuurd en kan niet meer worden gewijzigd.
referral-not-live = Deze aanmelding is niet verstuurd of al afgelopen; er is geen code nodig.
referral-no-question = Schrijf op wat u de partner vraagt.
referral-told-by-whom = Schrijf op wie dit vertelde, en in welke functie.
partner-no-name = Schrijf de naam van de partner op.
partner-no-kind = Kies wat voor partner het is.
partner-no-route = Kies hoe de partner te bereiken is.
route-municipality = { $partner } is alleen bereikbaar via de gemeente. Een school kan daar niet zelf aanmelden: kies het jeugdteam of wijkteam, of laat ouders of leerling zelf contact opnemen met de gemeente.
route-doctor = { $partner } is alleen bereikbaar via huisarts of jeugdarts. Een school kan daar niet zelf aanmelden: kies de jeugdarts, of laat ouders of leerling een afspraak maken met de huisarts.
ground-no-birth-date = De geboortedatum van deze leerling is niet bekend. Daardoor is niet vast te stellen wie toestemming geeft. Vul de geboortedatum aan in het leerlingsysteem en breng de lijst opnieuw in.
ground-none = Kies de grond om gegevens met deze partner te delen.
ground-not-for-partner = Deze grond past niet bij { $partner }. Kies een andere grond.
ground-statutory-note = Schrijf op welke wettelijke taak van de partner het is.
ground-meldcode-apart = Wat bij de meldcode hoort, bewaart en deelt de aandachtsfunctionaris apart, niet hier.
handover-locked = Er is vijf keer een verkeerde code gegeven. De link is op slot; bel de school voor een nieuwe code.
handover-wrong-code = Deze code klopt niet. U kunt het nog { $left } keer proberen; bel de school als u de code niet hebt.
handover-no-reason = Schrijf in een regel waarom, of wat u wilt melden.
packet-ground-consent = Met toestemming van: { $who }.
packet-ground-statutory = Op grond van uw wettelijke taak. { $note }
packet-ground-meldcode = Op grond van de meldcode.
given-by-pupil = de leerling
speak-first-group = Spreek eerst met de mentor of de groep en leg het gesprek vast, of schrijf op waarom dat niet kan. Een signaal alleen is geen reden voor deze stap.
referral-not-by-school = Dit is geen stap van de school. Kies intrekken of stoppen.
handover-report-draft = Deze aanmelding is nog niet verstuurd; er is nog niets te melden.
