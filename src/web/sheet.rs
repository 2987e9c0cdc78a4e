//! A sheet beside a signal, to speak from: strengths first, then the question in plain words, three open questions and room
//! to write; one page of print, or a PDF. It may go home. What may stand on it: `insight::on_the_table`.

use actix_web::web;
use askama::Template;

use self::read::{Known, read};
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::evidence::preparations::FilledBy;
use crate::ground::{SignalId, Words};
use crate::paper::{Block, Paper};
use crate::signals::model::Level;

mod read;
pub mod say;

/// Empty lines under each question, on which three rows of handwriting fit.
const ROOM: usize = 3;

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    page: Page,
    path: String,
    back: String,
    sheet: Sheet,
}

/// What stands on a sheet.
struct Sheet {
    title: String,
    footer: String,
    strengths: Vec<String>,
    question: String,
    /// The three open questions, and what is agreed: each over room to write.
    open: Vec<String>,
}

impl Sheet {
    fn of(w: Words, known: &Known) -> Self {
        let level = known.question.level.as_str();
        let ask = |key: &str| w.t1(key, "level", level);
        Self {
            title: w.t1("talk-sheet-title", "name", &known.name),
            footer: format!("{} · {}", known.school, page::long_date(w, known.on)),
            strengths: known.strengths.iter().map(|one| say::strength(w, one)).collect(),
            question: say::question(w, &known.question),
            open: [
                "talk-sheet-ask-first",
                "talk-sheet-ask-second",
                "talk-sheet-ask-third",
                "talk-sheet-agree",
            ]
            .map(ask)
            .to_vec(),
        }
    }

    fn paper(self, w: Words) -> Paper {
        let lead = |text: String| [Block::Lead(text), Block::Lines(ROOM)];
        let mut blocks = vec![
            Block::Heading { level: 1, text: self.title },
            Block::Text(w.t("talk-sheet-with")),
            Block::Lead(w.t("talk-sheet-strengths")),
        ];
        blocks.push(if self.strengths.is_empty() {
            Block::Lines(ROOM)
        } else {
            Block::Points(self.strengths)
        });
        blocks.extend([Block::Lead(w.t("talk-sheet-question")), Block::Text(self.question)]);
        blocks.extend(self.open.into_iter().flat_map(lead));
        Paper { title: w.t("talk-sheet-name"), language: w.0.code().to_owned(), footer: self.footer, blocks }
    }
}

/// The sheet on screen, as it prints.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a signal that does not go on paper.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let known = known(&state, &person, id.into_inner()).await?;
    let page = Page::of(&person).at("/signalen");
    page::html(&SheetPage {
        path: format!("/signalen/{}/gespreksblad.pdf", known.question.signal),
        back: match known.question.level {
            Level::Pupil => format!("/leerlingen/{}", known.subject),
            Level::Group => format!("/groepen/{}", known.subject),
            Level::School => "/signalen".to_owned(),
        },
        sheet: Sheet::of(page.w, &known),
        page,
    })
}

/// The same sheet as a file.
///
/// # Errors
/// As [`show`].
pub async fn pdf(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let known = known(&state, &person, id.into_inner()).await?;
    let w = person.words();
    page::pdf(Sheet::of(w, &known).paper(w), "gespreksblad").await
}

async fn known(state: &State, person: &Person, id: String) -> Result<Known, Failure> {
    let (scope, catalogue, id) = (person.0.clone(), state.instruments.clone(), SignalId(id));
    let known =
        state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &catalogue, &id)).await?;
    Ok(known)
}

/// The list that pupil and parent fill in before a conversation that they lead: a page each, about nobody.
///
/// # Errors
/// When the file cannot be written.
pub async fn blank(person: Person) -> Answer {
    let w = person.words();
    let mut blocks = Vec::new();
    for who in FilledBy::ALL {
        blocks.extend([
            Block::NewPage,
            Block::Heading { level: 1, text: w.t1("preparation-of", "who", who.as_str()) },
            Block::Text(w.t("preparation-intro")),
        ]);
        for question in ["preparation-strengths", "preparation-worries", "preparation-wish"] {
            blocks.extend([Block::Lead(w.t(question)), Block::Lines(2 * ROOM)]);
        }
    }
    let title = w.t("preparation-record");
    let paper = Paper { title, language: w.0.code().to_owned(), footer: w.t("preparation-footer"), blocks };
    page::pdf(paper, "voorbereiding").await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;
    use crate::insight::on_the_table::{Asks, Question, Strength};
    use crate::paper;
    use crate::signals::model::Severity;

    #[test]
    fn the_fullest_sheet_is_one_page_with_strengths_before_questions() {
        let w = Words(Language::Dutch);
        let domain = || "aanwezigheid".to_owned();
        let known = Known {
            name: "Maximiliaan-Alexander".to_owned(),
            school: "De Wilgen".to_owned(),
            subject: String::new(),
            on: chrono::NaiveDate::default(),
            strengths: (0..4)
                .map(|_| Strength::Seen { domain: domain(), on: chrono::NaiveDate::default() })
                .collect(),
            question: Question {
                signal: SignalId::from("s"),
                level: Level::Pupil,
                severity: Severity::B,
                human: false,
                domain: domain(),
                asks: Asks::Differs,
            },
        };
        let made = Sheet::of(w, &known).paper(w);
        let lead = |wanted: &str| {
            made.blocks.iter().position(|block| *block == Block::Lead(w.t(wanted))).expect("a lead")
        };
        assert!(lead("talk-sheet-strengths") < lead("talk-sheet-question"));
        let bytes = paper::pdf(&made).unwrap();
        assert_eq!(paper::tests::pages(&bytes), 1);
        assert_eq!(made.title, "Gespreksblad", "no name in what readers show of a file");
    }
}
