# Gesprekken: wat er vooraf is ingevuld, het gespreksblad, wat is afgesproken, wat nog over moet naar het dossier.

talk-agreed = Wat is afgesproken?
talk-agreed-help = Wie doet wat, en wanneer kijkt u terug? Dit hoort ook in het leerlingdossier.
line-agreed = Afgesproken: { $agreed }

preparation-record = Voorbereiding invullen
preparation-help = Leerling en ouder vullen vooraf zelf een blad in. U typt hun woorden over. Bij een LOL-gesprek leiden zij het gesprek.
preparation-blank = Leeg blad (PDF)
preparation-by = Wie vulde het in?
preparation-who = { $who ->
    [parent] Een ouder
   *[pupil] De leerling
}
preparation-of = { $who ->
    [parent] Voorbereiding van een ouder
   *[pupil] Voorbereiding van de leerling
}
preparation-on = Op welke dag?
preparation-strengths = Wat gaat er goed?
preparation-worries = Waar zit je mee, of wat is lastig?
preparation-wish = Wat wil je graag?
preparation-do = Voorbereiding opslaan
preparation-intro = Je vult dit blad thuis of op school in. Er zijn geen goede of foute antwoorden. Bij het gesprek begin jij.
preparation-footer = Neem dit blad mee naar het gesprek
preparation-no-who = Kies wie het blad invulde.
preparation-no-day = Vul in op welke dag het blad is ingevuld.
preparation-empty = Vul minstens een van de drie vragen in.
preparation-too-long = Een antwoord is langer dan 2000 tekens. Kort het in.
preparation-future = De datum ligt in de toekomst. Kies de dag waarop het blad is ingevuld.

talk-sheet-name = Gespreksblad
talk-sheet-title = Gesprek over { $name }
talk-sheet-with = Datum en wie erbij zijn: ____________________________________________
talk-sheet-strengths = Wat gaat er goed?
talk-sheet-question = Waar willen wij over praten?
talk-sheet-ask-first = { $level ->
    [pupil] Wat vind jij ervan? En wat zien jullie thuis?
   *[group] Wat zien wij zelf?
}
talk-sheet-ask-second = { $level ->
    [pupil] Wat helpt al, al is het maar een beetje?
   *[group] Wat helpt al?
}
talk-sheet-ask-third = { $level ->
    [pupil] Wat zou je graag anders willen?
   *[group] Wat willen wij anders?
}
talk-sheet-agree = { $level ->
    [pupil] Wat spreken we af: wie doet wat, en wanneer kijken we terug?
   *[group] Wat spreken wij af, en wanneer kijken wij terug?
}
talk-sheet-back = Terug
talk-sheet-pdf = Blad als PDF
talk-sheet-not-on-paper = Bij dit signaal hoort geen gespreksblad: het mag niet mee naar huis. Spreek erover zonder papier.

table-well = { $domain }: { $how ->
    [better] gaat beter dan eerst
   *[well] gaat goed
}
table-seen = { $domain }: op { $date } zagen wij iets dat goed ging
table-question = { $asks ->
    [falls] Bij { $domain } lijkt het minder goed te gaan dan eerst. Klopt dat?
    [low] Bij { $domain } lijkt het niet vanzelf te gaan. Klopt dat?
    [chosen] Hoe gaat het met samen werken en samen spelen? Wie zijn er fijn om mee te doen?
    [differs] Over { $domain } denken school en anderen niet hetzelfde. Hoe zit dat?
    [rises] Bij { $domain } lijkt het weer beter te gaan. Wat heeft geholpen?
    [seen] Op school zagen wij iets bij { $domain }. Wij horen graag hoe het gaat.
   *[other] Wij willen graag praten over { $domain }. Hoe gaat het daarmee?
}

nav-to-file = Overzetten
to-file-title = Over te zetten naar het dossier
to-file-help = Het leerlingdossier staat in uw administratiesysteem. Kopieer de tekst of bewaar de PDF daar, en druk daarna op de knop.
to-file-count = { $count ->
    [one] Nog 1 tekst gaat over.
   *[other] Nog { $count } teksten over te zetten.
}
to-file-empty = Alles is overgezet.
to-file-empty-how = Hier staan gesprekken, afspraken en besluiten die nog niet in het leerlingdossier staan.
to-file-pdf = PDF
to-file-paper = Voor het leerlingdossier
to-file-done = Gemarkeerd als overgezet.
