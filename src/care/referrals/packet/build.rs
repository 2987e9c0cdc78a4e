//! Building the handover from what was chosen. What it holds: `packet`; what may go to whom: `parts`.

use chrono::NaiveDate;

use super::text::without_consent;
use super::{Packet, Seen, Series, Spoken};
use crate::care::referrals::model::{Ground, Referral};
use crate::care::referrals::state::State;
use crate::care::referrals::store;
use crate::care::referrals::who_agrees::{Answers, needed, those_who_agree};
use crate::evidence::conversations;
use crate::evidence::observations;
use crate::ground::{Conn, Result, Scope, SignalId, Words};
use crate::school::adults::{self, Adult};
use crate::school::model::Pupil;
use crate::school::store as people;
use crate::signals::kept::Kept;
use crate::signals::model::Signal;
use crate::signals::store as signals;

/// The packet as it would go now, in Dutch: partners read Dutch. What may not go to this kind of partner is not in it.
///
/// # Errors
/// When the database refuses.
pub fn build(conn: &mut Conn, scope: &Scope, referral: &Referral, pupil: &Pupil) -> Result<Packet> {
    let words = Words::default();
    let choice = referral.chosen();
    let school = people::school(conn, &referral.school_id)?;
    let partner = store::partner(conn, &referral.partner_id)?;
    let chosen: Vec<SignalId> = signals::about(conn, scope, &pupil.id.0)?
        .into_iter()
        .filter(Signal::may_leave_school)
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
    let packet = Packet {
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
        ground: String::new(),
    }
    .for_kind(&partner.kind);
    let ground = ground_sentence(conn, scope.today, referral, pupil, &packet)?;
    Ok(Packet { ground, ..packet })
}

/// On which ground this packet goes, as a sentence: whose consent counts by what they are to the child, not by name.
fn ground_sentence(
    conn: &mut Conn,
    today: NaiveDate,
    referral: &Referral,
    pupil: &Pupil,
    packet: &Packet,
) -> Result<String> {
    let w = Words::default();
    if referral.state == State::HeldForSecond {
        let asked = store::override_of(conn, &referral.id)?;
        let ground = asked.map_or_else(String::new, |one| one.ground.to_string());
        return Ok(without_consent(w, &ground));
    }
    Ok(match referral.ground {
        None => String::new(),
        Some(Ground::Statutory) => w.t1("packet-ground-statutory", "note", referral.ground_note.as_str()),
        Some(Ground::Meldcode) => w.t("packet-ground-meldcode"),
        Some(Ground::Consent) => {
            let answers = Answers {
                adults: &adults::of_pupil(conn, &pupil.id)?,
                consents: &store::consents(conn, &referral.id)?,
                parts_hash: &packet.agreed_hash()?,
                choice: &referral.chosen(),
                today,
            };
            let agreed = pupil.age(today).map(|age| those_who_agree(needed(age), &answers));
            let named = |who: Option<&Adult>| {
                who.map_or_else(|| w.t("given-by-pupil"), |adult| w.t(&format!("adult-kind-{}", adult.kind)))
            };
            let mut who: Vec<String> = agreed.into_iter().flatten().map(named).collect();
            who.sort();
            if who.is_empty() { String::new() } else { w.t1("packet-ground-consent", "who", counted(&who)) }
        }
    })
}

/// `ouder, ouder` as `ouder (2)`.
fn counted(sorted: &[String]) -> String {
    sorted
        .chunk_by(|one, other| one == other)
        .filter_map(|same| same.first().map(|word| (word, same.len())))
        .map(|(word, count)| if count == 1 { word.clone() } else { format!("{word} ({count})") })
        .collect::<Vec<_>>()
        .join(", ")
}
