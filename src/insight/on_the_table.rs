//! What of a pupil may lie on a table or go home: strengths first, then questions in plain words, made of domains alone.
//! Nothing from scales that are for the coordinator, nothing on critical answers or on who filled in, no urgent concern, no
//! concern in a pupil's own words or in those of a parent who does not want the other to read them, no figure. Why: ADR 53.

use std::collections::HashMap;

use self::strengths::strengths;
pub use self::strengths::{Strength, of_group};
use super::series;
use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{self, Observation};
use crate::ground::ids::words_enum;
use crate::ground::{Conn, PupilId, Result, Scope, SignalId};
use crate::school::Pupil;
use crate::signals::finding::Rule;
use crate::signals::model::{Evidence, Level, Severity, Signal};
use crate::signals::store as signals;

mod strengths;

words_enum! {
    /// What a question is about, apart from its domain.
    Asks {
        /// It goes less well than it did.
        Falls = "falls",
        /// It does not go easily.
        Low = "low",
        /// Somebody is rarely chosen.
        Chosen = "chosen",
        /// School and others see it differently.
        Differs = "differs",
        /// It goes better again.
        Rises = "rises",
        /// Somebody at school saw something.
        Seen = "seen",
        /// Anything else.
        Other = "other",
    }
}

/// The question of a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The signal.
    pub signal: SignalId,
    /// Pupil, group or school.
    pub level: Level,
    /// How soon it asks for attention: for the order alone.
    pub severity: Severity,
    /// Whether a person worries: for the order alone.
    pub human: bool,
    /// The domain's code.
    pub domain: String,
    /// What is asked.
    pub asks: Asks,
}

/// What may lie on the table about one pupil.
#[derive(Debug, Clone, Default)]
pub struct OnTheTable {
    /// What goes well, at most four.
    pub strengths: Vec<Strength>,
    /// What the open signals ask, the gravest first.
    pub questions: Vec<Question>,
}

/// What may lie on the table about these pupils, read in one go.
///
/// # Errors
/// When the database refuses.
pub fn of_pupils(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    pupils: &[Pupil],
) -> Result<HashMap<PupilId, OnTheTable>> {
    let scales = series::of_pupils(conn, scope, catalogue, pupils)?;
    let ids: Vec<PupilId> = pupils.iter().map(|pupil| pupil.id.clone()).collect();
    let seen = observations::about_pupils(conn, &ids)?;
    let mut open = signals::open(conn, scope)?;
    open.retain(|signal| signal.pupil_id.as_ref().is_some_and(|id| ids.contains(id)));
    let asked = questions(conn, &open, &seen)?;
    let mut found = HashMap::new();
    for pupil in pupils {
        let about = |signal: &&Signal| signal.pupil_id.as_ref() == Some(&pupil.id);
        let own: Vec<&Signal> = open.iter().filter(about).collect();
        let is_own = |question: &&Question| own.iter().any(|signal| signal.id == question.signal);
        let questions = asked.iter().filter(is_own).cloned().collect();
        let scales = scales.get(&pupil.key).map_or(&[][..], Vec::as_slice);
        let seen: Vec<&Observation> =
            seen.iter().filter(|one| one.pupil_id.as_ref() == Some(&pupil.id) && one.may_go_home()).collect();
        let strengths = strengths(catalogue, scales, &seen, &own);
        found.insert(pupil.id.clone(), OnTheTable { strengths, questions });
    }
    Ok(found)
}

/// The questions of some signals that the caller may see, as far as they may be asked on paper, the gravest first; `seen`
/// holds the observations they may rest on.
///
/// # Errors
/// When the database refuses.
pub fn questions(conn: &mut Conn, of: &[Signal], seen: &[Observation]) -> Result<Vec<Question>> {
    let of: Vec<&Signal> = of.iter().filter(|signal| signal.may_lie_open()).collect();
    let ids: Vec<SignalId> = of.iter().map(|signal| signal.id.clone()).collect();
    let evidence = signals::evidence(conn, &ids)?;
    let mut found: Vec<Question> = of
        .into_iter()
        .filter_map(|signal| {
            let asked = |one: &&Evidence| one.signal_id == signal.id && may_be_asked(one, seen);
            let speaks = Evidence::gravest(evidence.iter().filter(asked))?;
            Some(Question {
                signal: signal.id.clone(),
                level: signal.level,
                severity: signal.severity,
                human: signal.human,
                domain: signal.domain.clone(),
                asks: asks(speaks),
            })
        })
        .collect();
    found.sort_by_key(|question| (question.severity, !question.human));
    Ok(found)
}

/// Whether there is a sheet of a signal: by what it rests on and what was seen of its subject.
#[must_use]
pub fn has_sheet(signal: &Signal, evidence: &[Evidence], seen: &[Observation]) -> bool {
    let own = |one: &&Evidence| one.signal_id == signal.id;
    signal.may_lie_open() && evidence.iter().filter(own).any(|one| may_be_asked(one, seen))
}

/// Whether what a signal rests on may be asked about: a finding, or an observation that may go home.
fn may_be_asked(evidence: &Evidence, seen: &[Observation]) -> bool {
    let may = |id: &String| seen.iter().any(|one| one.id == *id && one.may_go_home());
    !evidence.withdrawn && evidence.observation_id.as_ref().is_none_or(may)
}

fn asks(evidence: &Evidence) -> Asks {
    if evidence.observation_id.is_some() {
        return Asks::Seen;
    }
    match Rule::from_word(&evidence.rule) {
        Some(Rule::UnexpectedDecline | Rule::SteadyDecline | Rule::GroupShift | Rule::SchoolTrend) => {
            Asks::Falls
        }
        Some(
            Rule::Level
            | Rule::Persistent
            | Rule::GroupLevel
            | Rule::GroupShare
            | Rule::SchoolCompared
            | Rule::SchoolSafety,
        ) => Asks::Low,
        Some(Rule::RejectedTwice | Rule::GroupStructure) => Asks::Chosen,
        Some(Rule::InformantsDiffer) => Asks::Differs,
        Some(Rule::Recovery) => Asks::Rises,
        _ => Asks::Other,
    }
}
