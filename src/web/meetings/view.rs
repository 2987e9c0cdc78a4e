//! A pack in words: the same for the screen, the beamer and paper.

use super::read::{Pack, Seat, Who};
use crate::care::meetings::{Kind, State};
use crate::ground::{Message, Words};
use crate::insight::on_the_table::Strength;
use crate::web::page::long_date;
use crate::web::sheet::say;
use crate::web::timeline::said;

/// Questions that are read about one subject: the gravest.
const ASKED: usize = 3;

/// A pack as it is read.
pub(super) struct PackView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) when: String,
    pub(super) school: String,
    /// Who sits at the table from outside, as one line; empty where nobody does.
    pub(super) guests: String,
    pub(super) why_five: bool,
    pub(super) is_open: bool,
    /// How many places the agenda has.
    pub(super) places: usize,
    pub(super) seats: Vec<SeatView>,
}

/// Somebody on the agenda as it is read.
pub(super) struct SeatView {
    pub(super) id: String,
    pub(super) title: String,
    /// The page of the pupil; empty for who has no name here, and for the group.
    pub(super) href: String,
    pub(super) strengths: Vec<String>,
    pub(super) questions: Vec<String>,
    /// What was decided, as far as the table may read it; none while nothing was.
    pub(super) decided: Option<String>,
    /// What was typed in a form that was refused, and what is wrong with it.
    pub(super) line: String,
    pub(super) agreed: String,
    pub(super) problem: String,
}

/// What a meeting is called: `Groepsbespreking groep 6B`.
pub(super) fn title(w: Words, kind: Kind, group: Option<&str>) -> String {
    let said = w.t1("meeting-kind", "kind", kind.as_str());
    group.map_or_else(|| said.clone(), |name| format!("{said} {}", w.t1("group-name", "name", name)))
}

impl PackView {
    pub(super) fn of(w: Words, pack: Pack) -> Self {
        let guests: Vec<String> =
            pack.guests.iter().map(|guest| format!("{} ({})", guest.job, guest.organisation)).collect();
        Self {
            title: title(w, pack.meeting.kind, pack.group.as_deref()),
            when: long_date(w, pack.meeting.held_on),
            school: pack.school,
            guests: guests.join(", "),
            why_five: pack.meeting.kind == Kind::Group,
            is_open: pack.meeting.state == State::Prepared,
            places: pack.places,
            seats: pack.seats.into_iter().map(|seat| SeatView::of(w, seat)).collect(),
            id: pack.meeting.id,
        }
    }
}

impl SeatView {
    fn of(w: Words, seat: Seat) -> Self {
        let told = seat.decided.as_ref().map(|held| said(w, held));
        let view = Self {
            id: seat.id,
            title: String::new(),
            href: String::new(),
            strengths: Vec::new(),
            questions: Vec::new(),
            decided: told,
            line: String::new(),
            agreed: String::new(),
            problem: String::new(),
        };
        match seat.who {
            Who::Group { name, good, questions } => {
                let well = |domain: String| say::strength(w, &Strength::Well { domain, better: false });
                Self {
                    title: w.t1("group-title", "name", &name),
                    strengths: good.into_iter().map(well).collect(),
                    questions: questions.iter().take(ASKED).map(|one| say::question(w, one)).collect(),
                    ..view
                }
            }
            Who::Named { id, name, table } => Self {
                title: name,
                href: format!("/leerlingen/{id}"),
                strengths: table.strengths.iter().map(|one| say::strength(w, one)).collect(),
                questions: table.questions.iter().take(ASKED).map(|one| say::question(w, one)).collect(),
                ..view
            },
            // What was decided may hold a name: it stands with the pupil alone.
            Who::Unnamed { need } => Self {
                title: w.say(&Message::new("meeting-unnamed").with("number", seat.number)),
                questions: vec![if need.is_empty() { w.t("meeting-no-need") } else { need }],
                decided: view.decided.is_some().then(|| w.t("meeting-kept")),
                ..view
            },
        }
    }
}
