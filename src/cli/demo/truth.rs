//! What was put into the fictitious world: who really gets worse, and since when. The figures follow from it
//! in `world`; after the signals were raised, `mod.rs` lays the two side by side.

use super::scores::{Informant, PerScale};

/// How much worse a pupil gets who really gets worse, in standard deviations.
const WORSE: f64 = 1.6;
/// How much worse the scales get that are not the point.
const SPILL: f64 = 0.3;
/// How much worse the whole group gets.
const GROUP_WORSE: f64 = 0.9;
/// How much stricter the new teacher of one group is.
const STRICTER: f64 = 0.7;

/// The group that really gets worse: school and group.
pub const WORSE_GROUP: (&str, &str) = ("99ZA", "6B");
/// The group where only the teacher who fills in the list changes: school and group.
pub const NEW_RATER: (&str, &str) = ("99ZB", "h3a");

/// The group in which a pupil is seldom chosen by classmates, twice: school and group.
pub const SELDOM_CHOSEN: (&str, &str) = ("99ZA", "6B");

/// A pupil who really gets worse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worse {
    /// The school's national code.
    pub brin: &'static str,
    /// The pupil's number.
    pub number: String,
    /// The pupil's group this year.
    pub group: &'static str,
    /// The first round of it, counted from 0.
    pub since: usize,
    /// The scale that falls; `None`: all of them.
    pub scale: Option<usize>,
}

impl Worse {
    /// What it adds to the figures of a round.
    pub fn shift(&self, round: usize) -> PerScale {
        if round < self.since {
            return [0.0; 5];
        }
        let at = |index: usize| match self.scale {
            Some(scale) if scale != index => SPILL,
            _ => WORSE,
        };
        std::array::from_fn(at)
    }
}

/// What happened to a group as a whole in its last round, as this informant fills it in.
pub fn group_shift(brin: &str, group: &str, informant: Informant) -> PerScale {
    if (brin, group) == WORSE_GROUP {
        // Above all involvement and concentration; the rest moves along a little.
        return [GROUP_WORSE, SPILL, SPILL, GROUP_WORSE, SPILL];
    }
    if (brin, group) == NEW_RATER && informant == Informant::Teacher {
        return [STRICTER; 5];
    }
    [0.0; 5]
}

/// All that was put in.
#[derive(Debug, Clone, Default)]
pub struct Truth {
    /// The pupils who get worse.
    pub pupils: Vec<Worse>,
    /// Who is seldom chosen by classmates: the school's national code and the pupil's number.
    pub seldom_chosen: Vec<(&'static str, String)>,
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these figures are passed on, not computed")]
mod tests {
    use super::*;

    #[test]
    fn nothing_happens_before_it_begins() {
        let worse = Worse { brin: "99ZA", number: "1".to_owned(), group: "5A", since: 4, scale: Some(1) };
        assert_eq!(worse.shift(3), [0.0; 5]);
        assert_eq!(worse.shift(4), [SPILL, WORSE, SPILL, SPILL, SPILL]);
        assert_eq!(Worse { scale: None, ..worse }.shift(5), [WORSE; 5]);
    }

    #[test]
    fn a_new_teacher_changes_nothing_for_the_pupils_own_list() {
        assert_eq!(group_shift("99ZB", "h3a", Informant::Pupil), [0.0; 5]);
        assert_eq!(group_shift("99ZB", "h3a", Informant::Teacher), [STRICTER; 5]);
        assert_eq!(group_shift("99ZB", "h4a", Informant::Teacher), [0.0; 5]);
    }
}
