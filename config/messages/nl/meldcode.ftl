# meldcode: teksten in het Nederlands

meldcode-title = Meldcode
meldcode-lead = Deze dossiers staan apart. Alleen de aandachtsfunctionaris ziet ze, en wie per dossier is genoemd. Elke keer dat iemand kijkt, staat in een eigen logboek.
meldcode-acute = Is er nu gevaar? Bel 112. Advies vragen of melden doet u zelf, bij Veilig Thuis: 0800-2000, dag en nacht. Baken meldt niets vanzelf.
meldcode-none = Er is geen dossier.
meldcode-new = Nieuw dossier
meldcode-new-help = Vul de volledige naam in, zoals die op school bekend is. Loopt er al een dossier, dan opent u dat. Niemand krijgt hier bericht van.
meldcode-pupil = Naam van de leerling
meldcode-open = Dossier openen
meldcode-state = { $state ->
    [open] Loopt
    [decided] Besloten
    [unfounded] Vermoeden ongegrond
   *[closed] Afgesloten
  }
meldcode-opened = geopend op { $date }
meldcode-next = Nog te doen: { $step ->
    [signals] signalen in kaart brengen
    [consultation] overleggen met een collega of Veilig Thuis
    [conversation] praten met ouders en kind
    [weighing] wegen
   *[decisions] twee besluiten nemen
  }
meldcode-step = { $step ->
    [signals] Signalen in kaart
    [consultation] Overleg met een collega of Veilig Thuis
    [conversation] Gesprek met ouders en kind
    [weighing] Wegen
    [decisions] Besluiten: is melden nodig, is hulp mogelijk
    [reported] Er is gemeld bij Veilig Thuis
    [answered] Veilig Thuis heeft geantwoord
    [unfounded] Het vermoeden is ongegrond
    [closed] Dossier afsluiten
   *[reopened] Dossier weer openen
  }
meldcode-step-help = { $step ->
    [signals] Schrijf op wat u zag en hoorde, wanneer en van wie. Houd feiten en uw eigen mening apart.
    [consultation] Noem het kind niet bij naam. Schrijf met wie u overlegde als functie, en wat het advies was.
    [conversation] Met wie sprak u, en wat zeiden zij? Was een gesprek niet veilig, schrijf dan waarom niet.
    [weighing] Weeg met het afwegingskader van uw beroepsgroep. Bij acuut of structureel onveilig: altijd melden.
    [decisions] Neem beide besluiten, elk met de reden.
    [reported] Schrijf op dat u hebt gemeld en wat. Baken rekent uit wanneer het antwoord er hoort te zijn: na vijf werkdagen.
    [answered] Wat doet Veilig Thuis met de melding?
    [unfounded] Schrijf op waarom het vermoeden niet klopt. Het blijft als ongegrond in dit dossier staan.
    [closed] Na de besluiten, als er niets meer te volgen is.
   *[reopened] Waarom gaat het dossier weer open?
  }
meldcode-whom = { $step ->
    [consultation] Overlegd met
   *[conversation] Gesproken met
  }
meldcode-whom-help = Alleen de functie of de rol, zoals “intern begeleider”, “Veilig Thuis” of “moeder”. Geen naam.
meldcode-with = Met
meldcode-facts = Feiten
meldcode-facts-help = Wat is gezien en gehoord, door wie, wanneer. Zonder oordeel.
meldcode-opinion = Mening of weging
meldcode-opinion-help = Wat u ervan denkt. Dit staat apart van de feiten.
meldcode-report = Is melden nodig?
meldcode-help = Is hulp mogelijk?
meldcode-yes = Ja
meldcode-no = Nee
meldcode-reason = Waarom
meldcode-date = Op welke dag
meldcode-save = Vastleggen
meldcode-five = De vijf stappen
meldcode-not-yet = nog niet
meldcode-write = Iets vastleggen
meldcode-written = Wat is vastgelegd
meldcode-nothing = Nog niets.
meldcode-answer = { $how ->
    [late] Veilig Thuis had uiterlijk { $date } antwoord moeten geven. Bel zelf: 0800-2000.
   *[waits] Veilig Thuis geeft uiterlijk { $date } antwoord.
  }
meldcode-papers = Hierheen verplaatst
meldcode-seen = Gezien op { $date } ({ $domain }), opgeschreven door { $who }
meldcode-seen-by = Gezien door { $by } op { $date } ({ $domain }), opgeschreven door { $who }
meldcode-moved = Verplaatst op { $date } door { $who }
meldcode-raised = Wat erbij was geschreven:
meldcode-read-by = Wie had dit al kunnen lezen
meldcode-reader = { $kind ->
    [partner] { $name }, buiten de school: ontving het en houdt het. Verstuurd of geopend: { $days }
   *[account] { $name }: { $days }
  }
meldcode-people = Wie leest mee
meldcode-people-help = Van een dag tot en met een dag. Meelezen is alleen lezen.
meldcode-people-none = Alleen de aandachtsfunctionaris.
meldcode-named = { $name }, { $from } tot en met { $until }
meldcode-end = Beëindigen
meldcode-name-who = Wie
meldcode-name-do = Laten meelezen
meldcode-log = Wie heeft dit dossier bekeken
meldcode-line = { $date }: { $who } { $action ->
    [view] bekeek het dossier
    [open] opende het dossier
    [step] legde iets vast
    [name] liet iemand meelezen
    [end-name] beëindigde het meelezen
    [move-in] verplaatste iets hierheen
    [inspection] vroeg bij een verzoek om inzage of er gewogen moet worden
   *[list] zag de lijst
  }
meldcode-move = Verplaats naar meldcode
meldcode-move-help = Gaat dit over een vermoeden van huiselijk geweld of kindermishandeling? Dan hoort het niet hier. Het verdwijnt van deze pagina en uit alle lijsten, ook voor u. Alleen de aandachtsfunctionaris leest het nog. Er gaat geen bericht uit: spreek de aandachtsfunctionaris zelf aan.
meldcode-move-do = Verplaatsen
meldcode-no-officer = Deze school heeft nog geen aandachtsfunctionaris in Baken. Vraag de administratie om die rol te geven en verplaats het daarna.
meldcode-no-step = Dat kan niet meer zoals het dossier er nu voor staat. Kijk opnieuw wat er al is vastgelegd.
meldcode-meanwhile = Iemand heeft dit dossier net gewijzigd. Kijk opnieuw en leg het dan vast.
meldcode-which-step = Kies wat u vastlegt.
meldcode-no-date = Vul de dag in.
meldcode-future = De dag ligt in de toekomst. Vul de dag in waarop het gebeurde.
meldcode-too-long = De tekst is te lang: hoogstens { $most } tekens.
meldcode-with-whom = Vul in met wie, als functie of rol.
meldcode-no-text = Schrijf op wat het overleg opleverde.
meldcode-no-facts = Vul de feiten in.
meldcode-no-opinion = Schrijf op wat u ervan vindt en waarom.
meldcode-both-decisions = Neem beide besluiten: is melden nodig, en is hulp mogelijk. Geef bij elk de reden.
meldcode-weigh-first = Leg eerst vast hoe u hebt gewogen. Daarna neemt u de besluiten.
meldcode-not-reported = Er is nog geen melding vastgelegd waarop een antwoord kan komen.
meldcode-no-days = Vul in van wanneer tot wanneer.
meldcode-days = De laatste dag ligt voor de eerste, of is al voorbij.
meldcode-not-here = Kies iemand die op deze school werkt.
