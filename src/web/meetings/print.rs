//! A pack on paper: of a group one page, of pupils one under the other.

use super::view::{PackView, SeatView};
use crate::ground::Words;
use crate::paper::{Block, Paper};

/// Empty lines to write a decision on.
const ROOM: usize = 2;

pub(super) fn paper(w: Words, pack: PackView) -> Paper {
    let one_page = pack.why_five;
    let mut blocks = vec![
        Block::Heading { level: 1, text: pack.title },
        Block::Text(format!("{} · {}", pack.school, pack.when)),
    ];
    if !pack.guests.is_empty() {
        blocks.push(Block::Text(w.t1("meeting-at-the-table", "guests", &pack.guests)));
    }
    if one_page {
        blocks.push(Block::Text(w.t("meeting-why-five")));
    }
    for seat in pack.seats {
        blocks.extend(of_seat(w, seat, one_page));
    }
    Paper {
        // Readers show the title: what it is, and nobody's name.
        title: w.t("meeting-paper"),
        language: w.0.code().to_owned(),
        footer: format!("{} · {}", pack.school, w.t("meeting-footer")),
        blocks,
    }
}

fn of_seat(w: Words, seat: SeatView, short: bool) -> Vec<Block> {
    let mut points = Vec::new();
    if !seat.strengths.is_empty() {
        points.push(format!("{} {}", w.t("meeting-strengths"), seat.strengths.join("; ")));
    }
    if !seat.questions.is_empty() {
        points.push(format!("{} {}", w.t("meeting-question"), seat.questions.join(" ")));
    }
    let decided = seat.decided.map(|said| format!("{} {}", w.t("meeting-decision"), said));
    let lead = if short { Block::Lead(seat.title) } else { Block::Heading { level: 2, text: seat.title } };
    let mut blocks = vec![lead];
    match decided {
        Some(said) => points.push(said),
        None if !short => {
            blocks.extend((!points.is_empty()).then_some(Block::Points(std::mem::take(&mut points))));
            blocks.extend([Block::Text(w.t("meeting-decision")), Block::Lines(ROOM)]);
        }
        None => {}
    }
    blocks.extend((!points.is_empty()).then_some(Block::Points(points)));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;
    use crate::paper;

    fn seat(number: usize) -> SeatView {
        let long = || "aanwezigheid op school en online: gaat beter dan eerst".to_owned();
        SeatView {
            id: "s".into(),
            title: format!("Maximiliaan-Alexander {number}"),
            href: String::new(),
            strengths: (0..4).map(|_| long()).collect(),
            questions: (0..3).map(|_| long()).collect(),
            decided: None,
            line: String::new(),
            agreed: String::new(),
            problem: String::new(),
        }
    }

    #[test]
    fn the_fullest_page_of_a_group_is_one_page() {
        let w = Words(Language::Dutch);
        let pack = PackView {
            id: "m".into(),
            title: "Groepsbespreking groep 6B".into(),
            when: "do 12 maart 2026".into(),
            school: "De Wilgen".into(),
            guests: String::new(),
            why_five: true,
            is_open: true,
            places: 6,
            seats: (1..=6).map(seat).collect(),
        };
        let bytes = paper::pdf(&paper(w, pack)).unwrap();
        assert_eq!(paper::tests::pages(&bytes), 1);
    }
}
