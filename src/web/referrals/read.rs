//! All that the pages of one referral need, read in one go.

use crate::care::referrals::model::{Consent, Partner, Referral};
use crate::care::referrals::packet::{self, Packet};
use crate::care::referrals::{send, store};
use crate::door::{Person, State};
use crate::evidence::conversations::{self, Conversation};
use crate::evidence::observations::{self, Observation};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, ReferralId};
use crate::school::Pupil;
use crate::school::store as people;
use crate::signals::kept::Kept;
use crate::signals::store as signals;

/// All the page needs, read in one go.
pub(super) struct Draft {
    pub(super) referral: Referral,
    pub(super) pupil: Pupil,
    pub(super) partner: Partner,
    pub(super) consents: Vec<Consent>,
    pub(super) obstacles: Vec<Message>,
    pub(super) packet: Packet,
    pub(super) signals: Vec<(String, Message)>,
    pub(super) observations: Vec<Observation>,
    pub(super) conversations: Vec<Conversation>,
}

/// Reads a draft and what could go along.
pub(super) async fn read(state: &State, person: &Person, id: ReferralId) -> Result<Draft, Error> {
    let scope = person.0.clone();
    state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let referral = store::referral(conn, &scope, &id)?;
            let (pupil, why) = people::pupil(conn, &scope, &referral.pupil_id)?;
            let mut told: Vec<(String, Message)> = Vec::new();
            let about = signals::about(conn, &scope, &pupil.id.0)?;
            let could_go = about.iter().filter(|signal| !signal.is_critical());
            let ids: Vec<_> = could_go.map(|signal| signal.id.clone()).collect();
            for evidence in signals::evidence(conn, &ids)? {
                if let Some(kept) = Kept::read(&evidence.finding).filter(|_| !evidence.withdrawn)
                    && !told.iter().any(|(id, _)| *id == evidence.signal_id.0)
                {
                    told.push((evidence.signal_id.0, kept.reason));
                }
            }
            let draft = Draft {
                partner: store::partner(conn, &referral.partner_id)?,
                consents: store::consents(conn, &id)?,
                obstacles: send::obstacles(conn, &scope, &referral, &pupil)?,
                packet: packet::build(conn, &scope, &referral, &pupil)?,
                signals: told,
                observations: observations::about_pupil(conn, &pupil)?,
                conversations: conversations::about_pupil(conn, &pupil.id)?,
                referral,
                pupil,
            };
            let entry = Entry::by(&scope, "view-referral", "referral", &id).because_of(&why);
            Ok((draft, entry))
        })
        .await
}
