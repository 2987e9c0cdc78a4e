# De kolommen van een lijst die niet vanzelf te lezen is, en de profielen van een school

columns-title = Wat staat in welke kolom?
columns-help = Baken kan deze lijst niet vanzelf lezen. Wijs één keer aan wat de kolommen zijn. De volgende lijst met dezelfde kolommen wordt dan vanzelf zo gelezen.
columns-known = Deze lijst lijkt op { $profile }. Vul aan wat er nog ontbreekt; de rest staat al ingevuld.
columns-fitting = Er past meer dan één profiel. Welk profiel hoort bij deze lijst?
columns-fitting-help = Kiest u steeds hetzelfde? Verwijder dan het andere profiel, dan wordt dit niet meer gevraagd.
columns-fitting-do = Lees met dit profiel
columns-first-rows = De eerste regels
columns-not-read = wordt niet gelezen
columns-nameless = heeft geen naam en kan daarom niet worden gebruikt
columns-same-name = heet hetzelfde als een eerdere kolom en kan daarom niet worden gebruikt
columns-no-name = zonder naam
columns-step-what = 1. Wat is het?
columns-holds = Wat staat er in dit bestand?
columns-holds-what = { $holds ->
    [roster] een leerlingenlijst
    [long] scores, elke score op een eigen regel
   *[wide] scores, één regel per leerling en een kolom per schaal
}
columns-instrument = Van welke vragenlijst zijn de scores?
columns-instrument-help = Alleen bij scores.
columns-in-a-column = staat in een kolom
columns-show = Laat de kolommen zien
columns-step-columns = 2. Wat zijn de kolommen?
columns-step-columns-help = Wat u niet nodig hebt, laat u op "niet gebruiken" staan. Die kolommen komen niet in Baken.
columns-theirs = Kolom
columns-samples = Bijvoorbeeld
columns-is = Is
columns-unused = niet gebruiken
columns-step-all = 3. Wat geldt voor alle regels?
columns-step-all-help = Alleen wat niet al in een kolom staat.
columns-informant = Wie vulde de lijst in?
columns-date = Op welke dag is de lijst ingevuld?
columns-of-this-file = Alleen voor dit bestand. Leeg laten als een kolom de datum bevat.
columns-round = Meetmoment
columns-round-help = Alleen voor dit bestand, en alleen als u er een naam voor hebt, zoals M1.
columns-dates = Hoe zijn de datums geschreven?
columns-form-example = { $written } is 3 april 2026
columns-decimals = Welk teken staat voor de cijfers achter de komma?
columns-mark = { $mark ->
    [comma] een komma: 12,5
   *[point] een punt: 12.5
}
columns-choose = kies
columns-step-name = Een naam voor later
columns-source = Naam van de bron
columns-source-help = Zo vindt u het profiel terug, bijvoorbeeld: volgsysteem, breed.
columns-forget = Vergeet dit bestand
columns-waits = Dit bestand wacht een dag op uw antwoord en wordt dan vergeten.

columns-say-what = Kies wat er in dit bestand staat.
columns-unknown = Kies opnieuw wat de kolom { $column } is: die keuze past niet bij dit soort bestand of bij deze vragenlijst.
columns-twice = { $column } en { $other } zijn allebei als hetzelfde aangewezen. Kies er één, en zet de andere op "niet gebruiken".
columns-missing = Wijs aan in welke kolom { $column } staat (in het Engels { $english }). Zonder die kolom is deze lijst niet te lezen.
columns-missing-instrument = Kies van welke vragenlijst de scores zijn, of wijs de kolom aan waarin dat staat.
columns-missing-informant = Kies wie de lijst invulde, of wijs de kolom aan waarin dat staat.
columns-missing-date = Vul in op welke dag de lijst is ingevuld, of wijs de kolom aan waarin de datum staat.
columns-no-scale = Wijs ten minste één kolom aan met scores van een schaal.
columns-instrument-unknown = De vragenlijst { $instrument } is niet bekend. Kies er een uit de lijst.
columns-beside = Dit staat al in de kolom { $column }. Maak dit veld leeg, of zet die kolom op "niet gebruiken".
columns-date-form = Aan de datums is niet te zien wat de dag is en wat de maand. Kies hoe ze geschreven zijn.
columns-decimal = Aan de getallen is niet te zien welk teken voor de cijfers achter de komma staat. Kies er een.
columns-name = Geef een naam, zodat u het profiel later terugvindt.

column-leerlingnummer = leerlingnummer
column-roepnaam = roepnaam
column-tussenvoegsel = tussenvoegsel
column-achternaam = achternaam
column-groep = groep
column-leerjaar = leerjaar
column-geboortedatum = geboortedatum
column-geslacht = geslacht
column-mentor = e-mailadres van de mentor
column-instroomdatum = datum van instroom
column-uitstroomdatum = datum van uitstroom
column-school = BRIN van de school
column-afnamedatum = datum van de lijst
column-instrument = vragenlijst
column-informant = wie de lijst invulde (leerkracht, leerling, ouder)
column-schaal = schaal
column-score = score
column-score_type = soort score
column-meetmoment = meetmoment
column-invuller = naam van wie invulde
column-versie = versie van de vragenlijst

# Profielen van een school
profiles-title = Profielen
profiles-help = Een profiel zegt hoe lijsten van één bron worden gelezen. Het ontstaat als u de kolommen van een lijst aanwijst. U kunt het als bestand bewaren en aan een andere school geven; er staan geen gegevens van leerlingen in.
profiles-go = Profielen van deze school
profiles-none = Nog geen. Een profiel ontstaat vanzelf als u de kolommen van een lijst aanwijst.
profiles-name = Naam
profiles-kind = Soort
profiles-found-by = Herkend aan
profiles-by-name-only = alleen bij naam
profiles-since = Sinds
profiles-by = Door
profiles-what = Wat u kunt doen
profiles-download = Bewaar als bestand
profiles-change = Andere naam of weg
profiles-new-name = Nieuwe naam
profiles-rename = Geef deze naam
profiles-delete = Verwijder
profiles-delete-help = Wat met dit profiel is ingebracht, blijft staan.
profiles-of = profiel { $name }
profiles-bring = Breng een profiel in
profiles-file = Profiel (.toml)
profiles-replace = Vervang een profiel met dezelfde naam
profiles-bring-do = Bewaar dit profiel
profiles-no-file = Kies een bestand met een profiel.
profiles-no-text = Dit bestand is geen tekst. Een profiel is een bestand dat eindigt op .toml.
profiles-shipped = Meegeleverd of van dit Baken:
profile-there = Er is al een profiel { $name }. Kies een andere naam, of vervang het bij Profielen.

imports-profile = Profiel
imports-profile-help = Meestal niet nodig: Baken herkent een lijst aan haar kolommen.
imports-profile-none = vanzelf
imports-profile-ask = ik wijs de kolommen zelf aan
imports-profile-shipped = meegeleverd
