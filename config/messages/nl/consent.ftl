# gezag, toestemming, zonder toestemming, vraag en antwoord

adult-kind-parent = ouder
adult-kind-guardian = voogd
adult-kind-gi = voogd van een gecertificeerde instelling
adult-kind-nidos = voogd van Nidos
adult-kind-chosen = belangrijke ander, gekozen door de student
adult-authority = { $authority ->
    [known] heeft gezag: { $source }, { $date }
    [stated] heeft gezag, zegt { $source }, { $date }
    [none] heeft geen gezag: { $source }, { $date }
   *[unknown] of er gezag is, is niet bekend
}
adult-alone = heeft het gezag alleen
adults-title = Volwassenen rond de leerling
adults-help = Wie gezag heeft, beslist tot 16 jaar mee. Vraag het na en schrijf op waar u het van weet; neem het niet aan. Een voogd van een gecertificeerde instelling of van Nidos is geen ouder.
adults-help-student = Vanaf 16 jaar beslist de leerling zelf; vanaf 18 jaar zijn er geen stappen met ouders meer. De student kan een belangrijke ander kiezen.
adults-empty = Er staat nog niemand.
adults-add = Iemand toevoegen
adults-name = Naam
adults-kind = Wie is dit voor de leerling?
adults-authority = Wat is bekend over het gezag?
authority-known = heeft gezag, gezien op papier
authority-stated = heeft gezag, volgens iemand
authority-unknown = niet bekend
authority-none = heeft geen gezag
adults-alone = Deze persoon heeft het gezag alleen
adults-source = Waar weet u het van? (administratie, uitspraak, wie het zei)
adults-on = Van welke dag is dat?
adults-save = Bewaren
adults-change = Wijzigen
adults-end = Telt niet meer mee
adults-link = Volwassenen en gezag
adult-no-kind = Kies wie dit voor de leerling is.
adult-no-name = Schrijf de naam op.
adult-no-source = Schrijf op waar u het gezag van weet, en van welke dag dat is.
adult-alone-without-authority = Alleen wie gezag heeft, kan het alleen hebben. Kies eerst wat er over het gezag bekend is.
adult-chosen-decides-nothing = Een belangrijke ander is gekozen door de student en beslist niets: hier hoort geen gezag of toestemming bij.
adult-chosen-young = Een belangrijke ander kiest een leerling vanaf 16 jaar.
adult-authority-unknown = Van { $name } is niet bekend of er gezag is. Vraag het; neem het niet aan.
adults-none = De leerling is jonger dan 16, en er staat niemand met gezag. Leg vast wie gezag heeft.
adults-second = Alleen { $name } staat er met gezag. Vraag of nog iemand gezag heeft, en leg dat vast; of leg vast dat { $name } het alleen heeft.
consent-pupil-missing = De leerling is 12 jaar of ouder en heeft nog geen toestemming gegeven. Vraag het en leg het antwoord vast.
consent-adult-missing = { $name } heeft gezag en heeft nog geen toestemming gegeven. Vraag het en leg het antwoord vast.
consent-refused = { $who ->
    [pupil] De leerling
   *[adult] { $name }
} geeft geen toestemming.
consent-unreachable = { $who ->
    [pupil] De leerling
   *[adult] { $name }
} is niet bereikt.
consent-withdrawn = { $who ->
    [pupil] De leerling
   *[adult] { $name }
} heeft de toestemming ingetrokken.
consent-expired = De toestemming gold tot een dag die voorbij is: { $who ->
    [pupil] de leerling
   *[adult] { $name }
}. Vraag het opnieuw.
consent-changed = Wat er meegaat, is veranderd na de toestemming van { $who ->
    [pupil] de leerling
   *[adult] { $name }
}. Laat het nieuwe zien en vraag het opnieuw.
content-refused = { $who ->
    [pupil] De leerling
   *[adult] Een ouder of voogd
} vindt dat de inhoud niet klopt. Verbeter die samen, of zet erbij hoe die persoon het ziet.
consent-until-before = De laatste dag van de toestemming ligt voor de dag waarop die is gegeven.
consent-said = { $about ->
    [content] Klopt de inhoud: { $answer }, { $date }.
   *[transfer] Mag het weg: { $answer } ({ $form ->
        [written] schriftelijk
       *[oral] mondeling
    }), { $date }. Getoond: { $parts }. Doel: { $purpose }. Geldt tot: { $until }.
}
consent-no-end = het wordt ingetrokken of de aanmelding eindigt
consent-void = Dit antwoord ging over iets anders dan wat er nu staat.
consent-asked-none = nog niet gevraagd
consent-needed-word = nodig
consent-about = Waarover?
consent-about-transfer = of het naar deze partner mag
consent-about-content = of de inhoud klopt
consent-purpose = Waarvoor?
consent-purpose-answer = om de vraag te beantwoorden
consent-purpose-answer_and_report = om de vraag te beantwoorden en de school te laten weten hoe het gaat
consent-until = Tot welke dag? (leeg: tot het wordt ingetrokken)
consent-people-link = Leg vast wie gezag heeft
needs-adults = wie gezag heeft (tot 16 jaar)
ground-statutory-informed = Leg vast wie van { $who ->
    [pupil] de leerling en diens naasten
   *[parents] de ouders
} is geïnformeerd, hoe en op welke dag. Toestemming is hier niet nodig.
referral-informed = Bij een wettelijke taak: wie is geïnformeerd, en hoe?
referral-informed-on = Op welke dag?
view-not-checked = De woorden van de ouders zijn nog niet met hen nagelopen. Doe dat, en schrijf op met wie en wanneer.
view-with = Met wie is dit nagelopen en verbeterd?
view-on = Op welke dag?
view-help = In hun eigen woorden. Verandert de tekst, dan loopt u het opnieuw na.

# wat nog kan

routes-title = Wat nog kan
routes-letter = Ouders of leerling melden zelf aan, met een brief
routes-doctor = De jeugdarts vragen
routes-consult = Overleg zonder naam
routes-second = Zonder toestemming, met een tweede persoon
second-title = Zonder toestemming versturen
second-help = Alleen als het niet anders kan. U vraagt het aan een tweede zorgcoördinator van de school; die kijkt en beslist. Zolang er wordt gevraagd, verandert er niets aan wat meegaat. Ouders en leerling horen het van u, tenzij dat gevaar geeft.
second-ground = Op welke grond?
override-vital_interest = vitaal belang: leven of gezondheid staat op het spel
override-legal_duty = wettelijke plicht van de school
override-conflict_of_duties = conflict van plichten: zwijgen schaadt het kind meer dan spreken
second-reason = Waarom kan het niet anders?
second-ask = Vraag een tweede persoon
second-no-ground = Kies de grond om zonder toestemming te versturen.
second-no-reason = Schrijf op waarom het niet anders kan.
second-not-needed = Er ontbreekt hier geen toestemming: een tweede persoon is niet nodig.
second-not-self = Wie het vroeg, kan niet zelf akkoord geven. Een andere zorgcoördinator van deze school kijkt en beslist.
referral-held = Een tweede persoon kijkt hiernaar. Haal het eerst terug om iets te veranderen.
held-by = Gevraagd door
held-agree = Akkoord, en versturen
held-wait = Een andere zorgcoördinator van de school kijkt en beslist.
held-back = Terug naar de voorbereiding
packet-ground-second = Zonder toestemming, op grond van { $ground ->
    [vital_interest] vitaal belang
    [legal_duty] een wettelijke plicht
   *[conflict_of_duties] een conflict van plichten
}. Twee mensen van de school hebben dit besloten.
packet-ground-title = De grond
packet-series = De scores
packet-paper = Aanmelding door de school
packet-paper-footer = Vertrouwelijk · { $school } · kenmerk { $mark }
packet-paper-do = PDF voor de eigen beveiligde mail
packet-no-paper = Een overdracht gaat pas op papier als zij is verstuurd, en niet meer als de aanmelding is afgelopen.
packet-text = Als platte tekst, voor een eigen formulier
part-birth_date = geboortedatum
part-signals = wat opviel in de metingen
part-series = de scores als tabel
part-observations = wat is gezien
part-conversations = gesprekken
part-tried = wat al is geprobeerd
part-pupil_view = hoe de leerling het ziet
part-parent_view = hoe de ouders het zien
part-kept-back = Naar dit soort partner gaat niet mee: { $parts }.

# de wens van de leerling

wish-title = De leerling wil niet dat ouders het weten
wish-do = Leerling wil niet dat ouders het weten
wish-help = Dit verbergt niets en belooft niets: beloof nooit geheimhouding. Er gaat niets meer vanzelf naar ouders, op papier of per mail, en de zorgcoördinator wordt gevraagd om met de leerling te bespreken hoe het verder gaat.
wish-stands-since = Gezegd op { $date }.
wish-stands = Deze wens staat er al.
wish-stops = De leerling wil niet dat ouders het weten. Er wordt nu niets voor ouders gemaakt. Overleg met de zorgcoördinator, die dit met de leerling bespreekt.
wish-day = Op welke dag zei de leerling dit?
wish-note = Wat zei de leerling erbij?
wish-save = Vastleggen
wish-end = Besproken: de wens geldt niet meer
wish-end-why = Schrijf op wat u met de leerling hebt afgesproken.
sheet-title = Blad voor ouders
sheet-link = Blad voor ouders, om te printen:
sheet-back = Terug naar de aanmelding
sheet-languages = Andere taal:
sheet-unchecked = Voor de school: deze vertaling is nog niet nagekeken door iemand die de taal spreekt. Laat dat eerst doen, of neem een tolk mee.
sheet-not-for-parents = Bij deze leerling beslissen ouders niet mee: van wie 16 of ouder is, of van wie de geboortedatum niet bekend is, is er geen blad voor ouders.

# stand, stappen, vraag en antwoord

referral-state-held_for_second = wacht op een tweede persoon
turn-school-second = Een tweede persoon van de school is aan zet: kijken en beslissen.
turn-school-reply = U bent aan zet: de partner heeft iets gevraagd.
step-ask_second = Een tweede persoon gevraagd
step-back_to_draft = Terug naar de voorbereiding
step-question = Vraag van de partner
step-reply = Antwoord van de school
step-report-waiting = Bericht van de partner: de cliënt wacht
step-report-school_can = Bericht van de partner: wat de school kan doen
step-again-on = tot { $date }
step-consent-expired = de toestemming gold tot een dag die voorbij is
answer-question = Een vraag aan de school
answer-waiting = De cliënt wacht nog
answer-school_can = Wat de school kan doen
handover-again-on = Als er geen plek is, of als het wacht: tot welke dag?
handover-no-when = Laat weten wanneer er weer plek is: kies een dag, of schrijf het in een regel.
handover-no-until = Kies de dag tot wanneer de cliënt wacht.
handover-day-past = Kies een dag die nog komt.
handover-said = Wat er is gevraagd en geantwoord
reply-title = De partner vraagt
reply-label = Uw antwoord
reply-help = De partner leest dit achter dezelfde link, met de code. Er gaat een mail zonder inhoud.
reply-send = Antwoorden
reply-nothing-asked = Er staat geen vraag van de partner open.
reply-empty = Schrijf een antwoord.
told-own-consent = De partner zegt: mijn cliënt (of diens ouders) weet dat dit wordt teruggemeld en vindt het goed.

# mail

mail-pupil-subject = Baken: er wacht iets op u
mail-pupil-text =
    Goedendag,

    Er is een vraag waar u als zorgcoördinator over beslist. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
mail-letters-subject = Baken: er wacht iets op u
mail-letters-text =
    Goedendag,

    Er is een dag aangebroken waarop u zou navragen hoe het ging. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
mail-ended-subject = De vraag van { $school } vervalt
mail-ended-text =
    Goedendag,

    { $school } heeft een vraag die u via Baken kreeg, ingetrokken of gestopt. De link uit de eerste mail werkt niet meer.
    Was de hulp al begonnen, of hebt u nog iets te vragen? Bel de school.

    In deze mail staan met opzet geen namen.

    Baken
mail-reply-subject = Antwoord van { $school }
mail-reply-text =
    Goedendag,

    { $school } heeft uw vraag beantwoord. U leest het antwoord via de link uit de eerste mail, met uw code.
    Die link staat met opzet niet in deze mail. Hebt u hem niet meer? Bel de school.

    Baken
