//! All marks of a world, over the seeds it was lived with: what `--json` prints and the report reads.

use std::collections::BTreeMap;

use serde::Serialize;

use super::best_known::BestKnown;
use super::calibration::{Calibration, Evenness, calibration, evenness};
use super::groups::{GroupMarks, groups};
use super::measure::{
    BUDGET, Count, DELAYS, Lived, SETTLED, above, begins, delay, false_share, found, gone, happens, highest,
    loads, loads_in, mean, right, threshold,
};
use super::others::{Other, others};
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
    /// The same of all methods, side by side.
    pub evenness: Vec<Evenness>,
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
    /// The same in rounds 1 and 2, which are the starting picture.
    pub starting: Vec<f64>,
    /// Share (%) found within 0, 1, 2 rounds.
    pub found: [Option<f64>; DELAYS],
    /// Rounds from the event to the finding, of who is found at all.
    pub delay: Option<f64>,
    /// Share (%) of the findings in rounds 3 to 6 that are of a pupil with an event; none where nothing happens.
    pub right: Option<f64>,
    /// By rule: load and found.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<&'static str, (f64, [Option<f64>; DELAYS])>,
    /// What else the rules say where nothing happens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
    /// Share (%) of the findings whose rule holds no more in the next round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone_next_round: Option<f64>,
    /// What became of groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<GroupMarks>,
}

/// What the engine made of a world, by seed.
pub(super) struct Engine<'a> {
    /// What it said whatever the rules.
    pub watched: &'a [Watched],
    /// What each ruleset found.
    pub sought: &'a [Vec<Found>],
    /// Of worlds where groups sink: whom the first ruleset found when not told of groups.
    pub alone: &'a [Grid<bool>],
}

impl Marks {
    /// Measures a world; by seed: what was lived, and what the engine made of it.
    pub fn of(world: &World, seeds: &[u64], lived: &Lived, engine: &Engine<'_>) -> Self {
        let Engine { watched, sought, alone } = *engine;
        let rulesets = sought.first().map_or(0, Vec::len);
        let by_ruleset: Vec<Vec<&Found>> =
            (0..rulesets).map(|at| sought.iter().filter_map(|found| found.get(at)).collect()).collect();
        let any = |found: &[&Found]| -> Vec<Grid<bool>> {
            lived.iter().zip(found).map(|(world, found)| found.any(world.pupils())).collect()
        };
        let mut signals: Vec<Signals> =
            by_ruleset.iter().map(|found| of_ruleset(lived, found, &any(found), alone)).collect();
        let best: Vec<BestKnown> = lived.iter().map(BestKnown::of).collect();
        let peers: Vec<Peers> =
            lived.iter().zip(&best).map(|(world, best)| Peers::of(world, &best.z)).collect();
        let grids =
            |of: fn(&Peers) -> &Grid<bool>| peers.iter().map(|peer| of(peer).clone()).collect::<Vec<_>>();
        let levels: Vec<Grid<f64>> = best.iter().map(BestKnown::levels).collect();
        let mut evenly: Vec<Evenness> = by_ruleset
            .iter()
            .zip(&signals)
            .map(|(found, one)| evenness(&one.name, lived, &levels, &any(found), one.gone_next_round))
            .collect();
        for (at, (name, flags)) in [
            ("worst quarter on any scale", grids(|peer| &peer.quartile)),
            ("P90 on any scale", grids(|peer| &peer.p90)),
            ("raw change, top 3 %", grids(|peer| &peer.most_changed)),
            ("reliable change (1.96)", grids(|peer| &peer.reliable)),
        ]
        .into_iter()
        .enumerate()
        {
            let all = peers.iter().filter_map(|peer| peer.gone.get(at));
            let gone = all
                .fold(Count::default(), |sum, one| Count { hits: sum.hits + one.hits, of: sum.of + one.of });
            let mut one = signals_of(lived, name, &flags);
            one.gone_next_round = gone.percent();
            evenly.push(evenness(name, lived, &levels, &flags, gone.percent()));
            signals.push(one);
        }
        let stats = |of: fn(&BestKnown) -> &Grid<f64>| best.iter().map(|b| of(b).clone()).collect::<Vec<_>>();
        let peer = |of: fn(&Peers) -> &Grid<f64>| peers.iter().map(|p| of(p).clone()).collect::<Vec<_>>();
        let trend: Vec<Grid<f64>> = watched.iter().map(|watched| watched.trend.clone()).collect();
        let both = stats(|best| &best.both);
        for (name, stats) in [("`trend` at one load", &trend), ("best known at one load", &both)] {
            let holds = above(stats, threshold(lived, stats, BUDGET));
            let gone = gone(lived, &holds).percent();
            evenly.push(evenness(name, lived, &levels, &begins(holds), gone));
        }
        let mut detectors = vec![
            detector(lived, "trend", &trend),
            detector(lived, "best known", &both),
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
            evenness: evenly,
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
        starting: loads_in(lived, flags, 0..SETTLED),
        delay: delay(lived, flags),
        right: right(lived, flags).percent().filter(|_| happens(lived)),
        others: Vec::new(),
        found: found(lived, flags),
        rules: BTreeMap::new(),
        gone_next_round: None,
        groups: None,
    }
}

fn of_ruleset(lived: &Lived, sought: &[&Found], any: &[Grid<bool>], alone: &[Grid<bool>]) -> Signals {
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
    signals.others = others(lived, sought);
    signals.gone_next_round = Count { hits: again.1, of: again.0 }.percent();
    if lived.first().is_some_and(|world| world.world.sinks > 0.0) {
        signals.groups = Some(groups(lived, sought, any, alone));
    }
    signals
}
