//! What was seen, said, raised and decided about a pupil or a group: read in one go, and laid on one line.

use super::timeline::{self, Item, Names};
use crate::evidence::conversations::Conversation;
use crate::evidence::observations::Observation;
use crate::ground::{AccountId, Conn, Result, Scope, SignalId, Words};
use crate::school::accounts::store as accounts;
use crate::signals::model::{Decision, Evidence, Signal};
use crate::signals::store as signals;

/// All that is told of a subject.
#[derive(Debug)]
pub struct Told {
    /// What was seen, newest first.
    pub observations: Vec<Observation>,
    /// What was spoken of, newest first.
    pub conversations: Vec<Conversation>,
    /// What was raised.
    pub signals: Vec<Signal>,
    /// What the signals rest on.
    pub evidence: Vec<Evidence>,
    /// What was decided on them.
    pub decisions: Vec<Decision>,
    /// The names of all who wrote something.
    pub names: Names,
}

impl Told {
    /// Adds to what was seen and spoken of what was raised and decided about this pupil's or group's id, and the names
    /// of the writers; `others` wrote something else on the same page.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn read(
        conn: &mut Conn,
        scope: &Scope,
        subject: &str,
        observations: Vec<Observation>,
        conversations: Vec<Conversation>,
        others: impl IntoIterator<Item = AccountId>,
    ) -> Result<Self> {
        let signals = signals::about(conn, scope, subject)?;
        let ids: Vec<SignalId> = signals.iter().map(|signal| signal.id.clone()).collect();
        let evidence = signals::evidence(conn, &ids)?;
        let decisions = signals::decisions(conn, &ids)?;
        let mut writers: Vec<AccountId> = observations.iter().map(|o| o.account_id.clone()).collect();
        writers.extend(conversations.iter().map(|c| c.account_id.clone()));
        writers.extend(decisions.iter().filter_map(|d| d.account_id.clone()));
        writers.extend(others);
        let names = accounts::names(conn, &writers)?;
        Ok(Self { observations, conversations, signals, evidence, decisions, names })
    }

    /// Everything on one line with what else belongs there, newest first; `about` is the subject's name.
    #[must_use]
    pub fn line(&self, w: Words, about: &str, more: impl IntoIterator<Item = Item>) -> Vec<Item> {
        let names = &self.names;
        let seen = self.observations.iter().map(|one| timeline::observation(w, names, one));
        let held = self.conversations.iter().map(|one| timeline::conversation(w, names, about, one));
        let made = self.decisions.iter().rev().filter_map(|made| {
            let signal = self.signals.iter().find(|signal| signal.id == made.signal_id)?;
            Some(timeline::decision(w, names, about, signal, made))
        });
        let mut all: Vec<Item> = seen.chain(held).chain(made).chain(more).collect();
        all.sort_by_key(|item| std::cmp::Reverse(item.on));
        all
    }
}
