//! The imports of a school. Bringing a file in stands in `offer`, the report of one import in `report`;
//! the use cases are those of the screen and of `baken import`.

use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, list};
use crate::door::{Person, State};
use crate::evidence::imports::{self, Actor};
use crate::ground::SchoolId;
use crate::ground::audit::Entry;

pub mod offer;
pub mod report;

/// An import in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Import {
    id: String,
    school: String,
    /// `roster`, `scores`, `sociogram` or `attendance`.
    kind: String,
    /// `staging`, `previewed`, `stored`, `left`, `undone` or `broken`.
    state: String,
    file_name: String,
    /// SHA-256 of the file; its content is not kept.
    file_hash: String,
    #[schema(value_type = String)]
    created_at: DateTime<Utc>,
}

/// Of which school.
#[derive(Debug, Deserialize)]
pub struct Of {
    school: String,
}

/// The latest imports of a school.
///
/// # Errors
/// `Forbidden` for those who bring in no files at that school.
pub async fn latest(state: web::Data<State>, person: Person, query: web::Query<Of>) -> Answer {
    let school = SchoolId(query.into_inner().school);
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let found = imports::latest(conn, Actor::Person(scope), &school)?;
            Ok((found, Entry::by(scope, "list-imports", "school", &school)))
        })
        .await?;
    let items: Vec<Import> = found
        .into_iter()
        .take(usize::try_from(PAGE).unwrap_or_default())
        .map(|import| Import {
            id: import.id.0,
            school: import.school_id.0,
            kind: import.kind,
            state: import.state.to_string(),
            file_name: import.file_name,
            file_hash: import.file_hash,
            created_at: import.created_at.and_utc(),
        })
        .collect();
    Ok(list(items, |import: &Import| import.id.clone()))
}
