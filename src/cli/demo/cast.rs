//! The fixed cast of the demo: who logs in, and which partners stand in the directory. Mentors stand in `plan`.

use crate::care::referrals::model::{AccessRoute, Partner};
use crate::ground::{PartnerId, Role};

/// The password of every account of the demo. It guards fictitious pupils on this machine only.
pub const PASSWORD: &str = "welkom-bij-baken";

/// A person who can log in.
#[derive(Debug)]
pub struct Person {
    /// First and last name.
    pub name: &'static str,
    /// The address to log in with.
    pub email: &'static str,
    /// The role.
    pub role: Role,
    /// The schools the role is for; none: the whole board.
    pub schools: &'static [&'static str],
}

/// One person a role, for who tries the demo out; the first of each is the login that is shown.
pub const PEOPLE: &[Person] = &[
    Person {
        name: "Marieke Hoekstra",
        email: "m.hoekstra@wilgen.example",
        role: Role::Mentor,
        schools: &["99ZA"],
    },
    Person { name: "Henk de Boer", email: "h.deboer@wilgen.example", role: Role::Staff, schools: &["99ZA"] },
    // Coordinator of De Wilgen, stand-in at the other two.
    Person {
        name: "Fatima el Idrissi",
        email: "f.elidrissi@wilgen.example",
        role: Role::Coordinator,
        schools: &["99ZA", "99ZB", "99ZC"],
    },
    Person {
        name: "Joost van Dijk",
        email: "j.vandijk@wilgen.example",
        role: Role::Leader,
        schools: &["99ZA"],
    },
    Person {
        name: "Anneke Visser",
        email: "a.visser@bestuur.example",
        role: Role::Administration,
        schools: &["99ZA", "99ZB", "99ZC"],
    },
    Person {
        name: "Wilma Jansen",
        email: "w.jansen@wilgen.example",
        role: Role::AttentionOfficer,
        schools: &["99ZA"],
    },
    Person { name: "Robert de Graaf", email: "r.degraaf@bestuur.example", role: Role::Admin, schools: &[] },
    Person {
        name: "Bram Visser",
        email: "b.visser@lageland.example",
        role: Role::Coordinator,
        schools: &["99ZB"],
    },
    Person {
        name: "Sanne Meijer",
        email: "s.meijer@dewerf.example",
        role: Role::Coordinator,
        schools: &["99ZC"],
    },
    Person {
        name: "Carla Timmer",
        email: "c.timmer@lageland.example",
        role: Role::Leader,
        schools: &["99ZB"],
    },
];

/// The login that is shown for each role.
pub fn logins() -> impl Iterator<Item = &'static Person> {
    Role::ALL.iter().filter_map(|role| PEOPLE.iter().find(|person| person.role == *role))
}

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
        id: PartnerId::fresh(),
        name: (*name).to_owned(),
        kind: (*kind).to_owned(),
        access_route: *route,
        email: (*email).to_owned(),
        phone: (*phone).to_owned(),
        offer: (*offer).to_owned(),
        waiting: (*waiting).to_owned(),
        waiting_told_on: Some(told_on),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_login_and_the_mentor_has_a_group() {
        assert_eq!(logins().count(), Role::ALL.len());
        let mentor = logins().find(|person| person.role == Role::Mentor).unwrap();
        let school = super::super::plan::SCHOOLS.iter().find(|s| s.brin == mentor.schools[0]).unwrap();
        assert!(school.mentors.iter().any(|(group, _)| school.rater(group) == mentor.email));
    }
}
