//! All that the list of signals needs, read in one go.

use chrono::NaiveDate;

use super::filter::Query;
use crate::care::referrals::store as referrals;
use crate::care::triage::list::{self, List};
use crate::care::triage::{starting_picture, work};
use crate::ground::audit::Entry;
use crate::ground::clock::school_year;
use crate::ground::{Conn, Result, Scope};
use crate::school::model::{Group, School};
use crate::school::store as people;

type Read = (List, Vec<School>, Vec<Group>, Vec<School>, i64, Option<(String, NaiveDate)>);

pub(super) fn read(conn: &mut Conn, scope: &Scope, query: &Query) -> Result<(Read, Entry)> {
    let list = list::list(conn, scope, &query.filter())?;
    let schools = people::schools_of(conn, scope)?;
    let groups = people::groups_for(conn, scope, school_year(scope.today))?;
    let starting = starting_picture::waiting(scope, &schools);
    let asking = referrals::asking(conn, scope)?;
    let entry = Entry::by(scope, "list-signals", "signals", "")
        .because(scope.capacity())
        .detail(query.address("", ""));
    let last_day = work::last_day(conn, scope, &schools)?;
    Ok(((list, schools, groups, starting, asking, last_day), entry))
}
