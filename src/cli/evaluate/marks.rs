//! All marks of a world, over the seeds it was lived with: what `--json` prints and the report reads.

use std::collections::BTreeMap;

use serde::Serialize;

use super::best_known::BestKnown;
use super::calibration::{Calibration, calibration};
use super::groups::{GroupMarks, groups};
use super::measure::{
    BUDGET, DELAYS, Lived, above, begins, false_share, found, highest, loads, mean, threshold,
};
use super::peers::Peers;
use super::run::{Found, Grid, Watched};
use super::worlds::World;

/// Loads (false alarms per 100 per round) at which detectors are drawn.
const DRAWN: [f64; 10] = [0.5, 1.0, 1.5, 2.0, 3.0, 4.5, 6.0, 9.0, 12.0, 16.0];

/// The marks of a world.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Marks {
    pub world: &'static str,
    pub about: &'static str,
    /// Pupils of each seed.
    pub pupils: usize,
    pub seeds: Vec<u64>,
    /// To how many of them, over all seeds, something happens.
    pub events: usize,
    /// `trend`, the best known method and what schools use, each at one load: 3 false alarms per 100 per round.
    pub detectors: Vec<Detector>,
    /// A/B findings on pupils, by ruleset and by what schools use with its own cut.
    pub signals: Vec<Signals>,
    /// How evenly the false alarms of the first ruleset fall.
    pub calibration: Calibration,
}

/// A statistic at one load.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Detector {
    pub name: &'static str,
    pub false_per_100: Option<f64>,
    pub threshold: f64,
    /// Share (%) found within 0, 1, 2 rounds; none where nothing happens.
    pub found: [Option<f64>; DELAYS],
    /// (new false pupils per 100 per round, share found within one round) at several thresholds.
    pub curve: Vec<(f64, Option<f64>)>,
}

/// Who is found anew.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Signals {
    pub name: String,
    /// New false pupils per 100 per round, the mean of rounds 3 to 6.
    pub load: f64,
    /// The same in the heaviest of these rounds.
    pub highest_load: f64,
    /// Share (%) found within 0, 1, 2 rounds.
    pub found: [Option<f64>; DELAYS],
    /// By rule: load and found.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<&'static str, (f64, [Option<f64>; DELAYS])>,
    /// Share (%) of the findings whose rule holds no more in the next round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone_next_round: Option<f64>,
    /// What became of groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<GroupMarks>,
}

impl Marks {
    /// Measures a world; by seed: what was lived, what the engine said, what each ruleset found.
    pub fn of(
        world: &World,
        seeds: &[u64],
        lived: &Lived,
        watched: &[Watched],
        sought: &[Vec<Found>],
    ) -> Self {
        let rulesets = sought.first().map_or(0, Vec::len);
        let by_ruleset: Vec<Vec<&Found>> =
            (0..rulesets).map(|at| sought.iter().filter_map(|found| found.get(at)).collect()).collect();
        let any = |found: &[&Found]| -> Vec<Grid<bool>> {
            lived.iter().zip(found).map(|(world, found)| found.any(world.pupils())).collect()
        };
        let mut signals: Vec<Signals> =
            by_ruleset.iter().map(|found| of_ruleset(lived, found, &any(found))).collect();
        let best: Vec<BestKnown> = lived.iter().map(BestKnown::of).collect();
        let peers: Vec<Peers> =
            lived.iter().zip(&best).map(|(world, best)| Peers::of(world, &best.z)).collect();
        let grids =
            |of: fn(&Peers) -> &Grid<bool>| peers.iter().map(|peer| of(peer).clone()).collect::<Vec<_>>();
        for (name, flags) in [
            ("worst quarter on any scale", grids(|peer| &peer.quartile)),
            ("P90 on any scale", grids(|peer| &peer.p90)),
            ("raw change, top 3 %", grids(|peer| &peer.most_changed)),
            ("reliable change (1.96)", grids(|peer| &peer.reliable)),
        ] {
            signals.push(signals_of(lived, name, &flags));
        }
        let stats = |of: fn(&BestKnown) -> &Grid<f64>| best.iter().map(|b| of(b).clone()).collect::<Vec<_>>();
        let peer = |of: fn(&Peers) -> &Grid<f64>| peers.iter().map(|p| of(p).clone()).collect::<Vec<_>>();
        let trend: Vec<Grid<f64>> = watched.iter().map(|watched| watched.trend.clone()).collect();
        let mut detectors = vec![
            detector(lived, "trend", &trend),
            detector(lived, "best known", &stats(|best| &best.both)),
            detector(lived, "raw score", &peer(|peer| &peer.level)),
            detector(lived, "raw change", &peer(|peer| &peer.change)),
        ];
        if world.scales > 1 {
            detectors.insert(2, detector(lived, "best known, scales", &stats(|best| &best.patterns)));
            detectors.insert(3, detector(lived, "best known, total", &stats(|best| &best.total)));
        }
        let first = by_ruleset.first().map(|found| any(found)).unwrap_or_default();
        Self {
            world: world.name,
            about: world.about,
            pupils: lived.first().map_or(0, super::simulate::Simulated::pupils),
            seeds: seeds.to_vec(),
            events: lived.iter().flat_map(|world| &world.onset).flatten().count(),
            detectors,
            signals,
            calibration: calibration(lived, watched, &first),
        }
    }
}

fn detector(lived: &Lived, name: &'static str, stats: &[Grid<f64>]) -> Detector {
    let cut = threshold(lived, stats, BUDGET);
    let curve = DRAWN.map(|load| {
        let flags = begins(above(stats, threshold(lived, stats, load)));
        let [_, within_one, _] = found(lived, &flags);
        (mean(&loads(lived, &flags)), within_one)
    });
    Detector {
        name,
        false_per_100: false_share(lived, stats, cut),
        threshold: cut,
        found: found(lived, &above(stats, cut)),
        curve: curve.to_vec(),
    }
}

fn signals_of(lived: &Lived, name: &str, flags: &[Grid<bool>]) -> Signals {
    let loads = loads(lived, flags);
    Signals {
        name: name.to_owned(),
        load: mean(&loads),
        highest_load: highest(&loads),
        found: found(lived, flags),
        rules: BTreeMap::new(),
        gone_next_round: None,
        groups: None,
    }
}

fn of_ruleset(lived: &Lived, sought: &[&Found], any: &[Grid<bool>]) -> Signals {
    let name = sought.first().map_or("", |found| found.ruleset.as_str());
    let mut signals = signals_of(lived, name, any);
    let rules: std::collections::BTreeSet<&str> =
        sought.iter().flat_map(|found| found.rules.keys().copied()).collect();
    for rule in rules {
        let flags: Vec<Grid<bool>> = lived
            .iter()
            .zip(sought)
            .map(|(world, found)| {
                let none = || vec![[false; super::worlds::ROUNDS]; world.pupils()];
                found.rules.get(rule).cloned().unwrap_or_else(none)
            })
            .collect();
        signals.rules.insert(rule, (mean(&loads(lived, &flags)), found(lived, &flags)));
    }
    let again = sought.iter().fold((0, 0), |sum, f| (sum.0 + f.seen_again.0, sum.1 + f.seen_again.1));
    signals.gone_next_round = super::measure::Count { hits: again.1, of: again.0 }.percent();
    if lived.first().is_some_and(|world| world.world.sinks > 0.0) {
        signals.groups = Some(groups(lived, sought, any));
    }
    signals
}
