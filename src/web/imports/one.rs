//! One import: what it would do or did, and storing it, leaving it or taking it back.

use actix_web::web;
use askama::Template;

use crate::door::{Person, State};
use crate::evidence::files::Refusal;
use crate::evidence::imports::merge::{self, Moved};
use crate::evidence::imports::{self, Actor, Counts, Import, Report, State as Stands, Waiting, difference};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{ImportId, Result, Words};
use crate::school::{School, store as schools};
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// A file that waits, and what it will do.
struct Behind {
    kind: String,
    file: Waiting,
    counts: Option<Counts>,
    brake: Option<String>,
    /// Line, column, value and reason of the first refused rows.
    refused: Vec<(usize, String, String, String)>,
}

impl Behind {
    fn of(w: Words, file: Waiting) -> Result<Self> {
        let kind = w.t(&format!("import-kind-{}", file.kind));
        let Some(forecast) = file.forecast()? else {
            return Ok(Self { kind, file, counts: None, brake: None, refused: Vec::new() });
        };
        let said = |row: Refusal| (row.line, row.column, row.value, w.say(&row.reason));
        Ok(Self {
            kind,
            file,
            counts: Some(forecast.counts),
            brake: forecast.brake.map(|brake| w.say(&brake)),
            refused: forecast.refused.into_iter().map(said).collect(),
        })
    }
}

#[derive(Template)]
#[template(path = "import.html")]
pub(super) struct ImportPage {
    page: Page,
    import: Import,
    school: School,
    kind: String,
    report: Report,
    /// Files that wait behind this one.
    waiting: Vec<Behind>,
    counts: Counts,
    is_open: bool,
    is_stored: bool,
    state: String,
    /// New pupils who may be known: the line of the file, and why.
    suspicions: Vec<(usize, String)>,
    /// Whether it can be looked at pupil by pupil.
    is_told: bool,
    /// Groups of which the counts are other than last time: name, then, now.
    differing: Vec<(String, usize, usize)>,
    /// What an act without a file moved.
    moved: Option<Moved>,
    problem: Option<String>,
}

/// What an import would do or did.
///
/// # Errors
/// `NotFound` outside the person's schools.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    page::html(&import_page(&state, &person, id, None).await?)
}

pub(super) async fn import_page(
    state: &State,
    person: &Person,
    id: ImportId,
    problem: Option<String>,
) -> Result<ImportPage> {
    let scope = person.0.clone();
    let w = person.words();
    let (import, school, report, waiting, moved) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let import = imports::opened(conn, Actor::Person(&scope), &id)?;
            let school = schools::school(conn, &import.school_id)?;
            let report = Report::of(conn, &id, w)?;
            let waiting = imports::waiting(conn, &id)?;
            let entry = Entry::by(&scope, "view-import", "import", &id);
            let moved = import.is_act().then(|| merge::moved(conn, &id)).transpose()?;
            let reads = scope.has_at(Role::Coordinator, &import.school_id);
            let moved = if reads { moved } else { moved.map(Moved::without_care) };
            Ok(((import, school, report, waiting, moved), entry))
        })
        .await?;
    Ok(ImportPage {
        page: Page::of(person),
        kind: w.t(&format!("import-kind-{}", import.kind)),
        state: w.t(&format!("import-state-{}", import.state)),
        counts: imports::counts(&import)?,
        is_open: import.state == Stands::Previewed,
        is_told: difference::is_told(&import) && report.new + report.changed > 0,
        differing: report.last.as_ref().map(|last| last.differing(&report.groups)).unwrap_or_default(),
        is_stored: import.state == Stands::Stored,
        import,
        school,
        waiting: waiting.into_iter().map(|one| Behind::of(w, one)).collect::<Result<_>>()?,
        suspicions: report.suspicions.iter().map(|one| (one.line, w.say(&one.said()))).collect(),
        report,
        moved,
        problem,
    })
}
