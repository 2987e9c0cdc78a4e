//! Schools, groups, pupils and conversations.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, Failure, PAGE, Paging, list};
use crate::care::speak::{self, Spoken};
use crate::door::{Person, State};
use crate::evidence::conversations::{self, With};
use crate::ground::audit::Entry;
use crate::ground::{Error, GroupId, Message, PupilId, clock};
use crate::school::{model, store};

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
}

/// The groups the caller may open, of this school year.
///
/// # Errors
/// When the database refuses.
pub async fn groups(state: web::Data<State>, person: Person) -> Answer {
    let year = clock::school_year(person.0.today);
    let found = state.db.read(move |conn| store::groups_for(conn, &person.0, year)).await?;
    let items: Vec<Group> = found
        .into_iter()
        .map(|g| Group { id: g.id.0, school: g.school_id.0, name: g.name, school_year: g.school_year })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}

/// A pupil.
#[derive(Debug, Serialize, ToSchema)]
pub struct Pupil {
    id: String,
    school: String,
    number: String,
    first_name: String,
    infix: String,
    last_name: String,
    #[schema(value_type = Option<String>)]
    birth_date: Option<NaiveDate>,
    /// The names of the groups of today.
    groups: Vec<String>,
}

fn pupil_of(pupil: model::Pupil, groups: Vec<String>) -> Pupil {
    Pupil {
        id: pupil.id.0,
        school: pupil.school_id.0,
        number: pupil.number,
        first_name: pupil.first_name,
        infix: pupil.infix,
        last_name: pupil.last_name,
        birth_date: pupil.birth_date,
        groups,
    }
}

/// The pupils the caller may see.
///
/// # Errors
/// When the database refuses.
pub async fn pupils(state: web::Data<State>, person: Person, paging: web::Query<Paging>) -> Answer {
    let cursor = paging.into_inner().cursor;
    let items = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let page = store::pupils_page(conn, scope, cursor.as_deref(), PAGE)?;
            let ids: Vec<PupilId> = page.iter().map(|p| p.id.clone()).collect();
            let groups = store::groups_of_pupils(conn, &ids, scope.today)?;
            let items: Vec<Pupil> = page
                .into_iter()
                .map(|pupil| {
                    let own = groups
                        .iter()
                        .filter(|(id, _)| *id == pupil.id)
                        .map(|(_, name)| name.clone())
                        .collect();
                    pupil_of(pupil, own)
                })
                .collect();
            Ok((items, Entry::by(scope, "list-pupils", "list", "pupils")))
        })
        .await?;
    Ok(list(items, |p: &Pupil| p.id.clone()))
}

/// One pupil.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn pupil(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = PupilId(path.into_inner());
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = store::pupil(conn, &person.0, &id)?;
            let groups = store::groups_of_pupil(conn, &id, person.0.today)?;
            let names = groups.into_iter().map(|g| g.name).collect();
            let entry = Entry::by(&person.0, "view-pupil", "pupil", &id).because(why.word());
            Ok((pupil_of(pupil, names), entry))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Conversation {
    id: String,
    pupil: Option<String>,
    /// `pupil`, `parent`, `both`, `mentor` or `group`.
    with: String,
    #[schema(value_type = String)]
    held_on: NaiveDate,
    line: String,
    #[schema(value_type = Option<String>)]
    transferred_on: Option<NaiveDate>,
}

/// Which pupil's.
#[derive(Debug, Deserialize)]
pub struct OfPupil {
    pupil: String,
    cursor: Option<String>,
}

/// The conversations about a pupil.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn conversations(state: web::Data<State>, person: Person, query: web::Query<OfPupil>) -> Answer {
    let query = query.into_inner();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let id = PupilId(query.pupil);
            let (pupil, why) = store::pupil(conn, &person.0, &id)?;
            let found = conversations::page(conn, &[pupil.id], query.cursor.as_deref(), PAGE)?;
            let entry = Entry::by(&person.0, "view-pupil", "pupil", &id).because(why.word());
            Ok((found, entry))
        })
        .await?;
    let items = found
        .into_iter()
        .map(|c| Conversation {
            id: c.id,
            pupil: c.pupil_id.map(|id| id.0),
            with: c.with_whom.to_string(),
            held_on: c.held_on,
            line: c.line,
            transferred_on: c.transferred_on,
        })
        .collect();
    Ok(list(items, |c: &Conversation| c.id.clone()))
}

/// A conversation to record.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConversation {
    /// The pupil, or
    pupil: Option<String>,
    /// the group.
    group: Option<String>,
    /// `pupil`, `parent`, `both`, `mentor` or `group`.
    with: String,
    #[schema(value_type = String)]
    held_on: NaiveDate,
    /// What came of it, in a line.
    line: String,
}

/// Something that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// Its id.
    pub id: String,
}

/// Records a conversation.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn record(state: web::Data<State>, person: Person, body: web::Json<NewConversation>) -> Answer {
    let new = body.into_inner();
    let with = With::from_word(&new.with).ok_or_else(|| unknown_word("with", &new.with))?;
    let spoken = Spoken { with, held_on: new.held_on, line: new.line };
    let now = state.clock.now();
    let id = state
        .db
        .write(move |conn| match (new.pupil, new.group) {
            (Some(pupil), None) => speak::about_pupil(conn, &person.0, now, &PupilId(pupil), &spoken),
            (None, Some(group)) => speak::about_group(conn, &person.0, now, &GroupId(group), &spoken),
            _ => Err(Error::Refused(Message::new("observation-no-subject"))),
        })
        .await?;
    Ok(HttpResponse::Created().json(Made { id }))
}

/// A word that is none of those a field takes.
pub fn unknown_word(field: &'static str, value: &str) -> Failure {
    let message = Message::new("api-unknown-word").with("field", field).with("value", value);
    Failure(Error::Refused(message))
}
