//! The real engine on a simulated world: scores as a table, the analysis round by round, and what it found.

use std::collections::{BTreeMap, HashSet};

use chrono::{Months, NaiveDate};

use super::others::{self, Said};
use super::simulate::Simulated;
use super::worlds::{Points, ROUNDS, World};
use crate::{
    analytics::{Analysis, Assessed, Assessment, ScoreLine, ScoreTable, SeriesKey, Span},
    evidence::{
        informant::Informant,
        instruments::{Catalogue, Sex, parse},
        score_type::ScoreType,
    },
    ground::Result,
    signals::{
        finding::{Finding, Rule},
        fresh,
        model::{Level, Severity},
        rules,
        ruleset::Ruleset,
    },
};

/// A figure for each pupil and round.
pub(super) type Grid<T> = Vec<[T; ROUNDS]>;

/// What the engine says of a world whatever the rules.
#[derive(Debug, Default)]
pub(super) struct Watched {
    /// The highest `trend` of a pupil's scales in a round; NaN where there is none.
    pub trend: Grid<f64>,
    /// (pupil, round, z of the round before, surprise) of each score that has both.
    pub surprises: Vec<(usize, usize, f32, f32)>,
}

/// What one ruleset found in a world that is new: findings A and B, and what else was said.
#[derive(Debug)]
pub(super) struct Found {
    pub ruleset: String,
    /// By rule, on pupils.
    pub rules: BTreeMap<&'static str, Grid<bool>>,
    /// Notes, and all on groups and schools.
    pub others: Said,
    /// (round, group) of which the shift was found.
    pub groups: HashSet<(usize, u32)>,
    /// Of the findings on pupils measured in the next round too: how many there are, how many held no more then.
    pub seen_again: (usize, usize),
}

impl Found {
    /// Whether any rule found a pupil.
    pub fn any(&self, pupils: usize) -> Grid<bool> {
        let mut any = vec![[false; ROUNDS]; pupils];
        for grid in self.rules.values() {
            for (any, own) in any.iter_mut().flatten().zip(grid.iter().flatten()) {
                *any |= own;
            }
        }
        any
    }
}

/// Puts a world before the engine: what it says, and what each ruleset finds. `step` is called after each ruleset.
pub(super) fn run(
    world: &Simulated,
    rulesets: &[Ruleset],
    mut step: impl FnMut(),
) -> Result<(Watched, Vec<Found>)> {
    let mut catalogue = Catalogue::shipped()?;
    catalogue.add(parse::instrument("evaluate", &instrument(&world.world))?);
    let (analysis, _) = Analysis::new(table(world, Seats::Known), &catalogue)?;
    let mut watched = Watched { trend: vec![[f64::NAN; ROUNDS]; world.pupils()], surprises: Vec::new() };
    let mut found = Vec::new();
    for (at, ruleset) in rulesets.iter().enumerate() {
        let mut held: Vec<HashSet<(Rule, i64, u32)>> = Vec::new();
        let new =
            fresh::findings(&analysis, ruleset, Span::Replay, fresh::Troubled::default(), |assessed| {
                let all = rules::findings(assessed, ruleset);
                if at == 0 {
                    watched.take(assessed, held.len());
                }
                held.push(all.iter().filter(|f| urgent(f)).filter_map(whose).collect());
            })?;
        found.push(sort(world, ruleset, &new, &held));
        step();
    }
    Ok((watched, found))
}

/// Which pupils a ruleset finds anew when it is not told who sits with whom.
pub(super) fn without_groups(world: &Simulated, ruleset: &Ruleset) -> Result<Grid<bool>> {
    let mut catalogue = Catalogue::shipped()?;
    catalogue.add(parse::instrument("evaluate", &instrument(&world.world))?);
    let (analysis, _) = Analysis::new(table(world, Seats::Untold), &catalogue)?;
    let new = fresh::findings(&analysis, ruleset, Span::Replay, fresh::Troubled::default(), |_| {})?;
    Ok(sort(world, ruleset, &new, &[]).any(world.pupils()))
}

/// Whether the engine is told who sits in which group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seats {
    Known,
    Untold,
}

impl Watched {
    fn take(&mut self, assessed: &Assessed<'_>, round: usize) {
        for row in assessed.pieces(<[Assessment]>::to_vec).into_iter().flatten() {
            let is_scale = assessed.layout().series(row.series).is_some_and(|series| !series.is_list());
            let Ok(pupil) = usize::try_from(row.pupil) else { continue };
            if !is_scale {
                continue;
            }
            let slot = self.trend.get_mut(pupil).and_then(|rounds| rounds.get_mut(round));
            if let (Some(slot), Some(trend)) = (slot, row.trend) {
                *slot = slot.max(f64::from(trend));
            }
            if let (Some(before), Some(expected)) = (row.previous_z, row.expected) {
                self.surprises.push((pupil, round, before, expected.surprise));
            }
        }
    }
}

/// Whether a finding becomes a signal.
fn urgent(finding: &Finding) -> bool {
    finding.severity != Severity::C
}

/// Which rule, pupil and series.
fn whose(finding: &Finding) -> Option<(Rule, i64, u32)> {
    Some((finding.rule, finding.pupil?, finding.series))
}

/// New findings by rule, pupil and round; `held`: what held in each round, new or not.
fn sort(world: &Simulated, ruleset: &Ruleset, new: &[Finding], held: &[HashSet<(Rule, i64, u32)>]) -> Found {
    let mut found = Found {
        ruleset: ruleset.name.clone(),
        rules: BTreeMap::new(),
        others: Said::new(),
        groups: HashSet::new(),
        seen_again: (0, 0),
    };
    for finding in new {
        others::take(&mut found.others, finding);
    }
    for finding in new.iter().filter(|f| urgent(f)) {
        let round = place(&finding.round);
        match (finding.level, finding.pupil.and_then(|pupil| usize::try_from(pupil).ok()), finding.group) {
            (Level::Pupil, Some(pupil), _) => {
                let grid = found.rules.entry(finding.rule.as_str());
                let grid = grid.or_insert_with(|| vec![[false; ROUNDS]; world.pupils()]);
                if let Some(slot) = grid.get_mut(pupil).and_then(|rounds| rounds.get_mut(round)) {
                    *slot = true;
                }
                if let Some(held) = held.get(round + 1)
                    && world.present(pupil, round + 1)
                    && world.world.fills_in(usize::from(finding.informant != Informant::Teacher), round + 1)
                {
                    found.seen_again.0 += 1;
                    found.seen_again.1 += usize::from(whose(finding).is_some_and(|key| !held.contains(&key)));
                }
            }
            (Level::Group, _, Some(group)) if finding.rule == Rule::GroupShift => {
                found.groups.insert((round, group));
            }
            _ => {}
        }
    }
    found
}

/// The list of a world, as an instrument file would give it.
fn instrument(world: &World) -> String {
    let (min, max) = match world.points {
        Points::Smooth => (-20, 20),
        Points::Count { .. } => (0, 40),
        Points::Eleven => (0, 10),
    };
    let domains = ["stemming", "motivatie", "concentratie", "leeftijdgenoten", "energie"];
    let scale = |(scale, domain): (usize, &str)| {
        format!(
            "[[scale]]\ncode = \"s{scale}\"\nname = \"S{scale}\"\ndomain = \"{domain}\"\nmin = {min}\nmax = {max}\n\
             high_is = \"concern\"\n"
        )
    };
    let scales: String = (0..world.scales).zip(domains).map(scale).collect();
    // The scores of one scale without steps are standard normal before anything happens: z is the score itself.
    let norm = "[[norm]]\nscale = \"s0\"\ninformant = \"leerkracht\"\npoints = [[-3.7, 0.0107801], [3.7, 99.9892199]]\n\
                source = \"simulated\"\ndate = 2026-01-01\n";
    "code = \"evaluate\"\nname = \"Evaluate\"\nversion = \"1\"\nsource = \"simulated\"\n\
     date = 2026-01-01\nlicence = \"free\"\n"
        .to_owned()
        + &scales
        + if world.normed { norm } else { "" }
}

/// The name of a round.
fn label(round: usize) -> String {
    let year = 2022 + round / 2;
    format!("{year}-{} {}", year + 1, if round.is_multiple_of(2) { "najaar" } else { "voorjaar" })
}

/// Which round has this name: not every informant fills in all of them.
pub(super) fn place(name: &str) -> usize {
    (0..ROUNDS).find(|round| label(*round) == name).unwrap_or(ROUNDS)
}

/// The scores of a world as the engine gets them.
fn table(world: &Simulated, seats: Seats) -> ScoreTable {
    let of = world.world;
    let informants = [Informant::Teacher, Informant::Parent];
    let series = informants.iter().take(of.informants).flat_map(|informant| {
        (0..of.scales).map(|scale| SeriesKey {
            instrument: "evaluate".to_owned(),
            version: "1".to_owned(),
            informant: *informant,
            scale: format!("s{scale}"),
            score_type: ScoreType::Raw,
        })
    });
    let mut table = ScoreTable::new(series.collect(), (0..ROUNDS).map(label).collect());
    let days: Vec<NaiveDate> = (0..6)
        .filter_map(|half_years| {
            NaiveDate::from_ymd_opt(2022, 10, 1)?.checked_add_months(Months::new(6 * half_years))
        })
        .collect();
    for pupil in 0..world.pupils() {
        for ((round, day), scores) in (0_u32..).zip(&days).zip(&world.scores) {
            for (series, scores) in (0_u32..).zip(scores) {
                let score = scores.get(pupil).copied().filter(|score| !score.is_nan());
                let at = round as usize;
                let seat = world.people.group.get(pupil).and_then(|groups| groups.get(at)).copied();
                let Some((score, seat)) = score.zip(seat) else { continue };
                table.push(&ScoreLine {
                    school: world.people.school.get(pupil).copied().unwrap_or(0),
                    group: (seats == Seats::Known).then_some(seat),
                    year: Some(world.people.year(pupil, at)),
                    // Known where it makes a difference: teachers change with the school year.
                    rater: (of.leniency > 0.0).then_some(seat),
                    pupil: i64::try_from(pupil).unwrap_or(i64::MAX),
                    series,
                    round,
                    date: *day,
                    score,
                    birth_date: None,
                    sex: world.people.girl.get(pupil).map(|girl| if *girl { Sex::F } else { Sex::M }),
                    origin: 0,
                });
            }
        }
    }
    table
}
