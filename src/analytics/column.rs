//! What forms say on one scale: for each form the score, as its place among the values of the scale. Two bytes each where
//! these are few, as on any list of whole scores: there are millions.

use std::ops::Range;

use super::table::number;

/// The scores of some forms on one scale.
#[derive(Debug)]
pub(super) struct Column {
    /// Where the values of the scale begin in those of the table.
    first: u32,
    scores: Scores,
}

/// Places among the values of the scale; the largest number says that there is no score.
#[derive(Debug)]
enum Scores {
    Few(Vec<u16>),
    Many(Vec<u32>),
}

impl Column {
    /// With nothing in it; `values`: those of the scale, as places in the table.
    pub fn new(values: &Range<usize>) -> Self {
        let few = u16::try_from(values.len()).is_ok();
        let scores = if few { Scores::Few(Vec::new()) } else { Scores::Many(Vec::new()) };
        Self { first: number(values.start), scores }
    }

    /// Adds a form that says nothing yet.
    pub fn push(&mut self) {
        match &mut self.scores {
            Scores::Few(scores) => scores.push(u16::MAX),
            Scores::Many(scores) => scores.push(u32::MAX),
        }
    }

    /// Gives the last form a score: a value of the table.
    pub fn set_last(&mut self, value: u32) {
        let place = value.saturating_sub(self.first);
        match &mut self.scores {
            Scores::Few(scores) => set(scores.last_mut(), u16::try_from(place).unwrap_or(u16::MAX)),
            Scores::Many(scores) => set(scores.last_mut(), place),
        }
    }

    /// The score of a form, as value of the table; none where it has none.
    pub fn get(&self, form: usize) -> Option<u32> {
        let place = match &self.scores {
            Scores::Few(scores) => scores.get(form).filter(|place| **place != u16::MAX).copied()?.into(),
            Scores::Many(scores) => scores.get(form).filter(|place| **place != u32::MAX).copied()?,
        };
        Some(self.first + place)
    }

    /// Puts some forms in another order (places among these).
    pub fn put(&mut self, range: Range<usize>, order: &[usize]) {
        match &mut self.scores {
            Scores::Few(scores) => in_order(scores.get_mut(range).unwrap_or_default(), order),
            Scores::Many(scores) => in_order(scores.get_mut(range).unwrap_or_default(), order),
        }
    }

    /// Nothing more comes: gives back the room for it.
    pub fn close(&mut self) {
        match &mut self.scores {
            Scores::Few(scores) => scores.shrink_to_fit(),
            Scores::Many(scores) => scores.shrink_to_fit(),
        }
    }
}

fn set<T>(slot: Option<&mut T>, to: T) {
    if let Some(slot) = slot {
        *slot = to;
    }
}

/// Puts things in another order.
pub(super) fn in_order<T: Copy>(slots: &mut [T], order: &[usize]) {
    let was = slots.to_vec();
    for (slot, from) in slots.iter_mut().zip(order.iter().filter_map(|at| was.get(*at))) {
        *slot = *from;
    }
}

#[cfg(test)]
mod tests {
    use super::Column;

    #[test]
    fn a_column_gives_back_what_was_put_in_it_however_many_values_there_are() {
        for last in [7, 65_536, 65_537, 200_000] {
            // Given the values of a scale that begin at the third of the table, and three forms, one without a score
            let mut column = Column::new(&(2..last + 1));
            for value in [Some(2), None, Some(last)] {
                column.push();
                if let Some(value) = value {
                    column.set_last(u32::try_from(value).unwrap());
                }
            }
            column.close();
            // When two of them change places
            column.put(1..3, &[1, 0]);
            // Then each says what it said
            let said: Vec<Option<u32>> = (0..4).map(|form| column.get(form)).collect();
            assert_eq!(said, [Some(2), u32::try_from(last).ok(), None, None]);
        }
    }
}
