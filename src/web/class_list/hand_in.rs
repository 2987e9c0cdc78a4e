//! Handing a class list in, and keeping what is typed so far.

use actix_web::{HttpResponse, web};

use super::{
    Query, Typed,
    choices::{Column, columns},
    chosen, field, opened, render,
};
use crate::{
    door::{Person, State},
    evidence::imports::{self, Actor, ClassList, HandedIn, TypedCell},
    ground::{Error, GroupId, Message, Result, clock, scope::Role},
    school::{Group, Pupil, accounts::store as accounts, store as people},
    web::{
        failure::{Answer, Failure},
        page,
    },
};

/// Hands the list in, or gives it back with everything typed and what is wrong.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn hand_in(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
    form: web::Form<Typed>,
) -> Answer {
    let (id, query, typed) = (GroupId(id.into_inner()), query.into_inner(), form.into_inner());
    // Kept first: whatever happens now, nothing typed is lost.
    save(&state, &person, &id, &query, &typed).await?;
    let problems = match stored(&state, &person, &id, &query, typed.clone()).await {
        Ok(HandedBack::Stored(scores)) => {
            let back = format!("/groepen/{id}/lijst?klaar={scores}");
            let (account, name) = (person.0.account.clone(), query.draft(&id));
            let now = state.clock.now();
            state.db.write(move |conn| accounts::save_draft(conn, now, &account, &name, "")).await?;
            return Ok(page::to(&back));
        }
        Ok(HandedBack::Problems(problems)) => problems,
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            vec![("datum".to_owned(), person.words().say(&message))]
        }
        Err(other) => return Err(other.into()),
    };
    page::again(&render(&state, &person, id, query, typed, problems).await?)
}

/// Keeps what is typed so far; answers with the sentence "bewaard 14:02".
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
    form: web::Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let id = GroupId(id.into_inner());
    save(&state, &person, &id, &query, &form).await?;
    let time = clock::local(state.clock.now()).format("%H:%M").to_string();
    let said = person.words().t1("observe-kept", "time", time);
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(said))
}

async fn save(state: &State, person: &Person, id: &GroupId, query: &Query, typed: &Typed) -> Result<()> {
    let body = serde_json::to_string(typed).map_err(Error::internal)?;
    let (scope, id, name, now) = (person.0.clone(), id.clone(), query.draft(id), state.clock.now());
    state
        .db
        .write(move |conn| {
            people::group_for(conn, &scope, &id)?;
            accounts::save_draft(conn, now, &scope.account, &name, &body)
        })
        .await
}

/// What came of it: how many scores are stored, or what is wrong in which field.
enum HandedBack {
    Stored(usize),
    Problems(Vec<(String, String)>),
}

async fn stored(
    state: &State,
    person: &Person,
    id: &GroupId,
    query: &Query,
    typed: Typed,
) -> Result<HandedBack> {
    let list = chosen(state, query)?.ok_or_else(|| Error::Refused(Message::new("class-list-choose")))?;
    let (code, name) = (list.code.clone(), list.name.clone());
    let date = typed.get("datum").and_then(|text| text.parse().ok());
    let date = date.ok_or_else(|| Error::Refused(Message::new("observe-no-date")))?;
    // Said once, and not of every cell.
    let today = person.0.today;
    if date > today {
        return Err(Error::Refused(Message::new("row-date-future").with("last", today.to_string())));
    }
    let (scope, id, now) = (person.0.clone(), id.clone(), state.clock.now());
    let ((group, pupils), brin, rater) = state
        .db
        .read_audited(now, move |conn| {
            let (found, entry) = opened(conn, &scope, &id)?;
            let brin = people::school(conn, &found.0.school_id)?.brin;
            let rater =
                accounts::mail_address(conn, &scope.account)?.map_or_else(String::new, |(email, _)| email);
            Ok(((found, brin, rater), entry))
        })
        .await?;
    // What the page does not ask of this person does not come in by another way either.
    let coordinates = person.0.has_at(Role::Coordinator, &group.school_id);
    let (fields, cells) = cells(&pupils, &columns(list, coordinates, true), &typed);
    let list = ClassList {
        school: brin,
        name: title(person, &group, &name),
        instrument: code,
        informant: query.informant(),
        date,
        rater,
        cells,
    };
    let (state, scope, words) = (state.clone(), person.0.clone(), person.words());
    let handed_in = web::block(move || {
        let actor = Actor::OfGroup(&scope);
        imports::hand_in(&state.db, &state.clock, actor, state.instruments.as_ref(), &list, words)
    });
    Ok(match handed_in.await.map_err(Error::internal)?? {
        HandedIn::Stored(scores) => HandedBack::Stored(scores),
        HandedIn::Refused(refused) => {
            let told = |(at, reason): (usize, String)| Some((fields.get(at)?.clone(), reason));
            HandedBack::Problems(refused.into_iter().filter_map(told).collect())
        }
    })
}

/// The filled cells, with the fields they stand in.
fn cells(pupils: &[Pupil], columns: &[Column], typed: &Typed) -> (Vec<String>, Vec<TypedCell>) {
    let all = pupils.iter().flat_map(|pupil| columns.iter().map(move |column| (pupil, &column.code)));
    let filled = all.filter_map(|(pupil, scale)| {
        let field = field(pupil, scale);
        let typed = typed.get(&field)?.trim();
        let cell = TypedCell { number: pupil.number.clone(), scale: scale.clone(), typed: typed.to_owned() };
        (!typed.is_empty()).then_some((field, cell))
    });
    filled.unzip()
}

/// What the list of imports shows.
fn title(person: &Person, group: &Group, list: &str) -> String {
    let message = Message::new("class-list-name").with("group", group.name.as_str()).with("list", list);
    person.words().say(&message)
}
