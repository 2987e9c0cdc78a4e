//! Microsoft School Data Sync v2.1: a set of CSV files (users, roles, orgs, classes, enrollments, demographics) turned into
//! a table of pupils. Passwords are never read, nor flags and relations, which are files of their own.

use std::collections::{BTreeSet, HashMap};

use super::{
    header::Column,
    sheet::Sheet,
    source::Part,
    table::{Colleague, Table},
    text,
};
use crate::ground::{Error, Message, Result};

mod pupils;

/// The file that leads the set.
const MAIN: &str = "users.csv";
/// Those without which there is no set.
const NEEDED: &[&str] = &["roles.csv", "classes.csv", "enrollments.csv"];
/// Those that are read where they are there.
const MORE: &[&str] = &["orgs.csv", "demographics.csv"];
/// Those that belong to a set and are not read.
const UNREAD: &[&str] = &["relationships.csv", "userflags.csv", "academicsessions.csv", "courses.csv"];

/// Whether a file leads a set.
pub(super) fn leads(beside: &[Part]) -> bool {
    NEEDED.iter().all(|name| find(beside, name).is_some())
}

/// Takes the set out of some files, where they hold one: the file that leads it, and those beside it. Of a file that is
/// not read only the name goes along.
pub fn take_set(files: &mut Vec<Part>) -> Result<Option<(Part, Vec<Part>)>> {
    let is = |part: &Part, name: &str| part.name.eq_ignore_ascii_case(name);
    let names = set_names(files);
    if names.is_empty() {
        return Ok(None);
    }
    let (mut set, rest): (Vec<Part>, Vec<Part>) =
        std::mem::take(files).into_iter().partition(|part| names.contains(&part.name));
    *files = rest;
    set.sort_by_key(|part| part.name.to_lowercase());
    if set.windows(2).any(|two| matches!(two, [one, other] if is(one, &other.name))) {
        return Err(Error::Refused(Message::new("file-sets-more")));
    }
    for part in &mut set {
        if UNREAD.iter().any(|name| is(part, name)) {
            part.bytes.clear();
        }
    }
    let main = set.iter().position(|part| is(part, MAIN)).map(|at| set.remove(at));
    Ok(main.map(|main| (main, set)))
}

/// The names of those files that make a set; empty where they hold none.
pub fn set_names(files: &[Part]) -> BTreeSet<String> {
    if find(files, MAIN).is_none() || !leads(files) {
        return BTreeSet::new();
    }
    let of_set = |name: &&str| {
        [MAIN].iter().chain(NEEDED).chain(MORE).chain(UNREAD).any(|known| known.eq_ignore_ascii_case(name))
    };
    files.iter().map(|part| part.name.as_str()).filter(of_set).map(ToOwned::to_owned).collect()
}

fn find<'p>(files: &'p [Part], name: &str) -> Option<&'p Part> {
    files.iter().find(|part| part.name.eq_ignore_ascii_case(name))
}

/// What a person is at the school.
#[derive(Default)]
struct Place {
    roles: Vec<String>,
    school: String,
    grade: String,
    starts_on: String,
    ends_on: String,
}

impl Place {
    fn is(&self, role: &str) -> bool {
        self.roles.iter().any(|known| known.eq_ignore_ascii_case(role))
    }
}

/// What the files beside the users say.
#[derive(Default)]
struct Set {
    places: HashMap<String, Place>,
    /// Titles of classes, and whether they are of a course.
    classes: HashMap<String, (String, bool)>,
    /// The classes of a person.
    sits_in: HashMap<String, Vec<String>>,
    /// Birth date and sex.
    told: HashMap<String, (String, String)>,
}

/// Turns a set into a table of pupils. Refused whole: what lacks a file or column, or holds more than one school.
pub(super) fn table(users: &[u8], beside: &[Part]) -> Result<Table> {
    let mut table = Table::new(pupils::COLUMNS);
    for part in beside.iter().filter(|part| part.bytes.is_empty()) {
        table.ignored.insert(part.name.clone());
    }
    let bytes = |name: &str| find(beside, name).map_or(&[] as &[u8], |part| part.bytes.as_slice());
    let mut set = Set::default();
    let mut schools = BTreeSet::new();
    if !bytes("orgs.csv").is_empty() {
        each(bytes("orgs.csv"), "orgs.csv", ["sourcedId"], ["type"], &mut table, |_, [id, kind]| {
            if kind.is_empty() || kind.eq_ignore_ascii_case("school") {
                schools.insert(id.to_owned());
            }
        })?;
    }
    if schools.len() > 1 {
        let names: Vec<&str> = schools.iter().map(String::as_str).collect();
        return Err(Error::Refused(Message::new("file-more-schools").with("schools", names.join(", "))));
    }
    let more = ["grade", "roleStartDate", "roleEndDate"];
    each(
        bytes("roles.csv"),
        "roles.csv",
        ["userSourcedId", "orgSourcedId", "role"],
        more,
        &mut table,
        |_, cells| {
            let [user, school, role, grade, from, to] = cells;
            let place = set.places.entry(user.to_owned()).or_default();
            place.roles.push(role.to_owned());
            for (kept, cell) in [
                (&mut place.school, school),
                (&mut place.grade, grade),
                (&mut place.starts_on, from),
                (&mut place.ends_on, to),
            ] {
                if kept.is_empty() {
                    cell.clone_into(kept);
                }
            }
        },
    )?;
    let more = ["courseSourcedId"];
    each(bytes("classes.csv"), "classes.csv", ["sourcedId", "title"], more, &mut table, |_, cells| {
        let [id, title, course] = cells;
        set.classes.insert(id.to_owned(), (title.to_owned(), !course.is_empty()));
    })?;
    let needed = ["classSourcedId", "userSourcedId"];
    each(bytes("enrollments.csv"), "enrollments.csv", needed, ["role"], &mut table, |_, cells| {
        let [class, user, _] = cells;
        set.sits_in.entry(user.to_owned()).or_default().push(class.to_owned());
    })?;
    if !bytes("demographics.csv").is_empty() {
        let more = ["birthDate", "sex"];
        each(
            bytes("demographics.csv"),
            "demographics.csv",
            ["userSourcedId"],
            more,
            &mut table,
            |_, cells| {
                let [user, born, sex] = cells;
                set.told.insert(user.to_owned(), (born.to_owned(), sex.to_owned()));
            },
        )?;
    }
    let mut people = Vec::new();
    let needed = ["sourcedId", "givenName", "familyName"];
    each(users, MAIN, needed, ["email"], &mut table, |line, cells| {
        people.push((line, cells.map(ToOwned::to_owned)));
    })?;
    for (line, [id, given, family, email]) in people {
        let place = set.places.get(&id);
        if place.is_some_and(|place| !place.is("student") && !place.roles.is_empty()) {
            let colleague = Colleague {
                name: format!("{given} {family}").trim().to_owned(),
                email: Some(email.to_lowercase()).filter(|email| email.contains('@')),
                roles: place.map(|place| place.roles.clone()).unwrap_or_default(),
                groups: set.titles(&id),
            };
            table.facts.staff.push(colleague);
        } else {
            pupils::add(&mut table, line, &set, [&id, &given, &family]);
        }
    }
    // A set without classes of courses says nothing of clusters, rather than that all have ended.
    if !set.classes.values().any(|(_, course)| *course) {
        table.without(pupils::CLUSTERS);
    }
    Ok(table)
}

impl Set {
    /// The titles of the classes somebody is in; a key that the set does not explain stands behind a question mark.
    fn titles(&self, user: &str) -> Vec<String> {
        let keys = self.sits_in.get(user).into_iter().flatten();
        keys.map(|key| self.classes.get(key).map_or_else(|| format!("? {key}"), |class| class.0.clone()))
            .collect()
    }
}

/// Goes through a file: for each row its line and the cells of columns that are needed, then of those that may be missing.
/// No other cell is looked at.
fn each<const N: usize, const M: usize, const ALL: usize>(
    bytes: &[u8],
    file: &str,
    needed: [&str; N],
    more: [&str; M],
    table: &mut Table,
    mut row: impl FnMut(usize, [&str; ALL]),
) -> Result<()> {
    let (text, _) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    if let Some(lacking) = needed.iter().find(|name| sheet.header.place_of(name).is_none()) {
        let message = Message::new("file-set-column").with("file", file).with("column", *lacking);
        return Err(Error::Refused(message));
    }
    let mut names = needed.iter().chain(&more);
    let places: [Option<usize>; ALL] =
        std::array::from_fn(|_| names.next().and_then(|name| sheet.header.place_of(name)));
    for (name, at) in needed.iter().chain(&more).zip(&places) {
        if let Some(at) = at {
            sheet.header.used(*at, name);
        }
    }
    let columns = sheet.header.columns();
    table.dropped.extend(Column::dropped(&columns));
    table.ignored.extend(Column::ignored(&columns));
    let mut cells = csv::StringRecord::new();
    while let Some(found) = sheet.next_row(&mut cells)? {
        let cell = |at: Option<usize>| at.and_then(|at| found.cells.get(at)).unwrap_or_default().trim();
        row(found.line, places.map(cell));
    }
    Ok(())
}
