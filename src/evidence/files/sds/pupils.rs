//! A pupil of School Data Sync as a row.

use super::Set;
use crate::evidence::files::{clusters, sex::SexCode, table::Table};
use crate::ground::Message;

/// The columns of the table.
pub(super) const COLUMNS: &[&str] = &[
    "sourcedId",
    "givenName",
    "familyName",
    "birthDate",
    "sex",
    "class",
    "grade",
    "roleStartDate",
    "roleEndDate",
    "school",
    CLUSTERS,
];

/// The column of the classes beside the home class.
pub(super) const CLUSTERS: &str = "clusters";

/// Adds a pupil: somebody who is a student, or of whom no role is known.
pub(super) fn add(table: &mut Table, line: usize, set: &Set, [id, given, family]: [&str; 3]) {
    let place = set.places.get(id);
    let class = classroom(set, id);
    let (born, sex) = set.told.get(id).map_or(("", ""), |(born, sex)| (born.as_str(), sex.as_str()));
    // Here M is male, whatever other lists mean by it.
    let sex = match SexCode::MV.read(sex) {
        Some("m") => "jongen",
        Some(_) => "meisje",
        None => "",
    };
    let school = place.map_or("", |place| place.school.as_str());
    let cells = [
        if id.is_empty() { "–" } else { id },
        given,
        family,
        born,
        sex,
        class.as_ref().map_or("", |(home, _)| home.as_str()),
        place.map_or("", |place| &place.grade),
        place.map_or("", |place| &place.starts_on),
        place.map_or("", |place| &place.ends_on),
        if is_brin(school) { school } else { "" },
        class.as_ref().map_or("", |(_, clusters)| clusters.as_str()),
    ];
    table.push(line, cells.map(ToOwned::to_owned).to_vec());
    if id.is_empty() {
        table.refuse("sourcedId", "", Message::new("row-no-key"));
    }
    if place.is_none() {
        table.refuse("role", "", Message::new("row-no-role"));
    }
    if let Err((value, reason)) = class {
        table.refuse("class", &value, reason);
    }
}

/// The home class of a pupil: the only one that is of no course, else the only one; and the others, as a cell. What is wrong
/// where no home class can be told, with the value.
fn classroom(set: &Set, id: &str) -> Result<(String, String), (String, Message)> {
    let keys: Vec<&String> = set.sits_in.get(id).into_iter().flatten().collect();
    if let Some(lost) = keys.iter().find(|key| !set.classes.contains_key(**key)) {
        return Err(((*lost).clone(), Message::new("row-group-lost").with("key", lost.as_str())));
    }
    let mut titles: Vec<&(String, bool)> = keys.iter().filter_map(|key| set.classes.get(*key)).collect();
    titles.sort();
    titles.dedup();
    let mut of_no_course = titles.iter().filter(|(_, course)| !course);
    match (titles.as_slice(), of_no_course.next(), of_no_course.next()) {
        ([], ..) => Err((String::new(), Message::new("row-no-group"))),
        ([(home, _)], ..) | (_, Some((home, _)), None) => {
            let others = titles.iter().map(|(title, _)| title.as_str()).filter(|title| title != home);
            Ok((home.clone(), clusters::cell(others)))
        }
        _ => Err((set.titles(id).join(", "), Message::new("row-more-groups"))),
    }
}

/// Whether a key is a BRIN, with or without its branch.
fn is_brin(key: &str) -> bool {
    let shape: Vec<bool> = key.chars().map(|sign| sign.is_ascii_digit()).collect();
    let letters = key.chars().skip(2).take(2).all(|sign| sign.is_ascii_uppercase());
    letters && matches!(shape.as_slice(), [true, true, false, false] | [true, true, false, false, true, true])
}
