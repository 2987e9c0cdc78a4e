//! What a person says of the columns of a list that cannot be read by itself: kept as typed, filled in beforehand with what
//! is known (`guess`), and made into a profile (`made`). Pure; where the list waits meanwhile: `asked`.

use crate::evidence::files::{Kind, Look, Profile, ours};
use crate::evidence::instruments::{Catalogue, Instrument};
use crate::ground::Message;

mod guess;
mod made;
#[cfg(test)]
mod tests;

pub use made::Made;

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A row per pupil: name and group.
    Roster,
    /// A row per pupil and scale.
    Long,
    /// A row per pupil, a column per scale.
    Wide,
}

impl Holds {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Roster, Self::Long, Self::Wide];

    /// The word of the form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::Long => "long",
            Self::Wide => "wide",
        }
    }

    /// The one of this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holds| holds.code() == code)
    }

    /// The kind of file.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Roster => Kind::Roster,
            Self::Long | Self::Wide => Kind::Scores,
        }
    }

    /// What a profile is for.
    #[must_use]
    pub fn of(profile: &Profile) -> Option<Self> {
        match profile.kind {
            Kind::Roster => Some(Self::Roster),
            Kind::Scores if profile.scales.is_empty() => Some(Self::Long),
            Kind::Scores => Some(Self::Wide),
            Kind::Sociogram | Kind::Items | Kind::Attendance | Kind::Totals => None,
        }
    }

    /// Whether a column of ours stands in such a list; what a wide one says by its columns it does not say in one.
    #[must_use]
    pub fn has(self, ours: &str) -> bool {
        self != Self::Wide || !["instrument", "schaal", "score", "score_type"].contains(&ours)
    }
}

/// What a column is said not to be.
pub const UNUSED: &str = "-";

/// What was said, as it was typed; what is empty was not said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// What the list holds (`Holds::code`).
    pub holds: String,
    /// The instrument of all rows.
    pub instrument: String,
    /// Whose view, of all rows.
    pub informant: String,
    /// The day of the list (`2026-03-02`); of this file alone.
    pub date: String,
    /// The round; of this file alone.
    pub round: String,
    /// How dates are written, where the columns do not tell.
    pub date_form: String,
    /// The decimal mark, where the columns do not tell.
    pub decimal: String,
    /// The name of the source.
    pub name: String,
    /// What each column is: a column of ours, a scale (`Choice::code`), or `UNUSED`.
    pub uses: Vec<String>,
}

/// Something that was said and cannot be, with the field it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The field, as the form names it; of a column `k` and its place.
    pub field: String,
    /// What is wrong and what to do.
    pub said: Message,
}

/// What a column of a list may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word of the form.
    pub code: String,
    /// The scale's name, with the unit where the list comes in more than one; none for a column of ours.
    pub scale: Option<(String, Option<&'static str>)>,
}

impl Answers {
    /// What the list holds, where that was said.
    #[must_use]
    pub fn holds(&self) -> Option<Holds> {
        Holds::from_code(&self.holds)
    }

    /// What a column is said to be.
    #[must_use]
    pub fn of(&self, at: usize) -> &str {
        self.uses.get(at).map_or(UNUSED, String::as_str)
    }

    /// The places of the columns that are used and for which this holds.
    fn places(&self, look: &Look, is: impl Fn(&str) -> bool) -> Vec<usize> {
        (0..look.columns.len()).filter(|at| look.is_free(*at) && is(self.of(*at))).collect()
    }
}

/// What the columns of a list of this kind may be: those of ours, and of a wide list the scales of its instrument.
#[must_use]
pub fn choices(holds: Holds, instrument: Option<&Instrument>) -> Vec<Choice> {
    let own = ours::columns_of(holds.kind()).iter().filter(|ours| holds.has(ours.dutch));
    let own = own.map(|ours| Choice { code: ours.dutch.to_owned(), scale: None });
    let scales = instrument.filter(|_| holds == Holds::Wide).into_iter().flat_map(|instrument| {
        let units = || instrument.score_types.iter().enumerate();
        instrument.scales.iter().flat_map(move |scale| {
            let many = instrument.score_types.len() > 1;
            let plain = (instrument.score_types.is_empty()).then(|| (format!("={}", scale.code), None));
            let with_unit = units().map(move |(at, unit)| {
                // The first unit is the one that a list without any comes in.
                let end = if at == 0 { String::new() } else { format!("={}", unit.code()) };
                (format!("={}{end}", scale.code), many.then(|| unit.code()))
            });
            let all = plain.into_iter().chain(with_unit);
            all.map(|(code, unit)| Choice { code, scale: Some((scale.name.clone(), unit)) })
        })
    });
    own.chain(scales).collect()
}

/// The instrument that was named.
fn instrument_of<'a>(catalogue: &'a Catalogue, code: &str) -> Option<&'a Instrument> {
    catalogue.get(code).map(AsRef::as_ref).filter(|list| !list.totals_only)
}
