//! A ready letter in which a school asks a supplier how its export is laid out. It asks for a header and invented rows, and
//! says that no pupil's data are needed. Nothing is sent or kept: the school takes the text along.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::evidence::files::Kind;
use crate::evidence::instruments::{Catalogue, Instrument};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, Language, Message, Words};
use crate::school::{School, store as schools};

/// What the letter is about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The school's id; empty: the first.
    school: String,
    /// What the supplier calls its product.
    product: String,
    /// `roster`, `attendance`, or the code of an instrument.
    wat: String,
    /// `nl` or `en`; empty: the reader's.
    taal: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage {
    page: Page,
    asked: Asked,
    school: School,
    schools: Vec<School>,
    /// What can be asked for: the word of the address, and the name.
    things: Vec<(String, String)>,
    letter: String,
    rows: usize,
}

/// The letter, with what was filled in so far.
///
/// # Errors
/// `NotFound` for a school where this person brings nothing in.
pub async fn show(state: web::Data<State>, person: Person, asked: web::Query<Asked>) -> Answer {
    let (scope, mut asked) = (person.0.clone(), asked.into_inner());
    let schools = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let mut own = schools::schools_of(conn, &scope)?;
            own.retain(|school| {
                [Role::Administration, Role::Coordinator].iter().any(|role| scope.has_at(*role, &school.id))
            });
            Ok((own, Entry::by(&scope, "write-letter", "list", "supplier")))
        })
        .await?;
    let wanted = |one: &&School| asked.school.is_empty() || one.id.0 == asked.school;
    let school = schools.iter().find(wanted).cloned().ok_or(Error::NotFound("school"))?;
    let page = Page::of(&person).at("/invoer");
    let language = match asked.taal.as_str() {
        "nl" => Language::Dutch,
        "en" => Language::English,
        _ => page.w.0,
    };
    if language == Language::Dutch { "nl" } else { "en" }.clone_into(&mut asked.taal);
    let things = things(page.w, &state.instruments);
    if !things.iter().any(|(word, _)| *word == asked.wat) {
        Kind::Roster.code().clone_into(&mut asked.wat);
    }
    let about = state.instruments.get(&asked.wat).map(AsRef::as_ref);
    let letter = letter(Words(language), &asked, about, &school.name, &page.who);
    let rows = letter.lines().count() + letter.len() / 90;
    page::html(&LetterPage { page, asked, school, schools, things, letter, rows })
}

/// What can be asked for.
fn things(w: Words, catalogue: &Catalogue) -> Vec<(String, String)> {
    let kinds = [Kind::Roster, Kind::Attendance];
    let kinds = kinds.map(|kind| (kind.code().to_owned(), w.t(&format!("import-kind-{}", kind.code()))));
    let lists = catalogue.all().map(|one| (one.code.clone(), one.name.clone()));
    kinds.into_iter().chain(lists).collect()
}

/// The letter: what is asked for, by the names that people know.
fn letter(w: Words, asked: &Asked, about: Option<&Instrument>, school: &str, sender: &str) -> String {
    let (what, fields) = match about {
        Some(list) if list.totals_only => {
            (list.name.clone(), w.t1("letter-fields-totals", "scales", scales(list)))
        }
        Some(list) => (list.name.clone(), w.t1("letter-fields-scores", "scales", scales(list))),
        None => {
            let kind = if asked.wat == Kind::Attendance.code() { "attendance" } else { "roster" };
            (w.t(&format!("import-kind-{kind}")), w.t(&format!("letter-fields-{kind}")))
        }
    };
    let product = asked.product.trim();
    let product = if product.is_empty() { w.t("letter-product-open") } else { product.to_owned() };
    let said = Message::new("letter-text")
        .with("school", school)
        .with("product", product)
        .with("what", what)
        .with("fields", fields)
        .with("sender", sender);
    w.say(&said)
}

fn scales(list: &Instrument) -> String {
    let own = list.scales.iter().map(|scale| scale.name.as_str());
    own.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_holds_the_letter_as_the_screen_gives_it() {
        let catalogue = Catalogue::shipped().unwrap();
        let asked = Asked { product: "SCOL".to_owned(), wat: "scol".to_owned(), ..Asked::default() };
        let page = include_str!("../../docs/letter-supplier.md");
        for language in [Language::Dutch, Language::English] {
            let list = catalogue.get("scol").map(AsRef::as_ref);
            let text = letter(Words(language), &asked, list, "De Wilgen", "Iemand");
            assert!(page.contains(&text), "docs/letter-supplier.md should hold:\n{text}");
        }
    }

    #[test]
    fn what_is_not_filled_in_stays_open_to_see() {
        let text = letter(Words(Language::Dutch), &Asked::default(), None, "De Wilgen", "Iemand");
        assert!(text.contains("[naam van het programma]") && text.contains("leerlingnummer"), "{text}");
        assert!(!text.contains('{') && !text.contains('\u{2068}'), "{text}");
    }
}
