//! On which series a list is judged as a whole: its total or the mean over its scales, whichever a pupil has had in more
//! rounds, or a group for more of its pupils. So one school, one pupil or one round with totals settles nothing for others.

use std::collections::BTreeMap;

use crate::analytics::{Assessment, Layout, Unit};

/// Of a pupil's rows on one list the one that the list is judged on; of two with as many rounds its total.
pub(in crate::signals) fn of_rows<'r>(
    layout: &Layout,
    rows: impl Iterator<Item = &'r Assessment>,
) -> Option<&'r Assessment> {
    let level = |row: &'r Assessment| {
        let series = layout.series(row.series).filter(|series| series.is_level)?;
        Some(((row.rounds_used, series.is_total()), row))
    };
    rows.filter_map(level).max_by_key(|(rounds, _)| *rounds).map(|(_, row)| row)
}

/// Whether a list has no other scale than the one with this z: its level is the mean z of its scales.
pub(super) fn is_of_one(level: f64, z: f64) -> bool {
    (level - z).abs() < 1e-5
}

/// A list in a school, and the group.
type Place = (u32, u32, Option<u32>);

/// How groups are judged on their lists: on which series as a whole, and on how many scales beside it.
#[derive(Debug, Default)]
pub(super) struct Groups(BTreeMap<Place, On>);

#[derive(Debug, Default)]
struct On {
    /// The pupils with an earlier round and whether it is a total; the series.
    level: Option<((u32, bool), u32)>,
    scales: u32,
}

impl Groups {
    /// Of these units, all there are of each group.
    pub fn of(layout: &Layout, units: &[&Unit]) -> Self {
        let mut groups = Self::default();
        for unit in units {
            let Some(series) = layout.series(unit.series) else { continue };
            let on = groups.0.entry((series.list, unit.school, unit.group)).or_default();
            on.scales += u32::from(series.is_part());
            let level = ((unit.matched, series.is_total()), unit.series);
            if series.is_level && on.level.is_none_or(|(most, _)| level.0 > most) {
                on.level = Some(level);
            }
        }
        groups
    }

    fn on(&self, layout: &Layout, unit: &Unit) -> Option<&On> {
        self.0.get(&(layout.series(unit.series)?.list, unit.school, unit.group))
    }

    /// Whether the list of a unit is judged on its series as a whole.
    pub fn is_level(&self, layout: &Layout, unit: &Unit) -> bool {
        self.on(layout, unit).and_then(|on| on.level).is_some_and(|(_, series)| series == unit.series)
    }

    /// How many scales of its list a unit is judged on.
    pub fn scales(&self, layout: &Layout, unit: &Unit) -> u32 {
        self.on(layout, unit).map_or(0, |on| on.scales)
    }
}
