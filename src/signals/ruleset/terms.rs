//! The thresholds of each rule. What a threshold means in full stands with its rule in `rules/`.

use serde::Deserialize;

use super::super::model::Severity;

/// A rule's thresholds, with the two that every rule has.
macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Whether it runs.
            pub on: bool,
            /// Its severity.
            pub severity: Severity,
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// The thresholds of a rule that runs.
            #[must_use]
            pub fn running(terms: Option<Self>) -> Option<Self> {
                terms.filter(|terms| terms.on)
            }
        }
    )*};
}

/// What a choice of before this threshold was there is judged by.
const fn three() -> u32 {
    3
}

/// The same of a probability.
const fn fifth() -> f64 {
    0.2
}

/// The same of who must have taken part.
const fn two_thirds() -> f64 {
    0.6666
}

terms! {
    /// Thresholds of `level`.
    LevelTerms {
        /// Probability (0–1) from which it is raised with `severity`.
        probability: f64,
        /// Probability (0–1) from which it is a note.
        note_probability: f64,
    }
    /// Thresholds of `unexpected-decline`.
    DeclineTerms {
        /// Share of pupils (0–1) who exceed it by chance in a round, of a list with one scale and one informant.
        share: f64,
    }
    /// Thresholds of `persistent`.
    PersistentTerms {
        /// z from which a score is low.
        z: f64,
    }
    /// Terms of `critical-item`: it has no threshold but the item's own.
    CriticalTerms {}
    /// Thresholds of `steady-decline`.
    SteadyTerms {
        /// Probability (0–1) that the slope is above nought.
        probability: f64,
    }
    /// Thresholds of `informants-differ`.
    DifferTerms {
        /// z beyond which two informants differ.
        z: f64,
        /// What two informants correlate (0–1).
        correlation: f64,
    }
    /// Thresholds of `recovery`.
    RecoveryTerms {
        /// Surprise at most this: much better than expected.
        surprise: f64,
        /// z below which a score is no longer low.
        z: f64,
        /// Probability (0–1) of belonging to the lowest tenth below which a pupil stands well, twice in a row.
        #[serde(default = "fifth")]
        calm: f64,
    }
    /// `not-measured` has none of its own.
    UnmeasuredTerms {}
    /// Thresholds of `rejected-twice`.
    RejectedTerms {
        /// The limit of a tail probability (0–1) in one sociogram.
        tail: f64,
        /// Fewest pupils who judged this one.
        raters: u32,
        /// Least share (0–1) of the group who judged anybody.
        response: f64,
        /// Fewest days between two sociograms.
        apart: u32,
    }
    /// Thresholds of `group-structure`.
    StructureTerms {
        /// Fewest pupils.
        pupils: u32,
        /// Least share (0–1) of the group who judged anybody.
        response: f64,
        /// So many pupils who are rarely chosen twice in a row.
        repeated: u32,
        /// A drop of the share of mutual choices by more than so many standard errors.
        drop: f64,
        /// Such a share (0–1) of the pupils without any mutual choice.
        without: f64,
        /// Fewest days between two sociograms.
        apart: u32,
    }
    /// Thresholds of `group-shift`.
    GroupShiftTerms {
        /// z beyond which a group moved.
        z: f64,
        /// SD of the change a whole group shares by chance.
        shared_shock: f64,
        /// Groups from which they are compared with each other.
        compare_from: u32,
        /// Least number of pupils measured before and now.
        minimum: u32,
        /// Least share (0–1) of the group's pupils measured.
        response: f64,
    }
    /// Thresholds of `group-level` and `school-compared`.
    FunnelTerms {
        /// z beyond which it is raised with `severity`.
        z: f64,
        /// z beyond which it is a note.
        note_z: f64,
        /// Least number of pupils.
        minimum: u32,
        /// Least number of units to compare.
        compare_from: u32,
        /// Least share (0–1) of the unit's pupils measured; of a school `representativeness` asks it, and this is 0.
        #[serde(default)]
        response: f64,
    }
    /// Thresholds of `group-share`.
    ShareTerms {
        /// The share of low scores (0–1) that the interval must lie above.
        share: f64,
        /// Least number of pupils.
        minimum: u32,
        /// Least share (0–1) of the group's pupils measured.
        #[serde(default = "two_thirds")]
        response: f64,
    }
    /// Thresholds of `rater-effect`.
    RaterTerms {
        /// z beyond which a change of rater moved a group.
        z: f64,
        /// Least number of pupils measured before and now.
        minimum: u32,
        /// Least share (0–1) of the group's pupils measured.
        #[serde(default = "two_thirds")]
        response: f64,
    }
    /// Thresholds of `school-trend`.
    SchoolTrendTerms {
        /// z beyond which a school moved, either way.
        z: f64,
        /// SD of the change a whole school shares by chance.
        shared_shock: f64,
        /// Least number of pupils measured now and a year ago.
        minimum: u32,
        /// Weight of the present round once the changes are smoothed (0–1].
        lambda: f64,
        /// From how many rounds on they are smoothed.
        smooth_from: u32,
        /// Groups of a school from which they can be told to have moved together.
        #[serde(default = "three")]
        groups: u32,
    }
    /// Thresholds of `school-safety`.
    SafetyTerms {
        /// Least number of pupils in both rounds.
        minimum: u32,
    }
    /// Thresholds of `representativeness`.
    RepresentativeTerms {
        /// Least share (0–1) of the school's pupils measured.
        response: f64,
        /// How many SD the measured and the missing may have differed the round before.
        difference: f64,
        /// Least number of pupils, measured and missed; of a difference, in the round before.
        minimum: u32,
    }
    /// Thresholds of `signal-load`.
    LoadTerms {
        /// New pupils with a signal per hundred in a round.
        per_hundred: f64,
    }
}
