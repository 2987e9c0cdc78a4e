# bewaren en vergeten: teksten in het Nederlands

forget-title = Bewaren en vergeten
forget-help = Een dossier gaat twee jaar na het vertrek van de leerling vanzelf weg, of na drie jaar bij een overstap naar speciaal onderwijs. Inschrijving en verzuim blijven vijf jaar. Een signaal waarop niets is gedaan, gaat een jaar na het einde van het schooljaar weg. Wat weg is, komt niet terug.
forget-now = Wat nu weg zou gaan
forget-not-yet = Vergeten staat nog uit op deze school. Doe eerst een proef: er gaat dan niets weg.
forget-since = Vergeten gaat vanzelf, sinds { DAY($date) }.
forget-nothing = Er is nu niets dat weg moet.
forget-would-go = Bij de proef ging dit weg. De proef is teruggedraaid: alles staat er nog.
forget-rehearse = Doe een proef
forget-begin = Laat vergeten beginnen
forget-begin-help = Vanaf nu gaat vanzelf weg wat op tijd is. Dit kunt u niet terugdraaien voor wat al weg is. Zorg dat het officiële dossier in het leerlingvolgsysteem klopt.
forget-accepted-already = Vergeten gaat op deze school al vanzelf.
forget-not-accepted = Nog niemand heeft de proef van deze school gezien en goedgevonden. Doe dat eerst bij Bewaren en vergeten.
forget-leavers = Leerlingen die weg zijn
forget-within-a-year = Binnen een jaar gaan er { $files } dossiers weg, en { $enrolments } inschrijvingen.
forget-nobody-left = Er is nog niemand van school gegaan.
forget-number = Leerlingnummer
forget-left = Van school
forget-file = Dossier gaat weg
forget-enrolment = Inschrijving gaat weg
forget-gone = is weg
forget-special = Naar speciaal onderwijs
forget-special-short = speciaal onderwijs
forget-special-help = Het dossier van deze leerling blijft dan drie jaar in plaats van twee.
forget-special-legend = Ging deze leerling naar speciaal onderwijs?
forget-special-yes = ja
forget-special-no = nee, dat klopt niet
forget-special-save = Leg vast
forget-reports = Wat is weggegaan
forget-no-reports = Er is nog niets weggegaan.
forget-kept = Aantallen die blijven
forget-fewer = minder dan { $count }
forget-rule = { $rule ->
    [concern] zorgen van mensen
   *[other] signalen door { $rule }
}:
forget-kind = { $kind ->
    [files] dossiers
    [enrolments] inschrijvingen
    [unused-signals] signalen waarop niets is gedaan
    [referrals] aanmeldingen bij partners
    [signals] signalen
    [observations] observaties
    [conversations] gesprekken
    [letters] brieven
    [plans] plannen
    [consents] toestemmingen en bezwaren
    [log] openingen en gegeven inzage
    [scores] scores en keuzes
    [attendance] perioden met verzuim
    [pupils] inschrijvingen
   *[other] { $kind }
}
import-forgotten = Deze invoer is niet meer terug te nemen: er stonden leerlingen in van wie het dossier op tijd is vergeten.

year-end-title = Observaties aan het jaareinde
year-end-of = Observaties van { $year } en eerder
year-end-help = Aan het einde van het schooljaar kiest u per observatie: bewaren, met een reden, of verwijderen. Wat u niet kiest, blijft staan. Vanaf augustus kiest de zorgcoördinator wat is overgebleven.
year-end-none = Er wachten geen observaties. Vanaf 1 juni staan hier de observaties over uw leerlingen.
year-end-choice = Wat doet u met deze observatie over { $about }?
year-end-keep = bewaren
year-end-delete = verwijderen
year-end-later = later kiezen
year-end-is-needed = Hierop rust een signaal dat nog open staat. Rond dat eerst af; tot dan kunt u de observatie alleen bewaren.
year-end-reason = Reden om te bewaren
year-end-save = Leg de keuzes vast
year-end-no-reason = Schrijf op waarom u de observatie over { $about } bewaart, of kies iets anders.
year-end-long = De reden is langer dan { $most } tekens. Maak die korter.
year-end-needed = De observatie over { $about } hoort bij een signaal dat nog open staat. Rond dat eerst af.
year-end-waits = Er wachten { $count } observaties op uw keuze aan het jaareinde
mail-waits-year-end = Er wachten observaties op uw keuze aan het jaareinde.
