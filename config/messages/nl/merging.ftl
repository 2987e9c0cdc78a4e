# Dezelfde leerling onder twee nummers
suspicion = { $number } is misschien dezelfde leerling als { $other }: { $why ->
    [number] de nummers verschillen alleen in nullen vooraan of tekens eromheen.
    [eckid] het ECK iD is hetzelfde.
   *[person] de naam is gelijk, en de geboortedatum of de groep ook.
}
suspicions-title = Misschien dezelfde leerling
suspicions-help = Baken voegt niemand vanzelf samen. Deze rijen komen als nieuwe leerling binnen. Verbeter het nummer in het bestand, of sla op en voeg de twee daarna zelf samen.
suspicions-go = Leerlingen samenvoegen
merge-title = Twee nummers, één leerling
merge-help = Staat een leerling onder twee nummers? Dan voegt u die hier samen. Alles komt bij het nummer dat blijft. Een latere lijst met het andere nummer vindt dezelfde leerling.
merge-stays = Leerlingnummer dat blijft
merge-goes = Leerlingnummer dat erin opgaat
merge-goes-help = Wat onder dit nummer staat, gaat over naar het nummer dat blijft.
merge-look = Bekijken
merge-which = wat
merge-number = nummer
merge-name = naam
merge-born = geboren
merge-group = groep
merge-this-stays = blijft
merge-this-goes = gaat erin op
merge-unknown-date = niet bekend
merge-like-name = { $is ->
    [same] De namen zijn gelijk.
   *[other] De namen verschillen.
}
merge-like-born = { $is ->
    [same] De geboortedatum is gelijk.
    [unknown] Van een van beiden is geen geboortedatum bekend.
   *[other] De geboortedatum verschilt.
}
merge-moves = Wat er overgaat
merge-moves-care = Wat over de leerling is vastgelegd, gaat mee.
merge-moves-nothing = Onder het nummer dat erin opgaat, staat nog niets.
moved-what = { $what ->
    [membership] Plaatsen in een groep
    [relation] Banden van medewerkers met de leerling
    [objection] Bezwaren tegen een lijst
    [conversation] Gesprekken
    [preparation] Voorbereide gesprekken
    [meeting-subject] Besprekingen
    [observation] Observaties
    [referral] Aanmeldingen bij een zorgpartner
    [signal] Signalen
    [list-consent] Toestemmingen bij een lijst
    [score] Scores
    [attendance] Verzuim (tellingen)
    [rating] Oordelen voor een sociogram
    [tie] Banden van medewerkers met een groep
   *[other] Overig
}
merge-double = Bij deze lijsten hebben beide nummers een score. Eén telt mee; de andere wordt apart bewaard en komt terug als u de samenvoeging terugdraait.
merge-which-scores = Welke score telt mee?
merge-scores-of = de score van { $number }
merge-undo-help = U kunt dit terugdraaien zolang er niet op is voortgebouwd: geen latere invoer en niets nieuws over deze leerling.
merge-do = Samenvoegen
merge-turn = Wissel: laat het andere nummer blijven
merge-pairs = Leerlingen die misschien dezelfde zijn
merge-no-pairs = Er zijn geen nummers die op dezelfde leerling lijken te wijzen.
merge-unknown = Leerlingnummer { $number } is op deze school niet bekend. Kijk het nummer na.
merge-same = Dit is tweemaal dezelfde leerling. Vul twee verschillende nummers in.
merge-built-on = Na het samenvoegen is over deze leerling iets vastgelegd of besloten. Daarom kan het niet meer worden teruggedraaid.
act-done = { $kind ->
    [merge] Gedaan. Een lijst met het oude nummer vindt nu deze leerling.
    [join] Gedaan. De delen zijn één groep.
   *[rollover] Gedaan. Het nieuwe schooljaar staat.
}
act-undo = Draai dit terug
import-kind-merge = samengevoegd
import-kind-rollover = jaarovergang

# De overgang naar een nieuw schooljaar
rollover-title = Overgang naar schooljaar
rollover-help = In drie stappen: de leerlingenlijst van het nieuwe jaar, kijken wat er gebeurt, en dan pas doen. Kijken bewaart niets. Scores blijven bij de groep van toen.
rollover-step-list = 1. De lijst van het nieuwe jaar
rollover-list-help = Kies de leerlingenlijst van het nieuwe schooljaar. Is die al ingebracht? Dan ziet u hieronder wat er klaarstaat.
rollover-list-waits = Deze lijst is gelezen en nog niet opgeslagen:
rollover-step-look = 2. Wat er gebeurt
rollover-nothing-yet = Er zit nog niemand in een groep van het nieuwe jaar. Kies eerst de lijst.
rollover-goes = Wie gaat over
rollover-nobody = Niemand.
rollover-from = van groep
rollover-to = naar groep
rollover-pupils = leerlingen
rollover-leaves = Wie gaat van school
rollover-leaves-help = Zij staan niet in de lijst van het nieuwe jaar. Hun plaats in de groep eindigt op 31 juli. Hun gegevens blijven staan. Klopt het niet? Vul de lijst dan aan voordat u verdergaat.
rollover-comes = Wie is nieuw
rollover-comes-help = Zij zaten hier vorig jaar niet in een groep.
rollover-who = Wie zijn dit
rollover-groups = Groepen van het nieuwe jaar
rollover-group = groep
rollover-tied = verbonden
rollover-untied = nog niemand verbonden
rollover-tie-them = Medewerkers aan groepen verbinden
rollover-ended = Deze groepen houden op:
rollover-ties = Banden van medewerkers met groepen van het oude jaar die op 31 juli eindigen:
rollover-step-do = 3. Doen
rollover-wholes = Deze groepen lijken samen één combinatiegroep
rollover-wholes-help = Vink aan wat één groep moet worden. Een latere lijst met de losse namen vindt dan deze groep.
rollover-do = Naar het nieuwe schooljaar
rollover-do-help = U kunt dit daarna terugdraaien: eerst de overgang, dan de lijst.
rollover-no-list = Er zit nog niemand in een groep van schooljaar { $year }. Kies eerst de leerlingenlijst van dat jaar.
rollover-go = Naar een nieuw schooljaar
