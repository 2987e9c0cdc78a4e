//! The schools and groups the caller may open. Who is in them stands in `pupils`.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, list};
use crate::door::{Person, State};
use crate::ground::{Conn, GroupId, clock};
use crate::school::store;

/// A school.
#[derive(Debug, Serialize, ToSchema)]
pub struct School {
    id: String,
    brin: String,
    name: String,
    sector: String,
}

/// The schools of the caller.
///
/// # Errors
/// When the database refuses.
pub async fn schools(state: web::Data<State>, person: Person) -> Answer {
    let found = state.db.read(move |conn| store::schools_of(conn, &person.0)).await?;
    let items = found
        .into_iter()
        .map(|s| School { id: s.id.0, brin: s.brin, name: s.name, sector: s.sector })
        .collect();
    Ok(list(items, |s: &School| s.id.clone()))
}

/// A group in one school year.
#[derive(Debug, Serialize, ToSchema)]
pub struct Group {
    id: String,
    school: String,
    name: String,
    /// The year the school year began in.
    school_year: i32,
    /// Whether it is a cluster: nobody's home group.
    cluster: bool,
}

/// The groups the caller may open, of this school year.
///
/// # Errors
/// When the database refuses.
pub async fn groups(state: web::Data<State>, person: Person) -> Answer {
    let year = clock::school_year(person.0.today);
    let look = move |conn: &mut Conn| {
        let found = store::groups_for(conn, &person.0, year)?;
        let ids: Vec<GroupId> = found.iter().map(|group| group.id.clone()).collect();
        Ok((found, store::clusters_among(conn, &ids)?))
    };
    let (found, clusters) = state.db.read(look).await?;
    let items: Vec<Group> = found
        .into_iter()
        .map(|g| Group {
            cluster: clusters.contains(&g.id),
            id: g.id.0,
            school: g.school_id.0,
            name: g.name,
            school_year: g.school_year,
        })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}
