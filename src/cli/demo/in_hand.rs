//! A little of what people do with the list, so that a visitor sees it: a row in somebody's hands, a closed week ahead, a
//! stand-in next week; and a file of the meldcode for who keeps those.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use super::{apart, cast};
use crate::care::closing;
use crate::care::triage::{assign, list};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Result, Scope};
use crate::school::accounts::{stand_ins, store as accounts};
use crate::school::store as people;
use crate::signals::state::State;

/// The school it happens at.
const AT: &str = "99ZA";

/// Does it.
pub(super) fn do_a_little(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<()> {
    let school = people::school_by_brin(conn, AT)?.ok_or(Error::NotFound("school"))?.id;
    let coordinator = of(conn, Role::Coordinator, today)?;
    let open =
        list::list(conn, &coordinator, &list::Filter { school: Some(school.clone()), ..Default::default() })?;
    if let Some(row) = open.rows.iter().find(|row| row.state == State::New) {
        assign::assign(conn, &coordinator, now, &row.id, &coordinator.account, "Ik bel deze week")?;
    }
    if let Some(pupil) = open.rows.iter().rev().find_map(|row| row.pupil.clone()) {
        apart::begin(conn, now, today, &pupil)?;
    }
    let office = of(conn, Role::Administration, today)?;
    let monday = today + Days::new(u64::from(28 - today.weekday().num_days_from_monday()));
    let week = closing::Asked {
        from: Some(monday),
        to: Some(monday + Days::new(4)),
        name: "studieweek".to_owned(),
        call_whom: "Joost van Dijk, directie".to_owned(),
        call_phone: "085 000 00 01".to_owned(),
    };
    closing::close(conn, &office, now, &school, &week)?;
    let (away, stand_in) = (coordinator.account, account(conn, Role::Staff)?);
    let (from, until) = (Some(today + Days::new(7)), Some(today + Days::new(11)));
    stand_ins::give(conn, &office, now, &school, &stand_ins::Asked { away, stand_in, from, until })
}

fn of(conn: &mut Conn, role: Role, today: NaiveDate) -> Result<Scope> {
    let account = account(conn, role)?;
    accounts::scope(conn, &account, today)
}

fn account(conn: &mut Conn, role: Role) -> Result<AccountId> {
    let person = cast::logins().find(|person| person.role == role).ok_or(Error::NotFound("person"))?;
    Ok(accounts::by_email(conn, person.email)?.ok_or(Error::NotFound("account"))?.id)
}
