//! What a file says besides its rows, as an import counts it: its school year, and staff as proposals for accounts.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counts::{Counts, Staff};
use crate::evidence::files::{Colleague, Facts};
use crate::ground::scope::Role;
use crate::ground::{AccountId, clock};

/// Adds them to the counts.
pub(super) fn count(
    counts: &mut Counts,
    facts: &Facts,
    accounts: &HashMap<String, AccountId>,
    today: NaiveDate,
) {
    let year = clock::school_year(today);
    let this = format!("{year}-{}", year + 1);
    counts.other_year = facts.school_year.clone().filter(|of| *of != this);
    for one in &facts.staff {
        let known = one.email.clone().unwrap_or_else(|| one.name.clone());
        let mut groups = one.groups.clone();
        groups.sort();
        groups.dedup();
        let staff = Staff {
            groups,
            account: accounts.contains_key(&known),
            name: one.name.clone(),
            roles: one.roles.clone(),
            proposed: proposed(one).map(|role| role.to_string()),
        };
        counts.staff.insert(known, staff);
    }
}

/// The role that fits what the file says, by EDEXML's codes and the words of School Data Sync. Parents and trainees get
/// none, and who has no role in the file neither.
fn proposed(one: &Colleague) -> Option<Role> {
    let is = |codes: &[&str]| {
        one.roles.iter().any(|role| codes.iter().any(|code| role.trim().eq_ignore_ascii_case(code)))
    };
    if is(&["IB"]) {
        Some(Role::Coordinator)
    } else if is(&["DIR", "ADJ", "principal", "administrator"]) {
        Some(Role::Leader)
    } else if is(&["LRK", "teacher"]) && !one.groups.is_empty() {
        Some(Role::Mentor)
    } else if is(&["ADM"]) {
        Some(Role::Administration)
    } else if one.roles.is_empty() || is(&["OUD", "STA", "parent", "guardian"]) {
        None
    } else {
        Some(Role::Staff)
    }
}
