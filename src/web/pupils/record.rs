//! What is recorded on a pupil's page: a conversation, and that something was copied to the official file.

use actix_web::web;

use super::{Query, Typed, render};
use crate::door::{Person, State};
use crate::ground::PupilId;
use crate::web::failure::Answer;
use crate::web::page::{self};
use crate::web::subject::Subject;
use crate::web::talk::{self, TalkForm};
use crate::web::transfer::{self, TransferForm};

/// Records a conversation with or about a pupil.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn talk(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<TalkForm>,
) -> Answer {
    let id = PupilId(id.into_inner());
    let about = Subject::Pupil(id.clone());
    match talk::record(&state, &person, &about, form.into_inner()).await? {
        None => Ok(page::to(&about.done())),
        talk => {
            let typed = Typed { talk, ..Typed::default() };
            page::again(&render(&state, &person, id, &Query::default(), typed).await?)
        }
    }
}

/// Notes that a conversation or a decision was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn transferred(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<TransferForm>,
) -> Answer {
    let about = Subject::Pupil(PupilId(id.into_inner()));
    transfer::note(&state, person, about, form.into_inner()).await
}
