# De lijsten op het scherm, en de brief aan een leverancier
instruments-title = Lijsten en domeinen
instruments-help = Wat Baken kent. De namen van de kolommen in een bestand kiest u zelf; de codes hieronder zijn die van de schalen. Wij hebben geen export van een leverancier gezien: staat uw indeling er niet bij, vraag er dan naar.
instruments-go = Welke lijsten kent Baken, en welk domein dienen zij?
instruments-domains = Welk domein wordt door welke lijst gediend?
instruments-domains-help = Waar geen lijst een signaal geeft, kijken en vertellen mensen: schrijf een observatie.
instruments-signals = Kan een signaal geven
instruments-explains = Geeft uitleg, geen signaal
instruments-none = geen
instruments-attendance = verzuim (tellingen, zonder reden)
instruments-lists = De lijsten
instruments-source = Bron: { $source } ({ $date }).
instruments-licence = Gebruik:
instruments-units = Soort score:
instruments-units-all = alle soorten; staat er niets, dan ruwe scores
instruments-totals = Alleen uitkomsten van school of groep: een bestand met leerlingnummers wordt geweigerd.
instruments-code = Code
instruments-name = Schaal
instruments-says = Wat de schaal zegt
instruments-scale = { $min } tot { $max }; hoog is { $high ->
    [concern] een zorg
   *[strength] gunstig
}; { $does ->
    [signals] kan een signaal geven
    [control] zegt of de antwoorden te vertrouwen zijn
   *[explains] geeft uitleg
}

letter-go = Maak een brief aan de leverancier over de indeling van zijn export
letter-title = Brief aan de leverancier
letter-help = Kent Baken de indeling van uw export niet? Vraag er dan om. Deze brief kunt u overnemen. Er wordt niets verstuurd of bewaard, en er zijn geen gegevens van leerlingen voor nodig.
letter-product = Naam van het programma
letter-product-open = [naam van het programma]
letter-what = Waar gaat de export over?
letter-language = Taal van de brief
letter-do = Vul de brief in
letter-text-title = De brief
letter-take = Selecteer de tekst, kopieer haar en verstuur haar met uw eigen mail.
letter-fields-roster =
    - het leerlingnummer, als tekst met voorloopnullen
    - roepnaam, tussenvoegsel en achternaam
    - geboortedatum
    - de groep of klas, en het leerjaar
    - de eerste en de laatste dag in die groep
    - het mailadres van de mentor
letter-fields-attendance =
    - het leerlingnummer, als tekst met voorloopnullen
    - de eerste en de laatste dag van de periode die is geteld
    - het aantal uren ziek en het aantal ziekmeldingen
    - het aantal uren ongeoorloofd verzuim
    - hoe vaak de leerling te laat was
    - géén reden van het verzuim
letter-fields-scores =
    - het leerlingnummer, als tekst met voorloopnullen
    - de datum waarop de lijst is ingevuld
    - wie haar invulde: leerkracht, leerling of ouder
    - de versie van de lijst, en de soort score (ruw, percentiel, stanine en dergelijke)
    - de scores van de schalen: { $scales }
letter-fields-totals =
    - de groep, of de hele school
    - de datum van de meting
    - per schaal het gemiddelde of het percentage: { $scales }
    - het aantal leerlingen waarover dat gaat
    - géén leerlingnummers
letter-text =
    Geachte heer, mevrouw,

    { $school } werkt met { $product }. Wij willen wat daarin staat ook gebruiken in Baken, een open programma dat ons helpt op tijd te zien welke leerling of groep aandacht vraagt. Dat leest een exportbestand. Het gaat ons om: { $what }.

    Wilt u ons laten weten hoe die export is ingedeeld? De regel met de namen van de kolommen en drie rijen met verzonnen leerlingen zijn genoeg. Persoonsgegevens zijn niet nodig. Stuur alstublieft geen gegevens van echte leerlingen.

    Deze velden zoeken wij:
    { $fields }

    Ook horen wij graag:
    - waar een school deze export maakt, en in welke vorm (csv, xlsx, xml);
    - het scheidingsteken, de tekenset, het decimaalteken en de vorm van datums;
    - van elke kolom met een score: de laagste en hoogste waarde, en of hoog gunstig is of een zorg;
    - bij normscores: van welke norm zij komen, en uit welk jaar;
    - wat er staat als iets niet is ingevuld;
    - of de indeling vastligt, en hoe wij horen dat zij verandert.

    Om vragen of items van een lijst vragen wij niet, en ook niet om het BSN of andere gegevens die wij niet nodig hebben.

    Mogen de namen van de kolommen in het open programma komen te staan, zodat andere scholen ze niet opnieuw hoeven te vragen?

    Met vriendelijke groet,
    { $sender }
    { $school }
