//! The teacher a change of rater is about: the account of whoever filled in, where the scores name one that is known.
//! Who may see what follows from it: `store`.

use chrono::NaiveDate;

use crate::analytics::Analysis;
use crate::ground::{AccountId, Conn, Result};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use crate::signals::finding::{Finding, Rule};
use crate::signals::table_store::BoardTable;

/// The teacher who filled in, by mail address or as a mentor of the group by name; none for any other rule.
pub(super) fn teacher(
    conn: &mut Conn,
    finding: &Finding,
    analysis: &Analysis,
    table: &BoardTable,
    today: NaiveDate,
) -> Result<Option<AccountId>> {
    if finding.rule != Rule::RaterEffect {
        return Ok(None);
    }
    let rater = analysis.rater(finding.series, finding.round_at, finding.school, finding.group);
    let Some(named) = rater.and_then(|at| table.raters.get(at as usize)) else {
        return Ok(None);
    };
    if let Some(account) = accounts::by_email(conn, named)? {
        return Ok(Some(account.id));
    }
    let Some((group, _)) = finding.group.and_then(|at| table.groups.get(at as usize)) else {
        return Ok(None);
    };
    let mentors = people::mentors(conn, group, today)?;
    let is_named = |name: &str| name.to_lowercase() == named.to_lowercase();
    Ok(mentors.into_iter().find(|(_, name)| is_named(name)).map(|(id, _)| id))
}
