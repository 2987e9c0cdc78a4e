//! Claims tasks from the outbox and does them, one after the other; what falls due by date too.
//! A task that fails goes back with a pause; nothing is held open while mail is sent.

use std::time::Duration;

use crate::door::State;
use crate::ground::outbox::{self, Claimed, Task};
use crate::ground::{Error, Result};

/// How long the worker rests when nothing waits.
const REST: Duration = Duration::from_secs(2);

/// Works until the process ends.
pub async fn run(state: State) {
    loop {
        match step(&state).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(REST).await,
            Err(error) => {
                tracing::error!(%error, "the worker could not reach the outbox");
                tokio::time::sleep(REST).await;
            }
        }
    }
}

/// Does one waiting task; `false` when none is due.
///
/// # Errors
/// When the outbox itself cannot be reached; a task that fails is put back instead.
pub async fn step(state: &State) -> Result<bool> {
    let now = state.clock.now();
    let Some(claimed) = state.db.write(move |conn| outbox::claim(conn, now)).await? else {
        return Ok(false);
    };
    let done = perform(state, &claimed).await;
    let now = state.clock.now();
    state
        .db
        .write(move |conn| match done {
            Ok(()) => outbox::finish(conn, now, &claimed.id),
            Err(error) => {
                tracing::warn!(%error, task = claimed.task.kind(), "a task failed and is tried again");
                outbox::retry(conn, now, &claimed, &error.to_string())
            }
        })
        .await?;
    Ok(true)
}

async fn perform(_state: &State, claimed: &Claimed) -> Result<()> {
    match &claimed.task {
        Task::RaiseSignals { .. }
        | Task::SourceWithdrawn { .. }
        | Task::SignalsRaised { .. }
        | Task::ReferralOffered { .. }
        | Task::ReferralMoved { .. } => Err(Error::Internal("not yet".to_owned())),
    }
}
