//! The handover as a PDF, for the school's own secure mail (NTA 7516): what was sent and nothing else, in Dutch.

use actix_web::web;

use crate::care::referrals::packet::{self, Packet};
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, ReferralId, Words};
use crate::paper::{Block, Paper};
use crate::school::store as people;
use crate::web::failure::Answer;
use crate::web::page;

/// The handover as it was sent, without what was moved to the meldcode since.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` before it was sent and once the referral has ended: then it opens nowhere.
pub async fn pdf(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let (id, scope) = (ReferralId(id.into_inner()), person.0.clone());
    let (packet, hash) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let referral = store::referral(conn, &scope, &id)?;
            let (pupil, why) = people::pupil(conn, &scope, &referral.pupil_id)?;
            let Some(hash) = referral.packet_hash.clone().filter(|_| referral.state.is_live()) else {
                return Err(Error::Conflict(Message::new("packet-no-paper")));
            };
            let packet = packet::of(conn, &scope, &referral, &pupil)?;
            Ok(((packet, hash), Entry::by(&scope, "print-packet", "referral", &id).because_of(&why)))
        })
        .await?;
    page::pdf(paper(&packet, &hash), "overdracht").await
}

fn paper(packet: &Packet, hash: &str) -> Paper {
    let w = Words::default();
    let mut blocks =
        vec![Block::Heading { level: 1, text: w.t("packet-paper") }, Block::Text(packet.sender())];
    for (title, mut lines) in packet.sections() {
        blocks.push(Block::Heading { level: 2, text: title });
        blocks.push(if lines.len() == 1 { Block::Text(lines.remove(0)) } else { Block::Points(lines) });
    }
    // The first letters of the hash tell one handover from another, and nothing of what is in it.
    let mark: String = hash.chars().take(8).collect();
    let footer =
        w.say(&Message::new("packet-paper-footer").with("school", packet.school.as_str()).with("mark", mark));
    Paper { title: w.t("packet-paper"), language: w.0.code().to_owned(), footer, blocks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_was_sent_stands_on_it_and_the_question_comes_first() {
        let packet = Packet {
            school: "De Wilgen".to_owned(),
            from: "F. El Idrissi".to_owned(),
            pupil: "Noor Vos".to_owned(),
            birth_date: None,
            question: "Wat kan helpen?".to_owned(),
            signals: vec!["Welbevinden daalt".to_owned(), "Contact is laag".to_owned()],
            series: Vec::new(),
            observations: Vec::new(),
            conversations: Vec::new(),
            tried: String::new(),
            pupil_view: "Ik wil rust".to_owned(),
            parent_view: String::new(),
            ground: String::new(),
        };
        let paper = paper(&packet, "0123456789abcdef");
        let parts: Vec<&Block> = paper.blocks.iter().skip(2).collect();
        let title = |text: &str| Block::Heading { level: 2, text: text.to_owned() };
        assert_eq!(
            parts,
            [
                &title("De vraag"),
                &Block::Text("Wat kan helpen?".to_owned()),
                &title("Over"),
                &Block::Text("Noor Vos".to_owned()),
                &title("Wat opviel in de metingen"),
                &Block::Points(packet.signals.clone()),
                &title("Hoe de leerling het ziet"),
                &Block::Text("Ik wil rust".to_owned()),
            ]
        );
        assert!(paper.footer.contains("01234567") && !paper.footer.contains("Noor"), "{}", paper.footer);
    }
}
