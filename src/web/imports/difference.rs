//! What an import would change, pupil by pupil.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::door::{Person, State};
use crate::evidence::imports::difference::{OfPupil, PAGE, difference};
use crate::evidence::imports::{self, Actor};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, ImportId};
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// From which pupil on.
#[derive(Debug, Deserialize)]
pub struct Query {
    #[serde(default)]
    vanaf: usize,
}

#[derive(Template)]
#[template(path = "import_difference.html")]
struct DifferencePage {
    page: Page,
    id: ImportId,
    file: String,
    lines: Vec<(OfPupil, Vec<String>)>,
    all: usize,
    /// The first pupil of this page, the pages before and after it.
    first: usize,
    earlier: Option<usize>,
    later: Option<usize>,
}

/// A page of the difference; scores only for who may read them.
///
/// # Errors
/// `NotFound` outside the person's schools, and where the import was decided on or is not told pupil by pupil.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let id = ImportId(id.into_inner());
    let (scope, from, of) = (person.0.clone(), query.vanaf, id.clone());
    let (file, told) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let import = imports::opened(conn, Actor::Person(&scope), &of)?;
            let reads = scope.has_at(Role::Coordinator, &import.school_id);
            let told = difference(conn, &of, from, reads)?.ok_or(Error::NotFound("difference"))?;
            let entry = Entry::by(&scope, "view-import", "import", &of).detail("difference");
            Ok(((import.file_name, told), entry))
        })
        .await?;
    let w = person.words();
    let say = |pupil: OfPupil| {
        let said = pupil.what.iter().map(|message| w.say(message)).collect();
        (pupil, said)
    };
    page::html(&DifferencePage {
        page: Page::of(&person),
        id,
        file,
        later: Some(from + PAGE).filter(|next| *next < told.all),
        earlier: (from > 0).then(|| from.saturating_sub(PAGE)),
        first: from + 1,
        lines: told.pupils.into_iter().map(say).collect(),
        all: told.all,
    })
}
