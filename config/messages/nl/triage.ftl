# triage: teksten in het Nederlands

decision-past-round = Volgen kan tot het volgende meetmoment: kies uiterlijk { DAY($date) }.
why-stand-in = U ziet dit omdat u { $name } vervangt.
stand-in-no-days = Vul de eerste en de laatste dag in: een vervanging houdt altijd op.
stand-in-days = De laatste dag ligt voor de eerste, of is al voorbij. Verbeter een van beide.
stand-in-long = Een vervanging duurt ten hoogste een jaar. Kies een eerdere laatste dag.
stand-in-same = Kies twee verschillende mensen.
stand-in-not-here = Kies mensen die op deze school werken.
stand-in-known = Deze vervanging is er al in deze dagen.
closing-no-days = Vul de eerste en de laatste dag in waarop de school dicht is.
closing-days = De laatste dag ligt voor de eerste. Verbeter een van beide.
closing-past = Deze dagen zijn al voorbij.
closing-long = Dat is langer dan tien weken. Verdeel het, of kies een eerdere laatste dag.
closing-no-name = Schrijf op hoe deze dagen heten, bijvoorbeeld studieweek.
closing-no-call = Schrijf op wie een partner dan belt, en onder welk nummer.

decision-known-by-nobody = “Al bekend” kan alleen als iemand het in handen heeft. Wijs de rij eerst aan iemand toe, of kies een andere reden.
assign-ended = Hierover staat niets meer open. Ververs de pagina om te zien wat er is afgesproken.
assign-known = Dit is al bij deze persoon.
assign-long = Dit is langer dan { $most } tekens. Maak het korter.
assign-no-access = Deze persoon mag dit niet zien, en kan het dus niet overnemen. Kies iemand anders, of laat de administratie een band of vervanging vastleggen.

filter-owner = Van
filter-of-all = iedereen
filter-mine = mij
row-owner = { $me ->
    [1] Bij u
   *[0] Bij { $name }
}
assign-title = Toewijzen
assign-do = Toewijzen aan …
assign-help = Wie het heeft, kijkt ernaar om. Wie het niet mag zien, staat er niet bij: toewijzen geeft geen toegang.
assign-to = Aan wie
assign-note = Erbij (mag leeg)
assign-note-help = Een regel voor wie het overneemt.
assign-now = Nu bij { $name }.
assign-with-nobody = Nu nog bij niemand.
assign-nobody = Kies aan wie.
work-title = Wat nog open staat
work-why = U ziet wat bij u ligt.
work-why-coordinator = U ziet wat bij u ligt, en als zorgcoördinator dat van iedereen op uw school.
work-mine = Bij mij
work-none = Bij u staat niets open. Wat u oppakt of krijgt toegewezen, komt hier.
work-nobody = Nog bij niemand
work-last-day = Vandaag is de laatste schooldag van { $school } tot { DAY($date) }. Kijk wat nog open staat.
keep-away = Afwezig en dicht
stand-in-title = Vervanging
stand-in-help = Wie vervangt, ziet en doet wat de ander ziet en doet op deze school, tot en met de laatste dag. In het logboek staat voor wie. Kritische antwoorden en meldcode vallen er niet onder: daarvoor wijst de school zelf mensen aan.
stand-in-none = Niemand vervangt nu iemand.
stand-in-new = Een vervanging vastleggen
stand-in-away = Wie is afwezig
stand-in-who = Wie vervangt
stand-in-save = Vastleggen
stand-in-end = Vandaag beëindigen
stand-in-said = { $who } vervangt { $away }, van { DAY($from) } tot en met { DAY($until) }.
closing-title = Dagen waarop de school dicht is
closing-help = Weekenden en de schoolvakanties van de regio zijn bekend. Zet hier wat daar nog bij komt, of een vakantie waarin een partner iemand moet kunnen bellen. Op deze dagen loopt geen termijn af en komt er niets nieuws in de lijst; dat komt op de eerste schooldag erna. Een zorg die iemand opschrijft komt altijd meteen door.
closing-none = Er zijn geen extra dagen vastgelegd.
closing-new = Dagen vastleggen
closing-name = Hoe heten deze dagen
closing-from = Eerste dag dicht
closing-to = Laatste dag dicht
closing-call = Wie kan een partner dan bellen
closing-call-help = Dit staat in die dagen op de pagina van partners die een vraag van de school hebben.
closing-phone = Telefoonnummer
closing-save = Vastleggen
closing-away = Weghalen
closing-holidays-unknown = Schoolvakanties zijn bekend tot en met { DAY($date) }. Termijnen die daarna aflopen, houden geen rekening met vakanties. Vraag de beheerder om config/holidays.toml aan te vullen, of zet de vakanties hieronder.
closed-call = De school is dicht tot en met { DAY($date) }. Kan het niet wachten? Bel { $whom }, { $phone }.

drafts-title = Getypt en nog niet verstuurd
drafts-help = Wat u typt, wordt bewaard tot u het verstuurt, ten hoogste dertig dagen. Alleen u ziet dit.
drafts-none = Alles is verstuurd. Raakt u iets kwijt doordat u te lang weg was, dan staat het hier.
drafts-text = Wat u schreef
drafts-send = Alsnog versturen
drafts-away = Weggooien
draft-not-kept = Dit kan niet worden bewaard.
draft-of = { $form ->
    [talk] Een gesprek
    [decision] Een besluit
    [mentor] Een antwoord als mentor
    [told] Wat een partner vertelde
    [referral] Een aanmelding
    [observation] Een observatie
    [list] Een klassenlijst
    [school] Iets over de school
   *[other] Een formulier
}
