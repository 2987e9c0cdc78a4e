//! The series of pupils with what gives them meaning. One reference with the signals: published norm, else the pool
//! of the board; what is judged with it stands in `judge`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use self::judge::{judge, pooled};
pub use self::shape::{Line, Point, Scale, Unsaid};
use super::store::{self, Scored};
use crate::analytics::norms::{self, Curve};
use crate::analytics::{expectation, normal};
use crate::evidence::files::Series;
use crate::evidence::instruments::{Catalogue, Direction, Sex, Stability};
use crate::evidence::objections;
use crate::evidence::results::store as results;
use crate::evidence::score_type::ScoreType;
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, Scope};
use crate::school::Pupil;

mod judge;
mod shape;
#[cfg(test)]
mod tests;

/// What a series is measured against.
pub(super) struct Reference {
    pub series: Series,
    curve: Option<Curve>,
    /// The lasting and the fading share by the board's own pairs; none before the first run of the rules.
    shares: Option<(f64, f64)>,
    /// The middle days of its rounds by label, as of that run.
    days: HashMap<String, f64>,
}

impl Reference {
    /// When a score counts as given: on the middle day of its round, as the rules have it, else on its own.
    fn day(&self, one: &Scored) -> f64 {
        let own = || f64::from(one.on.to_epoch_days());
        self.days.get(&one.round).copied().unwrap_or_else(own)
    }
}

/// What one pupil's scores of a series are judged by.
pub(super) struct Measure<'a> {
    /// From scores to z, in the direction of the score; none where too few scores are known to compare with.
    pub curve: Option<Cow<'a, Curve>>,
    /// How its scores hang together over time.
    pub stability: Stability,
    /// The same without the reliability of a norm.
    base: Stability,
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// Whether a published norm is in it, not the pool.
    is_published: bool,
    /// Whether the list has norms.
    has_norms: bool,
}

/// The scales on which these pupils were measured, per pupil's key; lists to which parents object are left out. Scales for the coordinator alone are shown to
/// the coordinator of the pupil's school alone.
///
/// # Errors
/// When the database refuses.
pub fn of_pupils(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    pupils: &[Pupil],
) -> Result<HashMap<i64, Vec<Scale>>> {
    let keys: Vec<i64> = pupils.iter().map(|pupil| pupil.key).collect();
    let left_out = objections::left_out(conn)?;
    let mut scored = store::scores_of(conn, &keys)?;
    scored.retain(|one| !left_out.contains(&(one.pupil, one.series)));
    let sexes = store::sexes(conn, &keys)?;
    let references = references(conn, scored.iter().map(|one| one.series), &left_out)?;
    let mut found: HashMap<i64, Vec<Scale>> = HashMap::new();
    for series in scored.chunk_by(|a, b| (a.pupil, a.series) == (b.pupil, b.series)) {
        let Some(first) = series.first() else {
            continue;
        };
        let Some(reference) = references.get(&first.series) else {
            continue;
        };
        let pupil = pupils.iter().find(|pupil| pupil.key == first.pupil);
        let sees_all = pupil.is_some_and(|pupil| scope.has_at(Role::Coordinator, &pupil.school_id));
        let series_of = &reference.series;
        if !sees_all && catalogue.is_for_the_coordinator(&series_of.instrument, &series_of.scale) {
            continue;
        }
        let scales = found.entry(first.pupil).or_default();
        let sex = sexes.get(&first.pupil).copied().unwrap_or_default();
        add(scales, catalogue, reference, series, pupil, sex);
    }
    for scales in found.values_mut() {
        doubt(scales, catalogue);
        for scale in scales.iter_mut() {
            scale.lines.sort_by_key(|line| line.informant);
        }
        scales.sort_by(|a, b| (&a.domain, &a.code).cmp(&(&b.domain, &b.code)));
    }
    Ok(found)
}

/// On which scales and by whom a pupil was measured, each once and without what it says: as far as [`of_pupils`] shows it.
///
/// # Errors
/// When the database refuses.
pub fn measured(conn: &mut Conn, scope: &Scope, catalogue: &Catalogue, pupil: &Pupil) -> Result<Vec<Series>> {
    let left_out = objections::left_out(conn)?;
    let mut names = store::series(conn)?;
    let sees_all = scope.has_at(Role::Coordinator, &pupil.school_id);
    let scored = store::scores_of(conn, &[pupil.key])?.into_iter();
    let open = scored.filter(|one| !left_out.contains(&(one.pupil, one.series)));
    let found = open.filter_map(|one| names.remove(&one.series));
    Ok(found
        .filter(|one| sees_all || !catalogue.is_for_the_coordinator(&one.instrument, &one.scale))
        .collect())
}

/// What these series are measured against; a number may come more than once.
pub(super) fn references(
    conn: &mut Conn,
    series: impl Iterator<Item = i32>,
    left_out: &HashSet<(i64, i32)>,
) -> Result<HashMap<i32, Reference>> {
    let mut names = store::series(conn)?;
    let shares = results::shares(conn)?;
    let mut days = results::round_days(conn)?;
    let mut found = HashMap::new();
    for key in series {
        if let Some(series) = names.remove(&key) {
            let curve = pooled(&store::pool(conn, key, left_out)?);
            found.insert(
                key,
                Reference {
                    series,
                    curve,
                    shares: shares.get(&key).copied(),
                    days: days.remove(&key).unwrap_or_default(),
                },
            );
        }
    }
    Ok(found)
}

/// Notes on the scales of a list that its control scale doubts the answers of the last round.
fn doubt(scales: &mut [Scale], catalogue: &Catalogue) {
    let mut doubts = Vec::new();
    for scale in &*scales {
        let control = catalogue.get(&scale.code.0).and_then(|one| one.scale(&scale.code.1).cloned());
        for line in control.iter().flat_map(|_| &scale.lines) {
            if let Some((last, control)) = line.points.last().zip(control.as_ref())
                && control.doubts(last.score)
            {
                doubts.push((scale.code.0.clone(), line.informant, last.round.clone(), control.name.clone()));
            }
        }
    }
    for (instrument, informant, round, name) in doubts {
        for scale in scales.iter_mut().filter(|scale| scale.code.0 == instrument) {
            let is_last = |line: &Line| {
                line.informant == informant && line.points.last().is_some_and(|last| last.round == round)
            };
            if scale.lines.iter().any(is_last) {
                scale.doubted_by = Some(name.clone());
            }
        }
    }
}

/// What a pupil's scores of a series on these days are judged by, each with the norm of its own day. One yardstick for one
/// pupil: where no norm fits one of them, the pool is for all. What the rules expect by, so that page and signal say the
/// same.
pub(super) fn measures<'a>(
    catalogue: &Catalogue,
    reference: &'a Reference,
    days: &[NaiveDate],
    pupil: Option<&Pupil>,
    sex: (Option<Sex>, bool),
) -> Vec<Measure<'a>> {
    let on = |day: &NaiveDate| measure(catalogue, reference, *day, pupil, sex);
    let mut all: Vec<Measure<'a>> = days.iter().map(on).collect();
    if !all.iter().all(|one| one.is_published) {
        for one in &mut all {
            one.is_published = false;
            one.curve = reference.curve.as_ref().map(Cow::Borrowed);
            one.stability = one.base;
        }
    }
    all
}

fn measure<'a>(
    catalogue: &Catalogue,
    reference: &'a Reference,
    on: NaiveDate,
    pupil: Option<&Pupil>,
    (sex, by_sex): (Option<Sex>, bool),
) -> Measure<'a> {
    let series = &reference.series;
    let instrument = catalogue.get(&series.instrument);
    let known = instrument.and_then(|instrument| instrument.scale(&series.scale));
    let published = instrument.zip(known).and_then(|(instrument, scale)| {
        let age = pupil.and_then(|pupil| pupil.age(on));
        if series.score_type != ScoreType::Raw {
            return Some((norms::of_unit(series.score_type, scale.high_is == Direction::Concern)?, None));
        }
        let fits = series.version == instrument.version;
        let at = norms::applicable(instrument, &series.scale, series.informant, age, sex, by_sex)?;
        let norm = instrument.norms.get(at).filter(|_| fits)?;
        Some((norms::published(scale, norm), norm.reliability))
    });
    let reliability = published.as_ref().and_then(|(_, reliability)| *reliability);
    let prior = instrument.map_or_else(Stability::default, |i| i.stability);
    let stability = prior.with_shares(reference.shares);
    let mut norms = instrument.into_iter().flat_map(|instrument| &instrument.norms);
    let has_norms = norms.any(|norm| norm.informant == series.informant && norm.scale == series.scale);
    Measure {
        is_published: published.is_some(),
        has_norms,
        base: stability,
        curve: published.map(|(curve, _)| Cow::Owned(curve)).or(reference.curve.as_ref().map(Cow::Borrowed)),
        stability: reliability
            .map_or(stability, |known| expectation::with_reliability(stability, prior, known)),
        high_is_good: known.is_none_or(|scale| scale.high_is == Direction::Strength),
    }
}

fn add(
    scales: &mut Vec<Scale>,
    catalogue: &Catalogue,
    reference: &Reference,
    scored: &[Scored],
    pupil: Option<&Pupil>,
    sex: (Option<Sex>, bool),
) {
    let series = &reference.series;
    let instrument = catalogue.get(&series.instrument);
    let known = instrument.and_then(|instrument| instrument.scale(&series.scale));
    let Some(last) = scored.last() else { return };
    let days: Vec<NaiveDate> = scored.iter().map(|one| one.on).collect();
    let measures = measures(catalogue, reference, &days, pupil, sex);
    let Some(measure) = measures.last() else { return };
    let (curve, high_is_good) = (measure.curve.as_deref(), measure.high_is_good);
    let carries_change = series.score_type.carries_change();
    let z = |(one, measure): (&Scored, &Measure<'_>)| {
        Some((reference.day(one), measure.curve.as_ref()?.z_at(one.score)))
    };
    let z: Vec<(f64, f64)> = scored.iter().zip(&measures).filter_map(z).collect();
    let (expected, standing) = curve
        .map_or((None, None), |curve| judge(curve, measure.stability, (high_is_good, carries_change), &z));
    let unsaid = if curve.is_none() {
        Some(Unsaid::NoReference)
    } else if !carries_change && scored.len() > 1 {
        Some(Unsaid::Coarse)
    } else {
        let lacks_norm = measure.has_norms && !measure.is_published;
        lacks_norm.then(|| Unsaid::NoNorm(pupil.and_then(|pupil| pupil.age(last.on))))
    };
    let line = Line {
        informant: series.informant,
        unit: series.score_type,
        points: scored
            .iter()
            .map(|one| Point { round: one.round.clone(), on: one.on, score: one.score, n: 1 })
            .collect(),
        expected,
        standing,
        unsaid,
    };
    let code = (series.instrument.clone(), series.scale.clone());
    if let Some(scale) = scales.iter_mut().find(|scale| scale.code == code) {
        scale.lines.push(line);
        return;
    }
    let all = || scored.iter().map(|one| one.score);
    let (min, max) = series.score_type.range().unwrap_or_else(|| {
        known.map_or_else(
            || (all().fold(0.0, f64::min), all().fold(0.0, f64::max)),
            |scale| (scale.min, scale.max),
        )
    });
    scales.push(Scale {
        domain: known.map_or_else(String::new, |s| s.domain.code().to_owned()),
        instrument: instrument.map_or_else(|| series.instrument.clone(), |i| i.name.clone()),
        name: known.map_or_else(|| series.scale.clone(), |s| s.name.clone()),
        min,
        max,
        high_is_good,
        band: curve.map(|c| (c.score_at(-normal::TENTH), c.score_at(normal::TENTH))),
        lines: vec![line],
        doubted_by: None,
        code,
    });
}
