//! A signal as the pages of a pupil and a group show it. What it rests on stands in `why`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use self::why::{EvidenceView, why};
use crate::ground::{Message, Words, clock};
use crate::insight::on_the_table;
use crate::signals::model::{Severity, Signal};
use crate::web::page::{domain, long_date};
use crate::web::signals::say::severity;
use crate::web::told::Told;

mod why;

pub(super) use self::why::about;

/// A signal as it is read on the pupil's page.
#[derive(Debug)]
pub(super) struct SignalView {
    pub id: String,
    /// Whether it has a sheet to speak from.
    pub sheet: bool,
    pub domain: String,
    pub severity: &'static str,
    pub severity_word: String,
    pub state: String,
    pub evidence: Vec<EvidenceView>,
}

/// The signals of a page.
#[derive(Debug)]
pub(super) struct SignalViews {
    /// What waits for somebody.
    pub open: Vec<SignalView>,
    /// Notes.
    pub notes: Vec<SignalView>,
    /// What was decided this school year, the latest first: why it was raised can be read again.
    pub ended: Vec<SignalView>,
}

impl SignalViews {
    /// What is told, by what is to be done with it.
    pub(super) fn of(w: Words, known: &Told, today: NaiveDate) -> Self {
        let year = clock::school_year_start(clock::school_year(today));
        let since = |signal: &Signal| clock::local(signal.changed_at);
        let (open, mut ended): (Vec<&Signal>, Vec<&Signal>) =
            known.signals.iter().partition(|signal| signal.state.is_open());
        let (notes, open): (Vec<&Signal>, Vec<&Signal>) =
            open.into_iter().partition(|signal| signal.severity == Severity::C);
        ended.retain(|signal| signal.severity != Severity::C && since(signal).date() >= year);
        ended.sort_by_key(|signal| Reverse(since(signal)));
        let view = |signals: Vec<&Signal>| signals.into_iter().map(|s| view(w, known, s)).collect();
        Self { open: view(open), notes: view(notes), ended: view(ended) }
    }
}

fn view(w: Words, known: &Told, signal: &Signal) -> SignalView {
    let state = Message::new("state-since")
        .with("state", signal.state.as_str())
        .with("date", long_date(w, clock::local(signal.changed_at).date()));
    let mut own: Vec<_> = known.evidence.iter().filter(|e| e.signal_id == signal.id).collect();
    // What weighs most speaks first, as in the list.
    own.sort_by_key(|evidence| evidence.severity);
    SignalView {
        id: signal.id.0.clone(),
        sheet: signal.state.is_open()
            && on_the_table::has_sheet(signal, &known.evidence, &known.observations),
        domain: domain(w, &signal.domain),
        severity: signal.severity.as_str(),
        severity_word: severity(w, signal.severity.as_str()),
        state: w.say(&state),
        evidence: own.into_iter().map(|evidence| why(w, known, evidence)).collect(),
    }
}
