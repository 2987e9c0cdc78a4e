//! The assessments as the rules on pupils read them: per pupil, list and round the family of scales and the level of
//! the whole list. A list with one scale is its own level. Making a finding of them: `pupil`.

use std::collections::BTreeMap;

use crate::analytics::{Assessed, Assessment, Layout};
use crate::signals::finding::Rule;
use crate::signals::model::Severity;

/// One pupil on one list in one round.
#[derive(Debug, Default)]
pub(super) struct Family<'a> {
    /// The scales that are judged together.
    pub parts: Vec<&'a Assessment>,
    /// The level of the list.
    pub level: Option<&'a Assessment>,
}

/// The families of all pupils.
pub(super) struct Scene<'a> {
    pub layout: &'a Layout,
    pub families: BTreeMap<(u32, u32, u32, i64), Family<'a>>,
}

/// What a rule says about a family.
pub(super) struct Verdict {
    pub rule: Rule,
    pub severity: Severity,
    pub statistic: f64,
    pub threshold: f64,
}

impl<'a> Scene<'a> {
    pub fn new(assessed: &'a Assessed) -> Self {
        let layout = &assessed.layout;
        let mut families: BTreeMap<_, Family<'a>> = BTreeMap::new();
        for row in &assessed.assessments {
            let Some(series) = layout.series(row.series) else {
                continue;
            };
            if !series.is_part() && !series.is_level {
                continue;
            }
            let key = (series.list, row.round, row.school, row.pupil);
            let family = families.entry(key).or_default();
            if series.is_part() {
                family.parts.push(row);
            }
            if series.is_level {
                family.level = Some(row);
            }
        }
        Self { layout, families }
    }
}

impl<'a> Family<'a> {
    /// The scale that is worst by a figure.
    pub fn worst(&self, figure: impl Fn(&Assessment) -> Option<f64>) -> Option<&'a Assessment> {
        let rows = self.parts.iter().copied();
        rows.max_by(|a, b| {
            let value = |row: &Assessment| figure(row).unwrap_or(f64::NEG_INFINITY);
            value(a).total_cmp(&value(b)).then(b.series.cmp(&a.series))
        })
    }
}
