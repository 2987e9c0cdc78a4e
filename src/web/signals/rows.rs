//! A row of the list: from what triage gives to what a person reads.

use chrono::Duration;

pub use super::may::May;
use super::may::may;
use super::remarks::remarks;
use super::say::{chart, place, sentence, severity};
use crate::care::triage::decide::{SIX_WEEKS, watch_until};
use crate::care::triage::list::Row as Given;
use crate::door::Person;
use crate::signals::model::Level;
use crate::signals::state::State;

/// What a person typed in a form that was refused: the row, the event and the fields.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The signal (or, for a mentor's answer, the pupil) the form was about.
    pub about: String,
    /// Which of the row's forms.
    pub event: String,
    /// The date typed.
    pub look_on: String,
    /// The text typed.
    pub note: String,
}

/// A row as it is read.
#[derive(Debug)]
pub struct Row {
    /// The signal the decision is made on.
    pub id: String,
    /// The subject's name.
    pub name: String,
    /// The subject's page.
    pub href: String,
    /// Where a plan for the subject begins.
    pub plan: String,
    /// Group and school.
    pub place: String,
    /// `A`, `B` or `C`.
    pub severity: &'static str,
    /// The severity as a word.
    pub severity_word: String,
    /// What is the matter: domain and sentence.
    pub sentences: Vec<(String, String)>,
    /// The small chart, as SVG; empty without a series.
    pub chart: String,
    /// Who worries and since when; what the mentor said; where it stands.
    pub remarks: Vec<String>,
    /// The signal that has a sheet to speak from; empty where none has.
    pub sheet: String,
    /// What the person may do.
    pub may: May,
    /// Whether somebody has it: it may be known already.
    pub is_known: bool,
    /// Whether the person may give it to somebody.
    pub may_give: bool,
    /// The pupil's id; empty for groups and schools.
    pub pupil: String,
    /// The signal on a critical answer that nobody has read yet; empty where there is none.
    pub unread: String,
    /// The date a conversation is looked back on, as proposed or typed.
    pub talk_until: String,
    /// The date to watch until, as proposed or typed.
    pub watch_until: String,
    /// The last day something may be watched until.
    pub watch_most: String,
    /// The form that was refused, to be shown open.
    pub typed: Typed,
    /// How many pupils stand under a group that moved; empty where none does.
    pub folded_word: String,
    /// Those pupils.
    pub folded: Vec<Self>,
    /// Whether they are shown: one of them has a form that was refused.
    pub folded_open: bool,
}

impl Row {
    /// The row in the person's words.
    #[must_use]
    pub fn of(row: &Given, person: &Person, many_schools: bool, typed: Option<&Typed>) -> Self {
        let w = person.words();
        let today = person.0.today;
        let may = may(row, &person.0.account);
        let pupil = row.pupil.as_ref().map_or_else(String::new, |id| id.0.clone());
        let group = row.group.as_ref();
        let folded: Vec<Self> =
            row.folded.iter().map(|one| Self::of(one, person, many_schools, typed)).collect();
        let about = |typed: &&Typed| typed.about == row.id.0 || typed.about == pupil;
        let typed = typed.filter(about).cloned().unwrap_or_default();
        let date = |event: &str, later: Duration| match typed.event.as_str() {
            now if now == event => typed.look_on.clone(),
            _ => (today + later).to_string(),
        };
        Self {
            id: row.id.0.clone(),
            name: match row.level {
                Level::Group => w.t1("group-title", "name", &row.name),
                Level::Pupil | Level::School => row.name.clone(),
            },
            href: match row.level {
                Level::Pupil => format!("/leerlingen/{pupil}"),
                Level::Group => {
                    format!("/groepen/{}", group.map_or("", |(id, _)| id.0.as_str()))
                }
                Level::School => format!("/school?school={}", row.school_id),
            },
            plan: match row.level {
                Level::Pupil => format!("/plannen/nieuw?leerling={pupil}"),
                Level::Group => format!("/plannen/nieuw?groep={}", group.map_or("", |(id, _)| id.0.as_str())),
                Level::School => format!("/plannen/nieuw?school={}", row.school_id),
            },
            place: place(row, many_schools),
            severity: row.severity.as_str(),
            severity_word: severity(w, row.severity.as_str()),
            sentences: row.parts.iter().filter_map(|part| sentence(w, part)).collect(),
            chart: chart(w, row),
            remarks: remarks(w, row),
            unread: row
                .parts
                .iter()
                .find(|part| part.reading.is_some_and(|reading| reading.read_at.is_none()))
                .map_or_else(String::new, |part| part.id.0.clone()),
            sheet: row
                .parts
                .iter()
                .find(|part| part.on_paper)
                .map_or_else(String::new, |part| part.id.0.clone()),
            may,
            is_known: row.owner.is_some()
                || row.state == State::Planned
                || row.parts.iter().any(|part| part.quiet),
            may_give: row.coordinated || row.held_by_me,
            talk_until: date("in_conversation", Duration::weeks(2)),
            watch_until: date("watching", SIX_WEEKS),
            watch_most: watch_until(today).to_string(),
            pupil,
            typed,
            folded_word: match folded.len() {
                0 => String::new(),
                count if row.level == Level::School => w.t1("signals-folded-school", "count", count),
                count => w.t1("signals-folded", "count", count),
            },
            folded_open: folded.iter().any(|one| !one.typed.about.is_empty()),
            folded,
        }
    }
}
