//! What is still open, person by person: for oneself, and for the coordinator of everybody at the school. On the last school
//! day before a while without school it is the list to hand over by.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::list::{self, Row};
use crate::ground::{AccountId, Conn, GroupId, Result, Scope};
use crate::school::{School, closed_weeks, store as people};
use crate::signals::state::State;

/// What is open with one person.
#[derive(Debug, Clone)]
pub struct Work {
    /// Who; none: with nobody yet, so with the school's coordinators.
    pub who: Option<(AccountId, String)>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What is open, by name; what is with nobody first. Who coordinates no care gets only his or her own.
///
/// # Errors
/// When the database refuses.
pub fn work(conn: &mut Conn, scope: &Scope) -> Result<Vec<Work>> {
    let mut mentors: HashMap<GroupId, Vec<(AccountId, String)>> = HashMap::new();
    let mut found: BTreeMap<Option<(String, AccountId)>, Vec<Row>> = BTreeMap::new();
    for row in list::rows(conn, scope)? {
        let mut holders: Vec<(AccountId, String)> = Vec::new();
        if let Some(owner) = &row.owner {
            holders.push((owner.held.account_id.clone(), owner.name.clone()));
        } else if let (State::WithMentor, Some((group, _))) = (row.state, &row.group) {
            if !mentors.contains_key(group) {
                mentors.insert(group.clone(), people::mentors(conn, group, scope.today)?);
            }
            holders.extend(mentors.get(group).cloned().unwrap_or_default());
        }
        let mut keys: Vec<_> = holders.into_iter().map(|(id, name)| Some((name, id))).collect();
        if keys.is_empty() {
            keys.push(None);
        }
        let is_mine =
            |key: &Option<(String, AccountId)>| key.as_ref().is_some_and(|(_, id)| *id == scope.account);
        keys.retain(|key| row.coordinated || is_mine(key));
        for key in keys {
            found.entry(key).or_default().push(row.clone());
        }
    }
    Ok(found.into_iter().map(|(who, rows)| Work { who: who.map(|(name, id)| (id, name)), rows }).collect())
}

/// The first of these schools of a person whose last school day before a week or more without school is today: its name, and the first
/// day after.
///
/// # Errors
/// When the database refuses.
pub fn last_day(conn: &mut Conn, scope: &Scope, schools: &[School]) -> Result<Option<(String, NaiveDate)>> {
    let own = scope.schools();
    let calendars = closed_weeks::calendars(conn, schools)?;
    Ok(schools.iter().filter(|school| own.contains(&school.id)).find_map(|school| {
        let calendar = calendars.get(&school.id).filter(|one| one.is_last_school_day(scope.today))?;
        Some((school.name.clone(), calendar.next_school_day(scope.today.succ_opt()?)))
    }))
}
