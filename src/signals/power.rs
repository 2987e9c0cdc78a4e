//! How often the rules would find what they look for in a group: what may be concluded from a group without a signal.
//! What it takes for a rule to speak at all: `silent`.

use super::ruleset::{GroupShiftTerms, Ruleset};
use crate::{
    analytics::{expectation::correlation, normal},
    evidence::instruments::Stability,
    ground::{Message, Words},
};

/// The decline of all pupils of a group that is spoken of, in standard deviations of one pupil.
const DECLINE: f64 = 0.5;

/// The variance that groups differ by from one half-year to the next anyhow, where 2 % of the variance lies between groups
/// (docs/signals.md, "Groups").
const OF_GROUPS: f64 = 0.0037;

/// What a group of so many pupils without a signal on these lists says; nothing where groups are not judged, this one is
/// too small, or no list speaks of it.
#[must_use]
pub fn said(w: Words, ruleset: &Ruleset, pupils: usize, lists: &[String]) -> Option<String> {
    let terms = GroupShiftTerms::running(ruleset.group_shift).filter(|_| !lists.is_empty())?;
    let pupils = u32::try_from(pupils).ok().filter(|pupils| *pupils >= terms.minimum)?;
    let percent = (found(terms, f64::from(pupils)) * 20.0).round() * 5.0;
    Some(
        w.say(
            &Message::new("power-group")
                .with("n", pupils)
                .with("percent", percent)
                .with("lists", lists.join("; ")),
        ),
    )
}

/// The share (0–1) of groups of so many pupils, of which all went down by `DECLINE` since half a year before, that
/// `group-shift` would tell of at once: `Φ(decline/√(v/n + σ² + γ²) − z)`, v what one pupil's score varies around the one
/// that was expected, σ and γ what a group shares by the day and by itself.
fn found(terms: GroupShiftTerms, pupils: f64) -> f64 {
    let variance = 1.0 - correlation(Stability::default(), 1.0).powi(2);
    let error = (variance / pupils + terms.shared_shock.powi(2) + OF_GROUPS).sqrt();
    normal::share_below(DECLINE / error - terms.z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;

    #[test]
    fn as_often_as_was_simulated() {
        let terms = Ruleset::find("standaard").unwrap().group_shift.unwrap();
        // docs/signals.md, "Groups": 41, 64 and 81 of 100 groups of 8, 15 and 25.
        for (pupils, share) in [(8.0, 0.41), (15.0, 0.64), (25.0, 0.81)] {
            let found = found(terms, pupils);
            assert!((found - share).abs() < 0.015, "{pupils}: {found}");
        }
    }

    #[test]
    fn a_group_of_twelve_hears_that_it_is_about_half() {
        let ruleset = Ruleset::find("standaard").unwrap();
        let lists = ["Eigen lijst, leerling".to_owned()];
        let said = |ruleset: &Ruleset, n, lists: &[String]| said(Words(Language::Dutch), ruleset, n, lists);
        let twelve = said(&ruleset, 12, &lists).unwrap();
        assert!(twelve.contains("groep van 12 leerlingen") && twelve.contains("ongeveer 55 %"), "{twelve}");
        assert!(twelve.contains("(Eigen lijst, leerling)"), "{twelve}");
        assert_eq!((said(&ruleset, 7, &lists), said(&ruleset, 12, &[])), (None, None));
        assert_eq!(said(&Ruleset { group_shift: None, ..ruleset }, 12, &lists), None);
    }
}
