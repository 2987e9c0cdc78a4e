//! Answers beside what is known. Only answers at or past the border of a critical item are kept: all others are counted as
//! unchanged, but for one that comes in the place of a critical answer.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::diff::{Staged, Status};
use super::{counts::Counts, known::Known, model::Import};
use crate::evidence::critical::{CriticalAnswer, Place};
use crate::evidence::files::{ItemRow, Refusal};
use crate::ground::Message;

/// An answer as it is set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StagedAnswer {
    /// The answer.
    pub answer: CriticalAnswer,
    /// Whether it is critical; one that is not only takes an earlier one away.
    pub is_critical: bool,
}

/// The difference that answers make, and the rows that cannot be taken: of unknown pupils, and two that contradict each
/// other.
pub fn items(
    rows: Vec<ItemRow>,
    import: &Import,
    known: &Known,
    stored: &HashMap<Place, CriticalAnswer>,
    counts: &mut Counts,
) -> (Vec<Staged<StagedAnswer>>, Vec<Refusal>) {
    let (mut staged, mut refused) = (Vec::new(), Vec::new());
    let mut unknown = BTreeSet::new();
    let mut by_place: BTreeMap<Place, Vec<(ItemRow, CriticalAnswer)>> = BTreeMap::new();
    for row in rows {
        let Some(pupil) = known.pupils.get(&row.pupil) else {
            let reason = Message::new("row-pupil-unknown").with("pupil", row.pupil.as_str());
            refused.push(Refusal::at((row.row, row.line), "leerlingnummer", row.pupil.as_str(), reason));
            unknown.insert(row.pupil);
            continue;
        };
        let Some(critical_from) = row.critical_from else {
            counts.unchanged += 1;
            continue;
        };
        let answer = CriticalAnswer {
            pupil_key: pupil.key,
            instrument: row.instrument.clone(),
            informant: row.informant.code().to_owned(),
            item: row.item.clone(),
            taken_on: row.date,
            answer: row.answer,
            critical_from,
            import_id: import.id.clone(),
        };
        by_place.entry(answer.place()).or_default().push((row, answer));
    }
    for (place, same) in by_place {
        let Some((row, answer)) = same.first() else { continue };
        if same.iter().any(|(other, _)| other.answer.to_bits() != row.answer.to_bits()) {
            refused.extend(same.iter().map(|(row, _)| {
                Refusal::at((row.row, row.line), "item", row.item.as_str(), Message::new("row-answer-twice"))
            }));
            continue;
        }
        counts.unchanged += same.len() - 1;
        let is_critical = answer.answer >= answer.critical_from;
        let status = match stored.get(&place) {
            Some(before) if before.answer.to_bits() == answer.answer.to_bits() => Status::Unchanged,
            Some(_) => Status::Changed,
            None if is_critical => Status::New,
            None => Status::Unchanged,
        };
        counts.count(status);
        if status == Status::Unchanged {
            continue;
        }
        let value = StagedAnswer { answer: answer.clone(), is_critical };
        staged.push(Staged { row: row.row, line: row.line, status, value });
    }
    staged.sort_by_key(|one| one.row);
    refused.sort_by_key(|one| one.row);
    counts.unknown_pupils = unknown.into_iter().collect();
    (staged, refused)
}
