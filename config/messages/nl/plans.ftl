# Plannen, aanpakken, en wat de meting ervan zegt

nav-plans = Plannen
act-plan = Plan
plans-title = Plannen
plans-empty = Hier komen plannen te staan. Begin er een met “Plan” op de pagina van een leerling of groep, of bij een signaal.
plans-evaluating = Kijk terug
plans-running = Loopt
plans-draft = Wordt gemaakt
plans-over = Voorbij
plan-evaluate-on = terugkijken op
plan-state-draft = wordt gemaakt
plan-state-running = loopt
plan-state-evaluating = terugkijken
plan-state-ended = afgerond
plan-state-stopped = gestopt

plan-title = Plan
plan-for = Voor
plan-new-title = Een plan maken
plan-new-domains = Waar gaat het plan over?
plan-domains = Domeinen
plan-domains-help = Zolang het plan loopt, zijn signalen in deze domeinen stil. Andere domeinen blijven gewoon in de lijst.
plan-new-signal = er is een signaal
plan-new-open = Er is al een plan:
plan-new-do = Verder
plan-goal = Doel
plan-goal-help = Wat wilt u zien als het gelukt is? Schrijf het zo dat de leerling of de groep het ook begrijpt.
plan-scale = Meting waaraan u het volgt
plan-scale-help = Op deze schaal staat straks de score van voor en na het plan.
plan-scale-none = geen meting
plan-scale-said = { $scale } · { $instrument } ({ $who }), van { $min } tot { $max }
plan-intervention = Aanpak uit de lijst
plan-intervention-help = Bij elke aanpak staat wat erover bekend is, van wie en van wanneer.
plan-intervention-own = eigen aanpak
plan-about-intervention = Wat er over deze aanpak bekend is
plan-own-approach = Wat gaat u doen?
plan-own-approach-help = Wie doet wat en hoe vaak? Hoe doen ouders mee? Wie is ervoor opgeleid?
plan-arrangement = Afspraak met het samenwerkingsverband
plan-arrangement-help = Alleen als die er is: wat het samenwerkingsverband bijdraagt, en tot wanneer.
plan-owner = Wie is ervan
plan-starts = Begint op
plan-evaluate = Terugkijken op
plan-evaluate-help = Twee weken na deze dag zijn de signalen niet meer stil, ook als u nog niet hebt teruggekeken.
plan-why-no-conversation = Er kon nog geen gesprek zijn
plan-no-conversation = Waarom is er nog geen gesprek geweest, en met wie is het plan besproken?
plan-restricted = Alleen voor de zorgcoördinator: de mentor ziet dit plan niet
plan-begin-title = Beginnen
plan-ready = Alles is er. Zodra het plan begint, zijn de signalen in zijn domeinen stil.
plan-not-ready = Dit is nog nodig:
plan-keep = Bewaar
plan-begin = Begin het plan
plan-drop = Dit plan niet maken
plan-evaluate-now = Nu al terugkijken
plan-end = Rond het plan af
plan-how-it-went = Hoe is het gegaan?
plan-outcome-note = Wat zegt u daarvan?
plan-outcome-label = Hoe het ging
plan-outcome = { $outcome ->
    [better] Het gaat beter
    [same] Het gaat ongeveer hetzelfde
    [worse] Het gaat slechter
   *[cannot_tell] Kan niet gezegd worden
}
plan-close-signals = Sluit ook de signalen van dit plan
plan-go-on = Ga door
plan-go-on-note = Wat verandert er?
plan-stop = Stop het plan
plan-stop-why = Waarom?
plan-steps = Wat er gebeurde
plan-signals = Signalen in dit plan
plan-quiet-help = Ze zijn stil tot twee weken na het terugkijken. Wordt het slechter, of maakt iemand zich zorgen, dan staan ze meteen weer in de lijst.
part-planned = hiervoor loopt een plan
plan-bar = plan: { $domains }

line-plan = { $event ->
    [begin] Plan begonnen
    [falls_due] Tijd om op het plan terug te kijken
    [evaluate] Op het plan teruggekeken
    [go_on] Plan gaat door
    [end] Plan afgerond
   *[stop] Plan gestopt
}: { $domains }
line-plan-evaluate = Terugkijken op { $date }

plan-wrong-move = Dit kan nu niet: het plan staat op “{ $state ->
    [draft] wordt gemaakt
    [running] loopt
    [evaluating] terugkijken
    [ended] afgerond
   *[stopped] gestopt
}”, en dan gaat “{ $event ->
    [begin] beginnen
    [falls_due] aan de beurt komen
    [evaluate] terugkijken
    [go_on] doorgaan
    [end] afronden
   *[stop] stoppen
}” niet.
plan-moved-meanwhile = Iemand anders heeft dit plan net veranderd. Kijk opnieuw hoe het ervoor staat.
plan-begun-already = Dit plan is al begonnen. Wilt u het anders, rond het dan af of ga door met een nieuwe datum.
plan-not-for-critical = Een antwoord dat gelezen moet worden, wordt door geen plan stil. Bespreek het, of meld aan.
plan-for-whom = Een plan is voor één leerling, groep of school: geef een van de drie.
plan-no-domain = Kies waar het plan over gaat.
plan-no-goal = Schrijf het doel op.
plan-no-approach = Kies een aanpak uit de lijst, of schrijf op wat u gaat doen.
plan-no-dates = Kies wanneer het begint en wanneer u terugkijkt.
plan-evaluate-early = De dag om terug te kijken ligt na vandaag en na het begin.
plan-evaluate-far = Kijk binnen een jaar terug.
plan-no-outcome = Zeg hoe het ging, en schrijf er een zin bij.
plan-no-reason = Schrijf op waarom het plan stopt.
plan-no-event = “{ $value }” is geen stap van een plan.
plan-domain-unknown = Dit domein is er niet.
plan-intervention-unknown = Deze aanpak staat niet in de lijst.
plan-scale-unknown = Deze schaal kan hier niet gekozen worden.
plan-scale-objection = Ouders maken bezwaar tegen deze lijst. Kies een andere meting.
plan-scale-consent = Voor deze lijst is toestemming nodig, en die is er niet. Kies een andere meting.
plan-owner-unknown = Deze persoon kan niet van dit plan zijn. Kies een mentor van de leerling of groep, of een zorgcoördinator van de school.
speak-first-school = Bespreek een plan voor de school eerst met het team, en schrijf op met wie en waarom.

effect-title = Wat de meting zegt
effect-better = beter
effect-same = hetzelfde
effect-worse = slechter
effect-cannot_tell = kan niet gezegd worden
effect-not-yet = nog niets
effect-before = Voor het plan was { $whom ->
    [group] het gemiddelde
   *[pupil] de score
} { $score } ({ $round }).
effect-after = Daarna was { $whom ->
    [group] het gemiddelde van dezelfde { $n } leerlingen
   *[pupil] de score
} { $score } ({ $round }).
effect-range = De schaal loopt van { $min } tot { $max }; { $direction ->
    [strength] hoog is gunstig
   *[concern] laag is gunstig
}.
effect-error = Meetfout: twee { $whom ->
    [group] gemiddelden
   *[pupil] scores
} kunnen { $error } punten verschillen zonder dat er iets veranderd is.
effect-expected = Op grond van eerdere metingen dachten we { $low }–{ $high }. Een ongunstige score wordt vaak vanzelf wat gunstiger, en een gunstige wat ongunstiger; dat is hierin meegeteld.
effect-why = { $change ->
    [better] De score is gunstiger dan zonder verandering te verwachten was. Of dat door het plan komt, zegt een meting niet.
    [worse] De score is ongunstiger dan zonder verandering te verwachten was. Of dat door het plan komt, zegt een meting niet.
    [same] Het verschil is niet groter dan de meetfout.
   *[cannot_tell] De score is veranderd, maar niet verder dan vanzelf te verwachten was.
}
effect-missing = { $what ->
    [before] Er zijn te weinig scores van voor het plan, of ouders maken bezwaar tegen de lijst.
    [after] Er zijn nog te weinig scores van na het begin.
    [reference] Er zijn te weinig scores van anderen om mee te vergelijken.
    [coarse] De eenheid van deze lijst is te grof om te zien of er iets veranderde.
   *[rater] Iemand anders vulde de lijst in. Dan is niet te zeggen of de leerling veranderde of de blik.
}

interventions-title = Aanpakken
interventions-link = Alle aanpakken, en wat erover bekend is
interventions-lead = Wat er over elke aanpak bekend is, staat er met bron en datum. Baken zegt niet wat vandaag erkend is: kijk dat na voor u kiest.
interventions-ask = Vraag van elke aanpak: volgt hij uit wat u zag? Wie is ervoor opgeleid? Hoe doen ouders mee? Hoe wordt hij uitgevoerd? Meestal mislukt een aanpak doordat hij niet goed wordt uitgevoerd.
intervention-unreadable = { $file } kan niet gelezen worden als aanpak: { $problem }
intervention-where = Waar
intervention-whom = Voor wie
intervention-ages = Leeftijd
intervention-domains = Domeinen
intervention-training = Opleiding nodig
intervention-unknown = niet bekend, vraag het na
intervention-years = { $from }–{ $to } jaar
intervention-training-needed = { $needed ->
    [yes] ja
   *[no] nee
}
intervention-place = { $what ->
    [pupil] met een of enkele leerlingen
    [group] in de klas
   *[school] in de hele school
}
intervention-reach = { $what ->
    [universal] iedereen (universeel)
    [selective] groepen in een kwetsbare situatie (selectief)
   *[indicated] leerlingen met verhoogde klachten (geïndiceerd)
}
intervention-reach-as = { $what ->
    [universal] universeel
    [selective] selectief
   *[indicated] geïndiceerd
}
intervention-or = {" of "}
intervention-as = als { $reach } programma
intervention-verdict = { $verdict ->
    [strong_indications] Effectief volgens sterke aanwijzingen
    [good_indications] Effectief volgens goede aanwijzingen
    [indications] Aanwijzingen voor effect
    [well_founded] Goed onderbouwd
    [named] Genoemd als veelbelovend of in gebruik; een erkenning is hier niet bekend
   *[not_effective] Niet effectief
}
intervention-source = Bron: { $source }; uiterlijk van { $date }.
intervention-again = Opnieuw nagaan.

care-title = Hoe lang kinderen wachten
care-help = Dit schooljaar, in schooldagen; vakanties tellen niet mee.
care-conversation = Na de helft van de signalen over een leerling was er binnen { $days } { $days ->
    [one] schooldag
   *[other] schooldagen
} een gesprek.
care-conversation-waits = Na meer dan de helft van de signalen over een leerling was er nog geen gesprek.
care-spoken = Na { $share } van de signalen volgde een gesprek.
care-answer = Op de helft van de aanmeldingen antwoordde de zorgpartner binnen { $days } { $days ->
    [one] schooldag
   *[other] schooldagen
}.
care-answer-waits = Op meer dan de helft van de aanmeldingen is nog geen antwoord.
care-no-room = Van de antwoorden was { $share } dat er geen plek is.
care-few = { $what ->
    [conversation] Er zijn nog te weinig leerlingen met een signaal om te zeggen hoe snel er een gesprek komt.
   *[partners] Er zijn nog te weinig aanmeldingen om te zeggen hoe snel zorgpartners antwoorden.
}

mail-plan-subject = Baken: tijd om op een plan terug te kijken
mail-plan-text =
    Goedendag,

    Op een plan waar u van bent, is het tijd om terug te kijken. Bekijk het hier:
    { $link }

    In deze mail staan met opzet geen namen.

    Baken
