//! Tying a person to a group or a pupil, from a day to a day, and ending that. What a tie lets somebody see: `scope`.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::scope::{RelationKind, Role};
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PupilId, Result, SchoolId, ids};
use crate::school::model::Relation;

/// What a person is tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tied {
    /// All pupils of a group, as long as they are in it.
    Group(GroupId),
    /// One pupil.
    Pupil(PupilId),
}

/// A tie to be made.
#[derive(Debug, Clone)]
pub struct NewTie {
    /// The person.
    pub account: AccountId,
    /// As what.
    pub kind: RelationKind,
    /// The school of the group or pupil.
    pub school: SchoolId,
    /// To what.
    pub to: Tied,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none: until further notice.
    pub until: Option<NaiveDate>,
}

/// What people name: the kind of tie by its word, a group by its name in the school year of a day, or a pupil by number.
///
/// # Errors
/// `Refused` where there is none of that name, or not one of both is named.
pub fn named(
    conn: &mut Conn,
    school: &SchoolId,
    kind: &str,
    group: &str,
    pupil: &str,
    on: NaiveDate,
) -> Result<(RelationKind, Tied)> {
    let refused = |key: &'static str, value: &str| Error::Refused(Message::new(key).with("value", value));
    let kind = RelationKind::from_word(kind).ok_or_else(|| refused("tie-no-kind", kind))?;
    let to = match (group.trim(), pupil.trim()) {
        (name, "") if !name.is_empty() => store::group_named(conn, school, name, on)?
            .map(Tied::Group)
            .ok_or_else(|| refused("tie-no-group", name)),
        ("", number) if !number.is_empty() => store::pupil_numbered(conn, school, number)?
            .map(Tied::Pupil)
            .ok_or_else(|| refused("tie-no-pupil", number)),
        _ => Err(Error::Refused(Message::new("tie-to-what"))),
    };
    Ok((kind, to?))
}

/// Ties a person to a group or a pupil.
///
/// # Errors
/// `NotFound` for an account that is not there or was shut, `Refused` for who is no mentor of that school (nobody else
/// reads of pupils by a tie) and for days that end before they begin, `Conflict` where such a tie holds in those days.
pub fn tie(conn: &mut Conn, now: NaiveDateTime, by: &Entry, new: &NewTie) -> Result<()> {
    if new.until.is_some_and(|until| until < new.from) {
        return Err(Error::Refused(Message::new("tie-days")));
    }
    let roles = store::roles_at(conn, &new.account, &new.school)?;
    if !roles.contains(&Role::Mentor) {
        return Err(Error::Refused(Message::new("tie-no-mentor")));
    }
    let overlaps = |other: &Relation| {
        new.until.is_none_or(|until| other.starts_on <= until)
            && other.ends_on.is_none_or(|until| until >= new.from)
    };
    if ties_to(conn, &new.account, new.kind, &new.to)?.iter().any(overlaps) {
        return Err(Error::Conflict(Message::new("tie-known")));
    }
    let (group_id, pupil_id) = match &new.to {
        Tied::Group(id) => (Some(id.clone()), None),
        Tied::Pupil(id) => (None, Some(id.clone())),
    };
    let relation = Relation {
        id: ids::fresh(),
        account_id: new.account.clone(),
        kind: new.kind,
        group_id,
        pupil_id,
        starts_on: new.from,
        ends_on: new.until,
    };
    store::insert_relation(conn, &relation)?;
    audit::record(conn, now, &line(by, &relation))
}

/// Ends a tie: with the day before today, or with a day that is given. One that would end before it began is gone.
///
/// # Errors
/// `NotFound` for a tie that is not there, is of another school, or has ended; `Refused` for a last day before the first.
pub fn untie(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    by: &Entry,
    school: &SchoolId,
    id: &str,
    until: Option<NaiveDate>,
) -> Result<()> {
    let held = store::relation(conn, id)?.filter(|tie| lasts(tie, today)).ok_or(Error::NotFound("tie"))?;
    if at_school(conn, school, std::slice::from_ref(&held))?.is_empty() {
        return Err(Error::NotFound("tie"));
    }
    if until.is_some_and(|until| until < held.starts_on) {
        return Err(Error::Refused(Message::new("tie-days")));
    }
    let ends_on = until.or_else(|| today.checked_sub_days(Days::new(1)));
    let ended = Relation { ends_on, ..held };
    if ends_on.is_some_and(|last| last < ended.starts_on) {
        store::delete_relation(conn, id)?;
    } else {
        store::end_relation(conn, &ended)?;
    }
    audit::record(conn, now, &line(by, &ended))
}

/// The tie of a person to something, as this, that holds or will hold.
///
/// # Errors
/// `NotFound` when there is none.
pub fn held(
    conn: &mut Conn,
    account: &AccountId,
    kind: RelationKind,
    to: &Tied,
    today: NaiveDate,
) -> Result<Relation> {
    let all = ties_to(conn, account, kind, to)?;
    all.into_iter().find(|tie| lasts(tie, today)).ok_or(Error::NotFound("tie"))
}

/// Ends all ties of a person to groups and pupils of a school.
pub(super) fn end_all(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    by: &Entry,
    account: &AccountId,
    school: &SchoolId,
) -> Result<()> {
    let mut all = store::relations_of(conn, std::slice::from_ref(account))?;
    all.retain(|tie| lasts(tie, today));
    for tie in at_school(conn, school, &all)? {
        untie(conn, now, today, by, school, &tie.id, None)?;
    }
    Ok(())
}

/// The ties to groups and pupils of a school.
fn at_school(conn: &mut Conn, school: &SchoolId, ties: &[Relation]) -> Result<Vec<Relation>> {
    let (groups, pupils) = store::tied_names(conn, school, ties)?;
    let here = |tie: &&Relation| {
        groups.iter().any(|(id, _)| Some(id) == tie.group_id.as_ref())
            || pupils.iter().any(|(id, _)| Some(id) == tie.pupil_id.as_ref())
    };
    Ok(ties.iter().filter(here).cloned().collect())
}

fn lasts(tie: &Relation, today: NaiveDate) -> bool {
    tie.ends_on.is_none_or(|last| last >= today)
}

fn ties_to(conn: &mut Conn, account: &AccountId, kind: RelationKind, to: &Tied) -> Result<Vec<Relation>> {
    let mut all = store::relations_of(conn, std::slice::from_ref(account))?;
    all.retain(|tie| {
        tie.kind == kind
            && match to {
                Tied::Group(id) => tie.group_id.as_ref() == Some(id),
                Tied::Pupil(id) => tie.pupil_id.as_ref() == Some(id),
            }
    });
    Ok(all)
}

/// The line for the log: about the account, with the tie in ids.
fn line(by: &Entry, tie: &Relation) -> Entry {
    let to = match (&tie.group_id, &tie.pupil_id) {
        (Some(group), _) => format!("group={group}"),
        (None, pupil) => format!("pupil={}", pupil.as_ref().map_or("", |id| id.0.as_str())),
    };
    let until = tie.ends_on.map_or_else(String::new, |last| last.to_string());
    let entry = Entry { subject_id: tie.account_id.to_string(), ..by.clone() };
    entry.detail(format!("{} {to} from={} until={until}", tie.kind, tie.starts_on))
}
