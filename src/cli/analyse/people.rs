//! What files say of the pupils themselves, for norms by age and by sex. It may stand in one file and not in another. Of
//! whom they say two things, neither is known to be true.

use chrono::NaiveDate;

use crate::evidence::instruments::Sex;

/// Birth dates and sexes by number of the pupil.
#[derive(Debug, Default)]
pub(super) struct People {
    born: Vec<Said<NaiveDate>>,
    sex: Vec<Said<Sex>>,
}

/// Two rows that say different things of one pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Different {
    /// The column, as files have it.
    pub column: &'static str,
    /// Where the row came from.
    pub origin: u32,
    /// Where the first row came from that says something else.
    pub other: u32,
}

/// What was said of a pupil, and where it was said first.
#[derive(Debug, Clone, Copy, Default)]
enum Said<T> {
    #[default]
    Nothing,
    Once(T, u32),
    Differently(u32, u32),
}

impl<T: Copy + PartialEq> Said<T> {
    fn take(of: &mut Vec<Self>, pupil: u32, said: Option<T>, origin: u32) {
        let Some(said) = said else { return };
        let at = pupil as usize;
        if of.len() <= at {
            of.resize(at + 1, Self::Nothing);
        }
        let Some(known) = of.get_mut(at) else { return };
        match *known {
            Self::Nothing => *known = Self::Once(said, origin),
            Self::Once(first, other) if first != said => *known = Self::Differently(origin, other),
            Self::Once(..) | Self::Differently(..) => {}
        }
    }

    const fn known(&self) -> Option<T> {
        if let Self::Once(said, _) = self { Some(*said) } else { None }
    }

    fn different(&self, column: &'static str) -> Option<Different> {
        let Self::Differently(origin, other) = *self else { return None };
        Some(Different { column, origin, other })
    }
}

impl People {
    /// Takes in what a row says of a pupil.
    pub fn take(&mut self, pupil: u32, born: Option<NaiveDate>, sex: Option<Sex>, origin: u32) {
        Said::take(&mut self.born, pupil, born, origin);
        Said::take(&mut self.sex, pupil, sex, origin);
    }

    /// What is known of each pupil of whom anything was said, by number.
    pub fn known(&self) -> impl Iterator<Item = (u32, Option<NaiveDate>, Option<Sex>)> + '_ {
        let known =
            |at: usize| (self.born.get(at).and_then(Said::known), self.sex.get(at).and_then(Said::known));
        (0..)
            .zip(0..self.born.len().max(self.sex.len()))
            .map(move |(pupil, at)| (pupil, known(at).0, known(at).1))
    }

    /// The rows that say something else of a pupil than an earlier one, in order.
    pub fn different(&self) -> Vec<Different> {
        let born = self.born.iter().filter_map(|said| said.different("geboortedatum"));
        let sex = self.sex.iter().filter_map(|said| said.different("geslacht"));
        let mut all: Vec<_> = born.chain(sex).collect();
        all.sort_by_key(|one| one.origin);
        all
    }
}
