//! Filling a scope: who this is and what follows from roles and relations on a day, and from standing in for others.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, groups, openings, pupils, relations, roles, stand_ins};
use crate::ground::scope::{Held, Opened, RelationKind, Role, StandIn};
use crate::ground::{AccountId, Conn, Error, GroupId, Language, PupilId, Result, SchoolId, Scope};

/// Who this is and what follows from roles and relations on a day.
///
/// # Errors
/// `NotFound` for an account that is not there or was shut.
pub fn scope(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<Scope> {
    let (name, language): (String, String) = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select((accounts::name, accounts::language))
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("account"))?;
    let own = held(conn, account, today)?;
    let away: Vec<(AccountId, String, SchoolId)> = stand_ins::table
        .inner_join(accounts::table.on(accounts::id.eq(stand_ins::account_id)))
        .filter(stand_ins::stand_in_id.eq(account))
        .filter(stand_ins::starts_on.le(today))
        .filter(stand_ins::ends_on.ge(today))
        .filter(accounts::disabled_at.is_null())
        .order(stand_ins::id)
        .select((accounts::id, accounts::name, stand_ins::school_id))
        .load(conn)?;
    let mut standing_in = Vec::new();
    for (of, name, school) in away {
        let all = held(conn, &of, today)?;
        let held = at_school(conn, all, &school)?;
        standing_in.push(StandIn { of, name, held });
    }
    Ok(Scope::new((account.clone(), name), today, Language::from_code(&language), own, standing_in))
}

/// The same at a moment: with the pupils that this person opened and that are open still, where he or she works.
///
/// # Errors
/// As [`scope`].
pub fn scope_at(conn: &mut Conn, account: &AccountId, now: NaiveDateTime, today: NaiveDate) -> Result<Scope> {
    let mut scope = scope(conn, account, today)?;
    let open: Vec<(String, PupilId, NaiveDateTime)> = openings::table
        .filter(openings::account_id.eq(account))
        .filter(openings::open_until.gt(now))
        .filter(openings::school_id.eq_any(scope.schools()))
        .order(openings::open_until.desc())
        .select((openings::id, openings::pupil_id, openings::open_until))
        .load(conn)?;
    scope.opened = open.into_iter().map(|(id, pupil, until)| Opened { id, pupil, until }).collect();
    Ok(scope)
}

/// What a person holds in person on a day.
fn held(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<Held> {
    let mut held = Held {
        roles: roles::table
            .filter(roles::account_id.eq(account))
            .order((roles::role, roles::school_id))
            .select((roles::role, roles::school_id))
            .load(conn)?,
        ..Held::default()
    };
    let ties: Vec<(RelationKind, Option<GroupId>, Option<PupilId>)> = relations::table
        .filter(relations::account_id.eq(account))
        .filter(relations::starts_on.le(today))
        .filter(relations::ends_on.is_null().or(relations::ends_on.ge(today)))
        .select((relations::kind, relations::group_id, relations::pupil_id))
        .load(conn)?;
    for (kind, group, pupil) in ties {
        held.groups.extend(group.map(|id| (id, kind)));
        held.pupils.extend(pupil.map(|id| (id, kind)));
    }
    Ok(held)
}

/// What of it is of one school and can be stood in for: the board's role is the board's to give, and who else keeps the
/// meldcode files is named there.
fn at_school(conn: &mut Conn, mut held: Held, school: &SchoolId) -> Result<Held> {
    held.roles.retain(|(role, at)| at.as_ref() == Some(school) && can_be_stood_in_for(*role));
    let ids: Vec<GroupId> = held.groups.iter().map(|(id, _)| id.clone()).collect();
    let here: Vec<GroupId> = groups::table
        .filter(groups::id.eq_any(ids))
        .filter(groups::school_id.eq(school))
        .select(groups::id)
        .load(conn)?;
    held.groups.retain(|(id, _)| here.contains(id));
    let ids: Vec<PupilId> = held.pupils.iter().map(|(id, _)| id.clone()).collect();
    let here: Vec<PupilId> = pupils::table
        .filter(pupils::id.eq_any(ids))
        .filter(pupils::school_id.eq(school))
        .select(pupils::id)
        .load(conn)?;
    held.pupils.retain(|(id, _)| here.contains(id));
    Ok(held)
}

const fn can_be_stood_in_for(role: Role) -> bool {
    !matches!(role, Role::Admin | Role::AttentionOfficer)
}
