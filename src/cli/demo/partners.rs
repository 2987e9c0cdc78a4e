//! The fictitious partners of the demo's directory. Who logs in stands in `cast`.

use crate::care::referrals::model::{AccessRoute, Offer, Partner};
use crate::ground::{OfferId, PartnerId};

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
        "Sportvereniging De Treffers",
        "anders",
        AccessRoute::Direct,
        "",
        "085 000 01 09",
        "Meedoen met een team; contributie via het jeugdfonds",
        "geen wachttijd",
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
        informal: email.is_empty(),
        address: "Dorpsplein 1, Waterstreek".to_owned(),
        verified_how: "gebeld met het nummer in de gemeentegids".to_owned(),
        verified_on: Some(told_on),
        ..Partner::named(name, kind, *route, email)
    })
}

/// What the youth doctor offers: for each age another door.
pub fn offers(partner: &PartnerId, told_on: chrono::NaiveDate, now: chrono::NaiveDateTime) -> [Offer; 2] {
    [("Jeugdverpleegkundige op school", 4, 12), ("Jeugdarts, spreekuur", 10, 18)].map(|(name, from, to)| {
        Offer {
            id: OfferId::fresh(),
            partner_id: partner.clone(),
            name: name.to_owned(),
            ages_from: Some(from),
            ages_to: Some(to),
            text: "Gesprek en onderzoek; kan zelf verwijzen naar jeugdhulp".to_owned(),
            access_route: AccessRoute::Direct,
            waiting: "2 weken".to_owned(),
            waiting_told_on: Some(told_on),
            created_at: now,
            retired_at: None,
        }
    })
}
