//! A move in a signal's life, as a row. Which moves there are stands in `state`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::super::state::State;
use crate::ground::db::schema::decisions;
use crate::ground::{AccountId, SignalId};

/// A move in a signal's life.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = decisions, treat_none_as_default_value = false)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// The signal.
    pub signal_id: SignalId,
    /// What happened.
    pub event: String,
    /// The state before.
    pub from_state: State,
    /// The state after.
    pub to_state: State,
    /// Who; none for the system.
    pub account_id: Option<AccountId>,
    /// A coded reason or outcome.
    pub reason: String,
    /// What was typed.
    pub note: String,
    /// The day to look back.
    pub look_on: Option<NaiveDate>,
    /// When.
    pub at: NaiveDateTime,
    /// When it was copied to the official file.
    pub transferred_on: Option<NaiveDate>,
    /// Why nobody was spoken with before a plan or a referral; empty where somebody was.
    pub no_conversation: String,
}
