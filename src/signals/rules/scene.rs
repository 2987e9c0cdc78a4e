//! The assessments as the rules on pupils read them: per pupil, list and round the family of scales and the level of
//! the whole list. A list with one scale is its own level. Making a finding of them: `pupil`.

use crate::analytics::{Assessed, Assessment, Layout, Series};
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
    pub assessed: &'a Assessed<'a>,
    pub layout: &'a Layout,
    pub families: Vec<Family<'a>>,
}

/// What a rule says about a family.
pub(super) struct Verdict {
    pub rule: Rule,
    pub severity: Severity,
    pub statistic: f64,
    pub threshold: f64,
}

impl<'a> Scene<'a> {
    pub fn new(assessed: &'a Assessed<'a>) -> Self {
        let layout = assessed.layout();
        let list = |row: &Assessment| (layout.series(row.series).map(|s| s.list), row.school, row.pupil);
        let families = assessed.assessments.chunk_by(|a, b| list(a) == list(b)).map(|rows| {
            let is =
                |row: &&Assessment, what: fn(&Series) -> bool| layout.series(row.series).is_some_and(what);
            Family {
                parts: rows.iter().filter(|row| is(row, Series::is_part)).collect(),
                level: rows.iter().find(|row| is(row, |series| series.is_level)),
            }
        });
        Self { assessed, layout, families: families.collect() }
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
