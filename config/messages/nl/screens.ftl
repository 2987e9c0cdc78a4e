# screens: teksten in het Nederlands
skip = Naar de inhoud
nav = Hoofdmenu
nav-signals = Signalen
nav-pupils = Leerlingen
nav-school = School
nav-referrals = Verwijzingen
nav-import = Invoer
nav-observe = Observatie
nav-admin = Beheer
log-out = Uitloggen
footer = Baken wijst aan, u beslist.
to-start = Naar de beginpagina
welcome-title = Welkom
welcome-text = U hebt een account, maar nog geen taak in Baken. De beheerder van uw bestuur kan u die geven.

login-title = Inloggen
login-email = E-mailadres
login-password = Wachtwoord
login-button = Inloggen
login-expired = U was te lang weg en bent uitgelogd. Log opnieuw in; wat u typte in een concept is bewaard.

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
} · { $followed } gevolgd · { $mentors } bij mentoren
signals-why-coordinator = U ziet dit omdat u zorgcoördinator bent van deze school. Een signaal is een voorstel, u beslist.
signals-why-mentor = U ziet de signalen van uw eigen groepen. Een signaal is een voorstel: herkent u het?
signals-empty = Niets vraagt op dit moment uw aandacht.
signals-empty-how = Signalen verschijnen hier als nieuwe scores zijn ingevoerd, of als iemand een zorg heeft opgeschreven.
signals-done = { $what ->
    [in_conversation] Opgeslagen: bespreken. Op de afgesproken dag kijkt u terug.
    [watching] Opgeslagen: volgen. Op de gekozen dag komt het terug in uw lijst.
    [no_action] Opgeslagen: geen actie nodig.
    [closed] Opgeslagen: afgesloten.
    [mentor] Dank u wel. Uw antwoord is opgeslagen.
    [starting_picture] De signalen van de beginfoto staan nu in de lijst, of bij de mentoren.
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
starting-picture = De eerste scores van { $school } zijn ingevoerd. Ze geven nog geen signalen over leerlingen, zodat u niet alles van vroeger tegelijk krijgt. Vraag ze op als u er tijd voor hebt.
starting-picture-count = De eerste scores van { $school } zijn ingevoerd. { $count ->
    [0] Er wachten geen signalen over leerlingen.
    [one] Er wacht 1 signaal over een leerling. U krijgt het pas als u erom vraagt.
   *[other] Er wachten { $count } signalen over leerlingen. U krijgt ze pas als u erom vraagt.
}
starting-picture-ask = Geef mij de signalen van de beginfoto
starting-picture-look = Hoeveel zijn het er?
starting-picture-how = Ze gaan eerst naar de mentoren, die tien schooldagen hebben om te antwoorden.
signals-back = Terug naar de signalen
starting-picture-asked = De signalen van deze beginfoto zijn al opgevraagd, of er is geen beginfoto. Ververs de pagina.
keys-switch = Toetsen gebruiken
keys-show = Welke toetsen zijn er?
keys-list = j en k: volgende en vorige rij · Enter: openen · b: bespreken of antwoorden · v: volgen tot · g: geen actie nodig · a: aanmelden · ?: deze uitleg
