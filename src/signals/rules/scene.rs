//! The assessments as the rules on pupils read them: per pupil, list and round the family of scales and the level of
//! the whole list. A list with one scale is its own level. Making a finding of them: `pupil`.

use std::collections::BTreeSet;

use super::{group_shift::Sunk, several::Informants, whole};
use crate::analytics::{Assessed, Assessment, Layout, OnList, Series, normal};
use crate::evidence::score_type::ScoreType;
use crate::signals::finding::{Finding, Rule};
use crate::signals::model::Severity;

/// One pupil on one list in one round.
#[derive(Debug)]
pub(super) struct Family<'a> {
    /// The scales that are judged together; where only the total was given, that.
    pub parts: Vec<&'a Assessment>,
    /// The level of the list.
    pub level: Option<&'a Assessment>,
    /// How many informants fill in the list on this pupil (`several`).
    pub informants: f64,
}

/// What is the same for all pupils of a round.
pub(super) struct Setting<'a> {
    assessed: &'a Assessed<'a>,
    /// By series: whether its pool is enough to judge by where no norm fits. Other units have a norm in them.
    enough: Vec<bool>,
    informants: Informants,
    /// The pupils and lists that could not be relied upon in the round before.
    doubted_before: BTreeSet<OnList>,
    /// The groups and schools that went down as one.
    folded: BTreeSet<Sunk>,
}

/// The families of some pupils: all that there are of each.
pub(super) struct Scene<'a> {
    pub assessed: &'a Assessed<'a>,
    pub layout: &'a Layout,
    pub families: Vec<Family<'a>>,
    setting: &'a Setting<'a>,
}

/// The threshold of one of `parts` that share the load of `z`.
pub(super) fn shared(z: f64, parts: f64) -> f64 {
    if parts <= 1.0 { z } else { normal::z_above(normal::share_below(-z) / parts) }
}

/// What a rule says about a family.
pub(super) struct Verdict {
    pub rule: Rule,
    pub severity: Severity,
    pub statistic: f64,
    pub threshold: f64,
}

impl<'a> Setting<'a> {
    /// That of a round: from how many scores on a pool is enough; and what went down as one, so that a pupil who only moved
    /// with it does not ring.
    pub fn new(assessed: &'a Assessed<'a>, fewest: u32, folded: BTreeSet<Sunk>) -> Self {
        let enough = |(at, series): (u32, &Series)| {
            series.key.score_type != ScoreType::Raw || assessed.pool(at) >= fewest
        };
        let enough = (0..).zip(&assessed.layout().series).map(enough).collect();
        let informants = Informants::of(assessed.layout());
        Self { assessed, enough, informants, doubted_before: assessed.doubted_before(), folded }
    }

    /// The families of some pupils, of all rows that there are of each.
    fn families<'r>(&self, rows: &'r [Assessment]) -> Vec<Family<'r>> {
        let (assessed, layout) = (self.assessed, self.assessed.layout());
        let is_enough = |row: &Assessment| self.enough.get(row.series as usize).is_some_and(|enough| *enough);
        let known = |row: &&Assessment| row.norm.is_some() || is_enough(row);
        let doubted = assessed.doubted(rows);
        // Answers that cannot be relied upon raise nothing, whatever they say.
        let relied_on = |rows: &&[Assessment]| {
            doubted.is_empty()
                || !rows.first().is_some_and(|row| doubted.contains_key(&assessed.on_list(row)))
        };
        let of_lists = assessed.by_list(rows).filter(relied_on);
        let families = of_lists.map(|rows| {
            let is =
                |row: &&Assessment, what: fn(&Series) -> bool| layout.series(row.series).is_some_and(what);
            let of_list = |row: &&Assessment| is(row, Series::is_list);
            let parts = rows.iter().filter(|row| is(row, Series::is_part));
            // The mean over scales is known as far as these are.
            let all_known = || parts.clone().all(|row| known(&row));
            let is_known = |row: &&Assessment| if of_list(row) { all_known() } else { known(row) };
            let level = whole::of_rows(layout, rows.iter().filter(is_known));
            let mut parts: Vec<&Assessment> = parts.clone().filter(known).collect();
            if parts.is_empty() {
                // Only the total was given.
                parts.extend(level);
            }
            let informants = rows.first().map_or(1.0, |row| self.informants.on(assessed, row));
            Family { parts, level, informants }
        });
        families.collect()
    }
}

impl<'a> Scene<'a> {
    /// The scene of some pupils, of all rows that there are of each.
    pub fn new(setting: &'a Setting<'a>, rows: &'a [Assessment]) -> Self {
        let (assessed, layout) = (setting.assessed, setting.assessed.layout());
        let families = setting.families(rows);
        Self { assessed, layout, families, setting }
    }

    /// What a rule says of each family, in their order.
    pub fn of_families(&self, rule: impl Fn(&Family<'_>) -> Option<Finding>) -> Vec<Finding> {
        self.families.iter().filter_map(rule).collect()
    }

    /// Whether the answers behind a row could be relied upon in the round before.
    pub fn was_relied_on(&self, row: &Assessment) -> bool {
        self.setting.doubted_before.is_empty()
            || !self.setting.doubted_before.contains(&self.assessed.on_list(row))
    }

    /// Whether the pupil's group or school has a signal of its own on this list.
    pub fn is_folded(&self, row: &Assessment) -> bool {
        let list = self.layout.series(row.series).map_or(0, |series| series.list);
        let sank = |group| self.setting.folded.contains(&(list, row.school, group));
        sank(row.group) || sank(None)
    }
}

impl<'a> Family<'a> {
    /// The scale that is worst by a figure.
    pub fn worst(&self, figure: impl Fn(&Assessment) -> Option<f32>) -> Option<&'a Assessment> {
        let rows = self.parts.iter().copied();
        rows.max_by(|a, b| {
            let value = |row: &Assessment| figure(row).unwrap_or(f32::NEG_INFINITY);
            value(a).total_cmp(&value(b)).then(b.series.cmp(&a.series))
        })
    }
}
