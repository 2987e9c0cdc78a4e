# Besprekingen: de drie soorten, wie aan tafel zit, wat op tafel ligt, wat is besloten.

nav-meetings = Besprekingen
meetings-title = Besprekingen
meetings-empty = Er is nog geen bespreking. Maak er hieronder een.
meeting-kind = { $kind ->
    [group] Groepsbespreking
    [pupils] Leerlingbespreking
   *[support_team] Ondersteuningsteam
}
meeting-kind-help = { $kind ->
    [group] Groepsbespreking: een groep en hoogstens vijf leerlingen, op een bladzijde
    [pupils] Leerlingbespreking: leerlingen die u kiest, met collega’s
   *[support_team] Ondersteuningsteam: met mensen van buiten de school aan tafel
}
meeting-state = { $state ->
    [closed] afgesloten
   *[prepared] wordt voorbereid
}
meeting-new = Nieuwe bespreking
meeting-which = Wat voor bespreking?
meeting-group = Groep, bij een groepsbespreking
meeting-group-none = Kies een groep
meeting-day = Op welke dag?
meeting-call = Bespreking maken
meeting-no-kind = Kies wat voor bespreking het is.
meeting-no-day = Vul in op welke dag de bespreking is.
meeting-no-group = Kies de groep waarover de bespreking gaat.
meeting-is-closed = Deze bespreking is afgesloten. Er verandert niets meer aan.
meeting-decided = Hierover is in deze bespreking al iets besloten. U vindt het op de tijdlijn; leg iets nieuws daar vast als gesprek.
meeting-too-many = Op deze agenda passen hoogstens { $most } onderwerpen. Haal er eerst een af.
meeting-name-not-one = { $count ->
    [0] Er is geen leerling “{ $name }”. Kijk of de naam klopt.
   *[other] Meer leerlingen heten “{ $name }”. Typ de hele naam.
}
meeting-no-outsiders = Bij deze bespreking zit niemand van buiten de school aan tafel.
meeting-guest-who = Vul van de gast de functie en de organisatie in, elk hoogstens 120 tekens.
meeting-named = De tekst noemt de leerling of de groep. Mensen van buiten mogen die naam hier niet lezen. Schrijf het zonder naam, of leg eerst grond en uitnodiging vast.

meeting-prepare = Voorbereiden
meeting-prepare-help = Deze bladzijde is voor uzelf: hier staan namen. Laat aan tafel de bespreking zelf zien.
meeting-open = Naar de bespreking
meeting-agenda = Agenda
meeting-empty = Er staat nog niemand op de agenda.
meeting-guests = Van buiten de school
meeting-guests-none = Nog niemand.
meeting-guest-job = Functie
meeting-guest-organisation = Organisatie
meeting-guest-do = Gast toevoegen
meeting-take-off = Van de lijst halen
meeting-add = Leerling op de agenda zetten
meeting-add-signals = Met een open signaal
meeting-add-name = Of een andere leerling: de naam
meeting-add-do = Op de agenda zetten

meeting-at-the-table = Aan tafel van buiten de school: { $guests }
meeting-why-five = Eerst de groep, dan hoogstens vijf leerlingen, in de volgorde van de signalen. Vijf, omdat er dan voor elk tijd is. Wie er niet bij staat, blijft op de lijst met signalen.
meeting-strengths = Wat goed gaat:
meeting-question = Waar het over gaat:
meeting-no-question = Hierover staat geen vraag op papier.
meeting-unnamed = { $number }. Een leerling zonder naam
meeting-no-need = Wat deze leerling nodig heeft, is nog niet opgeschreven.
meeting-kept = Het besluit is vastgelegd bij de leerling.
meeting-to-pupil = Naar de pagina van { $name }
meeting-decision = Besloten:
meeting-decide = Besluit vastleggen
meeting-line = Wat is besloten?
meeting-decide-do = Opslaan op de tijdlijn
meeting-beamer = Op het scherm, een voor een
meeting-pdf = PDF
meeting-before = Vorige
meeting-after = Volgende
meeting-stop = Terug naar de bespreking
meeting-close = Bespreking afsluiten
meeting-close-help = Na het afsluiten verandert er niets meer. Wat is besloten, staat op de tijdlijn van de leerling.
meeting-paper = Bespreking
meeting-footer = alleen voor wie aan tafel zit

naming-help = Wie van buiten komt, hoort een naam alleen als er een grond is en de ouders zijn uitgenodigd, vanaf 12 jaar ook de leerling. Anders gaat het zonder naam over wat de leerling nodig heeft.
naming-named = Met naam aan tafel.
naming-unnamed = Zonder naam aan tafel:
naming-no-birth-date = De geboortedatum is niet bekend.
naming-no-ground = Er is geen grond vastgelegd.
naming-no-note = Er staat niet bij wie instemde en wanneer, of om welke taak het gaat.
naming-parents-not-invited = De ouders zijn niet uitgenodigd.
naming-pupil-not-invited = De leerling is 12 jaar of ouder en is niet uitgenodigd.
naming-why = Grond
naming-why-none = Geen, of ingetrokken
naming-ground = { $ground ->
    [consent] Toestemming
    [statutory] Wettelijke taak van wie aan tafel zit
   *[meldcode] Meldcode
}
naming-note = Wie stemde in en wanneer, of welke taak is het?
naming-parents = Ouders uitgenodigd op
naming-pupil = Leerling uitgenodigd op
naming-need = Zonder naam: wat is er nodig?
naming-need-help = Zo geschreven dat niemand de leerling herkent: geen naam, geen groep, geen bijzonderheid die maar bij een leerling past.
naming-do = Opslaan
naming-too-long = Een tekst is langer dan 400 tekens. Kort hem in.
naming-future = Een uitnodiging ligt in de toekomst. Vul de dag in waarop de uitnodiging is verstuurd.
naming-need-names = De tekst noemt de leerling of de groep. Schrijf alleen wat er nodig is.
