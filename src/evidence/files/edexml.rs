//! EDEXML 1.0.3, 2.0 and 2.1: a school's groups, pupils and staff, turned into a table of pupils. Lenient where the
//! published schema is out of date (school years, roles, elements it does not know), strict on keys and what they refer to.
//! `toevoegingen` are passed: they carry background and no scores.

use std::collections::BTreeMap;

use super::{
    names::{is_forbidden, key},
    table::Table,
    xml::{Element, Open, Xml},
};
use crate::ground::{Error, Message, Result};

mod people;

/// The column of the groups beside the home group.
const CLUSTERS: &str = "samengestelde_groepen";

/// The columns of the table: elements of a pupil, and the school.
const COLUMNS: &[&str] = &[
    "key",
    "roepnaam",
    "voorvoegsel",
    "achternaam",
    "geboortedatum",
    "geslacht",
    "groep",
    "jaargroep",
    "instroomdatum",
    "uitstroomdatum",
    "brincode",
    CLUSTERS,
];

/// Elements of a pupil or colleague that are read, besides the columns.
const READ: &[&str] = &[
    "voornamen",
    "voorletters-1",
    "samengestelde_groep",
    "emailadres",
    "rol",
    "rolomschrijving",
    "groepen",
    "naam",
    "schooljaar",
    "instellingsnummer",
];

/// A group as the file describes it.
#[derive(Debug)]
struct Group {
    name: String,
    /// The year of its pupils; none for a combination, where each pupil has an own one.
    year: Option<String>,
    /// Whether it is made up of pupils of other groups.
    composed: bool,
}

/// What is read before the pupils can be looked at.
#[derive(Default)]
struct File {
    school: Element,
    groups: BTreeMap<String, Group>,
    pupils: Vec<Element>,
    staff: Vec<Element>,
}

/// Turns a file into a table of pupils. Refused whole: what is no EDEXML, is broken, declares a document type, or gives two
/// groups one key.
pub(super) fn table(text: &str) -> Result<Table> {
    let mut xml = Xml::new(text);
    let mut table = Table::new(COLUMNS);
    if xml.child()?.is_none_or(|root| root.name != "EDEX") {
        return Err(Error::Refused(Message::new("file-xml-other")));
    }
    let mut file = File::default();
    while let Some(part) = xml.child()? {
        match part.name.as_str() {
            "school" => file.school = read(&mut xml, part, &mut table)?,
            "groepen" => {
                while let Some(group) = xml.child()? {
                    let group = read(&mut xml, group, &mut table)?;
                    add_group(&mut file.groups, &group)?;
                }
            }
            "leerlingen" => {
                while let Some(pupil) = xml.child()? {
                    file.pupils.push(read(&mut xml, pupil, &mut table)?);
                }
            }
            "leerkrachten" => {
                while let Some(colleague) = xml.child()? {
                    file.staff.push(read(&mut xml, colleague, &mut table)?);
                }
            }
            _ => {
                xml.skip(&part)?;
                table.ignored.insert(part.name);
            }
        }
    }
    table.facts.school_year = file.school.get("schooljaar").map(ToOwned::to_owned);
    let school = file.school.get("brincode").or_else(|| file.school.get("instellingsnummer"));
    for pupil in &file.pupils {
        people::add_pupil(&mut table, pupil, &file.groups, school.unwrap_or_default());
    }
    // A file without any says nothing of clusters, rather than that all have ended.
    if !file.groups.values().any(|group| group.composed) {
        table.without(CLUSTERS);
    }
    table.facts.staff = file.staff.iter().map(|one| people::colleague(one, &file.groups)).collect();
    Ok(table)
}

/// Reads an element, without what Baken may not have and what means nothing here; both are named.
fn read(xml: &mut Xml<'_>, open: Open, table: &mut Table) -> Result<Element> {
    let (dropped, ignored) = (&mut table.dropped, &mut table.ignored);
    dropped.extend(open.attributes.iter().filter(|name| is_forbidden(&key(name))).cloned());
    let mut keep = |child: &Open| {
        if is_forbidden(&key(&child.name)) {
            dropped.insert(child.name.clone());
            return false;
        }
        let known = COLUMNS.contains(&child.name.as_str()) || READ.contains(&child.name.as_str());
        if !known {
            ignored.insert(child.name.clone());
        }
        known
    };
    xml.element(open, &mut keep)
}

fn add_group(groups: &mut BTreeMap<String, Group>, element: &Element) -> Result<()> {
    let line = element.open.line;
    let Some(key) = &element.open.key else {
        return Err(Error::Refused(Message::new("file-group-no-key").with("line", line)));
    };
    let group = Group {
        name: element.get("naam").unwrap_or(key).to_owned(),
        year: element.get("jaargroep").and_then(people::year),
        composed: element.open.name == "samengestelde_groep",
    };
    if groups.insert(key.clone(), group).is_some() {
        let message = Message::new("file-group-twice").with("key", key.as_str());
        return Err(Error::Refused(message.with("line", line)));
    }
    Ok(())
}
