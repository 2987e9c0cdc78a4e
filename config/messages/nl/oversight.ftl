# openen, toezicht en het logboek voor ouders: teksten in het Nederlands

why-opened = U hebt deze leerling geopend met een reden. Geopend tot { DAY($date) }, { $time } uur. U kunt alleen lezen; de zorgcoördinator kijkt dit na.
opening-title = Een andere leerling openen
opening-help = U ziet hier een leerling van uw school die niet van u is, om te lezen en voor { $hours } uur. Schrijf op waarom. De zorgcoördinator leest de reden en kijkt het daarna na, en ouders kunnen horen dat iemand keek. Gaat het om direct gevaar? Bel 112.
opening-whom = Wie
opening-whom-help = Het leerlingnummer, of de hele naam.
opening-reason = Waarom is het nodig
opening-reason-help = Bijvoorbeeld: ik spreek morgen met de ouders, omdat de mentor ziek is.
opening-do = Open om te lezen
opening-own = Wat u hebt geopend
opening-own-none = U hebt nog niemand geopend.
opening-until = Geopend tot { DAY($date) }, { $time } uur
opening-from = Geopend op { DAY($date) }, { $time } uur
opening-reads = { $count ->
    [one] Eén keer gelezen.
   *[other] { $count } keer gelezen.
}
opening-verdict = { $verdict ->
    [in_order] Nagekeken: er was reden voor.
    [not_in_order] Nagekeken: hier was geen reden voor.
   *[other] Nog niet nagekeken.
}
opening-no-reason = Schrijf in een zin op waarom het nodig is.
opening-long = Dit is langer dan { $most } tekens. Maak het korter.
opening-two = Er zijn twee leerlingen met deze naam. Vul het leerlingnummer in.
opening-nobody = Op uw school is geen leerling met dit nummer of deze hele naam.
opening-is-own = Deze leerling mag u al zien. Zoek de leerling op de pagina Leerlingen.
opening-not-by-oneself = Wat u zelf hebt geopend, kijkt iemand anders na.
opening-still-open = Deze leerling is nog open. Kijk het na als dat voorbij is.
opening-no-note = Schrijf op wat er niet klopte en wat u hebt afgesproken.
opening-no-verdict = Kies of er reden voor was.
opening-reviewed = Dit is al nagekeken. Ververs de pagina.
oversight-title = Geopende leerlingen nakijken
oversight-help = Hier staat wie op uw school een leerling opende die niet van hem of haar is, en waarom. Zeg bij elke opening of er reden voor was. Wie opende, leest dat terug. Zolang een leerling nog open staat, kunt u nog niets vastleggen.
oversight-none = Er is nog niemand geopend.
oversight-verdict = Was er reden voor deze opening door { $name }?
oversight-in-order = ja, er was reden voor
oversight-not-in-order = nee
oversight-note = Toelichting (bij nee altijd)
oversight-save = Leg vast
oversight-waits = Er wacht een geopende leerling op nakijken
mail-waits-review = Er wacht een geopende leerling op nakijken.

release-title = Logboek voor ouders of leerling
release-help = Hieronder staat wie naar deze leerling keek of iets vastlegde: dag, functie en doel. U kiest wat u geeft. Meldcode staat hier nooit in. Leg eerst aan uzelf uit: wie vraagt het, wat wil de leerling, en mag deze ouder alles lezen?
release-by = Wie vraagt het
release-by-help = Tot zestien jaar een ouder met gezag; vanaf zestien jaar de leerling zelf, en niemand anders.
release-asked-by = { $who ->
    [pupil] de leerling zelf
   *[parent] een ouder of voogd
}
release-asker = Naam, of welke ouder
release-on = Op welke dag is het gevraagd
release-weighed = Wat u hebt gewogen
release-weighed-help = Wil de leerling dat ouders iets niet weten? Zijn er delen die deze ouder niet mag lezen? Schrijf op wat u daarmee deed.
release-names = Waarom namen van medewerkers erbij (leeg: alleen functies)
release-names-help = Namen geeft u alleen als dat nodig is en na overleg met de medewerker.
release-lines = Wat u geeft
release-do = Geef deze regels vrij
release-given = Wat al is gegeven
release-given-none = Er is nog niets gegeven.
release-none = Er staat nog niets in het logboek over deze leerling.
release-no-lines = Kies ten minste één regel.
release-no-birth-date = De geboortedatum van deze leerling is niet bekend. Vul die eerst aan met een leerlinglijst: de leeftijd bepaalt wie dit mag vragen.
release-pupil-alone = Deze leerling is zestien of ouder en vraagt dit zelf. Een ouder kan dat niet.
release-by-parent = Deze leerling is jonger dan zestien: een ouder of voogd vraagt dit.
release-future = De dag waarop het is gevraagd ligt nog voor ons.
release-no-asker = Vul in wie het vraagt.
release-not-weighed = Schrijf op wat u hebt gewogen, ook als er niets bijzonders was.
release-long = Een van de teksten is langer dan { $most } tekens. Maak die korter.
release-paper = Logboek
release-paper-of = Vrijgegeven op { $date }
release-paper-help = Dit is wat de school u geeft over wie naar de gegevens keek of iets vastlegde, en waarvoor.
release-day = Dag
release-what = Functie en doel
release-who = Naam
release-function = { $function ->
    [system] het systeem
    [partner] zorgpartner
    [cli] beheerder van het systeem
   *[other] medewerker
}
release-purpose = { $purpose ->
    [read] gelezen om de leerling te volgen
    [observed] een observatie vastgelegd of nagekeken
    [spoke] een gesprek vastgelegd
    [decided] een signaal gewogen
    [planned] aan een plan gewerkt
    [referred] aan een aanmelding of toestemming gewerkt
    [read-as-partner] de meegestuurde gegevens gelezen
    [by-itself] een termijn bijgewerkt
   *[other] administratie
}
