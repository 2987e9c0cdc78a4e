//! Preparing a meeting at one's own desk: who is on the agenda, who comes from outside, and of whom they may hear the name.

use actix_web::web;
use askama::Template;

use super::naming::{NamingForm, Seat};
use super::view;
use crate::care::meetings::{self, Guest, Meeting, OnAgenda, State as Stands, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, PupilId, Result, Scope};
use crate::school::{Pupil, store as people};
use crate::signals::store as signals;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

#[derive(Template)]
#[template(path = "meeting_prepare.html")]
struct PreparePage {
    page: Page,
    id: String,
    title: String,
    when: String,
    outsiders: bool,
    is_open: bool,
    guests: Vec<Guest>,
    seats: Vec<Seat>,
    /// Pupils with an open signal who are not on the agenda: id and name.
    others: Vec<(String, String)>,
    typed: Typed,
    problem: String,
}

impl PreparePage {
    /// What was typed in a form about the meeting.
    fn value(&self, name: &str) -> &str {
        Fields(&self.typed.fields).text(name)
    }

    /// Whether a pupil was ticked.
    fn is_ticked(&self, pupil: &str) -> bool {
        Fields(&self.typed.fields).all("pupil").iter().any(|one| one == pupil)
    }
}

/// What was typed in the form that was refused: about one on the agenda, or about the meeting.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) naming: Option<(String, NamingForm)>,
    pub(super) fields: Vec<(String, String)>,
}

/// What the page needs.
struct Known {
    meeting: Meeting,
    group: Option<String>,
    guests: Vec<Guest>,
    agenda: Vec<OnAgenda>,
    pupils: Vec<Pupil>,
    others: Vec<Pupil>,
}

/// The agenda.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, id.into_inner(), String::new(), Typed::default()).await?)
}

async fn render(
    state: &State,
    person: &Person,
    id: String,
    problem: String,
    typed: Typed,
) -> Result<PreparePage, Failure> {
    let scope = person.0.clone();
    let known = state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &id)).await?;
    let page = Page::of(person).at("/besprekingen");
    let of = |subject: &OnAgenda| known.pupils.iter().find(|one| Some(&one.id) == subject.pupil_id.as_ref());
    let seats = known
        .agenda
        .iter()
        .filter_map(|subject| {
            let typed = typed.naming.as_ref().filter(|(about, _)| *about == subject.id).map(|(_, form)| form);
            Some(Seat::of(&page, &known.meeting, subject, of(subject)?, typed))
        })
        .collect();
    Ok(PreparePage {
        title: view::title(page.w, known.meeting.kind, known.group.as_deref()),
        when: page.date(&known.meeting.held_on),
        outsiders: known.meeting.has_outsiders(),
        is_open: known.meeting.state == Stands::Prepared,
        guests: known.guests,
        seats,
        others: known.others.into_iter().map(|one| (one.id.0.clone(), one.full_name())).collect(),
        typed,
        problem,
        id: known.meeting.id,
        page,
    })
}

fn read(conn: &mut Conn, scope: &Scope, id: &str) -> Result<(Known, Entry)> {
    let meeting = store::meeting(conn, scope, id)?;
    let group = meeting.group_id.as_ref().map(|id| people::group_for(conn, scope, id)).transpose()?;
    let agenda = store::agenda(conn, &meeting)?;
    let guests = store::guests(conn, &meeting)?;
    let ids: Vec<PupilId> = agenda.iter().filter_map(|subject| subject.pupil_id.clone()).collect();
    let pupils = people::pupils_by_id(conn, scope, &ids)?;
    let open = signals::open(conn, scope)?.into_iter().filter(|one| one.school_id == meeting.school_id);
    let mut asking: Vec<PupilId> =
        open.filter_map(|signal| signal.pupil_id).filter(|id| !ids.contains(id)).collect();
    // A meeting about a group offers the pupils of that group.
    if let Some(group) = &meeting.group_id {
        let of_group = people::pupils_of_group(conn, scope, group)?;
        asking.retain(|id| of_group.iter().any(|pupil| pupil.id == *id));
    }
    let others = people::pupils_by_id(conn, scope, &asking)?;
    let entry = Entry::by(scope, "prepare-meeting", "meeting", &meeting.id).because(scope.capacity());
    let group = group.map(|(group, _)| group.name);
    Ok((Known { meeting, group, guests, agenda, pupils, others }, entry))
}

/// Back to the agenda when it is done; what can be mended stands on it as a sentence.
pub(super) async fn back(
    state: &State,
    person: &Person,
    id: String,
    outcome: Result<()>,
    typed: Typed,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/besprekingen/{id}/voorbereiden"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, id, problem, typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Puts pupils on the agenda: those that were ticked, and the one whose name was typed.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn add(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let (id, form, now) = (id.into_inner(), form.into_inner(), state.clock.now());
    let (scope, meeting, sent) = (person.0.clone(), id.clone(), form.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let fields = Fields(&sent);
            let ticked: Vec<PupilId> = fields.all("pupil").into_iter().map(PupilId).collect();
            meetings::add(conn, &scope, now, &meeting, &ticked)?;
            match fields.text("name").trim() {
                "" => Ok(()),
                name => meetings::add_by_name(conn, &scope, now, &meeting, name),
            }
        })
        .await;
    back(&state, &person, id, outcome, Typed { fields: form, ..Typed::default() }).await
}

/// Takes somebody off the agenda.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when something was decided.
pub async fn drop_subject(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
) -> Answer {
    let ((id, subject), now) = (path.into_inner(), state.clock.now());
    let (scope, meeting) = (person.0.clone(), id.clone());
    let dropped =
        state.db.write(move |conn| meetings::drop_subject(conn, &scope, now, &meeting, &subject)).await;
    back(&state, &person, id, dropped, Typed::default()).await
}

/// Notes a guest.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn invite(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let (id, form, now) = (id.into_inner(), form.into_inner(), state.clock.now());
    let (scope, meeting, sent) = (person.0.clone(), id.clone(), form.clone());
    let invited = state
        .db
        .write(move |conn| {
            let fields = Fields(&sent);
            let (job, organisation) = (fields.text("job"), fields.text("organisation"));
            meetings::invite(conn, &scope, now, &meeting, job, organisation)
        })
        .await;
    back(&state, &person, id, invited, Typed { fields: form, ..Typed::default() }).await
}

/// Takes a guest off.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn uninvite(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let ((id, guest), now) = (path.into_inner(), state.clock.now());
    let (scope, meeting) = (person.0.clone(), id.clone());
    let gone = state.db.write(move |conn| meetings::uninvite(conn, &scope, now, &meeting, &guest)).await;
    back(&state, &person, id, gone, Typed::default()).await
}
