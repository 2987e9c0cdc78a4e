//! How the rules of a school do: what another ruleset would have told (`preview`), and how often each rule proved
//! right (`rates`). What became of a signal stands in `outcome`.

mod outcome;
pub mod preview;
pub mod rates;

pub(super) use self::outcome::{Outcome, outcome};
