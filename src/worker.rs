//! Claims tasks from the outbox and does them, one after the other; what falls due by date too.
//! A task that fails goes back with a pause; nothing is held open while mail is sent.

use std::time::Duration;

use chrono::NaiveDate;

use crate::care::forget;
use crate::care::letters;
use crate::care::plans::due as plans;
use crate::care::referrals::{due, store as referrals};
use crate::care::triage::hand_on;
use crate::door::State;
use crate::evidence::imports;
use crate::ground::outbox::{self, Claimed, Task};
use crate::ground::{Conn, Result, SchoolId, chain};
use crate::notifications::{self, mailer::Mailer, remind};
use crate::school::accounts::store as accounts;
use crate::school::rulesets;
use crate::signals::{critical, due as signals_due, run, withdraw};

/// How long the worker rests when nothing waits.
const REST: Duration = Duration::from_secs(2);
/// How many rests lie between two looks at what falls due by date.
const RESTS_PER_LOOK: u32 = 300;

/// Works until the process ends.
pub async fn run(state: State, mailer: Mailer) {
    let mut rests = RESTS_PER_LOOK;
    let mut forgot_on = None;
    loop {
        if rests >= RESTS_PER_LOOK {
            rests = 0;
            look(&state, &mut forgot_on).await;
        }
        let more = match seal(&state).await {
            Ok(sealed) => i64::try_from(sealed).is_ok_and(|sealed| sealed >= chain::BATCH),
            Err(error) => {
                tracing::error!(%error, "the log could not be sealed");
                false
            }
        };
        let done = match step(&state, &mailer).await {
            Ok(done) => done,
            Err(error) => {
                tracing::error!(%error, "the worker could not reach the outbox");
                false
            }
        };
        if !done && !more {
            rests += 1;
            tokio::time::sleep(REST).await;
        }
    }
}

/// What falls due by date; files that are to be forgotten once a day. A piece that fails says so, and is tried at the next look.
async fn look(state: &State, forgot_on: &mut Option<NaiveDate>) {
    let today = state.clock.today();
    move_on(state).await.ok();
    if *forgot_on != Some(today) && forget_files(state).await.is_ok() {
        *forgot_on = Some(today);
    }
}

/// Seals what was written in the log since, a batch at a time; gives how many lines.
///
/// # Errors
/// When the database refuses.
pub async fn seal(state: &State) -> Result<usize> {
    // Looked first, so that nobody who writes waits where there is nothing to seal.
    if !state.db.read(chain::waits).await? {
        return Ok(0);
    }
    state.db.write(chain::seal).await
}

/// Moves what falls due by date: mentors' terms, signals watched until today, partners without an answer, plans to be looked back on; and
/// forgets what is of no use any more: old tries and sessions, visits that ended, lists that nobody answered about, tasks done long ago.
/// Where a school let it begin, files of pupils who left go too. Returns how much moved.
///
/// # Errors
/// The first of what could not be done; the rest is done all the same.
pub async fn fall_due(state: &State) -> Result<usize> {
    let moved = move_on(state).await;
    let forgotten = forget_files(state).await;
    Ok(moved? + forgotten?)
}

/// All that falls due but the files, in pieces: one that fails takes no other back.
async fn move_on(state: &State) -> Result<usize> {
    let (now, today, session_hours) = (state.clock.now(), state.clock.today(), state.config.session_hours);
    let swept = piece(state, "what is of no use any more", move |conn| {
        accounts::sweep(conn, now, session_hours)?;
        accounts::sweep_drafts(conn, now)?;
        referrals::sweep_visits(conn, now)?;
        outbox::sweep(conn, now)?;
        imports::forget_asked(conn, now)?;
        imports::forget_waiting(conn, now)?;
        Ok(0)
    });
    let swept = swept.await;
    // Before what falls due, which is told to who has it.
    let handed_on = piece(state, "what is with nobody", move |conn| hand_on::hand_on(conn, now, today)).await;
    let moved = piece(state, "terms and days", move |conn| {
        rulesets::settle_all(conn, now, today)?;
        for account in critical::overdue(conn, now, today)? {
            outbox::enqueue(conn, now, &Task::NewSignals { account })?;
        }
        Ok(signals_due::fall_due(conn, now, today)?
            + due::fall_due(conn, now, today)?
            + plans::fall_due(conn, now, today)?
            + letters::fall_due(conn, now, today)?)
    });
    let moved = moved.await;
    let reminded = piece(state, "reminders", move |conn| remind::remind(conn, now, today).map(|()| 0)).await;
    Ok(swept? + handed_on? + moved? + reminded?)
}

/// Forgets the files whose day has come.
async fn forget_files(state: &State) -> Result<usize> {
    let (now, today, smallest) = (state.clock.now(), state.clock.today(), state.config.smallest_group);
    piece(state, "files", move |conn| forget::forget_on_time(conn, now, today, smallest)).await
}

/// Does a piece of what falls due in a transaction of its own, and says it when it fails.
async fn piece(
    state: &State,
    what: &'static str,
    work: impl FnOnce(&mut Conn) -> Result<usize> + Send + 'static,
) -> Result<usize> {
    let done = state.db.write(work).await;
    done.inspect_err(|error| tracing::error!(%error, what, "a piece of what falls due could not be done"))
}

/// Does one waiting task; `false` when none is due.
///
/// # Errors
/// When the outbox itself cannot be reached; a task that fails is put back instead.
pub async fn step(state: &State, mailer: &Mailer) -> Result<bool> {
    let now = state.clock.now();
    let Some(claimed) = state.db.write(move |conn| outbox::claim(conn, now)).await? else {
        return Ok(false);
    };
    let done = perform(state, mailer, &claimed).await;
    let now = state.clock.now();
    state
        .db
        .write(move |conn| match done {
            Ok(()) => outbox::finish(conn, now, &claimed).map(|_| ()),
            Err(error) => {
                tracing::warn!(%error, task = claimed.task.kind(), "a task failed and is tried again");
                outbox::retry(conn, now, &claimed, &error.to_string())
            }
        })
        .await?;
    Ok(true)
}

async fn perform(state: &State, mailer: &Mailer, claimed: &Claimed) -> Result<()> {
    match claimed.task.clone() {
        Task::RaiseSignals { school } => raise_signals(state, school).await,
        Task::SourceWithdrawn { school, lists, since } => {
            let now = state.clock.now();
            state
                .db
                .write(move |conn| {
                    withdraw::withdraw_source(conn, now, &school, &lists, since)?;
                    // Only now: what is raised again must not be taken for what was withdrawn.
                    outbox::enqueue(conn, now, &Task::RaiseSignals { school })
                })
                .await
        }
        task @ (Task::SignalsRaised { .. }
        | Task::ReferralMoved { .. }
        | Task::PlanDue { .. }
        | Task::LettersDue { .. }
        | Task::WishSaid { .. }) => {
            let (now, today) = (state.clock.now(), state.clock.today());
            let claimed = claimed.clone();
            state
                .db
                .write(move |conn| {
                    // Finished with what it asks for, so that a crash in between mails nobody twice.
                    if !outbox::finish(conn, now, &claimed)? {
                        return Ok(());
                    }
                    // One task a person, so that a letter that fails does not repeat the others.
                    for told in notifications::fan_out(conn, today, &task)? {
                        outbox::enqueue(conn, now, &told)?;
                    }
                    Ok(())
                })
                .await
        }
        task @ (Task::NewSignals { .. }
        | Task::Reminder { .. }
        | Task::PartnerReminder { .. }
        | Task::TellOfPlan { .. }
        | Task::ReferralOffered { .. }
        | Task::PartnerReplied { .. }
        | Task::PartnerToldOfEnd { .. }
        | Task::TellOfReferral { .. }
        | Task::TellOfPupil { .. }
        | Task::TellOfLetters { .. }) => {
            let (public_url, today) = (state.config.public_url.clone(), state.clock.today());
            let letters = state
                .db
                .read(move |conn| notifications::letters_for(conn, &public_url, today, &task))
                .await?;
            for letter in &letters {
                mailer.send(&claimed.id, letter).await?;
            }
            Ok(())
        }
    }
}

async fn raise_signals(state: &State, school: SchoolId) -> Result<()> {
    let (db, config) = (state.db.clone(), state.config.clone());
    let (now, today) = (state.clock.now(), state.clock.today());
    let instruments = state.instruments.clone();
    tokio::task::spawn_blocking(move || {
        let order = run::Order { school, ruleset: None, starting_picture: None, dry_run: false };
        run::run(&db, &instruments, config.mentor_days, now, today, &order).map(|_| ())
    })
    .await
    .map_err(crate::ground::Error::internal)?
}
