# signals: teksten in het Nederlands

# De twee woorden van elke zin: hoe hoog, en wat er veranderde.
signal-level-word = { $direction ->
    [concern] { $level ->
        [worse] hoog
        [better] laag
       *[middle] gemiddeld
    }
   *[strength] { $level ->
        [worse] laag
        [better] hoog
       *[middle] gemiddeld
    }
}
signal-change-word = { $change ->
    [first] eerste meting
    [unknown] verandering niet te zien
    [much-worse] { $direction ->
        [concern] stijgt sterk
       *[strength] daalt sterk
    }
    [worse] { $direction ->
        [concern] stijgt
       *[strength] daalt
    }
    [better] { $direction ->
        [concern] daalt
       *[strength] stijgt
    }
   *[same] zoals eerder
}
signal-round = { $season ->
    [najaar] najaar { $year }
    [voorjaar] voorjaar { $year }
    [day] { DAY($year) }
   *[label] { $year }
}
signal-source = ingevuld door { $informant ->
    [leerkracht] de leerkracht
    [leerling] de leerling
   *[ouder] een ouder
}, { signal-round }
signal-subject = { $part ->
    [yes] { $observed } op { $scale }, de minst gunstige schaal van een lijst die als geheel beoordeeld is
   *[no] { $observed } op { $scale }
}
signal-subject-change = { $part ->
    [yes] { $observed } op { $scale }, de schaal die het verst van de verwachting ligt van een lijst die als geheel beoordeeld is
   *[no] { $observed } op { $scale }
}
signal-subject-line = { $part ->
    [yes] { $observed } op { $scale }, de schaal waarop die lijn het steilst is, van een lijst die als geheel beoordeeld is
   *[no] { $observed } op { $scale }
}
signal-outer-tenth = { $direction ->
    [concern] de hoogste tien van de honderd
   *[strength] de laagste tien van de honderd
}
signal-expected = { $change ->
    [unknown] uit eerdere metingen is hier geen verwachting af te leiden
   *[other] { $earlier ->
        [0] van deze schaal is er nog geen eerdere meting
        [1] op grond van één eerdere meting dachten we { $low }–{ $high }
       *[other] op grond van { $earlier } eerdere metingen dachten we { $low }–{ $high }
    }
}
signal-apart = { $grouped ->
    [yes] , los van wat de groep deed
   *[no] {""}
}
signal-carried = { $carried ->
    [group] ; vergeleken met de andere leerlingen van de groep{ $rater ->
        [yes] {" "}bij wie dezelfde persoon invulde
       *[no] {""}
    }, bleef deze leerling achter
    [list] ; over alle schalen samen{ $others ->
        [yes] {" "}en wat anderen invulden
       *[no] {""}
    }{ $earlier ->
        [0] {""}
        [1] {""}
       *[other] , met eerdere metingen erbij
    }{ signal-apart }, is het minder goed dan verwacht
    [informants] ; met wat anderen invulden{ $earlier ->
        [0] {""}
        [1] {""}
       *[other] {" "}en eerdere metingen
    } erbij{ signal-apart }, is het minder goed dan verwacht
    [peers] ; vergeleken met wat andere leerlingen van hun verwachting afweken, is dat veel
    [rounds] ; met eerdere metingen erbij{ signal-apart }, is het minder goed dan verwacht
   *[no] {""}
}
signal-level = Scoort { signal-level-word }, { signal-change-word }: { signal-subject } ({ signal-source }); hoort waarschijnlijk bij { signal-outer-tenth }; { signal-expected }.
signal-unexpected-decline = Scoort { signal-level-word }, { signal-change-word }: { signal-subject-change } ({ signal-source }); { signal-expected }{ signal-carried }.
signal-persistent = Al twee metingen { $direction ->
    [concern] hoog
   *[strength] laag
}, { signal-change-word }: { signal-subject } ({ signal-source }); { signal-expected }.
signal-scale-change = { $part ->
    [yes] { $scale }, de schaal die het meest veranderde van een lijst die als geheel beoordeeld is
   *[no] { $scale }
}
signal-group-shift = { $way ->
    [worse] Gaat als groep achteruit op { signal-scale-change }: { $moved } van { $matched } leerlingen minder goed dan verwacht
   *[better] Gaat als groep vooruit op { signal-scale-change }: { $moved } van { $matched } leerlingen beter dan verwacht
} ({ signal-source }).
signal-school-trend = { $way ->
    [worse] Gaat als school achteruit op { signal-scale-change }
   *[better] Gaat als school vooruit op { signal-scale-change }
}, { $since ->
    [round] in { $along } van de { $groups } groepen die te vergelijken zijn met de vorige meting
    [years] vergeleken met een jaar eerder, over meer metingen samen
   *[year] vergeleken met een jaar eerder
}: { $since ->
    [round] daarin deden { $matched } leerlingen beide keren mee
   *[year] { $matched } leerlingen deden beide keren mee
} ({ signal-source }).
signal-steady-decline = De lijn door de metingen loopt { $direction ->
    [concern] omhoog
   *[strength] omlaag
}, nu { signal-level-word }: { signal-subject-line } ({ signal-source }).
signal-informants-differ = Wie de lijst invulden, zien niet hetzelfde: { signal-level-word } volgens deze invuller: { signal-subject } ({ signal-source }); bespreek het samen.
signal-recovery-calm = Staat er na een eerder signaal twee metingen achter elkaar goed voor, nu { signal-level-word }: { signal-subject } ({ signal-source }).
signal-recovery = Doet het beter dan verwacht na een eerder signaal, nu { signal-level-word }: { signal-subject-change } ({ signal-source }); { signal-expected }.
signal-missed = Is twee keer niet gemeten met { $list }, anderen wel ({ signal-source }).
# Zo stond het voorheen in bewaarde signalen.
signal-not-measured = Is twee keer niet gemeten met deze lijst, anderen wel ({ signal-source }).
signal-rejected-twice = Wordt weinig gekozen, twee metingen achter elkaar: { DAY($before) } ({ $before_raters } klasgenoten oordeelden) en { DAY($now) } ({ $raters }).
signal-group-structure = Het sociogram van { DAY($now) }, met { $n } leerlingen{ $repeated ->
    [yes] ; { $pupils } leerlingen worden twee metingen achter elkaar weinig gekozen
   *[no] {""}
}{ $fewer ->
    [yes] ; er zijn minder wederzijdse keuzes dan de vorige keer
   *[no] {""}
}{ $lonely ->
    [yes] ; { $without } leerlingen hebben geen wederzijdse keuze
   *[no] {""}
}.
signal-group-level = Scoort als groep { $direction ->
    [concern] hoger
   *[strength] lager
} dan de andere groepen op { $scale }, met { $n } leerlingen ({ signal-source }).
signal-group-share = Van { $n } leerlingen scoren er { $low } in het { $direction ->
    [concern] hoogste
   *[strength] laagste
} vijfde deel op { $scale } ({ signal-source }); van alle scores waarmee vergeleken wordt, ligt daar hoogstens { $percent } %.
signal-rater-effect = { $way ->
    [worse] { $direction ->
        [concern] Hoger
       *[strength] Lager
    }
   *[better] { $direction ->
        [concern] Lager
       *[strength] Hoger
    }
} op { $scale } nu iemand anders invulde, bij { $n } leerlingen ({ signal-source }): andere invuller, of echt anders?
signal-school-compared = Scoort als school { $direction ->
    [concern] hoger
   *[strength] lager
} dan de andere scholen op { $scale }, met { $n } leerlingen ({ signal-source }).
signal-school-compared-year = Scoort in leerjaar { $year_level } { $direction ->
    [concern] hoger
   *[strength] lager
} dan dat leerjaar op de andere scholen op { $scale }, met { $n } leerlingen ({ signal-source }).
signal-school-safety = Meer leerlingen dan de vorige keer voelen zich onveilig op { $scale }, van { $n } leerlingen ({ signal-source }).
signal-school-safety-norm = Meer leerlingen dan volgens de norm voelen zich onveilig op { $scale }, van { $n } leerlingen ({ signal-source }).
signal-representativeness = Deze meting staat niet voor de hele school op { $scale }: { $why ->
    [few] van { $known } leerlingen deden er maar { $n } mee
    [better] er deden { $n } leerlingen mee, en wie ontbreken stonden er de vorige keer beter voor dan zij
    [worse] er deden { $n } leerlingen mee, en wie ontbreken stonden er de vorige keer slechter voor dan zij
   *[other] { $n } leerlingen deden mee, te weinig of anders dan wie ontbreken
} ({ signal-source }).
signal-load = { $pupils } van { $measured } leerlingen kregen een nieuw signaal: meer dan de { $budget } op honderd waar de school naar streeft; kijk eerst naar de drempels.

# Waarom een getal ontbreekt in assessments.csv.
signal-critical = Op { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year } gaf { $informant ->
    [leerling] de leerling
    [ouder] een ouder
   *[leerkracht] de leerkracht
} op vraag { $item } van { $instrument } een antwoord dat direct gelezen moet worden.
analysis-note-first = eerste meting: nog geen verwachting
analysis-note-unsolved = geen verwachting: twee metingen op dezelfde dag
analysis-note-bands = geen verwachting: deze eenheid is te grof voor verandering
analysis-note-doubted = niet op te varen, zegt de controleschaal { $scale }: geen signaal
analysis-no-rows = Er is geen enkele rij die gebruikt kan worden.
analysis-no-file = { $file } is niet te openen: { $problem }
written-onto-input = { $file } is een van de bestanden die worden gelezen. Noem een ander om naar te schrijven; er is niets geschreven.
written-onto-folder = { $file } is een map; daar moet een bestand komen. Haal haar weg of noem iets anders; er is niets geschreven.
written-no-folder = De map van { $file } bestaat niet. Maak haar eerst; er is niets geschreven.
written-into-file = { $file } is een bestand; noem met --out een map. Er is niets geschreven.
written-failed = { $file } is niet te schrijven: { $problem }. Wat er stond, staat er nog.
analysis-more-refused = en nog { $n } geweigerde rijen
analysis-rounds-joined = Meetmoment { $round } ligt minder dan 90 dagen van { $into } en telt ermee als één meting.
analysis-other-hands = { $list }, { $informant }, { $round }: bij { $n ->
    [one] één leerling
   *[other] { $n } leerlingen
} ({ $groups ->
    [one] één groep
   *[other] { $groups } groepen
}) vulde iemand anders voor de groep in dan de vorige keer. Wat hun groep daardoor verschoof, is grotendeels uit surprise en trend gehaald.
analysis-odd-totals = { $n ->
    [one] Eén totaal op { $scale } is niet de som van de schalen
   *[other] { $n } totalen op { $scale } zijn niet de som van de schalen
}: bij leerling { $pupil } staat er in { $round } { $total }, en de schalen zijn samen { $sum }. Het totaal telt zoals het er staat; klopt het niet, laat het dan weg.
analysis-no-school = Een deel van de rijen noemt geen school. Die leerlingen tellen als van een school zonder naam, ook wie met hetzelfde nummer bij een school staat. Zet de kolom school in elk bestand, of in geen.
analysis-more-different = en nog { $n } van zulke verschillen
analysis-took = { $all } s: gelezen in { $read }, geordend in { $ordered }, beoordeeld en geschreven in { $assessed }

# Waar een regel niets kon zeggen, en waarom
silences-title = Wat bij de laatste meting niet te beoordelen was
silences-help = Geen signaal zegt hier dus niet dat er niets is.
silence = ‘{ $rule }’ is niet te zeggen: { $why ->
    [few] minder dan { $least } leerlingen met een score
    [few-before] minder dan { $least } leerlingen die ook eerder gemeten zijn
    [response] minder dan { $least } % van de leerlingen deed mee
    [other-rater] de meesten zijn door iemand anders beoordeeld dan de vorige keer
    [few-units] minder dan { $least } om mee te vergelijken
    [coarse] de eenheid van deze lijst is te grof
    [doubted] de meting staat niet voor de hele school
    [few-groups] minder dan { $least } groepen die met de vorige meting te vergelijken zijn
    [no-pairs] geen twee leerlingen oordeelden over elkaar
    [all-equal] waar geen norm past: iedereen heeft dezelfde score
    [few-rounds] minder dan { $least } metingen
    [no-groups] van niemand is de groep bekend
    [no-rater] van niemand is bekend wie invulde
    [no-roster] er is geen andere lijst waaraan te zien is wie er op school zijn
    [few-scales] bij wie minder dan de helft is ingevuld van de schalen die de school gaf
    [few-raters] minder dan { $least } leerlingen oordeelden over dezelfde klasgenoot
    [few-pupils] minder dan { $least } leerlingen
    [none-before] geen bruikbaar sociogram van minstens { $least } dagen eerder
    [no-spread] de oordelen verschillen niet, of liggen allemaal aan één kant van het midden
    [no-table] de oordelen zijn niet als één groep te lezen
   *[small-pool] waar geen norm past: minder dan { $least } scores om een leerling mee te vergelijken
} ({ $lists }).
silence-sociogram = sociogram van { DAY($day) }
