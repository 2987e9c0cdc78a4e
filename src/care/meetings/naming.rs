//! Whether outsiders may hear about a pupil by name: its ground, and who was invited. Parents are invited, and from twelve the
//! pupil; from eighteen the pupil alone. Judged each time a meeting is opened or printed. A lawyer's eye is still needed.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Ground, Meeting, OnAgenda, open, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, Result, Scope};
use crate::school::{Pupil, store as people};

/// From this age the pupil is invited.
const PUPIL_FROM: u32 = 12;
/// From this age parents need not be.
const ALONE_FROM: u32 = 18;
/// The longest text, in characters.
const LONGEST: usize = 400;

/// What is noted about a pupil's name.
#[derive(Debug, Clone)]
pub struct Naming {
    /// Why outsiders may hear it; none: they may not, or not any more.
    pub ground: Option<Ground>,
    /// Who agreed and when, or which task it is.
    pub note: String,
    /// When the parents were invited.
    pub parents_invited_on: Option<NaiveDate>,
    /// When the pupil was.
    pub pupil_invited_on: Option<NaiveDate>,
    /// What is said of the pupil without a name.
    pub need: String,
}

/// What keeps outsiders from hearing the name; nothing when they may.
#[must_use]
pub fn obstacles(meeting: &Meeting, subject: &OnAgenda, pupil: &Pupil) -> Vec<Message> {
    let Some(age) = pupil.age(meeting.held_on) else {
        return vec![Message::new("naming-no-birth-date")];
    };
    let invited = |on: Option<NaiveDate>| on.is_some_and(|on| on <= meeting.held_on);
    let asked = [
        ("naming-no-ground", subject.ground.is_some()),
        ("naming-no-note", !subject.ground_note.is_empty()),
        ("naming-parents-not-invited", age >= ALONE_FROM || invited(subject.parents_invited_on)),
        ("naming-pupil-not-invited", age < PUPIL_FROM || invited(subject.pupil_invited_on)),
    ];
    asked.into_iter().filter(|(_, met)| !met).map(|(key, _)| Message::new(key)).collect()
}

/// Notes ground and invitations, and what is said without a name.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over or has no outsiders, `Refused` for an invitation to
/// come, a text that is too long, and a need that names the pupil or the group.
pub fn note_naming(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    (meeting, subject): (&str, &str),
    naming: &Naming,
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    let subject = store::subject(conn, &meeting, subject)?;
    let pupil = subject.pupil_id.clone().ok_or(Error::NotFound("pupil"))?;
    let (pupil, why) = people::pupil(conn, scope, &pupil)?;
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    if !meeting.has_outsiders() {
        return Err(Error::Conflict(Message::new("meeting-no-outsiders")));
    }
    let (note, need) = (naming.note.trim(), naming.need.trim());
    if [note, need].iter().any(|text| text.chars().count() > LONGEST) {
        return refuse("naming-too-long");
    }
    let ahead = |on: Option<NaiveDate>| on.is_some_and(|on| on > scope.today);
    if ahead(naming.parents_invited_on) || ahead(naming.pupil_invited_on) {
        return refuse("naming-future");
    }
    if names(conn, &pupil, need, scope.today)? {
        return refuse("naming-need-names");
    }
    let noted = OnAgenda {
        ground: naming.ground,
        ground_note: note.to_owned(),
        parents_invited_on: naming.parents_invited_on,
        pupil_invited_on: naming.pupil_invited_on,
        need: need.to_owned(),
        ..subject
    };
    store::save_naming(conn, &noted)?;
    let entry = Entry::by(scope, "note-naming", "pupil", &pupil.id).because_of(&why);
    audit::record(conn, now, &entry.detail(noted.ground.map_or("none", Ground::as_str)))
}

/// Whether a text holds a name or the number of a pupil, or the name of a group he or she is in.
///
/// # Errors
/// When the database refuses.
pub fn names(conn: &mut Conn, pupil: &Pupil, text: &str, on: NaiveDate) -> Result<bool> {
    let groups = people::groups_of_pupils(conn, std::slice::from_ref(&pupil.id), on)?;
    let told = groups.iter().map(|(_, name, _)| name.as_str());
    let told = told.chain([pupil.first_name.as_str(), pupil.last_name.as_str(), pupil.number.as_str()]);
    Ok(told.into_iter().any(|name| holds(text, name)))
}

/// Whether the words of a name stand in a text one after the other, in any case.
fn holds(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (text, name) = (words(text), words(name));
    !name.is_empty() && text.windows(name.len()).any(|at| at == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::meetings::{Kind, State};
    use crate::ground::{AccountId, PupilId, SchoolId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn keys(born: Option<&str>, change: impl FnOnce(&mut OnAgenda)) -> Vec<String> {
        let meeting = Meeting {
            id: "m".into(),
            school_id: SchoolId::from("s"),
            kind: Kind::SupportTeam,
            group_id: None,
            held_on: day("2026-03-12"),
            state: State::Prepared,
            account_id: AccountId::from("a"),
            created_at: chrono::NaiveDateTime::default(),
        };
        let mut subject = OnAgenda {
            ground: Some(Ground::Consent),
            ground_note: "Beide ouders, 1 maart".into(),
            parents_invited_on: Some(day("2026-03-02")),
            ..super::super::begin::blank(&meeting, 1)
        };
        change(&mut subject);
        let pupil = Pupil {
            id: PupilId::from("p"),
            key: 1,
            school_id: SchoolId::from("s"),
            number: "021".into(),
            first_name: "Noor".into(),
            infix: String::new(),
            last_name: "Vos".into(),
            birth_date: born.map(day),
        };
        obstacles(&meeting, &subject, &pupil).into_iter().map(|said| said.key.into_owned()).collect()
    }

    #[test]
    fn a_name_needs_a_ground_and_an_invitation() {
        let (ten, twelve, eighteen) = (Some("2015-05-05"), Some("2014-03-12"), Some("2008-03-12"));
        assert!(keys(ten, |_| ()).is_empty());
        assert_eq!(keys(ten, |one| one.ground = None), ["naming-no-ground"]);
        assert_eq!(keys(ten, |one| one.ground_note.clear()), ["naming-no-note"]);
        assert_eq!(keys(ten, |one| one.parents_invited_on = None), ["naming-parents-not-invited"]);
        let late = |one: &mut OnAgenda| one.parents_invited_on = Some(day("2026-03-13"));
        assert_eq!(keys(ten, late), ["naming-parents-not-invited"], "invited after the meeting");
        assert_eq!(keys(twelve, |_| ()), ["naming-pupil-not-invited"]);
        let alone = |one: &mut OnAgenda| {
            (one.parents_invited_on, one.pupil_invited_on) = (None, Some(day("2026-03-02")));
        };
        assert!(keys(eighteen, alone).is_empty());
        assert_eq!(keys(twelve, alone), ["naming-parents-not-invited"]);
        assert_eq!(keys(None, |_| ()), ["naming-no-birth-date"]);
    }

    #[test]
    fn a_name_is_found_as_words_in_any_case() {
        assert!(holds("NOOR is stil", "Noor"));
        assert!(holds("zit in groep 6b.", "6B"));
        assert!(holds("die van der Berg", "van der Berg"));
        assert!(!holds("Noordzee, 16bis", "Noor") && !holds("16bis", "6b") && !holds("iets", ""));
    }
}
