//! Rows that say something of one pupil on one scale in one round twice. Two that say the same count once; two that
//! contradict each other both go.

use super::settle::{Part, Reading};

/// Two rows that say different things of one pupil in one round; both are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// Where the row came from.
    pub origin: u32,
    /// Where the row came from that says something else.
    pub other: u32,
    /// The series.
    pub series: u32,
    /// The round.
    pub round: u32,
    /// The pupil's number.
    pub pupil: i64,
}

/// What settling took out.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// How many rows said what another row had said.
    pub repeated: usize,
    /// The rows that contradict each other, by origin.
    pub contradictions: Vec<Contradiction>,
}

impl Settled {
    pub(super) fn add(&mut self, more: Self) {
        self.repeated += more.repeated;
        self.contradictions.extend(more.contradictions);
    }
}

/// One score: its series, where it stands among those that were read, what its row says (day, value, and in which group and
/// by whom), and where that came from.
type One = (u32, usize, (i32, u32, u32), u32);

/// Which scores to take out of what was read of a pupil on one list in one round.
pub(super) fn twins(reading: &Reading<'_>, rank: u32, round: &[Part], settled: &mut Settled) -> Vec<usize> {
    let label = round.first().map_or(0, |part| part.head.round);
    let pupil = reading.table.pupils.all.get(rank as usize).map_or(0, |(_, pupil)| *pupil);
    let each = round.iter().flat_map(|part| part.scores.clone().map(move |at| (part, at)));
    let one = |(part, at): (&Part, usize)| {
        let (series, score) = reading.score(at)?;
        Some((series, at, (part.head.day, score.value, part.head.place), score.origin))
    };
    let mut each: Vec<One> = each.filter_map(one).collect();
    each.sort_unstable();
    let mut gone = Vec::new();
    for same in each.chunk_by(|a, b| a.0 == b.0) {
        let Some((first, others @ [second, ..])) = same.split_first() else { continue };
        if others.iter().all(|other| other.2 == first.2) {
            settled.repeated += others.len();
            gone.extend(others.iter().map(|(_, at, ..)| *at));
            continue;
        }
        for row in same {
            let (series, at, _, origin) = *row;
            let other = if row == first { second.3 } else { first.3 };
            settled.contradictions.push(Contradiction { origin, other, series, round: label, pupil });
            gone.push(at);
        }
    }
    gone
}
