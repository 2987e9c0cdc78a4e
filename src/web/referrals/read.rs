//! All that the pages of one referral need, read in one go.

use crate::care::referrals::model::{Consent, Offer, Override, Partner, Referral};
use crate::care::referrals::packet::{self, Packet};
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::{second, send, store};
use crate::door::{Person, State};
use crate::evidence::conversations::{self, Conversation};
use crate::evidence::observations::{self, Observation};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, ReferralId};
use crate::school::Pupil;
use crate::school::accounts::store as accounts;
use crate::school::adults::{self, Adult};
use crate::school::store as people;
use crate::school::wishes;
use crate::signals::kept::Kept;
use crate::signals::store as signals;

/// All the page needs, read in one go.
pub(super) struct Draft {
    pub(super) referral: Referral,
    pub(super) pupil: Pupil,
    pub(super) partner: Partner,
    pub(super) offer: Option<Offer>,
    pub(super) adults: Vec<Adult>,
    /// The pupil's age today, where the birth date is known.
    pub(super) age: Option<u32>,
    /// Whether the pupil wishes that parents do not know.
    pub(super) not_parents: bool,
    /// The request to send without consent, and who asked.
    pub(super) second: Option<(Override, String)>,
    pub(super) consents: Vec<Consent>,
    /// The hash of what consent is given to.
    pub(super) parts_hash: String,
    /// What stands in the way of a draft.
    pub(super) obstacles: Vec<Message>,
    /// Whether consent is all that does.
    pub(super) lacks_consent_alone: bool,
    /// The handover as it was sent, as far as it still stands with the rest; of a draft as it would go.
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
            let could_go = about.iter().filter(|signal| signal.may_leave_school());
            let ids: Vec<_> = could_go.map(|signal| signal.id.clone()).collect();
            for evidence in signals::evidence(conn, &ids)? {
                if let Some(kept) = Kept::read(&evidence.finding).filter(|_| !evidence.withdrawn)
                    && !told.iter().any(|(id, _)| *id == evidence.signal_id.0)
                {
                    told.push((evidence.signal_id.0, kept.reason));
                }
            }
            let packet = packet::of(conn, &scope, &referral, &pupil)?;
            let second = match store::override_of(conn, &id)? {
                Some(one) => {
                    let names = accounts::names(conn, std::slice::from_ref(&one.asked_by))?;
                    Some((one, names.into_iter().next().map(|(_, name)| name).unwrap_or_default()))
                }
                None => None,
            };
            let parts_hash = match &referral.agreed_hash {
                Some(sent) => sent.clone(),
                None => packet.agreed_hash()?,
            };
            let obstacles = match referral.state {
                Stands::Draft => send::obstacles(conn, &scope, &referral, &pupil, &packet)?,
                _ => Vec::new(),
            };
            let draft = Draft {
                partner: store::partner(conn, &referral.partner_id)?,
                offer: store::offer_of(conn, &referral)?,
                adults: adults::of_pupil(conn, &pupil.id)?,
                age: pupil.age(scope.today),
                not_parents: wishes::not_parents(conn, &pupil.id)?,
                second,
                parts_hash,
                consents: store::consents(conn, &id)?,
                lacks_consent_alone: !obstacles.is_empty()
                    && second::more_than_consent(conn, &scope, &referral, &pupil, &packet)?.is_none(),
                obstacles,
                packet,
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
