//! What was sent stays sent: the partner keeps what it has. The school's own page of the referral shows no more of it than
//! what still stands with the rest.

use super::move_in::Content;
use super::store;
use crate::care::referrals::packet::Packet;
use crate::ground::{Conn, PupilId, Result};

/// A packet without what was moved to the meldcode since: for the school's own eyes.
///
/// # Errors
/// When the database refuses.
pub fn without_moved(conn: &mut Conn, pupil: &PupilId, mut packet: Packet) -> Result<Packet> {
    let papers = store::papers_of_pupil(conn, pupil)?;
    let moved: Vec<Content> = papers.iter().map(Content::of).collect::<Result<_>>()?;
    packet
        .observations
        .retain(|seen| !moved.iter().any(|one| one.text == seen.text && one.seen_on == seen.on));
    Ok(packet)
}
