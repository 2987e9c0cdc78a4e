# Verzuim als telling: inlezen, en op de pagina van een leerling
import-kind-attendance = verzuim
import-kind-items = antwoorden op vragen
attendance-no-counts = Dit bestand telt geen verzuim: er is geen kolom uren_ziek, keren_ziek, uren_ongeoorloofd of keren_te_laat. Gevonden: { $found }. Voeg een kolom toe, of pas de eerste regel aan.
row-period-turned = De periode eindigt voor zij begint. Controleer de kolommen van en tot_en_met.
row-period-two-years = Deze periode loopt over twee schooljaren. Splits haar op 1 augustus in twee rijen.
row-period-twice = Regel { $line } telt dezelfde leerling over dezelfde dagen, met andere cijfers. Geen van beide is opgenomen: zet er één neer, of maak de perioden aansluitend.
row-period-known = Van deze leerling is al geteld van { $from } tot en met { $until }, en die dagen vallen ook in deze periode. Laat de periode op dezelfde dag beginnen (dan komt zij in de plaats), laat haar daarna beginnen, of draai de eerdere invoer terug.
row-count-not-number = Dit is geen getal. Schrijf bijvoorbeeld 3, of bij uren 12,5.
row-count-not-whole = Dit wordt in hele keren geteld. Schrijf een heel getal.
row-count-negative = Een telling is nooit minder dan 0. Controleer het getal; laat de cel leeg als er niet is geteld.
row-count-outside = Deze periode heeft { $days } dagen van maandag tot en met vrijdag; hier past ten hoogste { $most }. Controleer het getal en de periode.
row-no-counts = In deze rij is niets geteld. Vul een aantal in (0 mag), of haal de rij weg.

attendance-title = Afwezig
attendance-help = Geteld door de school, zonder reden. Een streep: niet geteld. Baken maakt hier geen signaal van.
attendance-period = Periode
attendance-from-until = { $from } tot en met { $until }
attendance-hours-ill = Uren ziek
attendance-times-ill = Keer ziek gemeld
attendance-hours-unauthorised = Uren ongeoorloofd
attendance-times-late = Keer te laat
absence-reached = { $criterion ->
    [mazl] { $counted } keer ziek gemeld binnen { $weeks } schoolweken ({ DAY($from) } tot en met { DAY($until) }); dat is waar M@ZL een gesprek begint.
   *[duo] { $counted } uur ongeoorloofd afwezig binnen { $weeks } schoolweken ({ DAY($from) } tot en met { DAY($until) }); vanaf { $least } uur meldt de school dit bij DUO, van leerlingen onder de 18.
}
absence-perhaps = { $criterion ->
    [mazl] { $counted } keer ziek gemeld van { DAY($from) } tot en met { DAY($until) }. M@ZL begint een gesprek bij { $least } keer binnen { $weeks } schoolweken; of dat hier zo was, zeggen de tellingen niet: zij gaan over langere tijd.
   *[duo] { $counted } uur ongeoorloofd afwezig van { DAY($from) } tot en met { DAY($until) }. De school meldt bij DUO vanaf { $least } uur binnen { $weeks } schoolweken; of dat hier zo was, zeggen de tellingen niet: zij gaan over langere tijd.
}
absence-source = Bron: { $source }, gelezen op { DAY($date) }.{ $confirmed ->
    [no] {" "}Nog na te gaan bij de bron en in uw regio.
   *[yes] {""}
}

# Uitkomsten van school of groep op lijsten die over geen leerling gaan (MSV)
import-kind-totals = uitkomsten van school of groep
totals-of-pupils = Dit bestand heeft een kolom { $column }. Uitkomsten van school of groep komen zonder leerlingen binnen: haal die kolom weg, of vraag de leverancier de uitkomsten per groep. Er is niets gelezen.
row-totals-not-here = Van { $instrument } komen scores per leerling binnen; daar rekent Baken zelf de groep van uit. Uitkomsten van school of groep zijn voor lijsten die over geen leerling gaan, zoals msv.
row-no-total = Er staat geen uitkomst in deze rij. Vul een gemiddelde in, een percentage, of beide.
row-total-outside = Deze uitkomst ligt niet tussen { $min } en { $max }. Controleer het getal.
row-total-pupils = Zet hier van hoeveel leerlingen de uitkomst is: een heel getal, ten minste 1.
row-total-group = De stamgroep { $group } is er in dat schooljaar niet. Lees eerst de leerlingenlijst in, of schrijf de groep zoals die daar staat; leeg is de hele school.
row-total-twice = Regel { $line } geeft een andere uitkomst voor dezelfde groep, dag en schaal. Geen van beide is opgenomen: zet er één neer.
row-total-other-pupils = Op deze dag staat al een uitkomst van { $pupils } leerlingen. Wie beide ziet, kan het antwoord van een leerling uitrekenen. Laat die staan, geef deze uitkomst de dag waarop zij is gemeten, of draai de eerdere invoer terug.
totals-title = Uitkomsten zonder leerlingen
totals-help = Zo aangeleverd, en niet door Baken berekend. Ze gaan over geen leerling; uitkomsten van minder dan { $smallest } leerlingen staan er voor niemand.
totals-school = de hele school
totals-whom = Van
totals-scale = Schaal
totals-when = Gemeten
totals-outcome = Uitkomst
totals-figure = { $has ->
    [mean] gemiddeld { $mean }, op een schaal van { $min } tot { $max }
    [percentage] { $percentage }
   *[both] gemiddeld { $mean }, op een schaal van { $min } tot { $max }; { $percentage }
} ({ $pupils } leerlingen)
