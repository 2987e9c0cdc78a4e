//! What may be shown of figures over pupils to who does not see each of them by role (`docs/signals.md` 4.1). Every figure
//! over pupils that leaves this room is a [`Disclosed`], and only [`disclose`] makes one. What may be given out of a
//! round stands in `round`, shares in `share`; the figures themselves are computed elsewhere. Pure. Why: ADR 31.

use std::collections::{HashMap, HashSet};

use self::round::{Given, unseen};
pub use self::round::{Gone, Row};
pub(in crate::insight) use self::share::nearest;
pub use self::share::{Share, whole_percent};
pub(in crate::insight) use self::totals::totals;
use super::FEWEST;
use crate::ground::scope::{Role, Why};
use crate::ground::{GroupId, SchoolId, Scope};

mod round;
mod share;
#[cfg(test)]
mod tests;
mod totals;

/// A figure over pupils as this reader may have it: the figure, or why not. Nobody else can make one, so a page that
/// asks for it cannot be handed a bare figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosed<T>(Result<T, Hidden>);

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// It is of fewer pupils than the smallest size, or than a mean takes.
    Few,
    /// Together with what is shown it would tell a figure of fewer.
    Derivable,
}

impl<T> Disclosed<T> {
    /// The figure.
    ///
    /// # Errors
    /// Why it is not shown.
    pub const fn shown(&self) -> Result<&T, Hidden> {
        match &self.0 {
            Ok(figure) => Ok(figure),
            Err(hidden) => Err(*hidden),
        }
    }

    /// A figure over a group for who may open that group and so sees each pupil in it: `Why` is the proof.
    pub(super) fn by_role(_: &Why, figure: impl FnOnce() -> T) -> Self {
        disclose(None, figure)
    }
}

/// The one way out: the figure is not even computed when it must stay hidden.
fn disclose<T>(hidden: Option<Hidden>, figure: impl FnOnce() -> T) -> Disclosed<T> {
    Disclosed(hidden.map_or_else(|| Ok(figure()), Err))
}

/// Who reads the figures of a school: somebody who sees each of its pupils, or others.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// For others: the fewest pupils a figure is of, at least one.
    smallest: Option<usize>,
}

impl Reader {
    /// Somebody at a school; others than its coordinator get figures over at least so many pupils.
    #[must_use]
    pub fn of(scope: &Scope, school: &SchoolId, smallest: u32) -> Self {
        let others = !scope.has_at(Role::Coordinator, school);
        Self { smallest: others.then_some((smallest as usize).max(1)) }
    }

    /// Whether each pupil is seen by role, so that nothing is hidden.
    #[must_use]
    pub const fn sees_each(self) -> bool {
        self.smallest.is_none()
    }

    /// A share of so many pupils or signals; none of nothing.
    #[must_use]
    pub fn share(self, part: usize, whole: usize) -> Disclosed<Share> {
        self.share_about(whole, part, whole)
    }

    /// A part of what may be shown as a whole, as this reader may have it.
    pub(super) fn coded(self, part: usize, whole: usize) -> Share {
        if self.sees_each() { Share::Of { part, whole } } else { Share::of(part, whole) }
    }

    /// A share of things that are about so many different pupils: with what it is of for who sees each of them, else in
    /// whole percents, coded near none and all.
    #[must_use]
    pub fn share_about(self, pupils: usize, part: usize, whole: usize) -> Disclosed<Share> {
        self.of_pupils(pupils, || self.coded(part, whole))
    }

    /// A figure about so many different pupils, groups or schools.
    #[must_use]
    pub fn about<T>(self, subjects: usize, figure: impl FnOnce() -> T) -> Disclosed<T> {
        let few = self.smallest.is_some_and(|smallest| subjects < smallest);
        disclose(few.then_some(Hidden::Few), figure)
    }

    /// A figure that is of pupils alone: of nobody there is none.
    #[must_use]
    pub fn of_pupils<T>(self, pupils: usize, figure: impl FnOnce() -> T) -> Disclosed<T> {
        let few = pupils < self.smallest.unwrap_or(1);
        disclose(few.then_some(Hidden::Few), figure)
    }

    /// One series in one round of a school. A figure of it is of the school or of a group, and of nothing below. `gone`:
    /// what an import brought that was taken back.
    #[must_use]
    pub fn round(self, rows: Vec<Row>, gone: &Gone) -> Round {
        let given = match self.smallest {
            Some(smallest) => Given::after(rows, gone, smallest),
            None => Given::all(rows),
        };
        Round { reader: self, given }
    }

    /// A round of which nothing is given out, and which is said to be so: of its scores one pupil's were taken out or back
    /// in after others had been shown.
    #[must_use]
    pub fn withheld(self, rows: Vec<Row>) -> Round {
        Round { reader: self, given: Given::withheld(rows) }
    }
}

/// What is given out of one round.
#[derive(Debug, Clone)]
pub struct Round {
    reader: Reader,
    given: Given,
}

impl Round {
    /// The share of so many pupils who took part; `apart`: those who did and do not count.
    #[must_use]
    pub fn took_part(&self, apart: usize, pupils: usize) -> Disclosed<Share> {
        if self.given.withheld {
            return Disclosed(Err(Hidden::Derivable));
        }
        self.reader.share(self.given.rows.len() + apart, pupils)
    }

    /// A mean of all who count.
    pub fn whole<T>(&self, figure: impl FnOnce(&[f64]) -> T) -> Disclosed<T> {
        let scores: Vec<f64> = self.given.rows.iter().map(|row| row.score).collect();
        disclose(self.of_few(&self.given.rows), || figure(&scores))
    }

    /// Whether a mean of these pupils would tell of few whom the reader does not see, or is of too few to say much.
    fn of_few<'a>(&self, rows: impl IntoIterator<Item = &'a Row>) -> Option<Hidden> {
        if self.given.withheld {
            return Some(Hidden::Derivable);
        }
        let (mut all, mut apart) = (0, 0);
        for row in rows {
            all += 1;
            apart += usize::from(!row.seen);
        }
        let hidden = all < FEWEST || self.reader.smallest.is_some_and(|smallest| few(apart, smallest));
        hidden.then_some(Hidden::Few)
    }

    /// A mean of each group, also of those of which nobody counts yet.
    pub fn groups<T>(&self, figure: impl Fn(&[f64]) -> T) -> Vec<(GroupId, Disclosed<T>)> {
        let mut held: HashMap<&GroupId, Vec<&Row>> =
            self.given.waiting.iter().filter_map(|row| Some((row.group.as_ref()?, Vec::new()))).collect();
        for row in &self.given.rows {
            if let Some(group) = &row.group {
                held.entry(group).or_default().push(row);
            }
        }
        let mut groups: Vec<(GroupId, Disclosed<T>)> = held
            .into_iter()
            .map(|(group, rows)| {
                let derivable =
                    || self.given.hidden.contains(&Some(group.clone())).then_some(Hidden::Derivable);
                let hidden = self.of_few(rows.iter().copied()).or_else(derivable);
                let scores: Vec<f64> = rows.into_iter().map(|row| row.score).collect();
                (group.clone(), disclose(hidden, || figure(&scores)))
            })
            .collect();
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        groups
    }

    /// A mean of the pupils who took part in both rounds, as pairs of now and then. The two sets may differ, but not
    /// so that the matched sum, taken from what both rounds tell, leaves a few.
    pub fn change<T>(&self, then: &Self, figure: impl FnOnce(&[(f64, f64)]) -> T) -> Disclosed<T> {
        let earlier: HashMap<i64, f64> = then.given.rows.iter().map(|row| (row.pupil, row.score)).collect();
        let both = |row: &Row| Some((row.score, *earlier.get(&row.pupil)?));
        let pairs: Vec<(f64, f64)> = self.given.rows.iter().filter_map(both).collect();
        let matched: HashSet<i64> = unseen(&self.given.rows)
            .filter(|row| earlier.contains_key(&row.pupil))
            .map(|row| row.pupil)
            .collect();
        let hidden = self.reader.smallest.and_then(|smallest| {
            let blocks = || self.given.blocks.iter().chain(&then.given.blocks);
            let rest: usize = blocks().map(|block| block.rest(&matched)).sum();
            // Who came in later changes the matched sum: beside the earlier one it would tell of those alone.
            let grows = rest > 0 && blocks().any(|block| block.later && block.in_common(&matched) > 0);
            if self.given.shrunk || then.given.shrunk {
                // It may have been told with those who were taken back, too.
                Some(Hidden::Derivable)
            } else if few(matched.len(), smallest) {
                Some(Hidden::Few)
            } else {
                (few(rest, smallest) || grows).then_some(Hidden::Derivable)
            }
        });
        let hidden = hidden.or_else(|| (pairs.len() < FEWEST).then_some(Hidden::Few));
        disclose(hidden, || figure(&pairs))
    }
}

/// Some, and fewer than the smallest size.
const fn few(n: usize, smallest: usize) -> bool {
    n > 0 && n < smallest
}
