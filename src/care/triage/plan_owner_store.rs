//! What is asked of the database about plans whose owner is gone: nobody looks, so there is no scope. All else: `plans::store`.

use diesel::prelude::*;

use crate::care::plans::model::Plan;
use crate::care::plans::state::State;
use crate::ground::db::schema::{accounts, plans};
use crate::ground::{AccountId, Conn, PlanId, Result};

/// Open plans whose owner's account was shut.
pub(super) fn left_behind(conn: &mut Conn) -> Result<Vec<Plan>> {
    let open: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_open()).collect();
    let shut = accounts::table.filter(accounts::disabled_at.is_not_null()).select(accounts::id);
    Ok(plans::table
        .filter(plans::state.eq_any(open))
        .filter(plans::owner_id.eq_any(shut))
        .order(plans::id)
        .select(Plan::as_select())
        .load(conn)?)
}

/// Gives a plan to another owner.
pub(super) fn give(conn: &mut Conn, id: &PlanId, to: &AccountId) -> Result<()> {
    diesel::update(plans::table.find(id)).set(plans::owner_id.eq(to)).execute(conn)?;
    Ok(())
}
