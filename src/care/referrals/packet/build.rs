//! Building the handover from what was chosen. What it holds: `packet`.

use super::{Packet, Seen, Series, Spoken};
use crate::care::referrals::model::{Consent, ConsentAnswer, Ground, Referral};
use crate::care::referrals::store;
use crate::evidence::conversations;
use crate::evidence::observations;
use crate::ground::{Conn, Result, Scope, SignalId, Words};
use crate::school::model::Pupil;
use crate::school::store as people;
use crate::signals::kept::Kept;
use crate::signals::store as signals;

/// The packet as it would go now, in Dutch: partners read Dutch.
///
/// # Errors
/// When the database refuses.
pub fn build(conn: &mut Conn, scope: &Scope, referral: &Referral, pupil: &Pupil) -> Result<Packet> {
    let words = Words::default();
    let choice = referral.chosen();
    let school = people::school(conn, &referral.school_id)?;
    let chosen: Vec<SignalId> = signals::about(conn, scope, &pupil.id.0)?
        .into_iter()
        .filter(|signal| !signal.is_critical())
        .map(|signal| signal.id)
        .filter(|id| choice.signals.contains(&id.0))
        .collect();
    let kept: Vec<Kept> = signals::evidence(conn, &chosen)?
        .iter()
        .filter(|evidence| !evidence.withdrawn)
        .filter_map(|evidence| Kept::read(&evidence.finding))
        .collect();
    let mut series: Vec<Series> = Vec::new();
    if choice.series {
        for one in &kept {
            let line = Series {
                scale: one.scale_name.clone(),
                range: (one.min, one.max),
                points: one.history.iter().map(|p| (p.round.clone(), p.score)).collect(),
            };
            if !series.contains(&line) {
                series.push(line);
            }
        }
    }
    let observations = observations::by_ids(conn, pupil, &choice.observations)?
        .into_iter()
        .map(|o| Seen { on: o.seen_on, source: o.source, text: o.text })
        .collect();
    let conversations = conversations::by_ids(conn, pupil, &choice.conversations)?
        .into_iter()
        .map(|c| Spoken { on: c.held_on, with: c.with_whom, line: c.line })
        .collect();
    let consents = store::consents(conn, &referral.id)?;
    Ok(Packet {
        school: school.name,
        from: scope.name.clone(),
        pupil: pupil.full_name(),
        birth_date: pupil.birth_date.filter(|_| choice.birth_date),
        question: referral.question.clone(),
        signals: kept.iter().map(|one| words.say(&one.reason)).collect(),
        series,
        observations,
        conversations,
        tried: choice.tried,
        pupil_view: choice.pupil_view,
        parent_view: choice.parent_view,
        ground: ground_sentence(words, referral, &consents),
    })
}

fn ground_sentence(words: Words, referral: &Referral, consents: &[Consent]) -> String {
    match referral.ground {
        None => String::new(),
        Some(Ground::Statutory) => words.t1("packet-ground-statutory", "note", referral.ground_note.as_str()),
        Some(Ground::Meldcode) => words.t("packet-ground-meldcode"),
        Some(Ground::Consent) => {
            let mut who: Vec<String> = consents
                .iter()
                .filter(|consent| consent.answer == ConsentAnswer::Given)
                .map(|consent| words.t(&format!("given-by-{}", consent.given_by)))
                .collect();
            who.dedup();
            words.t1("packet-ground-consent", "who", who.join(", "))
        }
    }
}
