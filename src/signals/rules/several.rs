//! How many people filled in a list on the same pupil in the same round: so many share the load of false alarms. Whoever
//! else has a second informant has no part in it. What they say together: `analytics::informants`.

use rustc_hash::FxHashMap;

use super::scene::Family;
use crate::analytics::{Assessment, Layout};

/// A list whoever filled it in, the label of a round, a school and a pupil.
type Place = (u32, u32, u32, i64);

/// The informants of each pupil who may have more than one.
pub(super) struct Informants {
    /// For each series, the first one of the same list by whichever informant; none where there is one informant.
    alike: Vec<Option<u32>>,
    each: FxHashMap<Place, u32>,
}

impl Informants {
    /// Those of these families.
    pub fn of(layout: &Layout, families: &[Family<'_>]) -> Self {
        let alike = (0..).take(layout.series.len()).map(|at| layout.by_others_too(at)).collect();
        let mut found = Self { alike, each: FxHashMap::default() };
        let mut each = FxHashMap::default();
        for place in families.iter().filter_map(|family| found.place(layout, row(family)?)) {
            *each.entry(place).or_default() += 1;
        }
        found.each = each;
        found
    }

    /// How many filled in the list of a family on its pupil in its round; at least 1.
    pub fn on(&self, layout: &Layout, family: &Family<'_>) -> f64 {
        let place = row(family).and_then(|row| self.place(layout, row));
        f64::from(place.and_then(|place| self.each.get(&place)).copied().unwrap_or(1))
    }

    fn place(&self, layout: &Layout, row: &Assessment) -> Option<Place> {
        let list = (*self.alike.get(row.series as usize)?)?;
        let label = layout.rounds(row.series).get(row.round as usize)?.label;
        Some((list, label, row.school, row.pupil))
    }
}

/// A row that says which list, round and pupil a family is.
fn row<'a>(family: &Family<'a>) -> Option<&'a Assessment> {
    family.level.or_else(|| family.parts.first().copied())
}
