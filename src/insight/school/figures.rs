//! The shape of a school's figures: means, changes, and one scale with its groups.

use crate::evidence::informant::Informant;
use crate::ground::GroupId;
use crate::insight::disclosure::{Disclosed, Share};

/// A mean with how many pupils it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Mean {
    /// The round's label.
    pub round: String,
    /// The mean of the scores as given.
    pub mean: f64,
    /// How many pupils.
    pub n: usize,
}

/// The change of the pupils who took part in both rounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The mean change, in points; more is better.
    pub mean: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end of its 95 % interval.
    pub high: f64,
    /// How many pupils.
    pub n: usize,
}

/// One scale, for the school as a whole and for its groups.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The number of the series, for the address.
    pub series: i32,
    /// The domain's code.
    pub domain: String,
    /// The scale's name.
    pub name: String,
    /// Who filled it in.
    pub informant: Informant,
    /// The lowest and highest score.
    pub range: (f64, f64),
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// The last round.
    pub now: Disclosed<Mean>,
    /// How many of the school's pupils took part in it.
    pub took_part: Disclosed<Share>,
    /// How many of them are left out of the list, as parents ask; only for who sees each pupil, else 0.
    pub left_out: usize,
    /// The same season a year earlier, where there was such a round.
    pub before: Option<Disclosed<Mean>>,
    /// The change between them.
    pub change: Option<Disclosed<Change>>,
    /// Per group: its mean in the last round.
    pub groups: Vec<(GroupId, Disclosed<Mean>)>,
}
