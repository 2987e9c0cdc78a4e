//! Bringing a file in: the body of the request, with the options of `baken import`.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::api::answer::Answer;
use crate::api::problem::unknown_word;
use crate::door::{Person, State};
use crate::evidence::files::{Kind, Part, Points};
use crate::evidence::imports::{self, Actor, Consent, Offer, Report};
use crate::ground::{Conn, Error, ImportId, Message, Result, SchoolId, Words};
use crate::school::store as schools;

/// How a file is brought in: the options of `baken import`.
#[derive(Debug, Deserialize)]
pub struct How {
    /// The school's id.
    school: String,
    /// `roster`, `scores`, `sociogram` or `attendance`; none: told from the header.
    kind: Option<String>,
    /// How many points the ratings of a sociogram have: 3, 5, 7 or 9; none: the ratings must tell.
    points: Option<String>,
    /// The file's name.
    name: Option<String>,
    /// The mapping profile to read it by; none: the one its headers ask for.
    profile: Option<String>,
    /// A roster of the school year to come: it counts from 1 August.
    #[serde(default)]
    next_year: bool,
    /// All rows or none.
    #[serde(default)]
    strict: bool,
    /// Only the report.
    #[serde(default)]
    dry_run: bool,
    /// Though much changes.
    #[serde(default)]
    accept_changes: bool,
}

/// Brings in the file that is the body: stored (201), only reported (200), or stopped by the brake (409).
///
/// # Errors
/// `Refused` for a file that cannot be read as its kind or names another school, `Conflict` for the brake,
/// for refused rows under `strict`, and while another import of the school is under way.
pub async fn bring_in(
    state: web::Data<State>,
    person: Person,
    query: web::Query<How>,
    body: web::Bytes,
) -> Answer {
    let how = query.into_inner();
    let kind = match how.kind.as_deref() {
        Some(word) => Some(Kind::from_code(word).ok_or_else(|| unknown_word("kind", word))?),
        None => None,
    };
    let points = match how.points.as_deref() {
        Some(word) => Some(Points::read(word).ok_or_else(|| unknown_word("points", word))?),
        None => None,
    };
    let (stored, report) = web::block(move || work(&state, &person, &how, (kind, points), &body))
        .await
        .map_err(Error::internal)??;
    Ok(if stored { HttpResponse::Created().json(report) } else { HttpResponse::Ok().json(report) })
}

fn work(
    state: &State,
    person: &Person,
    how: &How,
    (kind, points): (Option<Kind>, Option<Points>),
    body: &[u8],
) -> Result<(bool, Report)> {
    let actor = Actor::Person(&person.0);
    let school = SchoolId(how.school.clone());
    actor.may_import(&school)?;
    let school = state.db.read_blocking(|conn| schools::school(conn, &school))?;
    let file = Part { name: how.name.clone().unwrap_or_default(), bytes: body.to_vec() };
    let offer = Offer {
        school: school.brin,
        kind,
        points,
        next_year: how.next_year,
        profile: how.profile.clone(),
        files: vec![file],
        ..Offer::default()
    };
    let known =
        |conn: &mut Conn| imports::own_profiles::known_to(conn, actor, &state.profiles, &offer.school);
    let known = state.db.read_blocking(known)?;
    let uploads = imports::sort_out(offer, &known).map_err(|(_, error)| error)?;
    let [upload] = uploads.as_slice() else {
        return Err(Error::Refused(Message::new("import-one-file").with("files", uploads.len())));
    };
    let catalogue = state.instruments.as_ref();
    let id = imports::stage(&state.db, &state.clock, actor, catalogue, upload, &mut |_, _| {})?;
    if how.dry_run {
        let mut report = report(state, &id, person.words())?;
        state.db.write_blocking(|conn| imports::forget(conn, &id))?;
        report.import = None;
        return Ok((false, report));
    }
    let (now, today) = (state.clock.now(), state.clock.today());
    let consent = Consent { all_or_nothing: how.strict, changes: how.accept_changes };
    let accepted = state.db.write_blocking(|conn| imports::accept(conn, now, today, actor, &id, consent));
    if let Err(error) = accepted {
        state.db.write_blocking(|conn| imports::forget(conn, &id))?;
        return Err(error);
    }
    Ok((true, report(state, &id, person.words())?))
}

fn report(state: &State, id: &ImportId, words: Words) -> Result<Report> {
    state.db.read_blocking(|conn| Report::of(conn, id, words))
}
