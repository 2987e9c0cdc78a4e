# screens: teksten in het Nederlands
skip = Naar de inhoud
nav = Hoofdmenu
nav-more = Meer
nav-signals = Signalen
nav-pupils = Leerlingen
nav-school = School
nav-referrals = Verwijzingen
nav-import = Invoer
nav-observe = Observatie
nav-admin = Beheer
nav-keep = Mensen en school
log-out = Uitloggen
footer = Baken wijst aan, u beslist.
to-start = Naar de beginpagina
welcome-title = Welkom
welcome-text = U hebt een account, maar nog geen taak in Baken. De beheerder van uw bestuur kan u die geven.

login-title = Inloggen
login-email = E-mailadres
login-password = Wachtwoord
login-button = Inloggen
login-expired = U was te lang weg en bent uitgelogd. Log opnieuw in; wat u typte, is bewaard.

failure-not-found-title = Deze pagina is er niet
failure-not-found = De pagina bestaat niet, of u hebt er geen toegang toe. Controleer het adres, of begin opnieuw.
failure-forbidden-title = Dit mag niet met uw rol
failure-conflict-title = Dat kan nu niet
failure-refused-title = Dit kan Baken niet aannemen
failure-busy-title = Even geduld
failure-busy = Het is nu te druk. Er is niets opgeslagen. Probeer het over een minuut opnieuw.
failure-ours-title = Er ging bij ons iets mis
failure-ours = Er is niets opgeslagen. Probeer het opnieuw; blijft het misgaan, vertel de beheerder dan wanneer het gebeurde.

weekday-0 = ma
weekday-1 = di
weekday-2 = wo
weekday-3 = do
weekday-4 = vr
weekday-5 = za
weekday-6 = zo
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

# domeinen en niveaus
domain-none = algemeen
domain-aanwezigheid = aanwezigheid op school en online
domain-energie = energie
domain-concentratie = concentratie
domain-leeftijdgenoten = contact met leeftijdgenoten
domain-docenten = contact met docenten
domain-motivatie = motivatie voor school
domain-emoties = omgaan met emoties
domain-stemming = algemene stemming
domain-eigen_kunnen = gevoel van eigen kunnen
domain-veerkracht = veerkracht van de leerling
domain-gezin = veerkracht in het gezin
domain-gedrag = gedrag
domain-veiligheid = veiligheid
level-pupil = Leerling
level-group = Groep
level-school = School
severity = { $severity ->
    [A] eerst bespreken
    [B] deze periode
   *[C] ter informatie
}
problem-title = Er is nog iets nodig

# signalen: de lijst
signals-title = Wat vraagt nu aandacht
signals-counts = { $waiting ->
    [one] 1 wacht op u
   *[other] { $waiting } wachten op u
} · bij { $followed } loopt al iets · { $mentors } bij mentoren
signals-why-coordinator = U ziet dit omdat u zorgcoördinator bent. Een signaal is een voorstel, u beslist.
signals-why-mentor = U ziet de signalen van uw eigen groepen. Een signaal is een voorstel: herkent u het?
signals-folded = { $count ->
    [one] 1 leerling van deze groep heeft een eigen signaal op dezelfde lijst
   *[other] { $count } leerlingen van deze groep hebben een eigen signaal op dezelfde lijst
}
signals-folded-school = { $count ->
    [one] 1 groep van deze school heeft een eigen signaal op dezelfde lijst
   *[other] { $count } groepen en leerlingen van deze school hebben een eigen signaal op dezelfde lijst
}
signals-empty = Niets vraagt op dit moment uw aandacht.
signals-empty-how = Signalen verschijnen hier als nieuwe scores zijn ingevoerd, of als iemand een zorg heeft opgeschreven.
signals-done = { $what ->
    [read] Vastgelegd: gelezen.
    [in_conversation] Opgeslagen: bespreken. Op de afgesproken dag kijkt u terug.
    [watching] Opgeslagen: volgen. Op de gekozen dag komt het terug in uw lijst.
    [no_action] Opgeslagen: geen actie nodig.
    [closed] Opgeslagen: afgesloten.
    [mentor] Dank u wel. Uw antwoord is opgeslagen.
    [starting_picture] De signalen van de beginfoto staan nu in de lijst, of bij de mentoren.
    [assigned] Toegewezen.
   *[other] Opgeslagen.
}
signal-state = { $state ->
    [new] Nieuw
    [with_mentor] Bij de mentor
    [in_conversation] In gesprek
    [watching] Volgen
    [planned] Plan
    [referred] Aangemeld
    [no_action] Geen actie nodig
   *[closed] Afgesloten
}
signal-reopened = Kwam terug nadat het was afgesloten.
source-withdrawn = bron ingetrokken
state-since = { $state ->
    [new] Nieuw
    [with_mentor] Bij de mentor
    [in_conversation] In gesprek
    [watching] Volgen
    [planned] Er loopt een plan
    [referred] Aangemeld bij een partner
   *[other] Afgesloten
} sinds { $date }
state-until = { $state ->
    [in_conversation] In gesprek, terugkijken op
   *[other] Volgen tot
} { $date }
spark-name = { $scale }: { $scores }, op een schaal van { $min } tot { $max }.
concern-by = { $who ->
    [parent] Een ouder maakt zich zorgen
    [pupil] De leerling maakt zich zorgen
   *[other] Een medewerker maakt zich zorgen
} over { $domain } ({ $date })
filters = Filter
filter-all = alle
filter-waiting = Wacht op mij
filter-level = Niveau
filter-school = School
filter-group = Groep
acts = Wat doet u ermee?
act-talk = Bespreken
act-talk-date = Terugkijken op
act-talk-do = Ik ga dit bespreken
act-watch = Volgen tot …
act-watch-date = Volgen tot
act-watch-do = Volgen
act-none = Geen actie nodig
act-none-why = Waarom niet?
act-none-other = Anders, namelijk
act-none-other-do = Geen actie, om deze reden
act-refer = Aanmelden
act-close = Afsluiten
act-close-how = Hoe is het afgelopen?
act-close-do = Afsluiten
no-action-reason = { $reason ->
    [already_known] al bekend, iemand heeft het opgepakt
    [recovered] het gaat weer beter
    [measurement] de meting klopte niet
    [context] er is een andere verklaring
    [does_not_fit] past niet bij wat wij zien
   *[other] anders
}
mentor-answer = Antwoorden
mentor-view = Herkent u dit?
mentor-view-choice = { $view ->
    [recognised] Herkenbaar
    [does_not_fit] Past niet bij mijn beeld
   *[unknown] Weet ik nog niet
}
mentor-note = Wat wilt u erbij zeggen? (hoeft niet)
mentor-choice = En dan?
mentor-takes-up = Ik pak dit op
mentor-asks-help = Ik vraag hulp
mentor-passes-on = Laat aan de coördinator
mentor-later = Ik kijk er later naar
mentor-no-view = Kies eerst of u het signaal herkent.
mentor-said = Mentor: { $view ->
    [recognised] herkenbaar
    [does_not_fit] past niet bij mijn beeld
   *[unknown] weet ik nog niet
}
mentor-does = { $choice ->
    [takes_up] pakt het op
    [asks_help] vraagt hulp
   *[passes_on] laat het aan de coördinator
}
mentor-days-left = { $days ->
    [0] Bij de mentor, de termijn loopt vandaag af
    [one] Bij de mentor, nog 1 schooldag
   *[other] Bij de mentor, nog { $days } schooldagen
}
observe-do = Observatie noteren
talk-record = Gesprek vastleggen
starting-picture-title = De beginfoto
starting-picture = De eerste scores zijn ingevoerd. Ze geven nog geen signalen over leerlingen, zodat u niet alles van vroeger tegelijk krijgt. Vraag ze op als u er tijd voor hebt.
starting-picture-count = De eerste scores van { $school } zijn ingevoerd. { $count ->
    [0] Er wachten geen signalen over leerlingen.
    [one] Er wacht 1 signaal over een leerling. U krijgt het pas als u erom vraagt.
   *[other] Er wachten { $count } signalen over leerlingen. U krijgt ze pas als u erom vraagt.
}
starting-picture-ask = Geef mij de signalen van de beginfoto
starting-picture-look = { $school }: hoeveel zijn het er?
starting-picture-how = Ze gaan eerst naar de mentoren, die tien schooldagen hebben om te antwoorden.
signals-back = Terug naar de signalen
starting-picture-asked = De signalen van deze beginfoto zijn al opgevraagd, of er is geen beginfoto. Ververs de pagina.
keys-switch = Toetsen gebruiken
keys-show = Welke toetsen zijn er?
keys-move = j en k: volgende en vorige rij · Enter: openen
keys-act = { $what ->
    [talk] b: bespreken
    [answer] b: antwoorden
    [watch] v: volgen tot
    [close] v: afsluiten
    [plan] p: plan maken
    [none] g: geen actie nodig
   *[refer] a: aanmelden
}
keys-help = ?: deze uitleg

# meetmoment, informant, twee woorden, grafiek
season = { $season ->
    [najaar] najaar
   *[voorjaar] voorjaar
}
informant-classmates = de klasgenoten, in een sociogram
informant = { $who ->
    [leerkracht] leerkracht
    [leerling] leerling
   *[ouder] ouder
}
standing = { $level ->
    [low] laag
    [high] hoog
   *[middle] gemiddeld
}, { $change ->
    [first] eerste meting
    [unknown] verandering niet te zien
    [falls] daalt
    [falls-much] daalt sterk
    [rises] gaat beter
   *[same] zoals eerder
}
chart-name = { $scale } van { $who } over alle meetmomenten, op een schaal van { $min } tot { $max }. Laatste meting: { $last }. De tabel staat eronder.
chart-band = In de grijze band liggen de scores van acht op de tien leerlingen: { $low } tot { $high }.
chart-expected = Het open teken: op grond van eerdere metingen dachten we { $low } tot { $high } ({ $who ->
    [leerkracht] leerkracht
    [leerling] leerling
   *[ouder] ouder
}), het waarschijnlijkst { $middle }.
chart-turned = Bij deze lijst is een lage score gunstig. De grafiek is gedraaid: hoger in beeld is beter.
chart-unsaid = { $why ->
    [coarse] De eenheid van deze lijst is te grof om te zien of er iets veranderde
    [no-norm] Een norm ontbreekt{ $age ->
        [none] {""}
       *[other] {" "}voor { $age } jaar
    }: vergeleken met alle scores van het bestuur
   *[no-reference] Geen norm die past, en minder dan { $least } scores om mee te vergelijken: hoe deze score staat, is niet te zeggen
} ({ $who }).
chart-few = Te weinig metingen voor een lijn.
chart-doubted = De laatste antwoorden zijn niet goed te lezen, zegt de controleschaal { $scale }. Daarom geeft deze lijst nu geen signaal.
chart-table = Uitleg en tabel
chart-round = Meetmoment
chart-legend = Hoger in beeld is beter. Grijs: waar acht op de tien leerlingen scoren. Open teken: wat we op grond van eerdere metingen dachten.

# leerlingen
pupils-title = Leerlingen
pupils-search = Zoek op naam
pupils-search-do = Zoeken
pupils-found = Gevonden
pupils-found-none = Geen leerling met deze naam in de groepen die u mag zien. Controleer de naam, of zoek op een deel ervan.
pupils-groups = Groepen van de school
pupils-none = Hier komen uw groepen te staan, als de administratie de leerlingenlijst heeft ingevoerd en u aan een groep zijn gekoppeld.
group-name = groep { $name }
group-title = Groep { $name }
pupil-mentors = mentor: { $names }
saved = Opgeslagen.
pupil-strengths = Wat goed gaat
pupil-strengths-none = Er is nog niets opgeschreven dat goed gaat. Wat ziet u?
pupil-concerns = Wat aandacht vraagt
pupil-concerns-none = Er is nu niets dat aandacht vraagt.
pupil-concerns-below = Wat aandacht vraagt, staat hieronder bij de open signalen.
pupil-concerns-aside = Van een lijst die niet wordt meegenomen, is niets te zeggen.
pupil-signals = Open signalen
pupil-decide = Besluiten in de lijst met signalen
pupil-notes = Ter informatie
pupil-ended = Afgeronde signalen
pupil-ended-open = Waarom ze gegeven waren ({ $n })
pupil-scores = Metingen
pupil-scores-none = Er zijn nog geen metingen. Ze verschijnen hier als er scores zijn ingevoerd.
side-scale = { $scale }: { $words } ({ $who })
side-seen = { $domain }, gezien op { $date }

# waarom er een signaal is
why-open = Waar rust dit op?
why-rule = Regel
why-scale = Schaal
why-informant = Ingevuld door
why-informant-changed = { $who }, iemand anders dan de vorige keer{ $rule ->
    [unexpected-decline] . Wat de groep daardoor als geheel verschoof, is van de maat afgehaald; de score en wat verwacht werd staan er zoals ze zijn.{ $both ->
        [yes] {" "}Van wat verwacht werd, lag de score { $as_it_is } standaardafwijkingen af, en zonder die verschuiving { $without } (boven 0 is slechter).
       *[no] {""}
    }
   *[other] {""}
}
why-round = Meetmoment
why-observed = Score
why-observed-value = { $score }, op een schaal van { $min } tot { $max }
why-expected = Verwacht
why-expected-mean = Verwacht gemiddelde
why-own = Los van de groep
why-own-value = van wat verwacht werd, lag de score { $as_it_is } standaardafwijkingen af, en zonder wat de groep als geheel deed { $without } (boven 0 is slechter)
why-expected-value = { $low } tot { $high }, het waarschijnlijkst { $middle }; negen van de tien keer ligt het daartussen
why-observed-mean = Gemiddelde
why-rounds-mean = Gemiddelden van wie in dit meetmoment een score heeft
why-rounds = Metingen
why-slope = Verloop
why-slope-value = { $points } { $points ->
    [one] punt
   *[other] punten
} per jaar { $way ->
    [up] omhoog
   *[down] omlaag
}: het midden van de lijnen door elke twee metingen
why-norm = Vergeleken met
why-norm-pool = geen gepubliceerde norm, maar { $scores } scores van leerlingen van het bestuur met deze lijst, tot en met dit meetmoment. “Laag” is dus laag onder deze leerlingen, niet onder alle leerlingen in Nederland.{ $size ->
    [small] {" "}Het zijn er weinig: neem het als ruwe maat.
   *[enough] {""}
}
why-threshold = Maat en drempel
why-threshold-rarity = hoogstens { $statistic } % kans in elk van beide metingen dat toeval dit geeft; tot en met { $threshold } % is het een signaal
why-threshold-value = { $unit ->
    [percent] { $statistic } %; vanaf { $threshold } %
    [least] met onzekerheid erbij minstens { $statistic } %; boven { $threshold } %
   *[plain] { $statistic }; vanaf { $threshold }
} { $severity ->
    [C] wordt het gemeld, ter informatie
   *[other] is het een signaal
}
why-tests = Bij zoveel vergelijkingen
why-tests-value = { $tests ->
    [one] op deze school is in dit meetmoment één vergelijking gemaakt
   *[other] op deze school zijn in dit meetmoment { $tests } vergelijkingen gemaakt, van groepen en van de school
}. { $size ->
    [little] Van wat minstens zo ver afwijkt, is naar verwachting nog geen { $percent } % toeval.
    [some] Van wat minstens zo ver afwijkt, is naar verwachting hooguit { $percent } % toeval.
   *[much] Bij zoveel vergelijkingen kan dit heel goed toeval zijn.
} Groepen waarvan dit het kleinst is, staan in de lijst vooraan; er valt niets om weg.
why-band = Acht van de tien
why-band-value = acht van de tien leerlingen scoren { $low } tot { $high }. In een zin is “laag” wie bij de laagste twintig van de honderd hoort, en “hoog” wie bij de hoogste twintig hoort: dat begint al iets binnen deze grenzen
why-rounds-value = { $round }: { $score }
why-norm-published = gepubliceerde norm: { $norm }{ $ages ->
    [none] {""}
   *[other] {", "}voor { $from } tot en met { $to } jaar
}{ $sex ->
    [m] {", "}jongens
    [f] {", "}meisjes
   *[all] {""}
}{ $n ->
    [0] {""}
   *[other] {", "}normgroep van { $n }
}{ $fineness ->
    [coarse] {". "}Grof: alleen gemiddelde, spreiding en grenzen zijn bekend.
    [spread] {". "}Grof: alleen gemiddelde en spreiding zijn bekend.
   *[other] {""}
}
why-norm-other = Naar de andere norm
why-norm-other-value = naar de norm voor { $sex ->
    [m] jongens
    [f] meisjes
   *[all] alle leerlingen
} scoren ongeveer { $other } van de honderd zo of slechter, naar de norm die hier geldt { $own }
why-norm-given = de norm van de uitgever, die in de score zit ({ $unit ->
    [AE] A tot en met E
    [IV] I tot en met V
   *[other] { $unit }
})
why-list = Op de lijst als geheel
why-list-value = { $who }: ongeveer { $of_hundred } van de honderd staan er zo of minder goed voor
why-bands = Hoe anderen het indelen
why-bands-value = { $system }: { $band ->
    [normal] gemiddeld
    [borderline] grensgebied
    [abnormal] sterk verhoogd
    [close_to_average] rond het gemiddelde
    [slightly_raised] licht verhoogd
    [high] hoog
    [very_high] zeer hoog
    [highest-fifth] bij de hoogste 20 %
    [highest-tenth] bij de hoogste 10 %
    [no-screen] boven de grens
    [low] laag
    [very-low] zeer laag
   *[other] { $band }
} ({ $source })
why-norm-unit = { $rule ->
    [critical-item] de grens van deze vraag
    [group-level] de andere groepen van het bestuur
    [school-compared] de andere scholen van het bestuur
    [group-shift] wat van elke leerling van de groep verwacht werd, op grond van eigen eerdere metingen
    [rater-effect] wat van elke leerling van de groep verwacht werd, op grond van eigen eerdere metingen
    [group-share] de norm, en waar die niet past alle leerlingen van het bestuur met deze lijst
    [school-safety] de vorige meting van de school, of de norm waar die er is
    [representativeness] de leerlingen die de vorige keer gemeten zijn
    [signal-load] het streven van de school
    [rejected-twice] wat toeval zou geven als elke klasgenoot de eigen oordelen willekeurig uitdeelde
    [group-structure] het vorige sociogram van de groep, en vaste grenzen
   *[other] de eigen eerdere metingen
}
why-hinge = Wat de uitkomst had veranderd
why-ruleset = Regels die golden
why-source = Bron
rule = { $rule ->
    [critical-item] een antwoord dat direct gelezen moet worden
    [level] laag, wat er ook aan voorafging
    [unexpected-decline] lager dan eerdere metingen deden verwachten
    [persistent] twee metingen achter elkaar laag
    [steady-decline] omlaag over meer metingen
    [informants-differ] invullers zien niet hetzelfde
    [not-measured] twee keer niet gemeten
    [recovery] beter na een eerder signaal
    [group-shift] de groep schuift als geheel
    [group-level] de groep scoort laag onder de groepen
    [group-share] veel lage scores in de groep
    [rater-effect] iemand anders vulde in
    [school-compared] de school scoort laag onder de scholen
    [school-trend] de school verandert ten opzichte van een eerdere meting
    [school-safety] meer leerlingen voelen zich onveilig
    [representativeness] de meting staat niet voor de hele school
    [signal-load] meer signalen dan beoogd
    [concern] iemand maakt zich zorgen
    [rejected-twice] wordt weinig gekozen, twee metingen achter elkaar
    [group-structure] hoe de groep samenhangt
   *[other] { $rule }
}
rule-for-information = Alleen ter informatie.
# Words that turn with the scale: where a high score is a concern, low is high.
is-low-first = { $direction ->
    [concern] Hoog
   *[strength] Laag
}
is-low = { $direction ->
    [concern] hoog
   *[strength] laag
}
is-low-ones = { $direction ->
    [concern] hoge
   *[strength] lage
}
is-lower-first = { $direction ->
    [concern] Hoger
   *[strength] Lager
}
goes-down-first = { $direction ->
    [concern] Omhoog
   *[strength] Omlaag
}
goes-down = { $direction ->
    [concern] omhoog
   *[strength] omlaag
}
it-falls = { $direction ->
    [concern] stijgt
   *[strength] daalt
}
is-below = { $direction ->
    [concern] boven
   *[strength] onder
}
is-lowest = { $direction ->
    [concern] hoogste
   *[strength] laagste
}
rule-definition = { $rule ->
    [critical-item] Een antwoord op een vraag waarvan de school elk antwoord vanaf { $threshold } meteen wil lezen. Zonder statistiek. Alleen de twee lezers van de school zien het.
    [level] { is-low-first }, wat er ook aan voorafging: met alle metingen samen hoort deze leerling met een kans van { $percent } % of meer bij de tien van de honderd die er het minst goed voor staan.
    [unexpected-decline] { is-lower-first } dan verwacht: wat elke meting afwijkt van wat de eigen eerdere metingen deden verwachten, bij elkaar geteld, komt boven { $threshold }. Zonder echte verandering gebeurt dat bij ongeveer { $chance } van de honderd leerlingen; bij meer schalen of invullers ligt de grens hoger, zodat het er bij elkaar niet veel meer worden.
    [persistent] Twee metingen achter elkaar { is-low }: beide keren { $threshold } keer de gewone spreiding of meer { is-below } het midden.
    [steady-decline] { goes-down-first } over meer metingen: de lijn door vier of meer metingen { it-falls } meer dan { $threshold } keer haar onzekerheid, en ook voor de laatste meting ging het al { goes-down }.
    [informants-differ] Invullers zien niet hetzelfde: hun oordelen liggen meer dan { $threshold } keer het gewone verschil uit elkaar.
    [not-measured] Twee keer achter elkaar niet gemeten met deze lijst, terwijl anderen van de groep dat wel zijn.
    [recovery] Beter na een eerder signaal: de score is duidelijk beter dan verwacht en niet meer { is-low }, of de leerling staat er twee metingen achter elkaar goed voor (waarschijnlijk niet bij de laagste tien procent).
    [group-shift] De groep schuift als geheel: het gemiddelde verschil met wat van elke leerling verwacht werd, is meer dan { $threshold } keer wat bij toeval gewoon is.
    [group-level] De groep scoort { is-low } onder de groepen: meer dan { $threshold } keer de gewone spreiding tussen groepen.
    [group-share] Veel { is-low-ones } scores in de groep: ook met onzekerheid meer dan { $percent } % in het { is-lowest } vijfde deel.
    [rater-effect] Iemand anders vulde in dan de vorige keer, en de scores van de groep verschoven meer dan { $threshold } keer wat bij toeval gewoon is. Bij wat van elke leerling onverwacht is, is die verschuiving er grotendeels af gehaald. Hoe een leerling ervoor staat, blijft naar de score zoals ze is.
    [school-compared] De school, of een leerjaar ervan, scoort { is-low } onder de scholen: meer dan { $threshold } keer de gewone spreiding tussen scholen.
    [school-trend] De school verandert: dezelfde leerlingen verschoven ten opzichte van de vorige meting of een jaar eerder meer dan { $threshold } keer wat bij toeval gewoon is. Wat een groep met de school meebeweegt, geeft dan geen eigen signaal: dan is dit er een, en anders is het ter informatie.
    [school-safety] Meer leerlingen voelen zich onveilig dan de vorige keer, of dan volgens de norm: ook met onzekerheid een groter deel. Het kan alleen met een lijst over veiligheid waarvan scores per leerling binnenkomen.
    [representativeness] De meting staat niet voor de hele school: te weinig leerlingen deden mee, of wie ontbreken scoorden de vorige keer anders.
    [signal-load] Meer nieuwe signalen dan de { $threshold } op honderd leerlingen waar de school naar streeft, en meer dan toeval daarvan maakt.
    [rejected-twice] Wordt weinig gekozen, twee metingen achter elkaar: klasgenoten gaven beide keren minder hoge en meer lage oordelen dan toeval geeft. Eén meting zegt weinig; dit is geen eigenschap van een kind maar van wat in deze groep gebeurt.
    [group-structure] Hoe de groep samenhangt: meer leerlingen worden twee keer weinig gekozen, er zijn minder wederzijdse keuzes dan de vorige keer, of een deel van de leerlingen heeft er geen.
   *[other] { $rule }
}
hinge-score = Bij een score van { $score } of { $side ->
    [higher] hoger
   *[lower] lager
} had deze regel geen signaal gegeven, als al het andere gelijk was gebleven.
hinge-no-score = Geen score op dit meetmoment had dit alleen veranderd: het rust ook op de eerdere metingen.
hinge-mean = Bij een gemiddelde van { $mean } of { $side ->
    [higher] hoger
   *[lower] lager
} had deze regel geen signaal gegeven, als al het andere gelijk was gebleven.
hinge-school-safety = Bij hoogstens { $most } van { $n } leerlingen met zo’n score had deze regel geen signaal gegeven.
hinge-representativeness = Hadden minstens { $least } van de { $known } leerlingen meegedaan, dan stond dit er niet.
hinge-group-share = Bij hoogstens { $most } van { $n } leerlingen daar had deze regel niets gezegd.
hinge-signal-load = Bij hoogstens { $most } van { $n } leerlingen met een nieuw signaal had deze regel niets gezegd.
hinge-small-pool = Vanaf welke score deze regel niets had gezegd, is niet precies te zeggen: er zijn { $n } scores om mee te vergelijken, en een andere score verandert ook die vergelijking.
hinge-calm = Stond de leerling er in één van beide metingen minder goed voor, dan stond dit er niet.
hinge-of-scale = Was deze score ver genoeg in de buurt van de verwachting gebleven, dan had deze regel niets gezegd. Vanaf welke score precies, hangt ook af van wat verder over deze leerling en over anderen is ingevuld.
hinge-in-group = Het hangt ook af van wat de groep of school als geheel deed. Eén andere score had het niet zeker veranderd.
hinge = { $rule ->
    [critical-item] Een antwoord onder de grens van deze vraag.
    [level] Waren de scores op de schalen van deze lijst samen minder { is-low } geweest, nu of bij eerdere metingen, dan had deze regel niets gezegd. Eén score alleen doet daarvoor meestal te weinig.
    [unexpected-decline] Waren de scores op de schalen van deze lijst samen dichter bij de verwachting gebleven, bij wie haar invulde, dan had deze regel niets gezegd. Eén score alleen doet daarvoor meestal te weinig.
    [persistent] Het hangt af van het gemiddelde over de schalen van deze lijst. Was dat één van beide keren minder { is-low }, dan had deze regel niets gezegd.
    [steady-decline] Was de laatste meting zoveel gunstiger dat de lijn niet meer verder dan die grens ging, dan had deze regel niets gezegd.
    [informants-differ] Lagen de oordelen van de invullers dichter bij elkaar, dan stond dit er niet.
    [not-measured] Een meting met deze lijst in een van beide periodes.
    [recovery] Een score dichter bij wat verwacht werd.
    [group-shift] Waren de leerlingen samen dichter bij wat van elk verwacht werd gebleven, dan had deze regel niets gezegd. Eén leerling maakt weinig verschil.
    [group-level] Lag het gemiddelde van de groep dichter bij dat van de andere groepen, dan had deze regel niets gezegd.
    [group-share] Eén of enkele leerlingen minder in het { is-lowest } vijfde deel.
    [rater-effect] Had dezelfde persoon ingevuld als de vorige keer, dan zei deze regel niets. Bleven de scores dichter bij wat verwacht werd, dan ook niet.
    [school-compared] Lag het gemiddelde van de school dichter bij dat van de andere scholen, dan had deze regel niets gezegd.
    [school-trend] Waren de leerlingen samen dichter bij hun eerdere meting gebleven, dan stond dit er niet.
    [school-safety] Was het deel dat zich onveilig voelt, kleiner, dan had deze regel niets gezegd.
    [representativeness] Meer leerlingen die meededen, of een groep die meer op de hele school lijkt.
    [signal-load] Minder nieuwe signalen, of een ander streven van de school.
    [rejected-twice] Hadden enkele klasgenoten in één van beide metingen hoger geoordeeld, of hadden te weinig klasgenoten meegedaan, dan had deze regel niets gezegd.
    [group-structure] Enkele wederzijdse keuzes meer, of minder leerlingen die weinig gekozen worden.
   *[other] Dit is niet bewaard.
}

# de tijdlijn
line-title = Wat er was
line-none = Nog niets. Hier komen metingen, observaties, gesprekken en afspraken te staan.
line-none-group = Nog niets. Hier komen observaties, gesprekken en afspraken over de groep te staan.
line-older = Toon ook wat ouder is dan twee schooljaren
line-objection = { $list } { $what ->
    [made] wordt niet meegenomen: ouders maken bezwaar
   *[ended] wordt weer meegenomen: ouders maken geen bezwaar meer
}
line-round = Meetmoment { $round }, ingevuld door { $who }
line-observation = Observatie, { $tone ->
    [concern] zorg
    [strength] dit gaat goed
   *[note] ter informatie
}: { $domain }
line-seen-by = gezien door { $by }, genoteerd door { $writer }
line-words-of = { $source ->
    [parent] in de woorden van een ouder
   *[pupil] in de woorden van de leerling
}, genoteerd door { $writer }
line-conversation = { $with ->
    [pupil] Gesprek met de leerling
    [parent] Gesprek met een ouder
    [both] Gesprek met leerling en ouder
    [lol] Gesprek dat leerling en ouder leidden (LOL-gesprek)
    [meeting] Bespreking
    [mentor] Gesprek met de mentor
   *[group] Gesprek met de groep
}
line-decision = { $event ->
    [to_mentor] Signaal naar de mentor
    [asks_help] Mentor vraagt hulp
    [passes_on] Mentor laat het aan de coördinator
    [takes_up] Mentor pakt het op
    [term_passed] Termijn van de mentor voorbij
    [wakes] Terug in de lijst
    [came_back] Aanmelding zonder hulp afgelopen: terug in de lijst
    [plan_ends] Plan voorbij: terug in de lijst
    [reopens] Signaal kwam terug
    [source_withdrawn] Bron ingetrokken
    [in_conversation] Afspraak: bespreken
    [watching] Afspraak: volgen
    [planned] Afspraak: plan
    [referred] Afspraak: aanmelden
    [no_action] Afspraak: geen actie nodig
   *[closed] Afgesloten
} ({ $domain })
line-look-on = Terugkijken op { $date }
line-referral = aangemeld bij { $partner }
line-referral-step = Aanmelding bij { $partner }: { $step }
copy-text = Tekst voor het leerlingdossier
copy-do = Kopieer
copy-copied = Gekopieerd
copy-transferred = Overgezet in het dossier
copied-on = overgezet op { $date }
copy-conversation = { $date } – { $title } over { $about }. { $line } ({ $who })
copy-decision = { $date } – { $title }, { $about }. { $text } ({ $who })

# gesprek vastleggen
talk-with = Met wie sprak u?
talk-on = Op welke dag?
talk-line = Wat kwam eruit?
talk-help = Een of twee zinnen. De ouders, en vanaf 16 jaar de leerling, mogen dit lezen.
talk-do = Gesprek opslaan
talk-no-with = Kies met wie u sprak.
talk-no-date = Vul in op welke dag het gesprek was.

# groep
group-good = Waar deze groep goed in is
group-view = Weergave
group-view-names = Namen
group-view-table = Leerlingen per domein
group-empty = In deze groep zitten vandaag geen leerlingen.
group-table-key = Ruit: laag of daalt. Rondje: hoog of gaat beter. Punt: gewoon. Op naam, niet op score.
group-pupil = Leerling
sociogram-title = Wie elkaar kiest
sociogram-said = Sociogram van { DAY($date) }: { $percent } % van de groep vulde het in. Van { $pairs } paren die over elkaar iets zeiden, { $mutual ->
    [0] koos geen enkel paar elkaar.
    [1] koos één paar elkaar.
   *[other] kozen er { $mutual } elkaar.
}
sociogram-explained = Elke stip is een leerling, elke lijn een paar dat elkaar koos; wie elkaar koos, staat bij elkaar. Een open stip: hier is te weinig bekend, meestal omdat de leerling niet meedeed. Wie welke stip is, laat Baken niet zien: zo kan ieder eerlijk kiezen.
group-strong = sterk:
group-scores = De groep over de tijd
group-scores-none = Een gemiddelde geven we vanaf acht leerlingen. Zoveel zijn er nog niet gemeten.
power-group = In een groep van { $n } leerlingen die ook de vorige keer gemeten zijn ({ $lists }), vinden we een daling van de hele groep met een halve standaardafwijking in ongeveer { $percent } % van de gevallen; een kleinere daling minder vaak. Geen signaal wil dus niet zeggen dat er niets is.
group-legend = Gemiddelde van wie nu in de groep zit; hoger in beeld is beter. In de tabel staat hoeveel leerlingen meetellen.

# school
why-leader = U ziet dit omdat u schoolleider van deze school bent. Leerlingen staan hier niet.
school-left-out = { $n } niet meegenomen: ouders maken bezwaar
school-smallest = Cijfers over minder dan { $smallest } leerlingen staan hier niet, en ook geen cijfers waaruit die te herleiden zijn. Scores die later binnenkomen dan de andere tellen mee zodra het er genoeg zijn.
school-smallest-reason = De grens is hier anders, omdat: { $reason }
school-domains = Per domein
school-none = Er zijn nog geen metingen. Cijfers verschijnen hier als er scores zijn ingevoerd.
school-explained = Verandering: alleen leerlingen die beide keren meededen, met de marge waarbinnen die waarschijnlijk ligt. Plus is beter.
school-now = Nu
school-before = Een jaar eerder
school-same-pupils = Zelfde leerlingen
school-took-part = Deed mee, van alle groepen
school-no-change = te weinig leerlingen deden beide keren mee
school-scale = { $scale } ({ $min }–{ $max }, { $direction ->
    [concern] laag is gunstig
   *[strength] hoog is gunstig
})
school-mean = { $mean } ({ $round }, n = { $n })
school-change = { $way ->
    [better] beter
    [worse] minder goed
   *[same] ongeveer gelijk
}: { $mean } ({ $low } tot { $high }, n = { $n })
school-groups = Groepen
hidden-few = niet getoond: minder dan { $smallest } leerlingen
hidden-derivable = niet getoond: cijfers van enkele leerlingen zijn dan te herleiden
hidden-none = te weinig leerlingen
share-few = minder dan 5 %
share-nearly = meer dan 95 %
share-of = { $percent } % ({ $part } van { $whole })
load-title = Signalen dit schooljaar
load-signals = Over { $share } van de leerlingen kwam een signaal.
load-confirmed = Van de signalen waarvan iemand zei of ze klopten, klopte { $share }: herkend, er is iets mee gedaan, of het was al bekend.
load-few = Er zijn nog te weinig signalen beoordeeld om te zeggen hoe vaak ze klopten.

# regels van de school
rules-link = De regels: vooruitblik, kiezen, en hoe vaak ze kloppen
rules-title = De regels van de school
rules-now = Nu geldt: { $name }, met drempels van { $date }.
rules-waits = Gekozen voor hierna: { $name }. Gaat in met het eerste meetmoment vanaf { $date }.
rules-open = Het meetmoment van nu loopt: er zijn al scores. Andere regels gaan pas in bij het volgende, vanaf { $date }.
rules-between = Er loopt nu geen meetmoment: er zijn sinds 1 januari of 1 augustus nog geen scores. Andere regels kunnen nu ingaan.
rules-set = Vooruitblik met { $name }
rules-about = { $name ->
    [standaard] Hooguit zes leerlingen per honderd per meetmoment zonder dat er iets is. Vindt het meeste.
    [streng] Hogere drempels: hooguit drie leerlingen per honderd per meetmoment zonder dat er iets is, en er wordt ook meer gemist. Twee metingen laag is dan alleen ter informatie.
   *[other] {""}
}
rules-set-present = Vooruitblik met { $name } (de regels van nu)
rules-accept-title = { $name } kiezen
rules-from = Vanaf welke dag?
rules-from-help = Regels wisselen alleen tussen twee meetmomenten. Loopt er een, dan gaat de keuze in bij het volgende. Wie koos en wanneer blijft hieronder staan.
rules-accept = Deze regels kiezen
rules-withdraw = De keuze voor { $name } intrekken
rules-history = Wat er gekozen is
rules-no-history = Nog niets. De school werkt met de regels waarmee zij begon.
rules-day = Dag
rules-what = Keuze
rules-chosen = { $by } koos { $name }; { $became ->
    [in-force] geldt vanaf { $date }
    [waits] gaat in met het eerste meetmoment vanaf { $date }
    [withdrawn] is ingetrokken, voor het inging op { $date }
   *[replaced] is vervangen door een latere keuze, voor het inging op { $date }
}
rules-ask = Wat elke regel vraagt
rules-ask-how = De getallen gelden voor een lijst met één schaal die één persoon invult. Bij meer schalen of invullers moet elk wat verder uitsteken, zodat er samen niet meer vals alarm komt.
ahead-title = Vooruitblik
ahead-how = Hoeveel gesprekken hadden andere regels gegeven bij de eerdere metingen van deze school? Er verandert niets. Alle meetmomenten worden opnieuw doorgerekend; dat kan enkele seconden duren.
ahead-of = Vooruitblik met { $name }
ahead-dated = Drempels van { $date }.
ahead-explained = Elk meetmoment met alleen wat toen bekend was. Een leerling gaat eerst naar de mentor; groepen en de school naar de coördinator. Bevestigd: herkend, of er is iets mee gedaan.
ahead-none = Er zijn nog geen metingen.
ahead-round = Meetmoment
ahead-present = De regels van nu
ahead-starting-picture = { $round } (beginfoto: over leerlingen is hier niets vanzelf gemeld)
ahead-count = mentoren { $mentors }, u { $you }; { $judged ->
    [0] nog niets beoordeeld
   *[other] { $confirmed } van { $judged } beoordeelde bevestigd
}
ahead-new = Wie er nieuw bij komt
ahead-moved = Wie in beide lijsten staat, wordt in een ander meetmoment genoemd.
ahead-gone = Wie er niet meer bij is
ahead-nobody = Niemand.
rates-title = Hoe vaak de regels klopten
rates-explained = Signalen van dit en het vorige schooljaar, als deel van wat er beoordeeld is{ $margin ->
    [yes] , met de marge waarbinnen het waarschijnlijk ligt
   *[no] {""}
}. Een voorstel komt er vanaf { $enough } signalen van een regel die beoordeeld zijn. Het verandert niets: de coördinator kiest de regels.
rates-none = Er zijn nog geen signalen van regels.
rates-rule = Regel
rates-was-confirmed = Bevestigd
rates-known = Al bekend
rates-not = Niet bevestigd
rates-unknown = Niet te zeggen
rates-judged = Beoordeeld
rates-confirmed = { $share } (tussen { $low } % en { $high } %)
rates-counts = { $judged } beoordeeld, { $waiting } nog niet
rates-few = niet getoond: te weinig beoordeeld (minder dan { $smallest } leerlingen of groepen)
rates-tighten = Voorstel: strenger maken. Dit signaal brengt zelden iets nieuws dat bevestigd wordt.
rates-loosen = Voorstel: ruimer maken. Dit signaal wordt meestal bevestigd.

# observatie
yes = ja
no = nee
observe-title = Observatie
observe-done = Dank u wel. De observatie is opgeslagen.
observe-restored = Wat u eerder typte staat er nog.
observe-acute = Is het acuut?
observe-acute-call = Wacht niet op dit formulier. Bel:
observe-police = gedachten aan zelfdoding:
observe-who = Over wie?
observe-other = iemand anders
observe-rest = Anderen uit mijn groepen
observe-elsewhere = Een leerling uit een andere groep
observe-name = Voornaam en achternaam, voluit
observe-name-help = U schrijft op wat u zag. U krijgt niets over de leerling te lezen.
observe-what = Wat zag of hoorde u?
observe-what-help = Ouders (vanaf 16 de leerling) mogen dit lezen. Schrijf wat u zag of hoorde, geen oordeel, geen andere kinderen.
observe-quiet = Stille signalen
observe-quiet-1 = Trekt zich terug, zegt weinig, doet niet meer mee met wat eerst leuk was.
observe-quiet-2 = Is vaak moe, heeft buikpijn of hoofdpijn, gaat vaak naar het toilet of naar huis.
observe-quiet-3 = Wil het altijd goed doen, vraagt nooit hulp, is erg bang om fouten te maken.
observe-not = Wat hier niet hoort
observe-not-staff = Gaat het over een medewerker? Schrijf het hier niet op, bel het bestuur of de vertrouwensinspecteur (0900 - 111 3 111).
observe-not-confidant = Een melding van Handle with Care, en wat een vertrouwenspersoon hoort, schrijft u hier niet op.
observe-not-others = Noem geen andere kinderen.
observe-tone = Hoe kijkt u ernaar?
observe-tone-choice = { $tone ->
    [concern] Ik maak me zorgen
    [strength] Dit gaat goed
   *[note] Ter informatie
}
observe-domain = Domein
observe-urgent = Dit kan niet wachten: de coördinator ziet het meteen bovenaan
observe-more = Van wie, en wanneer?
observe-source = Van wie komt dit?
observe-source-choice = { $source ->
    [parent] Een ouder, in de eigen woorden van de ouder
    [pupil] De leerling
   *[staff] Ik of een collega
}
observe-other-parent = Bij woorden van een ouder: mag de andere ouder dit lezen?
observe-seen-by = Gezien door (als u het voor een collega noteert)
observe-seen-on = Op welke dag?
observe-save = Observatie opslaan
observe-kept = bewaard { $time }
observe-no-tone = Kies hoe u ernaar kijkt: zorgen, goed, of ter informatie.
observe-no-date = Vul in op welke dag u dit zag.

# beheer
admin-title = Beheer
admin-waiting = Wat nog wacht
admin-waiting-none = Er wacht niets: alle taken zijn gedaan.
admin-task = Taak
admin-since = Gevraagd op
admin-next = Volgende poging
admin-tries = Pogingen
admin-error = Wat er misging
admin-kind = { $kind ->
    [raise_signals] signalen maken
    [source_withdrawn] ingetrokken bron verwerken
    [signals_raised] bericht over nieuwe signalen
    [referral_offered] link naar de partner
    [referral_moved] bericht over een aanmelding
    [new_signals] bericht aan één persoon
    [reminder] herinnering aan één persoon
    [partner_reminder] herinnering aan een partner
    [tell_of_referral] bericht over een aanmelding aan één persoon
    [partner_replied] antwoord aan de partner
    [partner_told_of_end] dat een aanmelding is beëindigd, aan de partner
    [wish_said] zorgcoördinator vragen
    [tell_of_pupil] zorgcoördinator vragen, één persoon
    [letters_due] brieven om na te vragen
    [tell_of_plan] herinnering aan een plan
    [tell_of_letters] herinnering aan brieven
   *[other] { $kind }
}
admin-schools = Scholen
admin-sector = Sector
admin-region = Vakantieregio
admin-accounts = Accounts
admin-accounts-how = Accounts van een school houdt u bij op de pagina van die school, hierboven. Die van het bestuur maakt en sluit u met “baken user add” en “baken user disable”.
admin-name = Naam
admin-roles = Rollen
admin-state = Stand
admin-works = actief
admin-shut = gesloten
# de administratie van een school
keep-title = Mensen en school
keep-why = U ziet dit omdat u de administratie van deze school doet, of het bestuur beheert. Leerlingen staan hier alleen met hun nummer. Elke wijziging komt in het logboek.
keep-done = Gedaan.
keep-people = Wie hier werken
keep-nobody = Nog niemand. Voeg hieronder iemand toe.
keep-change = Rollen wijzigen of sluiten
keep-roles-help = Wie geen mentor meer is, verliest vandaag de banden met groepen en leerlingen.
keep-roles-save = Rollen bewaren
keep-shut-help = Sluiten beëindigt ook lopende sessies. Wat deze persoon schreef, blijft staan.
keep-shut = Account sluiten
keep-join = Iemand toevoegen
keep-email-help = Heeft deze persoon al een account, bijvoorbeeld van een andere school van het bestuur? Dan is het e-mailadres met de rollen genoeg.
keep-password-help = Ten minste twaalf tekens. Laat de persoon het zelf intypen.
keep-join-save = Toevoegen
keep-school = De school
keep-school-name = Naam van de school
keep-sociogram = Sociogram
keep-negative = Leerlingen mogen zeggen wie zij niet kiezen (-)
keep-negative-help = Staat dit uit, dan worden zulke keuzes bij het inbrengen geweigerd. Zet het alleen aan als de school daartoe besloten heeft en ouders het weten.
keep-ruleset = De regels die gelden: { $name }. Die kiest de zorgcoördinator, op de pagina van de school.
keep-school-save = Bewaren
region = { $region ->
    [noord] noord
    [midden] midden
   *[zuid] zuid
}
tie-title = Een band leggen
tie-help = Een band laat iemand met de rol mentor de leerlingen van een groep zien, of één leerling, van een dag tot een dag.
tie-who = Wie
tie-as = Als
tie-kind = { $kind ->
    [mentor] mentor of leerkracht
    [duo] duo-leerkracht
    [inval] invaller
    [slb] slb’er
   *[betrokkene] betrokkene
}
tie-group = Groep
tie-no-group-chosen = geen: het gaat om één leerling
tie-pupil = Leerlingnummer
tie-pupil-help = Alleen als het om één leerling gaat.
tie-from = Vanaf
tie-until = Tot en met
tie-until-help = Leeg: tot nader bericht.
tie-save = Band leggen
tie-end = Band beëindigen
tie-end-help = Leeg: gisteren was de laatste dag.
tie-said = { tie-kind } { $to ->
    [group] van groep { $name }
   *[pupil] van leerling { $name }
}, vanaf { DAY($from) }{ $lasts ->
    [until] {" "}tot en met { DAY($until) }
   *[on] {""}
}

# partners
partners-title = Zorgpartners
partners-link = Zorgpartners bekijken en toevoegen
partners-added = De partner staat in de lijst.
partners-none = Er zijn nog geen partners. Zonder partner kan een school niemand aanmelden.
partners-add = Een partner toevoegen
partners-kind = Soort
partners-route = Hoe te bereiken
partners-email-help = Het adres waar de link met de gegevens heen gaat. Controleer het bij de partner.
partners-phone = Telefoon
partners-offer = Wat de partner biedt, in een regel
partners-waiting = Wachttijd, zoals de partner zegt
partners-save = Toevoegen
role = { $role ->
    [mentor] mentor
    [staff] medewerker
    [coordinator] zorgcoördinator
    [leader] schoolleider
    [administration] administratie
    [attention-officer] aandachtsfunctionaris
   *[admin] beheerder
}

# niet meenemen
objection = { $list } is niet meegenomen: ouders maken bezwaar, sinds { $date }. De scores blijven bewaard; ze staan hier niet en er wordt niets mee berekend.
objection-end = Weer meenemen
objection-note = Niet meenemen: ouders maken bezwaar
objection-help = Met de scores van deze leerling op deze lijst wordt dan niets meer berekend, en wat er alleen uit deze lijst bleek, wordt ingetrokken. U kunt het terugdraaien.
objection-list = Lijst
objection-day = Sinds welke dag maken ouders bezwaar?
objection-do = Niet meenemen
objection-future = De dag van het bezwaar ligt in de toekomst.
objection-no-list = Kies een lijst.
objection-before-birth = De dag van het bezwaar ligt voor de geboorte van de leerling.
objection-no-day = Vul in sinds welke dag ouders bezwaar maken.
objection-known = Deze lijst wordt voor deze leerling al niet meegenomen.
objection-short = Niet meegenomen: { $lists }
objection-typed = Niet meegenomen: ouders maken bezwaar. Wat u invult, wordt bewaard en telt niet mee.
objection-count = { $list }: { $count ->
    [one] 1 leerling
   *[other] { $count } leerlingen
} niet meegenomen, omdat ouders bezwaar maken.

# Een klassenlijst op het scherm
class-list-do = Lijst invullen
class-list-title = Lijst invullen voor
class-list-which = Welke lijst
class-list-pick = Kies een lijst
class-list-informant = Wiens blik
class-list-by = { $informant ->
    [leerling] leerling
    [ouder] ouder
   *[leerkracht] leerkracht
  }
class-list-all = Ook de schalen die alleen toelichten
class-list-open = Open de lijst
class-list-none = Er is niets in te vullen: deze groep heeft vandaag geen leerlingen, of de lijst geen schalen voor u.
class-list-date = Ingevuld op
class-list-help = Vul de scores in zoals uw systeem ze geeft. Leeg laten mag. Staat er in deze ronde al een score, dan komt de nieuwe ervoor in de plaats. Wat u typt, wordt bewaard; met Enter gaat u een regel omlaag.
class-list-hand-in = Inleveren
class-list-restored = Wat u eerder typte, staat er weer.
class-list-nothing-stored = Er is nog niets ingeleverd. Wat u typte, is bewaard.
class-list-done = { $scores ->
    [one] 1 score is ingeleverd.
   *[other] { $scores } scores zijn ingeleverd.
  } Signalen volgen vanzelf.
class-list-empty = Er is nog niets ingevuld.
class-list-choose = Kies eerst een lijst.
class-list-name = Klassenlijst { $group }: { $list }
# afspraken
agreements-title = Afspraken
agreements-link = Afspraken: wie kritische antwoorden leest, en welke normen gelden
critical-title = Kritische antwoorden
critical-how = Bij sommige vragen wil een school elk verontrustend antwoord meteen lezen. Zulke antwoorden komen alleen binnen als er twee lezers zijn. Alleen zij zien ze. Ze staan niet in mail, in overdrachten of in cijfers, en de mentor ziet ze niet.
critical-off = Er zijn nog geen lezers. Deze regel staat uit: antwoorden op vragen worden geweigerd en niet bewaard.
critical-now = { $first } leest binnen een schooldag; { $second } krijgt een herinnering als dat niet lukt. { $holidays ->
    [read] In vakanties lezen zij ook.
   *[not_taken] In vakanties worden deze lijsten niet afgenomen.
} Afspraak van { $date }: “{ $line }”
critical-reader-gone = (geen zorgcoördinator meer: wijs iemand anders aan)
critical-first = Eerste lezer
critical-second = Tweede lezer
critical-second-help = Krijgt een herinnering als na een schooldag niemand gelezen heeft.
critical-holidays = In vakanties
critical-holidays-choice = { $how ->
    [read] De lezers lezen ook in vakanties
   *[not_taken] Deze lijsten worden dan niet afgenomen; een antwoord dat toch komt, wacht tot de eerste schooldag
}
critical-line = Hoe is het geregeld?
critical-line-help = In een zin: wie vervangt wie, en wie belt u bij acuut gevaar?
critical-do = Vastleggen
critical-two-readers = Kies twee verschillende lezers.
critical-not-coordinator = Een lezer is zorgcoördinator van deze school: anders kan die de leerling niet openen.
critical-no-holidays = Kies wat er in vakanties gebeurt, en schrijf in een zin hoe het geregeld is.
critical-line-too-long = De zin is te lang: hooguit { $most } tekens.
critical-read-do = Ik heb dit gelezen
critical-read-before = Dit was al gelezen.
critical-reading = { $how ->
    [read] Gelezen op { $date }
    [late] Had uiterlijk { $date } gelezen moeten zijn: de tweede lezer is herinnerd
   *[wanted] Te lezen uiterlijk { $date }
}
norms-title = Normen
norms-how = Sommige lijsten hebben een norm voor alle leerlingen, en aparte normen voor jongens en meisjes. Met één norm voor allen worden bij druk gedrag meer jongens gezien dan meisjes. Met aparte normen krijgt van beide ongeveer hetzelfde deel aandacht. Wat er staat, houdt de norm waarmee het gezegd is.
norms-choice = Welke norm gaat voor?
norms-joint = Eén norm voor allen (gewoon)
norms-choose = Kies of er aparte normen voor jongens en meisjes gelden.
norms-by-sex = Aparte normen voor jongens en meisjes, waar een lijst die heeft
norms-do = Bewaren
domain-critical-item = direct te lezen
list-consent = Toestemming voor { $list }, gegeven door { $by ->
    [pupil] de leerling
   *[parent] een ouder
} op { $date }
list-consent-end = Toestemming is ingetrokken: verwijder wat met deze lijst binnenkwam
list-consent-note = Toestemming voor een lijst over gezondheid vastleggen
list-consent-help = Zonder vastgelegde toestemming worden scores op deze lijst geweigerd. Onder de zestien geeft een ouder toestemming.
list-consent-by = Door wie is de toestemming gegeven?
list-consent-by-choice = { $by ->
    [pupil] De leerling (vanaf zestien jaar)
   *[parent] Een ouder of voogd
}
list-consent-day = Op welke dag?
list-consent-do = Vastleggen
list-consent-young = Onder de zestien, of zonder geboortedatum, geeft een ouder de toestemming.
list-consent-future = Die dag moet nog komen.
list-consent-known = Voor deze lijst is al toestemming vastgelegd.
list-consent-no-day = Kies de dag waarop de toestemming is gegeven.
list-consent-nobody = Kies wie de toestemming gaf.
