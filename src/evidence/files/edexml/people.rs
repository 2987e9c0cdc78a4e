//! A pupil of EDEXML as a row, and a colleague as the file names one.

use std::collections::BTreeMap;

use super::Group;
use crate::evidence::files::{
    clusters,
    sex::SexCode,
    table::{Colleague, Table},
    xml::Element,
};
use crate::ground::Message;

/// The groups of a file by key.
type Groups = BTreeMap<String, Group>;

/// Adds a pupil to the table.
pub(super) fn add_pupil(table: &mut Table, pupil: &Element, groups: &Groups, school: &str) {
    let get = |name: &str| pupil.get(name).unwrap_or_default();
    let key = pupil.open.key.as_deref();
    let own: Vec<&str> = keys(pupil, "groep").collect();
    let composed: Vec<&str> =
        pupil.all("samengestelde_groepen").flat_map(|list| keys(list, "samengestelde_groep")).collect();
    // The group a pupil sits in, else the only composed one.
    let seat = match (own.as_slice(), composed.as_slice()) {
        ([one], _) | ([], [one]) => groups.get(*one),
        _ => None,
    };
    let year = pupil.get("jaargroep").and_then(year).or_else(|| seat?.year.clone());
    let sex = match SexCode::Edexml.read(get("geslacht")) {
        Some("m") => "jongen",
        Some(_) => "meisje",
        None => "",
    };
    let name = |key: &&str| groups.get(*key).map(|group| group.name.as_str());
    let beside = composed.iter().filter_map(name).filter(|name| seat.is_some_and(|seat| seat.name != *name));
    let clusters = clusters::cell(beside);
    let cells = [
        key.unwrap_or("–"),
        first_name(pupil),
        get("voorvoegsel"),
        get("achternaam"),
        day(get("geboortedatum")),
        sex,
        seat.map_or("", |group| group.name.as_str()),
        year.as_deref().unwrap_or_default(),
        day(get("instroomdatum")),
        day(get("uitstroomdatum")),
        school,
        &clusters,
    ];
    table.push(pupil.open.line, cells.map(ToOwned::to_owned).to_vec());
    if key.is_none() {
        table.refuse("key", "", Message::new("row-no-key"));
    }
    if let Some(lost) = own.iter().chain(&composed).find(|key| !groups.contains_key(**key)) {
        table.refuse("groep", lost, Message::new("row-group-lost").with("key", *lost));
    }
    let gone = get("jaargroep") == "H" || !get("uitstroomdatum").is_empty();
    if own.len() > 1 || (own.is_empty() && composed.len() > 1 && !gone) {
        let names = own.iter().chain(&composed).filter_map(|key| groups.get(*key));
        let names: Vec<&str> = names.map(|group| group.name.as_str()).collect();
        table.refuse("groep", &names.join(", "), Message::new("row-more-groups"));
    } else if own.is_empty() && composed.is_empty() && !gone {
        table.refuse("groep", "", Message::new("row-no-group"));
    }
    if get("jaargroep") == "H" && get("uitstroomdatum").is_empty() {
        table.refuse("jaargroep", "H", Message::new("row-of-the-past"));
    }
}

/// A colleague as the file names one.
pub(super) fn colleague(element: &Element, groups: &Groups) -> Colleague {
    let get = |name: &str| element.get(name).unwrap_or_default();
    let names = [first_name(element), get("voorvoegsel"), get("achternaam")];
    let names: Vec<&str> = names.into_iter().filter(|part| !part.is_empty()).collect();
    let lists = || element.all("groepen").flat_map(|list| &list.children);
    // A role stands with the person, or with a group.
    let places = std::iter::once(element).chain(lists());
    let mut roles: Vec<String> = places
        .flat_map(|place| place.all("rol").chain(place.all("rolomschrijving")))
        .map(|role| role.text.trim().to_owned())
        .filter(|role| !role.is_empty())
        .collect();
    roles.sort();
    roles.dedup();
    let named = |key: &str| groups.get(key).map_or_else(|| format!("? {key}"), |group| group.name.clone());
    Colleague {
        name: names.join(" "),
        email: element.get("emailadres").map(str::to_lowercase),
        roles,
        groups: lists().filter_map(|group| group.open.key.as_deref().map(named)).collect(),
    }
}

/// The name of every day: else the first of the official ones, else the letters.
fn first_name(person: &Element) -> &str {
    let first = || person.get("voornamen").and_then(|names| names.split_whitespace().next());
    person.get("roepnaam").or_else(first).or_else(|| person.get("voorletters-1")).unwrap_or_default()
}

/// The year of a code: 11 to 16 are the years of secondary school. None for what is no year of a pupil: C, N, H.
pub(super) fn year(code: &str) -> Option<String> {
    match code {
        "C" | "N" | "H" | "" => None,
        "11" | "12" | "13" | "14" | "15" | "16" => code.strip_prefix('1').map(ToOwned::to_owned),
        _ => Some(code.to_owned()),
    }
}

/// A date without the zone that XML allows behind it.
fn day(text: &str) -> &str {
    text.get(..10).filter(|day| text.len() > 10 && day.as_bytes().get(4) == Some(&b'-')).unwrap_or(text)
}

fn keys<'e>(element: &'e Element, name: &'e str) -> impl Iterator<Item = &'e str> {
    element.all(name).filter_map(|child| child.open.key.as_deref())
}
