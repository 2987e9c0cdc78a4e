//! How many pupils the units of a round have: those with a score then or in the round before, and who of them was
//! missed. The scores themselves: `units`.

use chrono::NaiveDate;
use polars::prelude::*;

use super::{
    analysis::Analysis,
    assessed::Round,
    units::{SPLITS, divided, keys},
};
use crate::ground::clock;

/// For each split how many pupils the units of a cycle have, and how many of them were missed.
pub(super) fn known(analysis: &Analysis, cycle: u32, until: Option<u32>) -> PolarsResult<Vec<DataFrame>> {
    let Some(until) = until else { return Ok(Vec::new()) };
    let people = people(analysis, cycle, until)?;
    let of_split = |split: &&[&str]| {
        let keys = |first: &[&str]| keys(first, split);
        divided(&people, split)
            .group_by(keys(&["school", "pupil"]))
            .agg([((lit(1_u32) - col("seen").max()) * col("same_year").max()).alias("absent")])
            .group_by(keys(&["school"]))
            .agg([col("absent").count().cast(DataType::UInt32).alias("known"), col("absent").sum()])
            .collect()
    };
    SPLITS.iter().map(of_split).collect()
}

/// Who was where in a round of a cycle and the one before: a row per pupil and place.
fn people(analysis: &Analysis, cycle: u32, until: u32) -> PolarsResult<DataFrame> {
    let (mut pupils, mut schools, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    let (mut years, mut seen, mut same_year) = (Vec::new(), Vec::new(), Vec::new());
    let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
    let year = |at: u32| rounds.get(at as usize).map(school_year);
    let same = until.checked_sub(1).is_some_and(|before| year(before) == year(until));
    let mut here: Vec<(u32, bool, u32)> = Vec::new();
    for (at, series) in (0_u32..).zip(&analysis.layout.series) {
        if series.cycle == cycle && !series.is_list() {
            let recent = analysis.rows(at).iter().map(|row| (row, analysis.round(row)));
            let recent = recent.filter(|(_, round)| *round <= until && round + 1 >= until);
            let own: Vec<_> = recent.map(|(row, round)| (row.pupil, round == until, row.place)).collect();
            // The scales of a list mostly have the same pupils.
            if own != here {
                here.extend(own);
                here.sort_unstable();
                here.dedup();
            }
        }
    }
    for of_pupil in here.chunk_by(|a, b| a.0 == b.0) {
        let Some((pupil, ..)) = of_pupil.first().copied() else { continue };
        let measured = of_pupil.iter().any(|(_, now, _)| *now);
        let mut places: Vec<u32> = of_pupil.iter().map(|(.., place)| *place).collect();
        places.sort_unstable();
        places.dedup();
        for place in places {
            let place = analysis.table.places.all.get(place as usize);
            pupils.push(pupil);
            schools.push(analysis.pupil(pupil).0);
            groups.push(place.and_then(|place| place.group));
            years.push(place.and_then(|place| place.year));
            seen.push(u32::from(measured));
            same_year.push(u32::from(same));
        }
    }
    DataFrame::new(
        pupils.len(),
        vec![
            Column::new("pupil".into(), pupils),
            Column::new("school".into(), schools),
            Column::new("group".into(), groups),
            Column::new("year".into(), years),
            Column::new("seen".into(), seen),
            Column::new("same_year".into(), same_year),
        ],
    )
}

/// The calendar year in which the school year of a round began.
fn school_year(round: &Round) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    let date = NaiveDate::from_epoch_days(round.median_day as i32).unwrap_or_default();
    clock::school_year(date)
}
