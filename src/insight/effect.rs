//! Looking back on a plan: the score before and after on the scale it is watched on, what was to be expected, and what can
//! be said of it. The judgement is `analytics::change`; of a group or school it is about the mean.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::FEWEST;
use super::disclosure::{Disclosed, Reader};
use super::effect_store::{self as store, Filled};
use super::series::{self, Measure, Reference};
use super::store as all;
use crate::analytics::change::{self, Change, Of, Pair, error_of_difference};
use crate::analytics::{expectation, normal};
use crate::care::plans::model::{Plan, Watched};
use crate::care::plans::seen_scale;
use crate::care::plans::state::State;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Catalogue, Direction, Sex};
use crate::evidence::objections;
use crate::ground::scope::Why;
use crate::ground::{Conn, Result, Scope, clock};
use crate::school::Pupil;

/// Why nothing can be said beyond the scores themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// There is no score from before the plan, or (of a group) of too few.
    Before,
    /// There is no score since it began, or of too few.
    After,
    /// There are too few scores of others to measure against.
    Reference,
    /// The unit of the scores is too coarse to see a change.
    Coarse,
    /// Somebody else filled in.
    OtherRater,
}

/// A score, or a mean, with its round.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The round's label.
    pub round: String,
    /// The score.
    pub score: f64,
}

/// What the scale says of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// How many pupils it is of.
    pub pupils: usize,
    /// The last score before the plan.
    pub before: Option<Scored>,
    /// The last score since it began.
    pub after: Option<Scored>,
    /// Points within which two scores differ by chance alone (90 %).
    pub error: Option<f64>,
    /// The score that was to be expected, with its 90 % interval.
    pub expected: Option<(f64, f64, f64)>,
    /// What can be said.
    pub change: Change,
    /// Why it cannot be told, where that is so for want of scores.
    pub missing: Option<Missing>,
}

/// The scale of a plan, for who may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Watching {
    /// The list.
    pub instrument: String,
    /// The scale's name.
    pub scale: String,
    /// Who fills it in.
    pub informant: Informant,
    /// The lowest and the highest score.
    pub range: (f64, f64),
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// What it says; none while the plan has not begun.
    pub effect: Option<Disclosed<Effect>>,
}

/// The scale a plan is watched on with what it says; none without one, and for who may not see that scale. `Why` is the
/// proof that this person may open whom the plan is for; of the school `None`.
///
/// # Errors
/// When the database refuses.
pub fn of_plan(
    conn: &mut Conn,
    scope: &Scope,
    instruments: &Catalogue,
    plan: &Plan,
    why: Option<&Why>,
    smallest: u32,
) -> Result<Option<Watching>> {
    let Some(watched) = seen_scale(scope, instruments, plan) else { return Ok(None) };
    let (Some(instrument), Some(informant)) =
        (instruments.get(&watched.instrument), Informant::from_code(&watched.informant))
    else {
        return Ok(None);
    };
    let Some(scale) = instrument.scale(&watched.scale) else { return Ok(None) };
    let effect = match plan.starts_on.filter(|_| plan.state != State::Draft) {
        Some(from) => {
            let effect = effect(conn, scope, instruments, plan, &watched, from)?;
            Some(match why {
                Some(why) => Disclosed::by_role(why, || effect),
                None => Reader::of(scope, &plan.school_id, smallest).about(effect.pupils, || effect),
            })
        }
        None => None,
    };
    Ok(Some(Watching {
        instrument: instrument.name.clone(),
        scale: scale.name.clone(),
        informant,
        range: (scale.min, scale.max),
        high_is_good: scale.high_is == Direction::Strength,
        effect,
    }))
}

fn effect(
    conn: &mut Conn,
    scope: &Scope,
    instruments: &Catalogue,
    plan: &Plan,
    watched: &Watched,
    from: NaiveDate,
) -> Result<Effect> {
    // What came in after a plan had ended says nothing of it.
    let until = if plan.state.is_open() { scope.today } else { clock::local(plan.changed_at).date() };
    let pupils = store::pupils_of(conn, plan, from)?;
    let keys: Vec<i64> = pupils.iter().map(|pupil| pupil.key).collect();
    let left_out = objections::left_out(conn)?;
    let mut filled = store::scores_on(conn, &keys, watched, until)?;
    filled.retain(|one| !left_out.contains(&(one.pupil, one.series)));
    let references = series::references(conn, filled.iter().map(|one| one.series), &left_out)?;
    let sexes = all::sexes(conn, &keys)?;
    // Of versions of a list only the last that a pupil filled in counts.
    let series: Vec<&[Filled]> = filled.chunk_by(|a, b| (a.pupil, a.series) == (b.pupil, b.series)).collect();
    let sides: Vec<Side> = series
        .chunk_by(|a, b| a.first().map(|one| one.pupil) == b.first().map(|one| one.pupil))
        .filter_map(|own| own.iter().copied().max_by_key(|one| one.last().map(|last| last.on)))
        .filter_map(|own| Side::of(own, from, &pupils, &references, &sexes, instruments))
        .collect();
    let of = match (&plan.pupil_id, &plan.group_id) {
        (Some(_), _) => Of::Pupil,
        (None, Some(_)) => Of::Group,
        (None, None) => Of::School,
    };
    Ok(told(&sides, of))
}

/// One pupil's side of it.
struct Side {
    before: Option<Scored>,
    after: Option<Scored>,
    /// The judged pair, with the expected score and its error, as far as there is a reference.
    judged: Option<Together>,
    /// Whether the unit of the scores is too coarse to judge by.
    is_coarse: bool,
    is_other_rater: bool,
}

#[derive(Clone)]
struct Together {
    pair: Pair,
    /// The expected score at so many of its standard errors.
    expected: (f64, f64),
    /// Points of one z around the score before: below 0 where less is worse.
    per_z: f64,
}

impl Side {
    fn of(
        own: &[Filled],
        from: NaiveDate,
        pupils: &[Pupil],
        references: &HashMap<i32, Reference>,
        sexes: &HashMap<i64, (Option<Sex>, bool)>,
        instruments: &Catalogue,
    ) -> Option<Self> {
        let first = own.first()?;
        let past: Vec<&Filled> = own.iter().filter(|one| one.on <= from).collect();
        let before = past.last().copied();
        let after = own.last().filter(|one| one.on > from && before.is_none_or(|b| b.round != one.round));
        let reference = references.get(&first.series)?;
        let pupil = pupils.iter().find(|pupil| pupil.key == first.pupil);
        let sex = sexes.get(&first.pupil).copied().unwrap_or_default();
        let judged_on: Vec<NaiveDate> = past.iter().copied().chain(after).map(|one| one.on).collect();
        let measures = series::measures(instruments, reference, &judged_on, pupil, sex);
        let is_coarse = !reference.series.score_type.carries_change();
        let pair = before.zip(after).filter(|_| !is_coarse);
        let judged = pair.and_then(|(_, after)| together(&measures, &past, after));
        let informant = reference.series.informant;
        let is_other = |(before, after): (&Filled, &Filled)| is_other_rater(informant, before, after);
        let scored = |one: &Filled| Scored { round: one.round.clone(), score: one.score };
        Some(Self {
            before: before.map(scored),
            after: after.map(scored),
            judged,
            is_coarse,
            is_other_rater: before.zip(after).is_some_and(is_other),
        })
    }
}

/// Whether another person filled in: by name where both are known, else (of a teacher) by the group the pupil was in.
fn is_other_rater(informant: Informant, before: &Filled, after: &Filled) -> bool {
    if !before.rater.is_empty() && !after.rater.is_empty() {
        return before.rater != after.rater;
    }
    let groups = before.group.as_ref().zip(after.group.as_ref());
    informant == Informant::Teacher && groups.is_some_and(|(before, after)| before != after)
}

/// `measures`: what each score is judged by, the last for the one after.
fn together(measures: &[Measure<'_>], past: &[&Filled], after: &Filled) -> Option<Together> {
    let (measure, earlier) = measures.split_last()?;
    let curve = measure.curve.as_deref()?;
    let sign = if measure.high_is_good { -1.0 } else { 1.0 };
    let z = |(one, by): (&&Filled, &Measure<'_>)| Some(sign * by.curve.as_ref()?.z_at(one.score));
    let days = past.iter().copied().chain([after]);
    let days: Vec<f64> = days.map(|one| (one.on - NaiveDate::default()).num_days() as f64).collect();
    let weights = expectation::weights(measure.stability, &days)?;
    let before: Vec<f64> = past.iter().zip(earlier).map(z).collect::<Option<_>>()?;
    let pair = Pair::of(&weights, &before, sign * curve.z_at(after.score), measure.stability.error)?;
    let score = |z: f64| curve.score_at(sign * z);
    let one_further = score(pair.expected + pair.variance.sqrt());
    let per_z = score(pair.before + 0.5) - score(pair.before - 0.5);
    Some(Together {
        pair,
        expected: (score(pair.expected), (one_further - score(pair.expected)).abs()),
        per_z,
    })
}

/// What the pupils together say.
fn told(sides: &[Side], of: Of) -> Effect {
    let fewest = if of == Of::Pupil { 1 } else { FEWEST };
    let both: Vec<&Side> = sides.iter().filter(|s| s.before.is_some() && s.after.is_some()).collect();
    let mut said = Effect {
        pupils: both.len(),
        before: None,
        after: None,
        error: None,
        expected: None,
        change: Change::CannotTell,
        missing: None,
    };
    let enough = |count: usize| count >= fewest;
    if !enough(sides.iter().filter(|side| side.before.is_some()).count()) {
        said.missing = Some(Missing::Before);
        return said;
    }
    if !enough(both.len()) {
        // A pupil's score from before stands there all the same; of a group the same pupils are compared.
        if fewest == 1 {
            said.before = sides.iter().find_map(|side| side.before.clone());
        }
        said.missing = Some(Missing::After);
        return said;
    }
    said.before = mean(both.iter().filter_map(|side| side.before.as_ref()));
    said.after = mean(both.iter().filter_map(|side| side.after.as_ref()));
    let known: Vec<&Together> = both.iter().filter_map(|side| side.judged.as_ref()).collect();
    if !enough(known.len()) {
        let coarse = both.iter().all(|side| side.is_coarse);
        said.missing = Some(if coarse { Missing::Coarse } else { Missing::Reference });
        return said;
    }
    let n = known.len() as f64;
    let over = |of: fn(&Together) -> f64| known.iter().map(|one| of(one)).sum::<f64>() / n;
    let pairs: Vec<Pair> = known.iter().map(|one| one.pair).collect();
    let others = both.iter().filter(|side| side.is_other_rater).count();
    if let Some(judged) = change::judge(&pairs, of) {
        let error = error_of_difference(1.0, 1.0 - over(|one| one.pair.error)) / n.sqrt();
        let per_z = over(|one| one.per_z);
        said.error = Some(normal::NINETY * error * per_z.abs());
        let middle = over(|one| one.expected.0) + judged.usual * per_z;
        let per_error = over(|one| one.expected.1) / over(|one| one.pair.variance).sqrt();
        let half = normal::NINETY * judged.spread * per_error;
        said.expected = Some((middle, middle - half, middle + half));
        said.change = judged.change;
    }
    if others * 2 > both.len() {
        said.change = Change::CannotTell;
        said.missing = Some(Missing::OtherRater);
    }
    said
}

/// The mean, under the round that most are of.
fn mean<'a>(scored: impl Iterator<Item = &'a Scored>) -> Option<Scored> {
    let all: Vec<&Scored> = scored.collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for one in &all {
        *counts.entry(&one.round).or_default() += 1;
    }
    let (round, _) = counts.into_iter().max_by_key(|(round, count)| (*count, *round))?;
    let score = all.iter().map(|one| one.score).sum::<f64>() / all.len() as f64;
    Some(Scored { round: round.to_owned(), score })
}
