//! Who a roster names as mentor of a group: the accounts of mentors at this school are tied to it, and whoever
//! is no longer named sees its pupils no more. No account is made.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::groups_store;
use super::{log::Log, model::Import};
use crate::ground::scope::RelationKind;
use crate::ground::{AccountId, Conn, GroupId, Result, ids};
use crate::school::model::Relation;

/// Ties the mentors named (by e-mail address in small letters) to their groups from today. In groups for which the
/// file names anybody, ties as mentor of others end the day before; groups without a name stay as they are.
pub(super) fn tie(
    conn: &mut Conn,
    import: &Import,
    named: &[(String, GroupId)],
    today: NaiveDate,
    log: &mut Log,
) -> Result<()> {
    let accounts: HashMap<String, AccountId> = groups_store::mentor_accounts(conn, &import.school_id)?;
    let told: HashSet<&GroupId> = named.iter().map(|(_, group)| group).collect();
    let wanted: HashSet<(AccountId, GroupId)> = named
        .iter()
        .filter_map(|(email, group)| Some((accounts.get(email)?.clone(), group.clone())))
        .collect();
    let mut tied = HashSet::new();
    for tie in groups_store::group_relations(conn, &import.school_id)? {
        let Some(group) = tie.group_id.clone() else {
            continue;
        };
        let lasts = tie.ends_on.is_none_or(|last| last >= today);
        let place = (tie.account_id.clone(), group);
        if !lasts {
            continue;
        }
        if tie.kind == RelationKind::Mentor && told.contains(&place.1) && !wanted.contains(&place) {
            log.changed("relation", &tie.id, &tie)?;
            let ends_on = today.checked_sub_days(Days::new(1));
            groups_store::update_relation(conn, &Relation { ends_on, ..tie })?;
        } else {
            tied.insert(place);
        }
    }
    for (account_id, group) in wanted.difference(&tied) {
        let relation = Relation {
            id: ids::fresh(),
            account_id: account_id.clone(),
            kind: RelationKind::Mentor,
            group_id: Some(group.clone()),
            pupil_id: None,
            starts_on: today,
            ends_on: None,
        };
        groups_store::insert_relation(conn, &relation)?;
        log.made("relation", &relation.id)?;
    }
    Ok(())
}
