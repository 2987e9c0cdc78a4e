//! The refused rows of an import, handed back as a file.

use actix_web::{HttpResponse, web};

use crate::door::{Person, State};
use crate::evidence::imports::{self, Actor, refused_file};
use crate::ground::audit::Entry;
use crate::ground::{Error, ImportId};
use crate::web::failure::Answer;

/// The refused rows as a file, with a column that says why.
///
/// # Errors
/// `NotFound` outside the person's schools, and when no row was refused.
pub async fn refused(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    let scope = person.0.clone();
    let w = person.words();
    let text = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            imports::opened(conn, Actor::Person(&scope), &id)?;
            let text = refused_file(conn, &id, w)?.ok_or(Error::NotFound("refused rows"))?;
            let entry = Entry::by(&scope, "hand-back-rows", "import", &id);
            Ok((text, entry))
        })
        .await?;
    // The mark lets spreadsheets see that this is UTF-8.
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("Content-Disposition", "attachment; filename=\"geweigerd.csv\""))
        .body(format!("\u{feff}{text}")))
}
