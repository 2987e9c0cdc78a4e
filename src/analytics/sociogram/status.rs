//! What comes out of a sociogram: a method's name, a status, and the row of a pupil.

use chrono::NaiveDate;

use crate::ground::Message;

/// How a status is determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Maassen & Landsheer 1998: exact probabilities for ratings.
    Ssrat,
    /// Newcomb & Bukowski 1983: probabilities of choices.
    NewcombBukowski,
    /// Coie & Dodge 1983: z-scores of choices within the group.
    CoieDodge,
}

impl Method {
    /// All methods; the first is the usual one.
    pub const ALL: [Self; 3] = [Self::Ssrat, Self::NewcombBukowski, Self::CoieDodge];

    /// The word of the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ssrat => "ssrat",
            Self::NewcombBukowski => "newcomb-bukowski",
            Self::CoieDodge => "coie-dodge",
        }
    }

    /// The method with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// A sociometric status, in the words of the literature. For files; never said to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Liked by many, disliked by few.
    Popular,
    /// Liked by few, disliked by many: *wordt weinig gekozen*.
    Rejected,
    /// Neither liked nor disliked by many.
    Neglected,
    /// Liked by many and disliked by many.
    Controversial,
    /// All others.
    Average,
}

impl Status {
    /// The word in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Popular => "popular",
            Self::Rejected => "rejected",
            Self::Neglected => "neglected",
            Self::Controversial => "controversial",
            Self::Average => "average",
        }
    }
}

/// A pupil's figures; what they are depends on the method: totals of points (`Ssrat`), numbers of choices
/// (`NewcombBukowski`), z-scores (`CoieDodge`). None where the group has no spread in it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// How much the pupil is liked.
    pub sympathy: Option<f64>,
    /// How much the pupil is disliked.
    pub antipathy: Option<f64>,
    /// The one less the other.
    pub preference: Option<f64>,
    /// The one and the other: how much the pupil is noticed.
    pub impact: Option<f64>,
    /// The probability (0–1) that chance gives a preference as low as this (`Ssrat`).
    pub rarity: Option<f64>,
}

/// A pupil in a group on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct PupilStatus {
    /// The group's name.
    pub group: String,
    /// The day of the measurement.
    pub date: NaiveDate,
    /// The pupil's number.
    pub pupil: String,
    /// How many pupils judged this one; none where the group as a whole could not be looked at.
    pub raters: Option<usize>,
    /// The share (0–1) of the pupils of the group, as far as the ratings name them, who judged anybody.
    pub response: f64,
    /// The figures.
    pub figures: Figures,
    /// The status; none where `note` says why.
    pub status: Option<Status>,
    /// Why there is no status.
    pub note: Option<Message>,
}

/// What a method says of one pupil: a status, or why there is none.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) raters: Option<usize>,
    pub(super) figures: Figures,
    pub(super) status: Result<Status, Message>,
}

impl Judged {
    /// Nothing on anybody of a group, and why.
    pub(super) fn none(note: &Message) -> Self {
        Self { raters: None, figures: Figures::default(), status: Err(note.clone()) }
    }

    /// Nothing on a pupil whom nobody judged.
    pub(super) fn unrated() -> Self {
        Self { raters: Some(0), ..Self::none(&Message::new("sociogram-note-unrated")) }
    }
}
