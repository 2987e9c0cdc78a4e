//! The schools and groups the caller may open, and what the rules could not say of them. Who is in them stands in
//! `pupils`.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, list};
use crate::door::{Person, State};
use crate::ground::scope::Role;
use crate::ground::{Conn, GroupId, SchoolId, clock};
use crate::school::store;
use crate::signals::{silence_store, silent};

/// A school.
#[derive(Debug, Serialize, ToSchema)]
pub struct School {
    id: String,
    brin: String,
    name: String,
    sector: String,
    /// What the rules could not say of it in the last round, and why; for its coordinator and leader.
    not_judged: Vec<String>,
}

/// The schools of the caller.
///
/// # Errors
/// When the database refuses.
pub async fn schools(state: web::Data<State>, person: Person) -> Answer {
    let w = person.words();
    let look = move |conn: &mut Conn| {
        let found = store::schools_of(conn, &person.0)?;
        let reads =
            |id: &SchoolId| [Role::Coordinator, Role::Leader].iter().any(|role| person.0.has_at(*role, id));
        let ids: Vec<SchoolId> = found.iter().map(|school| school.id.clone()).filter(reads).collect();
        Ok((found, silence_store::of_schools(conn, &ids)?))
    };
    let (found, silences) = state.db.read(look).await?;
    let item = |s: crate::school::School| School {
        not_judged: silent::said(w, &state.instruments, silences.iter().filter(|one| one.school_id == s.id)),
        id: s.id.0,
        brin: s.brin,
        name: s.name,
        sector: s.sector,
    };
    let items = found.into_iter().map(item).collect();
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
    /// What the rules could not say of it in the last round, and why.
    not_judged: Vec<String>,
}

/// The groups the caller may open, of this school year.
///
/// # Errors
/// When the database refuses.
pub async fn groups(state: web::Data<State>, person: Person) -> Answer {
    let (w, year) = (person.words(), clock::school_year(person.0.today));
    let look = move |conn: &mut Conn| {
        let found = store::groups_for(conn, &person.0, year)?;
        let ids: Vec<GroupId> = found.iter().map(|group| group.id.clone()).collect();
        Ok((found, store::clusters_among(conn, &ids)?, silence_store::of_groups(conn, &ids)?))
    };
    let (found, clusters, silences) = state.db.read(look).await?;
    let items: Vec<Group> = found
        .into_iter()
        .map(|g| Group {
            cluster: clusters.contains(&g.id),
            not_judged: silent::said(
                w,
                &state.instruments,
                silences.iter().filter(|one| one.is_of(&g.id, &g.school_id)),
            ),
            id: g.id.0,
            school: g.school_id.0,
            name: g.name,
            school_year: g.school_year,
        })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}
