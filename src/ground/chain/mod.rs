//! The chains: every line of the log, and apart every line about the meldcode, is sealed in its order, so that a line that
//! was changed, taken out, put in or cut off shows. What is forgotten by the rules stays provably in its place.
//!
//! `seal` makes seals, `verify` looks at all of them, `forget` takes lines or their words away. What a seal is made of: docs/adr/0055.

mod forget;
mod link;
mod seal;
mod store;
mod verify;

use super::ids::words_enum;

pub use self::forget::{What, forget, forget_from_log};
pub use self::seal::{BATCH, seal, waits};
pub use self::verify::{Checked, Fault, Flaw, holds, verify};

words_enum! {
    /// What is sealed in one row after the other.
    Chain {
        /// The log of who did and saw what.
        Log = "log",
        /// Who did and saw what with the meldcode.
        Meldcode = "meldcode",
    }
}
