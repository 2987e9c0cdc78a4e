//! Which parts a handover can have, and which of them may go to which kind of partner (`config/handover.toml`): a part
//! that is not named for a kind does not go, whatever was ticked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Packet;
use crate::ground::ids::words_enum;

words_enum! {
    /// A part of a handover that may go or stay. Who asks, the question, the pupil's name and the ground always go.
    Part {
        /// The birth date.
        BirthDate = "birth_date",
        /// What the scores say, in sentences.
        Signals = "signals",
        /// The scores, as tables.
        Series = "series",
        /// What was seen.
        Observations = "observations",
        /// What was spoken.
        Conversations = "conversations",
        /// What was tried.
        Tried = "tried",
        /// How the pupil sees it.
        PupilView = "pupil_view",
        /// How the parents see it.
        ParentView = "parent_view",
    }
}

/// `config/handover.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Policy {
    /// Where it comes from.
    #[serde(rename = "source")]
    _source: String,
    /// Of which day it is.
    #[serde(rename = "date")]
    _date: toml::value::Datetime,
    kinds: BTreeMap<String, Vec<Part>>,
}

static POLICY: LazyLock<BTreeMap<String, Vec<Part>>> = LazyLock::new(|| {
    // A file that cannot be read lets nothing go; a test sees to it that the one that ships can.
    let read: Option<Policy> = toml::from_str(include_str!("../../../../config/handover.toml")).ok();
    read.map(|policy| policy.kinds).unwrap_or_default()
});

/// The parts that may go to a kind of partner; none to a kind that the file does not name.
#[must_use]
pub fn allowed(kind: &str) -> &'static [Part] {
    POLICY.get(kind).map_or(&[], Vec::as_slice)
}

impl Packet {
    /// The same handover without what may not go to this kind of partner.
    #[must_use]
    pub fn for_kind(mut self, kind: &str) -> Self {
        for part in Part::ALL.iter().filter(|part| !allowed(kind).contains(part)) {
            match part {
                Part::BirthDate => self.birth_date = None::<NaiveDate>,
                Part::Signals => self.signals.clear(),
                Part::Series => self.series.clear(),
                Part::Observations => self.observations.clear(),
                Part::Conversations => self.conversations.clear(),
                Part::Tried => self.tried.clear(),
                Part::PupilView => self.pupil_view.clear(),
                Part::ParentView => self.parent_view.clear(),
            }
        }
        self
    }

    /// The parts that are in it.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let is_in = |part: &Part| match part {
            Part::BirthDate => self.birth_date.is_some(),
            Part::Signals => !self.signals.is_empty(),
            Part::Series => !self.series.is_empty(),
            Part::Observations => !self.observations.is_empty(),
            Part::Conversations => !self.conversations.is_empty(),
            Part::Tried => !self.tried.is_empty(),
            Part::PupilView => !self.pupil_view.is_empty(),
            Part::ParentView => !self.parent_view.is_empty(),
        };
        Part::ALL.iter().copied().filter(is_in).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::referrals::packet::{Seen, Series, Spoken};
    use crate::care::referrals::partners::KINDS;
    use crate::evidence::conversations::With;
    use crate::evidence::observations::Source;

    fn full() -> Packet {
        let on = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        Packet {
            school: "De Wilgen".into(),
            from: "Zo".into(),
            pupil: "Noor Vos".into(),
            birth_date: Some(on),
            question: "?".into(),
            signals: vec!["laag".into()],
            series: vec![Series { scale: "s".into(), range: (0.0, 40.0), points: Vec::new() }],
            observations: vec![Seen { on, source: Source::Staff, text: "stil".into() }],
            conversations: vec![Spoken { on, with: With::Pupil, line: "moe".into() }],
            tried: "twee gesprekken".into(),
            pupil_view: "stom".into(),
            parent_view: "druk".into(),
            ground: "toestemming".into(),
        }
    }

    #[test]
    fn the_file_that_ships_names_every_kind_of_partner_and_no_other() {
        assert!(POLICY.keys().all(|kind| KINDS.contains(&kind.as_str())), "{:?}", POLICY.keys());
        assert!(KINDS.iter().all(|kind| POLICY.contains_key(*kind)), "{:?}", POLICY.keys());
    }

    #[test]
    fn what_goes_to_a_kind_of_partner_holds_its_parts_and_no_other() {
        assert_eq!(full().parts().len(), Part::ALL.len());
        for kind in KINDS {
            let left = full().for_kind(kind);
            assert_eq!(left.parts(), sorted(allowed(kind)), "{kind}");
            assert_eq!((left.question.as_str(), left.pupil.as_str()), ("?", "Noor Vos"));
        }
        assert_eq!(full().for_kind("jongerenwerk").parts(), [Part::PupilView]);
        assert_eq!(full().for_kind("onbekend").parts(), []);
    }

    fn sorted(parts: &[Part]) -> Vec<Part> {
        let mut parts = parts.to_vec();
        parts.sort();
        parts
    }
}
