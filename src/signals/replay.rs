//! What rulesets would have told in every past round of a school, each with only what was known then. Nothing is
//! raised. Who was right afterwards, and in which words it is said: `insight::rules`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::finding::Finding;
use super::fresh::SoFar;
use super::model::{Level, Severity};
use super::replay_store;
use super::rules::season::half_year;
use super::ruleset::Ruleset;
use super::sociogram_store;
use super::sociograms::Wanted;
use super::table_store::{self, BoardTable};
use crate::analytics::{Analysis, Span};
use crate::evidence::instruments::Catalogue;
use crate::ground::{Db, Message, Result, SchoolId};

pub use super::replay_store::{Raised, raised};

/// Somebody (or a group, or the school) to be spoken about in a round: one row in the list of one person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Talk {
    /// The round's label.
    pub round: String,
    /// The id of the pupil, group or school.
    pub subject: String,
    /// Which of these it is.
    pub level: Level,
    /// Whether it rests on scales for the coordinator alone; pupils only.
    pub restricted: bool,
}

/// Who was to be spoken about, each with the most severe of what was found and its sentence.
pub type Told = BTreeMap<Talk, (Severity, Message)>;

/// The rounds of a school, and what each ruleset would have told in them.
#[derive(Debug)]
pub struct Replay {
    /// Label and first day, oldest first.
    pub rounds: Vec<(String, NaiveDate)>,
    /// For each ruleset, who was to be spoken about; notes (C) left out.
    pub told: Vec<Told>,
}

/// Replays rulesets over all rounds of a school. It computes for seconds, and holds no connection meanwhile.
///
/// # Errors
/// When the database refuses, or the analysis fails.
pub fn replay(db: &Db, catalogue: &Catalogue, school: &SchoolId, rulesets: &[&Ruleset]) -> Result<Replay> {
    let (mut rounds, mut table, sociograms) = db.read_blocking(|conn| {
        let table = table_store::load(conn, school, catalogue)?;
        let sociograms = sociogram_store::load(conn, school, &table)?;
        Ok((replay_store::rounds_of(conn, school)?, table, sociograms))
    })?;
    for one in &sociograms.measurements {
        let label = half_year(&one.on.to_string());
        if !rounds.iter().any(|(known, _)| *known == label) {
            rounds.push((label, one.on));
        }
    }
    rounds.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let (analysis, _) = Analysis::new(std::mem::take(&mut table.scores), catalogue)?;
    let mut told = vec![Told::new(); rulesets.len()];
    let mut so_far: Vec<SoFar> = rulesets.iter().map(|_| SoFar::default()).collect();
    for as_of in analysis.rounds(Span::Replay) {
        let assessed = analysis.assess(as_of)?;
        for ((ruleset, so_far), told) in rulesets.iter().zip(&mut so_far).zip(&mut told) {
            let news = so_far.take(&assessed, ruleset);
            add(told, &news, |finding| talk(finding, &table, school, catalogue));
        }
    }
    for (ruleset, told) in rulesets.iter().zip(&mut told) {
        let news = sociograms.findings(ruleset, Wanted::Replay);
        add(told, &news, |finding| talk(finding, &table, school, catalogue));
    }
    Ok(Replay { rounds, told })
}

fn add(told: &mut Told, news: &[Finding], talk: impl Fn(&Finding) -> Option<Talk>) {
    for finding in news.iter().filter(|finding| finding.severity < Severity::C) {
        let Some(talk) = talk(finding) else { continue };
        let known = told.entry(talk).or_insert_with(|| (finding.severity, finding.reason.clone()));
        if finding.severity < known.0 {
            *known = (finding.severity, finding.reason.clone());
        }
    }
}

/// Whom a finding asks to be spoken about; none when it is of another school.
fn talk(finding: &Finding, table: &BoardTable, school: &SchoolId, catalogue: &Catalogue) -> Option<Talk> {
    table.schools.get(finding.school as usize).filter(|id| *id == school)?;
    let subject = match finding.level {
        Level::Pupil => table.pupils.get(&finding.pupil?)?.0.clone(),
        Level::Group => table.groups.get(finding.group? as usize)?.0.0.clone(),
        Level::School => school.0.clone(),
    };
    let scale = catalogue.get(&finding.instrument).and_then(|one| one.scale(&finding.scale));
    // What is about a group or school is the coordinator's conversation anyhow: one, whatever it rests on.
    let restricted = finding.level == Level::Pupil && finding.is_restricted(scale);
    Some(Talk { round: half_year(&finding.round), subject, level: finding.level, restricted })
}
