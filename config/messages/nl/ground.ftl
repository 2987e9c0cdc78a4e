# ground: teksten in het Nederlands
config-unreadable = De instellingen in { $file } zijn niet te lezen: { $problem }
config-unknown = { $file }: de instelling { $setting } bestaat niet. Welke er zijn staat in config/default.toml.
config-number = { $name }: hier moet een heel getal staan, niet “{ $value }”.
config-wrong = Een instelling klopt niet: { $problem }
config-group-too-small = smallest_group is minstens 6.
config-group-no-reason = smallest_group onder de 10 kan alleen met een smallest_group_reason.
login-wrong = E-mailadres of wachtwoord klopt niet. Probeer het opnieuw.
login-wait = Te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.
account-no-address = “{ $value }” is geen e-mailadres.
account-short-password = Kies een wachtwoord van minstens twaalf tekens.
account-exists = Er is al een account met “{ $value }”.
forbidden-role = Dit kan alleen als { $role ->
    [coordinator] zorgcoördinator
    [mentor] mentor
    [administration] administratie
    [leader] schoolleider
    [admin] beheerder
   *[other] iemand met een andere rol
} van deze school.
gate-other-site = Dit verzoek kwam van een andere website en is niet uitgevoerd. Ga terug naar Baken en doe het daar.
gate-role = Deze pagina hoort niet bij uw rol.
gate-no-token = Log eerst in: POST /api/v1/tokens geeft een token voor de kop Authorization.
why-coordinator = U ziet dit omdat u zorgcoördinator van deze school bent.
why-group = U ziet dit omdat u { $kind ->
    [mentor] mentor
    [duo] duo-leerkracht
    [inval] invaller
    [slb] slb’er
   *[other] betrokken
} van deze groep bent.
why-pupil = U ziet dit omdat u bij deze leerling betrokken bent.
account-unknown-role = “{ $value }” is geen rol. Kies uit mentor, staff, coordinator, leader, administration, attention-officer, admin.
school-no-name = De school heeft een naam nodig.
school-no-region = “{ $value }” is geen regio. Kies noord, midden of zuid.
account-no-name = Vul de naam van deze persoon in.
account-no-role = Kies ten minste één rol.
account-board-role = De rol { $role } hoort bij het hele bestuur en wordt hier niet gegeven.
account-own = Uw eigen rollen en banden verandert een collega, niet uzelf.
account-elsewhere = Deze persoon werkt ook op een andere school of voor het bestuur. Haal hier de rollen weg; sluiten doet de beheerder van het bestuur.
tie-no-kind = “{ $value }” is geen soort band. Kies uit mentor, duo, inval, slb, betrokkene.
tie-no-group = In dit schooljaar is er geen groep “{ $value }”. Breng eerst de leerlingenlijst in, of verbeter de naam.
tie-no-pupil = Er is geen leerling met nummer “{ $value }” op deze school.
tie-to-what = Kies een groep, of vul het nummer van één leerling in; niet allebei.
tie-days = De laatste dag ligt voor de eerste. Verbeter een van beide.
tie-no-mentor = Een band geeft pas iets te zien met de rol mentor op deze school. Geef eerst die rol.
tie-known = Deze band is er al in deze dagen.
account-role-no-school = De rol { $role } hoort bij een school. Geef de school op met --school BRIN.
api-not-found = Dit bestaat niet, of u hebt er geen toegang toe.
api-unreadable = De JSON is niet te lezen: { $problem }
api-unknown-word = “{ $value }” kan niet in { $field }. Zie /api/openapi.json.
signal-concern = Iemand maakt zich zorgen.
failure-address = Dit adres is niet te lezen. Er mist iets, of er staat iets in dat er niet hoort. Ga terug en kies de pagina opnieuw.
