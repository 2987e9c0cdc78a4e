//! The rows of a series once they are settled: by pupil and round, one for each, twelve bytes. What they point to stands
//! in the table.

use super::table::{Row, number};

/// One score of a pupil: numbers that the table gave out.
#[derive(Debug, Clone, Copy)]
pub(super) struct PupilRow {
    /// The day and round.
    pub slot: u32,
    /// The score.
    pub value: u32,
    /// Where and by whom.
    pub place: u32,
}

/// The rows of a series.
#[derive(Debug, Default)]
pub(super) struct PupilRows {
    all: Vec<PupilRow>,
    /// For each pupil by rank, where the rows begin; one more at the end.
    starts: Vec<u32>,
}

impl PupilRows {
    /// None at all.
    pub const NONE: Self = Self { all: Vec::new(), starts: Vec::new() };

    /// Of rows in order of pupil, among so many pupils.
    pub fn of_sorted(rows: Vec<Row>, pupils: usize) -> Self {
        let mut starts = Vec::with_capacity(pupils + 1);
        for (at, row) in rows.iter().enumerate() {
            starts.resize(starts.len().max(row.pupil as usize + 1), number(at));
        }
        starts.resize(pupils + 1, number(rows.len()));
        let kept = |row: Row| PupilRow { slot: row.slot, value: row.value, place: row.place };
        Self { all: rows.into_iter().map(kept).collect(), starts }
    }

    /// The rows of a pupil by rank, oldest first.
    pub fn of(&self, pupil: u32) -> &[PupilRow] {
        let start = |at: u32| self.starts.get(at as usize).map_or(self.all.len(), |start| *start as usize);
        self.all.get(start(pupil)..start(pupil.saturating_add(1))).unwrap_or_default()
    }

    /// Each pupil who has rows, by rank.
    pub fn each(&self) -> impl Iterator<Item = (u32, &[PupilRow])> {
        let pupils = 0..number(self.starts.len().saturating_sub(1));
        pupils.map(|pupil| (pupil, self.of(pupil))).filter(|(_, own)| !own.is_empty())
    }

    /// All rows.
    pub fn all(&self) -> &[PupilRow] {
        &self.all
    }

    /// Puts the rows of each pupil in another order.
    pub fn sort_by_key(&mut self, key: impl Fn(&PupilRow) -> u32) {
        let mut rest = self.all.as_mut_slice();
        for pair in self.starts.windows(2) {
            let &[from, to] = pair else { continue };
            let Some((own, others)) = rest.split_at_mut_checked((to - from) as usize) else { return };
            own.sort_unstable_by_key(&key);
            rest = others;
        }
    }
}
