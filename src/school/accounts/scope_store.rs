//! Filling a scope: who this is and what follows from roles and relations on a day.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, relations, roles};
use crate::ground::scope::{RelationKind, Role};
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
    let roles: Vec<(Role, Option<SchoolId>)> = roles::table
        .filter(roles::account_id.eq(account))
        .order((roles::role, roles::school_id))
        .select((roles::role, roles::school_id))
        .load(conn)?;
    let ties: Vec<(RelationKind, Option<GroupId>, Option<PupilId>)> = relations::table
        .filter(relations::account_id.eq(account))
        .filter(relations::starts_on.le(today))
        .filter(relations::ends_on.is_null().or(relations::ends_on.ge(today)))
        .select((relations::kind, relations::group_id, relations::pupil_id))
        .load(conn)?;
    let mut scope = Scope {
        account: account.clone(),
        today,
        name,
        language: Language::from_code(&language),
        roles,
        groups: Vec::new(),
        pupils: Vec::new(),
    };
    for (kind, group, pupil) in ties {
        scope.groups.extend(group.map(|id| (id, kind)));
        scope.pupils.extend(pupil.map(|id| (id, kind)));
    }
    Ok(scope)
}
