//! Whether false alarms fall evenly: over earlier scores, group sizes, year levels, sexes, and groups.
//! Year level, sex and size have no effect on scores in any world, so that what differs is the method's doing.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use serde::Serialize;

use super::measure::{Count, Lived, SETTLED};
use super::run::{Grid, Watched};
use super::worlds::ROUNDS;

/// A surprise that 5 of 100 have while nothing happens.
const SURPRISING: f32 = 1.645;
/// Which share of the groups is the worst.
const WORST: f64 = 0.05;

/// How evenly the false alarms of a method fall: the methods side by side. Ratios are the highest share over the lowest.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Evenness {
    pub name: String,
    /// New false pupils per 100 per round by fifth of the pupil's level in the round before, best fifth first.
    pub by_quintile: Vec<Option<f64>>,
    pub quintiles: Option<f64>,
    pub group_size: Option<f64>,
    pub year: Option<f64>,
    pub sex: Option<f64>,
    /// In the worst 5 % of the groups, and by chance.
    pub worst_groups: (Option<f64>, Option<f64>),
    /// Share (%) of what was found that held no more in the next round.
    pub gone_next_round: Option<f64>,
}

/// Shares (%) by name.
pub(super) type Shares = BTreeMap<String, Option<f64>>;

/// How evenly false alarms fall. Shares in percent.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Calibration {
    /// Share of surprises above 1.645, by quintile of the score of the round before, best fifth first.
    pub surprise_by_quintile: Vec<Option<f64>>,
    /// The highest of these over the lowest.
    pub highest_over_lowest: Option<f64>,
    /// New false pupils per 100 per round, by size of the group; rounds alike (`by`).
    pub by_group_size: Shares,
    /// The same by year level.
    pub by_year: Shares,
    /// The same by sex.
    pub by_sex: Shares,
    /// The same in the worst 5 % of the groups, each over the rounds it existed.
    pub worst_groups: Option<f64>,
    /// What the worst 5 % would be if the same false alarms fell by chance.
    pub worst_groups_by_chance: Option<f64>,
}

/// Measures it; `flags`: who was found anew.
pub(super) fn calibration(worlds: &Lived, watched: &[Watched], flags: &[Grid<bool>]) -> Calibration {
    let surprise_by_quintile = quintiles(&quiet_surprises(worlds, watched));
    let alarms = alarms(worlds, &[], flags);
    let (worst_groups, worst_groups_by_chance) = worst_and_chance(&alarms);
    Calibration {
        highest_over_lowest: ratio(surprise_by_quintile.iter()),
        surprise_by_quintile,
        by_group_size: by(&alarms, Alarm::size),
        by_year: by(&alarms, Alarm::year),
        by_sex: by(&alarms, Alarm::sex),
        worst_groups,
        worst_groups_by_chance,
    }
}

/// How evenly a method's false alarms fall; `levels`: of each pupil in each round, NaN where there is none.
pub(super) fn evenness(
    name: &str,
    worlds: &Lived,
    levels: &[Grid<f64>],
    flags: &[Grid<bool>],
    gone_next_round: Option<f64>,
) -> Evenness {
    let alarms = alarms(worlds, levels, flags);
    let known = alarms.iter().filter(|alarm| !alarm.before.is_nan());
    let by_quintile = quintiles(&known.map(|alarm| (alarm.before, alarm.rang)).collect::<Vec<_>>());
    let apart = |of: fn(&Alarm) -> String| ratio(by(&alarms, of).values());
    Evenness {
        name: name.to_owned(),
        quintiles: ratio(by_quintile.iter()),
        by_quintile,
        group_size: apart(Alarm::size),
        year: apart(Alarm::year),
        sex: apart(Alarm::sex),
        worst_groups: worst_and_chance(&alarms),
        gone_next_round,
    }
}

/// The highest over the lowest, of more than one; none where the lowest is nought.
pub(super) fn ratio<'a>(shares: impl Iterator<Item = &'a Option<f64>>) -> Option<f64> {
    let known: Vec<f64> = shares.copied().flatten().collect();
    let low = known.iter().copied().fold(f64::INFINITY, f64::min);
    let high = known.iter().copied().fold(0.0, f64::max);
    (known.len() > 1 && low > 0.0).then(|| high / low)
}

/// The share of alarms that rang, by name, as it would be if each had been there in all rounds alike: what rang over what
/// rang of all in the same rounds, times the share of all. A year level is not in every round, and in the first rounds
/// more is new, whatever the year level.
fn by(alarms: &[Alarm], of: fn(&Alarm) -> String) -> Shares {
    let mut counts: BTreeMap<String, BTreeMap<usize, Count>> = BTreeMap::new();
    let (mut rounds, mut all): (BTreeMap<usize, Count>, _) = (BTreeMap::new(), Count::default());
    for alarm in alarms {
        counts.entry(of(alarm)).or_default().entry(alarm.round).or_default().add(alarm.rang);
        rounds.entry(alarm.round).or_default().add(alarm.rang);
        all.add(alarm.rang);
    }
    let share = |own: BTreeMap<usize, Count>| {
        let of_all = |round: &usize| rounds.get(round).and_then(|count| count.percent());
        let rang = own.values().map(|count| count.hits as f64).sum::<f64>();
        let as_all: f64 =
            own.iter().filter_map(|(at, count)| Some(count.of as f64 * of_all(at)? / 100.0)).sum();
        (as_all > 0.0).then(|| Some(all.percent()? * rang / as_all))?
    };
    counts.into_iter().map(|(name, own)| (name, share(own))).collect()
}

/// The share that rang in the groups where most did, and what it would be if the same rang by chance.
fn worst_and_chance(alarms: &[Alarm]) -> (Option<f64>, Option<f64>) {
    let mut rang: Vec<bool> = alarms.iter().map(|alarm| alarm.rang).collect();
    rang.shuffle(&mut StdRng::seed_from_u64(1));
    let groups = || alarms.iter().map(|alarm| alarm.group);
    (worst(groups().zip(alarms.iter().map(|alarm| alarm.rang))), worst(groups().zip(rang)))
}

/// (z of the round before, whether the surprise is large) of quiet pupils after the starting picture.
fn quiet_surprises(worlds: &Lived, watched: &[Watched]) -> Vec<(f64, bool)> {
    let of = |(world, watched): (&'_ super::simulate::Simulated, &'_ Watched)| {
        let rows = watched.surprises.iter();
        let quiet = rows.filter(|(pupil, round, ..)| *round >= SETTLED && world.quiet(*pupil, *round));
        quiet.map(|(_, _, before, surprise)| (f64::from(*before), *surprise > SURPRISING)).collect::<Vec<_>>()
    };
    worlds.iter().zip(watched).flat_map(of).collect()
}

/// Share of the surprising by fifths of what came before. Equal scores stay together, in the fifth of their middle.
pub(super) fn quintiles(rows: &[(f64, bool)]) -> Vec<Option<f64>> {
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut fifths = [Count::default(); 5];
    let mut below = 0;
    for same in rows.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        // Twice the middle place, so that whole numbers will do.
        let fifth = (5 * (2 * below + same.len())) / (2 * rows.len());
        below += same.len();
        if let Some(count) = fifths.get_mut(fifth.min(4)) {
            for (_, surprising) in same {
                count.add(*surprising);
            }
        }
    }
    fifths.map(Count::percent).to_vec()
}

/// A quiet pupil with a form in a round after the starting picture.
struct Alarm {
    round: usize,
    group: (usize, u32),
    size: usize,
    year: u32,
    girl: bool,
    /// The level in the round before; NaN where it is not known.
    before: f64,
    rang: bool,
}

impl Alarm {
    fn size(&self) -> String {
        let name = match self.size {
            ..20 => "12–19",
            20..25 => "20–24",
            25..30 => "25–29",
            _ => "30–35",
        };
        name.to_owned()
    }

    fn year(&self) -> String {
        self.year.to_string()
    }

    fn sex(&self) -> String {
        if self.girl { "girl" } else { "boy" }.to_owned()
    }
}

fn alarms(worlds: &Lived, levels: &[Grid<f64>], flags: &[Grid<bool>]) -> Vec<Alarm> {
    let mut alarms = Vec::new();
    for (at, (world, flags)) in worlds.iter().zip(flags).enumerate() {
        for round in SETTLED..ROUNDS {
            let group = |pupil: usize| world.people.group.get(pupil).and_then(|g| g.get(round)).copied();
            let mut sizes: BTreeMap<Option<u32>, usize> = BTreeMap::new();
            (0..world.pupils()).for_each(|pupil| *sizes.entry(group(pupil)).or_default() += 1);
            let before = |pupil: usize, round: usize| {
                let rounds = levels.get(at).and_then(|world| world.get(pupil));
                rounds.and_then(|rounds| rounds.get(round - 1)).copied().unwrap_or(f64::NAN)
            };
            for (pupil, rounds) in flags.iter().enumerate() {
                if world.present(pupil, round) && world.quiet(pupil, round) {
                    alarms.push(Alarm {
                        round,
                        group: (at, group(pupil).unwrap_or(0)),
                        size: sizes.get(&group(pupil)).copied().unwrap_or(0),
                        year: world.people.year(pupil, round),
                        girl: world.people.girl.get(pupil).copied().unwrap_or(false),
                        before: before(pupil, round),
                        rang: rounds.get(round).is_some_and(|flag| *flag),
                    });
                }
            }
        }
    }
    alarms
}

/// The share that rang in the groups where most did.
fn worst(alarms: impl Iterator<Item = ((usize, u32), bool)>) -> Option<f64> {
    let mut groups: BTreeMap<(usize, u32), Count> = BTreeMap::new();
    alarms.for_each(|(group, rang)| groups.entry(group).or_default().add(rang));
    let mut shares: Vec<f64> = groups.values().filter_map(|count| count.percent()).collect();
    shares.sort_by(|a, b| b.total_cmp(a));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of groups")]
    shares.truncate(((WORST * shares.len() as f64).round() as usize).max(1));
    (!shares.is_empty()).then(|| super::measure::mean(&shares))
}

#[cfg(test)]
mod tests {
    use super::{Alarm, by, quintiles};

    #[test]
    fn a_year_level_is_held_against_all_pupils_of_its_rounds() {
        // Given a first round in which half of all rang and a second in which a quarter did, whatever the year level
        let alarm = |round: usize, year: u32, rang: bool| Alarm {
            round,
            group: (0, 0),
            size: 20,
            year,
            girl: false,
            before: f64::NAN,
            rang,
        };
        let of = |round, year, n: usize, rang: usize| (0..n).map(move |at| alarm(round, year, at < rang));
        let all: Vec<Alarm> = of(0, 2, 80, 40).chain(of(0, 3, 40, 20)).chain(of(1, 3, 80, 20)).collect();
        // Then both have the share of all, though the one rang in half and the other in a third
        let shares = by(&all, Alarm::year);
        for year in ["2", "3"] {
            assert!((shares[year].unwrap() - 40.0).abs() < 1e-9, "{shares:?}");
        }
        // and one that rings more than the others of its rounds stands out.
        let all: Vec<Alarm> = of(0, 2, 80, 60).chain(of(0, 3, 80, 20)).collect();
        let shares = by(&all, Alarm::year);
        assert!((shares["2"].unwrap() / shares["3"].unwrap() - 3.0).abs() < 1e-9, "{shares:?}");
    }

    #[test]
    fn equal_scores_stay_in_one_fifth() {
        // Half of the rows at the floor: their middle is the first quarter, the second fifth.
        let rows: Vec<(f64, bool)> =
            (0..10_u8).map(|at| (f64::from(at.saturating_sub(4)), at == 0 || at > 8)).collect();
        let found = quintiles(&rows);
        assert_eq!(found[0], None);
        assert!((found[1].unwrap() - 20.0).abs() < 1e-9);
        assert!((found[4].unwrap() - 50.0).abs() < 1e-9);
    }
}
