//! What is given out of one series in one round. Three things could tell a few pupils' scores: a small group beside the
//! total, a few who come in after the others were shown, and a few who are taken back. All are answered here, from the order of the imports
//! alone, so that nothing has to be kept of who saw what and when. Whom a reader sees by another role (a leader's own
//! class) counts for nobody: that score can be taken from any sum, and what is left must still be of enough.

use std::collections::{BTreeMap, HashSet};

use super::few;
use crate::ground::GroupId;

/// One pupil's score in a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The pupil's key.
    pub pupil: i64,
    /// The score.
    pub score: f64,
    /// The group of that day.
    pub group: Option<GroupId>,
    /// The import that first brought a score of this pupil in this round, also where it was taken back since; later
    /// imports have greater ids.
    pub came: String,
    /// Whether this reader sees the pupil by role.
    pub seen: bool,
}

/// What an import had brought that was taken back.
#[derive(Debug, Clone, Default)]
pub struct Gone {
    /// The scores that are not here again, each in its place; what they were does not matter.
    pub rows: Vec<Row>,
    /// Whether a score is here again in another group.
    pub moved: bool,
}

/// A group, or all who were in none.
type Cell = Option<GroupId>;

/// Pupils whose sum is known, and of whom no smaller sum is.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pupils: HashSet<i64>,
    /// Whether they came in after others had been shown.
    pub(super) later: bool,
}

impl Block {
    /// How many of the matched pupils are in it.
    pub(super) fn in_common(&self, matched: &HashSet<i64>) -> usize {
        self.pupils.intersection(matched).count()
    }

    /// How many scores are left when the matched pupils' sum is taken from what is known of this block, or the other
    /// way round, whichever leaves fewer.
    pub(super) fn rest(&self, matched: &HashSet<i64>) -> usize {
        let within = self.in_common(matched);
        within.min(self.pupils.len() - within)
    }
}

/// What is given out.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    /// The scores that count.
    pub(super) rows: Vec<Row>,
    /// The scores that came in too few, and wait for more.
    pub(super) waiting: Vec<Row>,
    /// The groups of which nothing is shown by itself; those without a group never are.
    pub(super) hidden: HashSet<Cell>,
    /// The finest parts of which the sum is known.
    pub(super) blocks: Vec<Block>,
    /// Whether scores that had been given out were taken back, and are not here again.
    pub(super) shrunk: bool,
    /// Whether nothing is given out, since beside what was it would tell of those that were taken back.
    pub(super) withheld: bool,
}

impl Given {
    /// Everything, for who sees each pupil.
    pub(super) fn all(rows: Vec<Row>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Nothing, for what was given would tell of few.
    pub(super) fn withheld(rows: Vec<Row>) -> Self {
        Self { waiting: rows, shrunk: true, withheld: true, ..Self::default() }
    }

    /// What others get: the first imports that together reach the smallest size, and each later one as soon as what
    /// it adds, to every group that is shown and to the hidden ones together, is nobody or enough.
    pub(super) fn of(mut rows: Vec<Row>, smallest: usize) -> Self {
        rows.sort_by(|a, b| (&a.came, a.pupil).cmp(&(&b.came, b.pupil)));
        let mut given = Self::default();
        for import in rows.chunk_by(|a, b| a.came == b.came) {
            given.waiting.extend(import.iter().cloned());
            given.take_in(smallest);
        }
        given
    }

    /// What others get after an import was taken back; `gone`: the scores it had brought that are not here again, each in
    /// its place. It is what was given with them, less the parts that are gone as a whole: nothing is taken together anew.
    /// Where of a part some are here and some are gone, what is here beside the sum that was told would tell of those gone.
    pub(super) fn after(rows: Vec<Row>, gone: &Gone, smallest: usize) -> Self {
        if gone.rows.is_empty() && !gone.moved {
            return Self::of(rows, smallest);
        }
        let mut given = Self::of(rows.iter().chain(&gone.rows).cloned().collect(), smallest);
        let taken: HashSet<i64> = unseen(&gone.rows).map(|row| row.pupil).collect();
        given.shrunk = given.blocks.iter().any(|block| block.in_common(&taken) > 0);
        let is_cut = |block: &Block| block.in_common(&taken) > 0 && block.rest(&taken) > 0;
        if gone.moved || given.blocks.iter().any(is_cut) {
            return Self::withheld(rows);
        }
        given.blocks.retain(|block| block.in_common(&taken) == 0);
        let here: HashSet<i64> = rows.iter().map(|row| row.pupil).collect();
        given.rows.retain(|row| here.contains(&row.pupil));
        given.waiting.retain(|row| here.contains(&row.pupil));
        given
    }

    /// Takes in what waits, if that tells of no few pupils.
    fn take_in(&mut self, smallest: usize) {
        let later = !self.rows.is_empty();
        let mut gains: BTreeMap<Cell, usize> = BTreeMap::new();
        for row in unseen(&self.waiting) {
            *gains.entry(row.group.clone()).or_default() += 1;
        }
        let hidden = if later { self.hidden_with(&gains, smallest) } else { hidden(&gains, smallest) };
        let apart: usize = gains.iter().filter(|(cell, _)| hidden.contains(*cell)).map(|(_, n)| n).sum();
        let grow_by_few = gains.iter().any(|(cell, n)| !hidden.contains(cell) && *n < smallest);
        let all = gains.values().sum();
        if few(all, smallest) || few(apart, smallest) || grow_by_few {
            return;
        }
        let mut blocks: BTreeMap<Cell, HashSet<i64>> = BTreeMap::new();
        for row in unseen(&self.waiting) {
            // Of hidden groups only the sum of all is known: they share the block of those without a group.
            let cell = row.group.clone().filter(|_| !hidden.contains(&row.group));
            blocks.entry(cell).or_default().insert(row.pupil);
        }
        self.blocks.extend(blocks.into_values().map(|pupils| Block { pupils, later }));
        self.rows.append(&mut self.waiting);
        self.hidden = hidden;
    }

    /// Once hidden, always hidden: else the earlier total would tell it. A new group is hidden when it is small.
    fn hidden_with(&self, gains: &BTreeMap<Cell, usize>, smallest: usize) -> HashSet<Cell> {
        let known: HashSet<&Cell> = self.rows.iter().map(|row| &row.group).collect();
        let new =
            gains.iter().filter(|(cell, n)| !known.contains(cell) && (**n < smallest || cell.is_none()));
        self.hidden.iter().chain(new.map(|(cell, _)| cell)).cloned().collect()
    }
}

/// The rows of pupils whom the reader does not see.
pub(super) fn unseen(rows: &[Row]) -> impl Iterator<Item = &Row> {
    rows.iter().filter(|row| !row.seen)
}

/// The cells to hide at first: those under the smallest size and those without a group; and while what is hidden
/// follows from the total as a sum of few, the next smallest too.
pub(super) fn hidden(sizes: &BTreeMap<Cell, usize>, smallest: usize) -> HashSet<Cell> {
    let mut by_size: Vec<(usize, &Cell)> = sizes.iter().map(|(cell, n)| (*n, cell)).collect();
    by_size.sort();
    let mut hide = HashSet::new();
    let mut together = 0;
    for (n, cell) in &by_size {
        if cell.is_none() || *n < smallest {
            hide.insert((*cell).clone());
            together += n;
        }
    }
    for (n, cell) in by_size {
        if few(together, smallest) && hide.insert(cell.clone()) {
            together += n;
        }
    }
    hide
}
