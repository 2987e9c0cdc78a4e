//! Pupils: the list, and one. Schools and groups stand in `schools`, what is said in `conversations`.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, Paging, list};
use crate::door::{Person, State};
use crate::evidence::attendance::Attendance;
use crate::evidence::objections::{self, Objection};
use crate::ground::audit::Entry;
use crate::ground::{PupilId, Words};
use crate::insight::absence::{self, Absence};
use crate::school::{model, store};

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
    /// The name of the home group of today.
    groups: Vec<String>,
    /// The names of the clusters of today, beside the home group.
    clusters: Vec<String>,
}

/// A pupil, with what only the answer about one carries.
#[derive(Debug, Serialize, ToSchema)]
pub struct OnePupil {
    #[serde(flatten)]
    pupil: Pupil,
    /// Absence as the school counted it, this school year and the one before, newest first.
    attendance: Vec<Period>,
    /// What published criteria say of this school year's counts; empty where they say nothing.
    attendance_explained: Vec<Explained>,
    /// The lists to which parents object (*niet meenemen*), by code: their scores are not among what `/scores` gives.
    left_out: Vec<LeftOut>,
}

/// A list that is not taken along.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeftOut {
    /// The instrument's code, or `sociogram`.
    instrument: String,
    /// On which day the parents said so.
    #[schema(value_type = String)]
    objected_on: NaiveDate,
}

/// What was counted over a period; null: not counted, which is not nought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Period {
    #[schema(value_type = String)]
    from: NaiveDate,
    #[schema(value_type = String)]
    until: NaiveDate,
    hours_ill: Option<f64>,
    times_ill: Option<i32>,
    hours_unauthorised: Option<f64>,
    times_late: Option<i32>,
}

/// A criterion beside the counts, in the caller's language: the same words as on screen.
#[derive(Debug, Serialize, ToSchema)]
pub struct Explained {
    text: String,
    /// Where the criterion was published.
    source: String,
}

fn one_of(pupil: Pupil, absence: &Absence, objections: Vec<Objection>, w: Words) -> OnePupil {
    let told = absence.told.iter();
    OnePupil {
        pupil,
        attendance: absence.periods.iter().map(period).collect(),
        attendance_explained: told
            .map(|(said, source)| Explained { text: w.say(said), source: w.say(source) })
            .collect(),
        left_out: objections
            .into_iter()
            .map(|one| LeftOut { instrument: one.instrument, objected_on: one.objected_on })
            .collect(),
    }
}

fn period(one: &Attendance) -> Period {
    Period {
        from: one.starts_on,
        until: one.ends_on,
        hours_ill: one.hours_ill,
        times_ill: one.times_ill,
        hours_unauthorised: one.hours_unauthorised,
        times_late: one.times_late,
    }
}

fn pupil_of(pupil: model::Pupil, groups: Vec<String>, clusters: Vec<String>) -> Pupil {
    Pupil {
        id: pupil.id.0,
        school: pupil.school_id.0,
        number: pupil.number,
        first_name: pupil.first_name,
        infix: pupil.infix,
        last_name: pupil.last_name,
        birth_date: pupil.birth_date,
        groups,
        clusters,
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
                    let own = |beside: bool| {
                        let own =
                            groups.iter().filter(|(id, _, cluster)| *id == pupil.id && *cluster == beside);
                        own.map(|(_, name, _)| name.clone()).collect()
                    };
                    let (groups, clusters) = (own(false), own(true));
                    pupil_of(pupil, groups, clusters)
                })
                .collect();
            Ok((items, Entry::by(scope, "list-pupils", "list", "pupils")))
        })
        .await?;
    Ok(list(items, |p: &Pupil| p.id.clone()))
}

/// One pupil, with the absence that the page of a pupil shows.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn pupil(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = PupilId(path.into_inner());
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = store::pupil(conn, &person.0, &id)?;
            let absence = absence::of_pupil(conn, &person.0, &pupil)?;
            let objections = objections::of_pupil(conn, &id)?;
            let groups = store::groups_of_pupil(conn, &id, person.0.today)?;
            let clusters = store::clusters_of_pupil(conn, &id, person.0.today)?;
            let names = |groups: Vec<model::Group>| groups.into_iter().map(|g| g.name).collect();
            let entry = Entry::by(&person.0, "view-pupil", "pupil", &id).because_of(&why);
            let pupil = pupil_of(pupil, names(groups), names(clusters));
            Ok((one_of(pupil, &absence, objections, person.words()), entry))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}
