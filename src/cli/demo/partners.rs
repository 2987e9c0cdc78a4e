//! The fictitious partners of the demo's directory. Who logs in stands in `cast`.

use crate::care::referrals::model::{AccessRoute, Partner};

/// Name, kind, route, mail, telephone, what it offers, waiting time.
type Row = (&'static str, &'static str, AccessRoute, &'static str, &'static str, &'static str, &'static str);

const PARTNERS: &[Row] = &[
    (
        "Schoolmaatschappelijk werk Noorderkwartier",
        "schoolmaatschappelijk-werk",
        AccessRoute::Direct,
        "aanmelden@smw-noorderkwartier.example",
        "085 000 01 01",
        "Gesprekken met leerling en ouders, op school, tot acht keer",
        "2 weken",
    ),
    (
        "Samenwerkingsverband De Lage Landen",
        "samenwerkingsverband",
        AccessRoute::Samenwerkingsverband,
        "loket@swv-lagelanden.example",
        "085 000 01 02",
        "Meedenken, observatie in de klas, extra ondersteuning",
        "3 weken",
    ),
    (
        "Jeugdarts en jeugdverpleegkundige, GGD Waterstreek",
        "jeugdgezondheidszorg",
        AccessRoute::Direct,
        "jeugd@ggd-waterstreek.example",
        "085 000 01 03",
        "Onderzoek en advies bij groei, slapen, eten, verzuim en zorgen; kan zelf verwijzen naar jeugdhulp",
        "2 weken",
    ),
    (
        "Jeugdteam gemeente Waterstreek",
        "jeugdteam",
        AccessRoute::Municipality,
        "jeugdteam@waterstreek.example",
        "085 000 01 04",
        "Hulp thuis en toegang tot jeugdhulp; ouders of leerling melden zelf aan, de school helpt daarbij",
        "5 weken",
    ),
    (
        "Praktijk Horizon, jeugd-ggz",
        "jeugdhulp",
        AccessRoute::Doctor,
        "aanmelding@praktijkhorizon.example",
        "085 000 01 05",
        "Diagnostiek en behandeling bij angst, somberheid en trauma; op verwijzing van huisarts of jeugdarts",
        "14 weken",
    ),
    (
        "Jongerenwerk De Kade",
        "jongerenwerk",
        AccessRoute::Direct,
        "team@dekade.example",
        "085 000 01 06",
        "Coaching, sport en een vaste plek na school",
        "geen wachttijd",
    ),
    (
        "Doorstroompunt Waterstreek",
        "leerplicht",
        AccessRoute::Direct,
        "doorstroompunt@waterstreek.example",
        "085 000 01 07",
        "Begeleiding bij verzuim en dreigende uitval, ook na 18 jaar",
        "1 week",
    ),
    (
        "Veilig Thuis Waterstreek",
        "veilig-thuis",
        AccessRoute::Direct,
        "meldingen@veiligthuis-waterstreek.example",
        "085 000 01 08",
        "Advies en melding bij vermoeden van huiselijk geweld of kindermishandeling; bel eerst",
        "dag en nacht bereikbaar",
    ),
];

/// The partners of the directory. All are fictitious; waiting times were "told" on the day given.
pub fn partners(told_on: chrono::NaiveDate) -> impl Iterator<Item = Partner> {
    PARTNERS.iter().map(move |(name, kind, route, email, phone, offer, waiting)| Partner {
        phone: (*phone).to_owned(),
        offer: (*offer).to_owned(),
        waiting: (*waiting).to_owned(),
        waiting_told_on: Some(told_on),
        regions: "Waterstreek, Noorderkwartier".to_owned(),
        verified_how: "gebeld met het nummer in de gemeentegids".to_owned(),
        verified_on: Some(told_on),
        ..Partner::named(name, kind, *route, email)
    })
}
