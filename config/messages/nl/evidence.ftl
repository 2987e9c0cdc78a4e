# evidence: teksten in het Nederlands

# Een bestand dat in zijn geheel niet kan worden gelezen
file-empty = Dit bestand is leeg. Maak de export opnieuw en controleer of er regels in staan.
file-header-only = Dit bestand heeft een kopregel, maar geen enkele regel met gegevens. Maak de export opnieuw.
file-spreadsheet = Dit is een spreadsheet en geen CSV, ook als de naam op .csv eindigt. Open het bestand in Excel of LibreOffice en kies Opslaan als, CSV UTF-8.
file-zip = Dit is een zipbestand in een ander, of waar één lijst hoort. Pak het uit en bied de bestanden aan die erin zitten.
zip-broken = Dit zipbestand is niet te openen. Maak het opnieuw, of bied de bestanden erin los aan.
zip-explodes = Dit zipbestand wordt uitgepakt onwaarschijnlijk groot en is niet verder gelezen. Bied de bestanden erin los aan.
zip-climbs = In dit zipbestand wijst { $file } naar een plek buiten het zipbestand. Het is niet gelezen. Maak het opnieuw.
zip-locked = Dit zipbestand is met een wachtwoord beveiligd. Bied het aan zonder wachtwoord.
zip-empty = In dit zipbestand staat geen enkel bestand.
file-sets-more = Hier staan bestanden van meer dan één set van School Data Sync. Bied per school één set aan.
file-set-column = In { $file } ontbreekt de kolom { $column }. Maak de export voor School Data Sync opnieuw.
file-more-schools = Deze set gaat over meer scholen: { $schools }. Maak per school een export.
file-pdf = Dit is een pdf. Vraag uw systeem om een export als CSV, of tabel.
file-utf16 = Dit bestand is opgeslagen als Unicode-tekst (UTF-16). Sla het op als CSV UTF-8.
file-markup = Dit is een webpagina of XML en geen CSV. Kies in uw systeem een export als CSV.
file-binary = Dit bestand is geen leesbare tekst. Bied een CSV-bestand aan.
file-column-missing = De kolom { $column } ({ $english }) ontbreekt. Gevonden kolommen: { $found }. Voeg de kolom toe of pas de naam in de eerste regel aan.
file-column-twice = De kolom { $column } komt twee keer voor. Laat er één staan.
file-too-many-columns = Dit bestand heeft { $columns } kolommen; meer dan { $most } kan niet kloppen. Controleer het scheidingsteken, of voer alleen de kolommen uit die nodig zijn.
file-given-twice = { $column } staat in het bestand en is ook apart opgegeven. Laat een van de twee weg.
file-no-scale-column = Geen van de kolommen met scores die het profiel noemt, staat in dit bestand. Gevonden kolommen: { $found }. Kies een ander profiel, of pas de namen daarin aan.
file-xml-other = Dit is XML, maar geen EDEXML. Kies in uw systeem EDEXML, of een export als CSV.
file-xml-broken = Deze XML is bij regel { $line } niet heel. Maak de export opnieuw.
file-xml-doctype = Dit XML-bestand beschrijft zijn eigen tekens (een DOCTYPE, regel { $line }). Dat hoort niet in EDEXML en wordt niet gelezen. Maak de export opnieuw.
file-xml-entity = Bij regel { $line } verwijst dit XML-bestand naar tekst die nergens staat. Maak de export opnieuw.
file-xml-deep = Bij regel { $line } liggen de onderdelen van dit XML-bestand te diep in elkaar. Maak de export opnieuw.
file-group-no-key = De groep op regel { $line } heeft geen sleutel (key). Maak de export opnieuw.
file-group-twice = De sleutel { $key } staat bij twee groepen (regel { $line }). Dan is niet te zien wie waar zit. Maak de export opnieuw.
file-open-quote = Op regel { $line } begint een aanhalingsteken (") dat nergens sluit. Herstel die regel, anders gaan de regels erna verloren.
file-kind-unknown = Aan de kolommen is niet te zien of dit een leerlingenlijst is, scores, een sociogram of verzuim. Noem de soort, of pas de eerste regel aan.
file-other-school = Dit bestand is van school { $found }, niet van { $school } (regel { $line }). Er is niets opgeslagen.
file-reason-column = reden

# Een regel die niet kan worden overgenomen
row-width = Deze regel heeft { $has } cellen en de kop { $wants }. Zet een cel met het scheidingsteken erin tussen aanhalingstekens.
row-cell-empty = { $column } is leeg. Vul de cel in (ook waar cellen waren samengevoegd), of haal de regel weg.
row-header-again = Hier staat de kopregel nog een keer. Haal deze regel weg.
row-total = Dit lijkt een regel met totalen en geen leerling. Haal deze regel weg.
row-number-shortened = Een spreadsheet heeft dit nummer afgekort. Maak de kolom op als tekst en voer het bestand opnieuw uit.
row-cell-date = Hier staat een datum; vaak maakt een spreadsheet die van iets als 3-4. Maak de kolom op als tekst en vul in wat er hoort te staan.
row-no-scores = Deze leerling heeft in dit bestand geen enkele score. Vul de scores in, of haal de regel weg.
row-cell-too-long = Deze cel heeft { $length } tekens; dat is te lang om te kloppen. Controleer of hier de goede inhoud staat.
row-cell-over-lines = Deze cel loopt over meer dan één regel. Controleer de aanhalingstekens.
row-date-form = Dit is geen datum. Schrijf 2026-03-02 of 2-3-2026 (de dag eerst).
row-date-long-ago = Deze datum ligt voor { $year }. Staat het jaartal goed?
row-date-future = Deze datum ligt na { DAY($last) }. Controleer de datum.
row-informant-unknown = Onbekend wie dit invulde. Kies leerkracht, leerling of ouder.
row-instrument-unknown = Het instrument { $instrument } is niet bekend. Bekend zijn: { $known }.
row-scale-unknown = Het instrument { $instrument } heeft geen schaal { $scale }. De schalen zijn: { $known }.
row-score-type-unknown = Dit soort score is niet bekend. Kies uit: { $known }.
row-totals-only = { $instrument } telt alleen voor school en groep: leerlingen hebben het daarvoor ingevuld. Een bestand met scores per leerling wordt niet ingelezen. Vraag de leverancier om de uitkomsten per school.
row-score-type-not-here = Scores van { $instrument } komen als { $known }, niet als dit. Kies bij het maken van het bestand een van deze.
row-needs-birth-date = Voor een ontwikkelingsleeftijd is de geboortedatum nodig, en die is van deze leerling niet bekend. Zet een kolom geboortedatum in het bestand, of lees eerst de leerlingen in.
row-developmental-age = Een ontwikkelingsleeftijd van { $score } maanden bij een leeftijd van { $age } maanden: dat scheelt meer dan { $furthest } maanden. Staat er een leeftijd in maanden?
row-answer-twice = Dit item staat er voor deze leerling en dag met verschillende antwoorden. Geen van beide is opgenomen: zet er één neer.
row-answer-not-number = Het antwoord is geen getal. Zet er het cijfer van het antwoord neer.
row-answer-outside = Antwoorden op { $item } liggen tussen { $low } en { $high }.
row-item-unknown = { $instrument } heeft geen item { $item }. Bekend zijn: { $known }.
row-other-instrument = Dit bestand wordt gelezen als { $wanted }; deze rij is van een ander instrument.
items-no-agreement = Antwoorden op vragen komen pas binnen als de school twee lezers en een afspraak voor de vakanties heeft vastgelegd (School → Regels → Afspraken). Wilt u schaalscores van deze antwoorden? Maak ze met baken score, en lees die in.
score-no-items = Van { $instrument } zijn geen items bekend: er valt niets te scoren. Lees de schaalscores in, of zet een eigen bestand met items in config/instruments.
score-no-permission = Van { $instrument } mogen antwoorden alleen met schriftelijke toestemming van de rechthebbende worden omgezet in scores. Staat die toestemming zwart op wit, vul haar dan in bij de instellingen: [licences] { $instrument } = "van wie, van welke dag". Schaalscores inlezen kan wel.
score-instrument-unknown = Het instrument { $instrument } is niet bekend. Bekend zijn: { $known }.
score-too-few = { $pupil }, { $date }, { $scale }: { $answered } van { $items } ingevuld, { $needed } nodig: geen score
score-part = { $pupil }, { $date }, { $scale }: geen score, want { $part } heeft er geen
score-answer-twice = Dit item staat er voor deze lijst twee keer, met een ander antwoord (regel { $line }): het telt als niet ingevuld.
score-told = { $lists } lijsten, { $scores } scores geschreven, { $missing } zonder score, { $refused } rijen geweigerd
row-score-not-number = Dit is geen getal. Schrijf bijvoorbeeld 12,5 of 12.5.
row-score-decimal = Dit getal heeft een ander decimaalteken dan het profiel van dit bestand zegt. Controleer het getal, of pas het profiel aan.
row-score-not-level = Dit is geen niveau van het soort { $type }. { $type ->
    [AE] Kies A, B, C, D of E.
   *[other] Kies I, II, III, IV of V.
}
row-score-outside = Deze score valt buiten { $scale } ({ $type }): die loopt van { $min } tot en met { $max }.
row-twice-in-round = Deze leerling staat in { $round } twee keer voor { $scale }, en niet twee keer met hetzelfde: een andere score, datum, groep of invuller (zie ook regel { $line }). Laat de juiste regel staan. Zijn het twee metingen? Geef elk een eigen naam in de kolom meetmoment; wat minder dan 90 dagen uit elkaar ligt, telt als één meting.
row-person-differs = Van deze leerling staat in regel { $line } een { $column ->
    [geslacht] ander geslacht
   *[geboortedatum] andere geboortedatum
}. Welke klopt is niet te zien, dus geldt voor deze leerling geen norm die naar { $column } vraagt. Zet overal hetzelfde.
row-pupil-twice = Dit leerlingnummer staat er twee keer in, met andere gegevens (zie ook regel { $line }). Laat de juiste regel staan.
row-no-key = Deze leerling heeft geen sleutel (key) in het bestand. Vul in uw systeem het leerlingnummer in en maak de export opnieuw.
row-group-lost = De groep met sleutel { $key } staat niet in het bestand. Controleer de groep van deze leerling in uw systeem.
row-no-role = Van deze persoon staat nergens of het een leerling is. Controleer de rollen in de export.
row-no-group = Deze leerling zit volgens het bestand in geen enkele groep. Plaats de leerling in uw systeem in een groep, of vul de groep hier in.
row-more-groups = Deze leerling zit in meer groepen, en het bestand zegt niet welke de stamgroep is. Vul hier de stamgroep in.
row-of-the-past = Dit is een leerling van vroeger (jaargroep H). Er is niets te bewaren; u hoeft niets te doen.
row-pupil-left = Deze leerling is op { $last } uitgestroomd en is in Baken niet bekend. Er is niets te bewaren; u hoeft niets te doen.
row-mentor-no-mail = Dit is geen e-mailadres. Vul het e-mailadres van de mentor in of laat de cel leeg.

row-pupil-unknown = Leerlingnummer { $pupil } is op deze school niet bekend. Breng eerst de leerlingenlijst in, of verbeter het nummer.

# Profielen voor bestanden
profile-unreadable = Het profiel { $file } is niet te lezen: { $problem }
profile-column = Het profiel { $file } noemt { $name }, en zo'n kolom kent Baken voor deze soort bestanden niet. Gebruik de Nederlandse namen, zoals leerlingnummer.
profile-forbidden = Het profiel { $file } noemt de kolom { $name }. Die mag Baken niet lezen; haal haar weg.
profile-twice = Het profiel { $file } gebruikt { $name } twee keer. Laat er één staan.
profile-empty = Het profiel { $file } ({ $name }) mist een naam of bron, of noemt schalen bij een leerlingenlijst.
profile-unknown = Het profiel { $name } is niet bekend. Bekend zijn: { $known }.
profile-unclear = Zowel het profiel { $one } als { $other } past bij dit bestand. Kies er een met --profile, of maak hun match preciezer.

# Een import
import-busy = Er wordt op dit moment al een bestand ingebracht voor deze school. Probeer het over een minuut opnieuw.
import-overtaken = Er is intussen een ander bestand ingebracht voor deze school. Bied dit bestand opnieuw aan.
import-decided = Over deze import is al beslist. Bied het bestand opnieuw aan.
import-not-stored = Deze import is niet opgeslagen of al teruggedraaid; er valt niets terug te draaien.
import-not-all = { $refused ->
    [one] Er is { $refused } regel geweigerd
   *[other] Er zijn { $refused } regels geweigerd
}, en gevraagd was alles of niets. Er is niets opgeslagen.
import-nothing-good = Geen enkele regel van dit bestand kan worden opgeslagen. Verbeter de geweigerde regels en bied het bestand opnieuw aan.
import-not-yours = Alleen de administratie en de coördinator van deze school brengen bestanden in.
import-brake = Dit bestand wijzigt { $changed } leerlingen en { $missing } leerlingen ontbreken erin, van de { $known } die bekend zijn. Dat is veel: is dit het goede bestand? Niemand die ontbreekt, wordt verwijderd.
import-brake-year = Dit bestand is van schooljaar { $year }, en dat is niet het schooljaar van nu. Is dit het goede bestand? Wie het opslaat, zet de leerlingen in de groepen van nu.
import-built-on = De latere import van { $file } ({ $import }) gaat over dezelfde gegevens. Draai die eerst terug.
import-in-use = Over leerlingen uit deze import is al iets vastgelegd. Daarom kan zij niet meer in haar geheel worden teruggedraaid.

# Wat de opdrachtregel zegt
import-given-form = Met --given hoort NAAM=WAARDE, bijvoorbeeld --given informant=ouder. { $given } kan niet: de namen zijn die van onze kolommen.
import-which-school = Noem de school met --school en het BRIN, bijvoorbeeld --school 99ZZ.
import-file-unreadable = { $file } is niet te lezen. Controleer de naam en de map.
import-told-stored = { $file } is opgeslagen: { $new } nieuw, { $changed } gewijzigd, { $unchanged } ongewijzigd, { $missing } ontbreken, { $refused } geweigerd.
import-told-not-stored = { $file } is niet opgeslagen: { $new } nieuw, { $changed } gewijzigd, { $unchanged } ongewijzigd, { $missing } ontbreken, { $refused } geweigerd.
import-told-undo = Terugdraaien: baken import undo { $import }
import-told-undone = Import { $import } is teruggedraaid.
import-told-dropped = Niet gelezen kolommen: { $columns }.
import-told-row = regel { $line }, { $column } "{ $value }": { $reason }

# De schermen van de invoer
imports-title = Invoer
imports-help = Breng een leerlingenlijst, scores, een sociogram of verzuim (alleen tellingen) in zoals uw systeem ze uitvoert. U ziet eerst wat er verandert; pas daarna kiest u.
imports-no-school = U brengt voor geen school bestanden in.
imports-school = Voor welke school
imports-file = Bestanden
imports-points = Bij een sociogram: schaal van de oordelen
imports-points-told = blijkt uit de oordelen
imports-points-of = { $points } punten
imports-file-help = Lijsten als CSV, EDEXML, een set van School Data Sync, of een zip daarvan. Meer tegelijk mag: de leerlingenlijst gaat voor.
imports-look = Bekijk wat er verandert
imports-before = Eerder ingebracht
imports-what = Wat
imports-state = Stand
imports-when = Wanneer
imports-who = Door wie
imports-by-server = het beheer van de server
imports-none = Nog niets. Begin met de leerlingenlijst.
imports-paste = Of plak regels uit een spreadsheet
imports-rows = Regels, met de kopregel erbij
imports-rows-help = Selecteer in de spreadsheet de regels met de namen van de kolommen erboven, kopieer ze en plak ze hier.
imports-pasted = geplakte regels
import-no-file = Kies een bestand, of plak regels.
import-waiting = Hierna
import-store-everything = Alles opslaan
import-store-everything-help = Wat hier staat, in deze volgorde. Geweigerde regels blijven weg. Doet een bestand toch iets anders dan hier staat, dan stopt het daar en ziet u het.
import-waiting-help = Zo komen de andere bestanden binnen als dit eerst is opgeslagen.
import-readable = regels te lezen
import-next = Ga verder met het volgende bestand
import-one-file = In dit zipbestand staan { $files } lijsten. Bied ze hier een voor een aan, de leerlingenlijst eerst.
import-upload-broken = Het bestand is niet goed aangekomen. Probeer het opnieuw.
import-upload-large = Dit bestand is groter dan 64 MB. Splits het, of breng het in met baken import.
import-no-choice = Kies wat er met dit bestand moet gebeuren.
import-kind-roster = leerlingenlijst
import-kind-scores = scores
import-kind-sociogram = sociogram
import-state-staging = wordt gelezen
import-state-previewed = wacht op uw keuze
import-state-stored = opgeslagen
import-state-left = niet opgeslagen
import-state-undone = teruggedraaid
import-state-broken = afgebroken, niets opgeslagen
import-profile = profiel
import-separator = scheidingsteken
import-new = nieuw
import-changed = gewijzigd
import-unchanged = ongewijzigd
import-missing = bekende leerlingen ontbreken in het bestand; zij blijven staan
import-refused = geweigerd
import-rounds = Meetmomenten:
import-dropped = Niet gelezen, omdat Baken dit niet mag hebben:
import-ignored = Kolommen die hier niets betekenen:
import-groups = Groepen
import-staff = Medewerkers in het bestand
import-staff-proposed = voorstel:
import-staff-no-account = heeft geen account als mentor van deze school
import-refused-title = Geweigerde regels
import-refused-file = Geweigerde regels als bestand, met de reden erbij
import-line = regel
import-column = kolom
import-value = inhoud
import-reason = reden
import-brake-agree = Ik heb het nagekeken; dit is het goede bestand
imports-sending = Het bestand wordt verstuurd.
imports-reading = Het bestand wordt gelezen en vergeleken. Dat kan even duren.
imports-also = Meer
import-store-this = Alleen dit bestand opslaan
import-store-all = Alles opslaan
import-store-good = Alleen de goede regels opslaan
import-store-none = Niets opslaan
import-stored-help = Opgeslagen. Nieuwe scores worden vanzelf doorgerekend; wat aandacht vraagt, verschijnt bij de signalen.
import-undo = Draai deze import terug
row-needs-consent = Met { $instrument } mogen alleen scores worden bewaard van leerlingen met een vastgelegde toestemming. Die is hier niet bekend; de regel is niet opgeslagen.

# Oordelen voor een sociogram
row-rating-of-oneself-here = Een leerling beoordeelt hier zichzelf. Maak deze cel leeg; zolang zij gevuld is, telt de hele regel niet mee.
row-rating-of-oneself = Een leerling beoordeelt hier zichzelf. Dat telt niet mee. Haal de regel weg of verbeter het nummer.
row-rating-of-nobody = Boven deze kolom staat geen leerlingnummer. Zet erboven over wie dit oordeel gaat, of maak de cel leeg.
row-rating-form = Dit is geen oordeel. Schrijf een heel getal vanaf 1, of + of -.
row-rating-outside = Dit oordeel valt buiten de schaal: die loopt van 1 tot en met { $highest }. Verbeter het, of kies een andere schaal (--points).
row-rating-negative = Deze school vraagt niet wie leerlingen niet kiezen (-). Laat die keuzes weg, of zet ze bij Beheer aan als de school daartoe besloten heeft.
row-rating-twice = Deze leerling staat er op deze dag twee keer in met een ander oordeel van dezelfde leerling (zie ook regel { $line }). Laat de juiste regel staan.
row-rating-two-scales = Van deze groep staan er op deze dag al oordelen op een schaal tot en met { $stored }; dit bestand gaat tot en met { $highest }. Twee schalen op één dag zeggen samen niets. Kies de goede schaal of dag, of draai de eerdere invoer eerst terug.
ratings-pupil-twice = Boven twee kolommen staat leerling { $pupil }. Zet boven elke kolom één leerlingnummer, en elk maar één keer.
ratings-scale-unclear = Aan de oordelen is niet te zien hoeveel punten de schaal heeft; het hoogste is { $highest }. Kies de schaal: 3, 5, 7 of 9 punten (--points).
sociogram-told = Schaal van { $points } punten. { $groups ->
    [one] { $groups } groep
   *[other] { $groups } groepen
}, { $pupils } leerlingen, { $refused } geweigerde rijen.

# Waarom een status ontbreekt in een sociogram
sociogram-note-unrated = door niemand beoordeeld
sociogram-note-few = te weinig beoordelaars om een status te bepalen
sociogram-note-spread = geen spreiding in de oordelen
sociogram-note-one-sided = geen verschil in oordelen aan één kant van het midden, en een status vraagt beide kanten
sociogram-note-mixed = cijfers en keuzes (+ en -) staan in deze groep door elkaar
sociogram-note-outside = oordelen buiten de schaal
sociogram-note-large = { $n } leerlingen is te veel voor één groep, want een sociogram gaat over hoogstens { $most }

# Een bestand naast de vorige keer, en per leerling.
last-title = Naast de vorige keer
last-what = Wat
last-then = vorige keer
last-now = nu
last-rows = regels
last-groups = Groepen die evenveel regels hebben als toen, staan er niet bij.
columns-read = Kolommen
columns-as = gelezen als
columns-forbidden = niet gelezen: dit mag Baken niet hebben
columns-ignored = niet gelezen: betekent hier niets
difference-go = Bekijk per leerling wat er verandert
difference-title = Wat verandert er, per leerling
difference-help = Er is nog niets opgeslagen. Wie verandert staat boven, dan wie nieuw is. Wat gelijk blijft staat er niet bij.
difference-none = Er verandert niets.
difference-of = van
difference-pupil = leerling
difference-row = regel
difference-what = wat
difference-pages = Bladzijden
difference-earlier = Vorige
difference-later = Volgende
difference-back = Terug naar het bestand
difference-new = nieuw, in groep { $group }
difference-name = andere naam
difference-birth-date = andere geboortedatum
difference-sex = ander geslacht
difference-left = van school, laatste dag { $last }
difference-group = van groep { $from } naar { $to }
difference-comes = komt in groep { $to }
difference-year = leerjaar wordt { $to }
difference-stays = andere plaatsen eerder dit jaar
difference-clusters = andere clusters
difference-scores-new = { $count ->
    [one] 1 nieuwe score
   *[other] { $count } nieuwe scores
}
difference-score = regel { $row }: { $list }, { $scale } ({ $informant }, { $round }): { $before } wordt { $after }
difference-score-hidden = regel { $row }: { $list }, { $scale } ({ $informant }, { $round }): een andere score
