//! The links of the navigation: where each person can go.

use crate::door::Person;
use crate::ground::Words;
use crate::ground::scope::Role;

/// A link in the navigation.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub href: &'static str,
    /// What it says.
    pub text: String,
    /// Whether it leads to where the reader is.
    pub here: bool,
    /// Whether it stands under "more": a bar of many links runs over two lines.
    pub more: bool,
}

/// How many links stand in the bar itself.
const IN_THE_BAR: usize = 6;

/// Where people go seldom: these stand under "more" where there are too many.
const SELDOM: [&str; 3] = ["/besprekingen", "/overzetten", "/meldcode"];

pub(super) fn links(person: &Person, w: Words) -> Vec<Link> {
    use Role::{Admin, Administration, AttentionOfficer, Coordinator, Leader, Mentor, Staff};
    let Person(scope, is_named) = person;
    let all: [(&'static str, &str, &[Role]); 12] = [
        ("/signalen", "nav-signals", &[Mentor, Coordinator]),
        ("/leerlingen", "nav-pupils", &[Mentor, Coordinator]),
        ("/school", "nav-school", &[Coordinator, Leader]),
        ("/plannen", "nav-plans", &[Mentor, Coordinator]),
        ("/besprekingen", "nav-meetings", &[Mentor, Coordinator]),
        ("/overzetten", "nav-to-file", &[Mentor, Coordinator]),
        ("/verwijzingen", "nav-referrals", &[Coordinator]),
        ("/invoer", "nav-import", &[Administration]),
        ("/meldcode", "meldcode-title", &[AttentionOfficer]),
        ("/observaties/nieuw", "nav-observe", &[Mentor, Coordinator, Staff]),
        ("/beheer/school", "nav-keep", &[Administration]),
        ("/beheer", "nav-admin", &[Admin]),
    ];
    let mut links: Vec<Link> = all
        .into_iter()
        .filter(|(href, _, roles)| {
            roles.iter().any(|role| scope.has(*role)) || (*is_named && *href == "/meldcode")
        })
        .map(|(href, key, _)| Link { href, text: w.t(key), here: false, more: false })
        .collect();
    if links.len() > IN_THE_BAR {
        for link in &mut links {
            link.more = SELDOM.contains(&link.href);
        }
    }
    links
}
