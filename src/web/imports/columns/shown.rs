//! The page about the columns of a list, filled with what is known and what was typed.

use askama::Template;
use chrono::NaiveDate;

use super::seen;
use crate::door::{Person, State};
use crate::evidence::files::look::{Dates, Marks, State as Stands, dates_in, marks_in};
use crate::evidence::imports::mapping::{Answers, Holds, UNUSED, choices};
use crate::evidence::imports::{self, Actor, Question};
use crate::evidence::informant::Informant;
use crate::ground::audit::Entry;
use crate::ground::{AskedId, Result};
use crate::school::{School, store as schools};
use crate::web::page::Page;

/// A day whose figures cannot be read two ways once its form is known.
const EXAMPLE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 4, 3);

/// A column with what it is said to be.
struct Field {
    id: String,
    name: String,
    /// Why it cannot be pointed at: the key of a sentence.
    shut: Option<&'static str>,
    /// Some of its cells.
    samples: String,
    said: String,
    wrong: bool,
}

#[derive(Template)]
#[template(path = "columns.html")]
pub(super) struct ColumnsPage {
    page: Page,
    path: String,
    file: String,
    school: School,
    answers: Answers,
    holds: Option<Holds>,
    /// The name of the profile that nearly fits.
    known: Option<String>,
    fitting: Vec<String>,
    columns: Vec<Field>,
    /// The first rows; a cell that is not read is none.
    rows: Vec<Vec<Option<String>>>,
    /// What a column may be: code and name.
    choices: Vec<(String, String)>,
    /// The instruments: code and name.
    lists: Vec<(String, String)>,
    informants: [&'static str; 3],
    /// Forms of dates to choose from, where the columns do not tell: pattern and example.
    forms: Vec<(String, String)>,
    asks_decimal: bool,
    seen: String,
    today: String,
    /// What is wrong or still open, with the field it stands in.
    problems: Vec<(String, String)>,
}

impl ColumnsPage {
    /// Whether something is wrong with a field.
    fn wrong(&self, field: &str) -> bool {
        self.problems.iter().any(|(of, _)| of == field)
    }
}

pub(super) async fn render(
    state: &State,
    person: &Person,
    id: AskedId,
    typed: Option<Answers>,
    problems: Vec<(String, String)>,
) -> Result<ColumnsPage> {
    let (scope, profiles, asked, now) =
        (person.0.clone(), state.profiles.clone(), id.clone(), state.clock.now());
    let (question, school) = state
        .db
        .read_audited(now, move |conn| {
            let question = imports::question(conn, now, Actor::Person(&scope), &profiles, &asked)?;
            let school = schools::school(conn, &question.asked.school_id)?;
            let entry = Entry::by(&scope, "view-columns", "import", &asked);
            Ok(((question, school), entry))
        })
        .await?;
    let must_be_roster = question.must_be_roster();
    let Question { asked, look, base, fitting, .. } = question;
    let page = Page::of(person).at("/invoer");
    let (catalogue, today) = (state.instruments.as_ref(), person.0.today);
    let first_look = typed.is_none();
    let answers = typed.unwrap_or_else(|| {
        let mut answers = Answers::guess(&look, base.as_ref(), catalogue);
        if must_be_roster {
            Holds::Roster.code().clone_into(&mut answers.holds);
            answers.fill_in(&look, base.as_ref(), catalogue);
        }
        answers
    });
    // Of a source that is known only what is missing is asked.
    let open = || answers.made(&look, base.as_ref(), catalogue, ("", today)).err().unwrap_or_default();
    let problems = if first_look && base.is_some() {
        open().into_iter().map(|one| (one.field, page.say(&one.said))).collect()
    } else {
        problems
    };
    let holds = answers.holds();
    let instrument = catalogue.get(&answers.instrument).map(AsRef::as_ref);
    let choices = holds.map(|holds| choices(holds, instrument)).unwrap_or_default().into_iter().map(|one| {
        let name = match one.scale {
            None => page.t(&format!("column-{}", one.code)),
            Some((name, None)) => name,
            Some((name, Some(unit))) => format!("{name} ({unit})"),
        };
        (one.code, name)
    });
    let columns = look.columns.iter().enumerate().map(|(at, column)| {
        let id = format!("k{at}");
        let samples: Vec<&str> =
            column.first.iter().map(String::as_str).filter(|cell| !cell.is_empty()).take(3).collect();
        Field {
            name: column.name.clone(),
            shut: match column.state {
                Stands::Free => None,
                Stands::Forbidden => Some("columns-not-read"),
                Stands::Nameless => Some("columns-nameless"),
                Stands::Twice => Some("columns-same-name"),
            },
            samples: samples.join(" · "),
            said: answers.of(at).to_owned(),
            wrong: problems.iter().any(|(field, _)| *field == id),
            id,
        }
    });
    let shown = look.columns.iter().map(|column| column.first.len()).max().unwrap_or_default();
    let cell = |row: usize| {
        look.columns
            .iter()
            .map(move |one| {
                (one.state != Stands::Forbidden).then(|| one.first.get(row).cloned().unwrap_or_default())
            })
            .collect()
    };
    let forms = match dates_in(&look, None) {
        Dates::Open(forms) => forms,
        Dates::None | Dates::Usual | Dates::Only(_) => Vec::new(),
    };
    let forms = forms.iter().map(|form| {
        let written = EXAMPLE.map(|day| form.write(day)).unwrap_or_default();
        (form.pattern(), page.t1("columns-form-example", "written", &written))
    });
    let mut lists: Vec<_> = catalogue.all().filter(|list| !list.totals_only).collect();
    lists.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(ColumnsPage {
        path: format!("/invoer/kolommen/{id}"),
        file: asked.file_name,
        school,
        holds,
        known: base.map(|base| base.name),
        fitting,
        columns: columns.collect(),
        rows: (0..shown).map(cell).collect(),
        choices: choices.collect(),
        lists: lists.iter().map(|list| (list.code.clone(), list.name.clone())).collect(),
        informants: Informant::ALL.map(Informant::code),
        forms: forms.collect(),
        asks_decimal: holds != Some(Holds::Roster) && marks_in(&look, None) == Marks::Open,
        seen: seen(&answers),
        today: today.to_string(),
        problems,
        answers,
        page,
    })
}
