//! Waiting while a school is busy: imports of one school follow one another, and most are over in a moment.

use std::time::Duration;

use crate::ground::{Error, Message, Result};

/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(200);

/// Tries again, at most so many times, when another import of the school is under way or came in between.
///
/// # Errors
/// What the last try met.
pub fn patiently<T>(times: u32, mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 0..times {
        match attempt() {
            Err(Error::Conflict(message)) if passes(&message) => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    attempt()
}

/// Whether a conflict passes by itself.
fn passes(message: &Message) -> bool {
    ["import-busy", "import-overtaken"].contains(&message.key.as_ref())
}
