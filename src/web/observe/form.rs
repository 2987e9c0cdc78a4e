//! The form for an observation: as it is typed, and as the use case wants it.

use serde::{Deserialize, Serialize};

use crate::care::observe::{Seen, Subject};
use crate::evidence::observations::{Source, Tone};
use crate::ground::{Error, GroupId, Message, PupilId, Result};

/// The form as it is typed, kept and sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ObservationForm {
    /// A pupil's id.
    pub(super) leerling: String,
    /// A group's id.
    pub(super) groep: String,
    /// A pupil's full name, from who reads nothing.
    pub(super) naam: String,
    pub(super) text: String,
    pub(super) domain: String,
    pub(super) tone: String,
    pub(super) urgent: String,
    pub(super) source: String,
    pub(super) seen_by: String,
    pub(super) other_parent: String,
    pub(super) seen_on: String,
}

pub(super) fn read(form: &ObservationForm) -> Result<Seen> {
    let refused = |key| Error::Refused(Message::new(key));
    let subject = match (form.groep.as_str(), form.leerling.as_str(), form.naam.trim()) {
        ("", "", "") => return Err(refused("observation-no-subject")),
        ("", "", name) => Subject::FullName(name.to_owned()),
        ("", pupil, _) => Subject::Pupil(PupilId(pupil.to_owned())),
        (group, _, _) => Subject::Group(GroupId(group.to_owned())),
    };
    Ok(Seen {
        subject,
        domain: form.domain.clone(),
        tone: Tone::from_word(&form.tone).ok_or_else(|| refused("observe-no-tone"))?,
        urgent: !form.urgent.is_empty(),
        source: Source::from_word(&form.source).unwrap_or(Source::Staff),
        seen_by: form.seen_by.clone(),
        other_parent_may_read: match form.other_parent.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        text: form.text.clone(),
        seen_on: form.seen_on.parse().map_err(|_no_date| refused("observe-no-date"))?,
    })
}
