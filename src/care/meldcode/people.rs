//! Naming who else may read a file, from a day to a day, and ending it. Reading is all it gives.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::lines_store::note;
use super::model::Named;
use super::scope::MeldcodeScope;
use super::store;
use crate::ground::{AccountId, Conn, Error, Message, Result, ids};
use crate::school::accounts::store as accounts;

/// Names somebody of the school on a file.
///
/// # Errors
/// `NotFound` for who does not keep the file, `Refused` for days that do not fit or somebody who does not work there.
pub fn name_person(
    conn: &mut Conn,
    scope: &MeldcodeScope,
    now: NaiveDateTime,
    file: &str,
    account: &AccountId,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<()> {
    let file = store::file(conn, scope, file)?;
    scope.must_keep(&file.school_id)?;
    let refused = |key| Error::Refused(Message::new(key));
    let (from, until) = from.zip(until).ok_or_else(|| refused("meldcode-no-days"))?;
    if until < from || until < scope.today {
        return Err(refused("meldcode-days"));
    }
    let people = accounts::of_school(conn, &file.school_id)?;
    if !people.iter().any(|(one, _)| one.id == *account && one.disabled_at.is_none()) {
        return Err(refused("meldcode-not-here"));
    }
    let named = Named {
        id: ids::fresh(),
        file_id: file.id.clone(),
        account_id: account.clone(),
        from_on: from,
        until_on: until,
        by_account: scope.account.clone(),
    };
    store::insert_named(conn, &named)?;
    note(conn, now, Some(&scope.account), "name", &file.id, &format!("{account} {from} {until}"))
}

/// Ends it: from now on this person does not read the file any more.
///
/// # Errors
/// `NotFound` for who does not keep the file, and for what is not there or has ended.
pub fn end_naming(
    conn: &mut Conn,
    scope: &MeldcodeScope,
    now: NaiveDateTime,
    file: &str,
    id: &str,
) -> Result<()> {
    let file = store::file(conn, scope, file)?;
    scope.must_keep(&file.school_id)?;
    let named = store::named(conn, &file.id)?
        .into_iter()
        .find(|one| one.id == id && one.until_on >= scope.today)
        .ok_or(Error::NotFound("meldcode"))?;
    let last = scope.today.checked_sub_days(Days::new(1)).unwrap_or(scope.today);
    if named.from_on > last {
        store::delete_named(conn, id)?;
    } else {
        store::end_named(conn, id, last)?;
    }
    note(conn, now, Some(&scope.account), "end-name", &file.id, &named.account_id.0)
}
