//! The difference that scores make, pupil by pupil: how many are new, and which take the place of another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lines::{Line, Lists, lost};
use super::store;
use crate::evidence::imports::difference::{Difference, OfPupil, page};
use crate::evidence::imports::known::Known;
use crate::evidence::imports::model::Import;
use crate::evidence::results::store as results;
use crate::ground::{Conn, Message, Result};

/// What the scores of a file do to a pupil.
#[derive(Default)]
struct Of {
    first: u32,
    new: usize,
    changed: Vec<Line>,
}

/// The part of a page. `reads`: whether scores may be shown.
pub fn difference(conn: &mut Conn, import: &Import, from: usize, reads: bool) -> Result<Difference> {
    let lists = store::lists(conn, &import.id)?;
    let known = Known::of(conn, &import.school_id)?;
    let numbers = known.numbers();
    let mut of: HashMap<u32, Of> = HashMap::new();
    for at in store::blocks(conn, &import.id)? {
        for line in store::block(conn, &import.id, at)? {
            let one = of.entry(line.pupil).or_default();
            one.first = if one.first == 0 { line.row } else { one.first.min(line.row) };
            if line.replaces {
                one.changed.push(line);
            } else {
                one.new += 1;
            }
        }
    }
    let mut pupils = BTreeMap::new();
    for (pupil, one) in of {
        let number = numbers.get(&lists.key(pupil)?).ok_or_else(lost)?;
        pupils.insert((*number).to_owned(), (!one.changed.is_empty(), one));
    }
    let (all, pupils) = page(pupils, from);
    let series = results::series_keys(conn)?;
    let rounds = results::round_keys(conn)?;
    // Only of the pupils on this page what stands there now is asked.
    let mut places = HashMap::new();
    for line in pupils.iter().flat_map(|(_, one)| &one.changed) {
        let (of, round) = lists.named(lists.series_and_round(line.slot)?)?;
        if let Some((of, round)) = series.get(of).zip(rounds.get(round)) {
            places.insert(line.row_and_slot(), (lists.key(line.pupil)?, *of, *round));
        }
    }
    let stored = results::at(conn, &places.values().copied().collect::<BTreeSet<_>>())?;
    let was: HashMap<_, f64> = stored
        .iter()
        .map(|score| ((score.pupil_key, score.series_key, score.round_key), score.value))
        .collect();
    let told = pupils.into_iter().map(|(number, one)| {
        let mut what = Vec::new();
        if one.new > 0 {
            what.push(Message::new("difference-scores-new").with("count", one.new));
        }
        for line in &one.changed {
            let before = places.get(&line.row_and_slot()).and_then(|place| was.get(place)).copied();
            what.push(changed(&lists, line, before.filter(|_| reads))?);
        }
        Ok(OfPupil { number, row: one.first as usize, what })
    });
    Ok(Difference { pupils: told.collect::<Result<_>>()?, all })
}

/// That a score takes the place of another one; with both values where they may be shown.
fn changed(lists: &Lists, line: &Line, before: Option<f64>) -> Result<Message> {
    let (series, round) = lists.named(lists.series_and_round(line.slot)?)?;
    let key = if before.is_some() { "difference-score" } else { "difference-score-hidden" };
    let message = Message::new(key)
        .with("row", line.row as usize)
        .with("list", series.instrument.as_str())
        .with("scale", series.scale.as_str())
        .with("informant", series.informant.code())
        .with("round", round);
    Ok(match before {
        Some(before) => message.with("before", before).with("after", line.value),
        None => message,
    })
}
