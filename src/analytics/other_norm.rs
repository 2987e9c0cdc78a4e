//! How a score stands by the norm that the school did not choose: that for boys or girls where one for all is used, or the
//! other way round. The norm that is used stands with the assessment.

use super::{
    assessed::{Assessed, Assessment},
    norms,
};
use crate::evidence::instruments::Norm;

impl Assessed<'_> {
    /// The other norm and the z by it (above 0 is worse); none where the pupil's sex is not known, there is no such norm, or
    /// none was used.
    #[must_use]
    pub fn by_other_norm(&self, row: &Assessment) -> Option<(&Norm, f64)> {
        let used = row.norm?;
        let series = self.layout().series(row.series)?;
        let value = self.analysis.value(row)?;
        let (key, age) = (&series.key, value.age.map(u32::from));
        let by_sex = !self.analysis.table.by_sex;
        let at = norms::applicable(&series.instrument, &key.scale, key.informant, age, value.sex, by_sex)?;
        let norm = series.instrument.norms.get(at).filter(|_| at != used as usize)?;
        let z = norms::published(series.scale()?, norm).z_at(row.score) * series.sign();
        Some((norm, z))
    }
}
