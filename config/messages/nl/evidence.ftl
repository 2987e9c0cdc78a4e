# evidence: teksten in het Nederlands

# Een bestand dat in zijn geheel niet kan worden gelezen
file-empty = Dit bestand is leeg. Maak de export opnieuw en controleer of er regels in staan.
file-header-only = Dit bestand heeft een kopregel, maar geen enkele regel met gegevens. Maak de export opnieuw.
file-spreadsheet = Dit is een spreadsheet en geen CSV, ook als de naam op .csv eindigt. Open het bestand in Excel of LibreOffice en kies Opslaan als, CSV UTF-8.
file-zip = Dit is een zipbestand. Pak het uit en bied de CSV-bestanden aan die erin zitten.
file-pdf = Dit is een pdf. Vraag uw systeem om een export als CSV, of tabel.
file-utf16 = Dit bestand is opgeslagen als Unicode-tekst (UTF-16). Sla het op als CSV UTF-8.
file-markup = Dit is een webpagina of XML en geen CSV. Kies in uw systeem een export als CSV.
file-binary = Dit bestand is geen leesbare tekst. Bied een CSV-bestand aan.
file-column-missing = De kolom { $column } ({ $english }) ontbreekt. Gevonden kolommen: { $found }. Voeg de kolom toe of pas de naam in de eerste regel aan.
file-column-twice = De kolom { $column } komt twee keer voor. Laat er één staan.
file-open-quote = Op regel { $line } begint een aanhalingsteken (") dat nergens sluit. Herstel die regel, anders gaan de regels erna verloren.
file-kind-unknown = Aan de kolommen is niet te zien of dit een leerlingenlijst is, scores of een sociogram. Noem de soort, of pas de eerste regel aan.
file-other-school = Dit bestand is van school { $found }, niet van { $school } (regel { $line }). Er is niets opgeslagen.
file-reason-column = reden

# Een regel die niet kan worden overgenomen
row-width = Deze regel heeft { $has } cellen en de kop { $wants }. Zet een cel met het scheidingsteken erin tussen aanhalingstekens.
row-cell-empty = { $column } is leeg. Vul de cel in of haal de regel weg.
row-cell-too-long = Deze cel heeft { $length } tekens; dat is te lang om te kloppen. Controleer of hier de goede inhoud staat.
row-cell-over-lines = Deze cel loopt over meer dan één regel. Controleer de aanhalingstekens.
row-date-form = Dit is geen datum. Schrijf 2026-03-02 of 2-3-2026 (de dag eerst).
row-date-future = Deze datum ligt na { $last }. Controleer de datum.
row-informant-unknown = Onbekend wie dit invulde. Kies leerkracht, leerling of ouder.
row-instrument-unknown = Het instrument { $instrument } is niet bekend. Bekend zijn: { $known }.
row-scale-unknown = Het instrument { $instrument } heeft geen schaal { $scale }. De schalen zijn: { $known }.
row-score-type-unknown = Dit soort score is niet bekend. Kies uit: { $known }.
row-score-not-number = Dit is geen getal. Schrijf bijvoorbeeld 12,5 of 12.5.
row-score-not-level = Dit is geen niveau van het soort { $type }. { $type ->
    [AE] Kies A, B, C, D of E.
   *[other] Kies I, II, III, IV of V.
}
row-score-outside = Deze score valt buiten { $scale } ({ $type }): die loopt van { $min } tot en met { $max }.
row-twice-in-round = Deze leerling staat in { $round } twee keer voor { $scale }, met een andere score of datum (zie ook regel { $line }). Laat de juiste regel staan.
row-pupil-twice = Dit leerlingnummer staat er twee keer in, met andere gegevens (zie ook regel { $line }). Laat de juiste regel staan.
row-mentor-no-mail = Dit is geen e-mailadres. Vul het e-mailadres van de mentor in of laat de cel leeg.

row-pupil-unknown = Leerlingnummer { $pupil } is op deze school niet bekend. Breng eerst de leerlingenlijst in, of verbeter het nummer.

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
import-built-on = De latere import van { $file } ({ $import }) gaat over dezelfde gegevens. Draai die eerst terug.
import-in-use = Over leerlingen uit deze import is al iets vastgelegd. Daarom kan zij niet meer in haar geheel worden teruggedraaid.

# Wat de opdrachtregel zegt
import-which-school = Noem de school met --school en het BRIN, bijvoorbeeld --school 99ZZ.
import-file-unreadable = { $file } is niet te lezen. Controleer de naam en de map.
import-kind-not-taken = Bestanden van de soort { $kind } worden hier nog niet ingebracht.
import-told-stored = { $file } is opgeslagen: { $new } nieuw, { $changed } gewijzigd, { $unchanged } ongewijzigd, { $missing } ontbreken, { $refused } geweigerd.
import-told-not-stored = { $file } is niet opgeslagen: { $new } nieuw, { $changed } gewijzigd, { $unchanged } ongewijzigd, { $missing } ontbreken, { $refused } geweigerd.
import-told-undo = Terugdraaien: baken import undo { $import }
import-told-undone = Import { $import } is teruggedraaid.
import-told-dropped = Niet gelezen kolommen: { $columns }.
import-told-row = regel { $line }, { $column } "{ $value }": { $reason }

# De schermen van de invoer
imports-title = Invoer
imports-help = Breng een leerlingenlijst, scores of een sociogram in zoals uw systeem ze uitvoert. U ziet eerst wat er verandert; pas daarna kiest u.
imports-no-school = U brengt voor geen school bestanden in.
imports-school = Voor welke school
imports-file = Bestand
imports-points = Bij een sociogram: schaal van de oordelen
imports-points-told = blijkt uit de oordelen
imports-points-of = { $points } punten
imports-file-help = Een CSV-bestand, met puntkomma, komma of tab. Breng de leerlingenlijst in vóór de scores.
imports-look = Bekijk wat er verandert
imports-before = Eerder ingebracht
imports-none = Nog niets. Begin met de leerlingenlijst.
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
import-staff = Mentoren in het bestand
import-staff-no-account = heeft geen account als mentor van deze school
import-refused-title = Geweigerde regels
import-refused-file = Geweigerde regels als bestand, met de reden erbij
import-line = regel
import-column = kolom
import-value = inhoud
import-reason = reden
import-brake-agree = Ik heb het nagekeken; dit is het goede bestand
import-store-all = Alles opslaan
import-store-good = Alleen de goede regels opslaan
import-store-none = Niets opslaan
import-stored-help = Opgeslagen. Nieuwe scores worden vanzelf doorgerekend; wat aandacht vraagt, verschijnt bij de signalen.
import-undo = Draai deze import terug
row-needs-consent = Met { $instrument } mogen alleen scores worden bewaard van leerlingen met een vastgelegde toestemming. Die is hier niet bekend; de regel is niet opgeslagen.

# Oordelen voor een sociogram
row-rating-of-oneself = Een leerling beoordeelt hier zichzelf. Dat telt niet mee. Haal de regel weg of verbeter het nummer.
row-rating-form = Dit is geen oordeel. Schrijf een heel getal vanaf 1, of + of -.
row-rating-outside = Dit oordeel valt buiten de schaal: die loopt van 1 tot en met { $highest }. Verbeter het, of kies een andere schaal (--points).
row-rating-negative = Deze school vraagt niet wie leerlingen niet kiezen (-). Laat die keuzes weg, of zet ze bij Beheer aan als de school daartoe besloten heeft.
row-rating-twice = Deze leerling staat er op deze dag twee keer in met een ander oordeel van dezelfde leerling (zie ook regel { $line }). Laat de juiste regel staan.
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
