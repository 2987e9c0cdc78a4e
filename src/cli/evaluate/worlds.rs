//! The simulated worlds: what a list measures, who fills it in, and what happens to pupils and groups in them.
//! Sign throughout: above 0 is worse. Variances are shares of a score's variance (docs/signals.md 1.4, 4.2).

/// How many rounds a world lasts, half a year apart.
pub(super) const ROUNDS: usize = 6;
/// What lasts of a score's variance, with what the pupils of a class share.
const LASTING: f64 = 0.45;
/// What pupils of one class share.
const CLASS: f64 = 0.03;
/// What drifts.
pub(super) const STATE: f64 = 0.35;
/// How much of the drifting part is left half a year later.
pub(super) const DECAY: f64 = 0.70;
/// What is chance.
pub(super) const ERROR: f64 = 0.20;
/// How what lasts and drifts correlates between two informants: .27 on the scores.
pub(super) const BETWEEN_INFORMANTS: f64 = 0.35;
/// Share of the pupils to whom nothing happens before the first round and something in one of the next five.
pub(super) const EVENTS: f64 = 0.10;
/// Share of the groups that sinks anew in each round.
pub(super) const SINKING: f64 = 0.03;

/// How a score comes from what lies behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Points {
    /// As it is.
    Smooth,
    /// A sum of 0 to 40 with this mean and SD, most near 0 (negative binomial, as SDQ totals and subscales).
    Count { mean: f64, sd: f64 },
    /// Eleven points with a floor: 2.5 + 2.2 x, rounded.
    Eleven,
}

/// What happens to a pupil to whom something happens, in SD, from one round on for good.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Event {
    /// Nothing ever does.
    None,
    /// +1.5 on one scale, +0.3 on the others.
    OneScale,
    /// +1.2 on all scales.
    AllScales,
    /// +1.0 to +1.5, as every informant sees it.
    Varied,
}

/// A world.
#[derive(Debug, Clone, Copy)]
pub(super) struct World {
    pub name: &'static str,
    /// What is special about it, for the report.
    pub about: &'static str,
    pub scales: usize,
    pub informants: usize,
    /// Whether those after the first fill in every other round: the second, the fourth, the sixth.
    pub in_turn: bool,
    pub points: Points,
    pub event: Event,
    /// Correlation between scales of what lasts and drifts.
    pub between_scales: f64,
    /// Share of the chance that the scales of one list share.
    pub shared_chance: f64,
    /// Variance of how strict whoever fills it in is; above 0 that person changes each August.
    pub leniency: f64,
    /// Variance of what one filling-in adds to all its scales.
    pub halo: f64,
    /// Share of the forms that is missing.
    pub missing: f64,
    /// Share of the pupils who come one to three rounds late.
    pub late: f64,
    /// Variance of what pupils of one class share.
    pub class: f64,
    /// By how much a group sinks, in SD.
    pub sinks: f64,
    /// Whether groups stay together; else they are mixed anew each August.
    pub same_groups: bool,
    /// Whether there is a published norm, of pupils to whom nothing happened; else the pool of the scores is the reference.
    pub normed: bool,
}

const PLAIN: World = World {
    name: "smooth",
    about: "one scale without steps",
    scales: 1,
    informants: 1,
    in_turn: false,
    points: Points::Smooth,
    event: Event::OneScale,
    between_scales: 0.4,
    shared_chance: 0.0,
    leniency: 0.0,
    halo: 0.0,
    missing: 0.0,
    late: 0.0,
    class: CLASS,
    sinks: 0.0,
    same_groups: false,
    normed: false,
};
/// Five coarse scales that hang together as those of one list do.
const FIVE: World =
    World { scales: 5, points: Points::Eleven, between_scales: 0.55, shared_chance: 0.55, ..PLAIN };

/// The worlds, in the order of the report. A new one comes last: what a seed draws hangs on the place.
pub(super) const WORLDS: &[World] = &[
    PLAIN,
    World {
        name: "floor",
        about: "one scale of 0–40, most near 0 (mean 5.9)",
        points: Points::Count { mean: 5.9, sd: 5.2 },
        ..PLAIN
    },
    World {
        name: "half-floor",
        about: "one scale of which half the pupils score 0",
        points: Points::Count { mean: 1.3, sd: 1.9 },
        ..PLAIN
    },
    World {
        name: "raters",
        about: "another, stricter or milder, teacher each August",
        leniency: 0.10,
        ..PLAIN
    },
    World {
        name: "missing",
        about: "10 % of the forms missing, 5 % of the pupils come late",
        missing: 0.10,
        late: 0.05,
        ..PLAIN
    },
    World { name: "one-of-five", about: "five scales; one gets worse, the others hardly", ..FIVE },
    World { name: "all-of-five", about: "five scales; all get worse", event: Event::AllScales, ..FIVE },
    World {
        name: "halo",
        about: "five scales; each filling-in colours all of them",
        between_scales: 0.4,
        shared_chance: 0.0,
        halo: 0.20,
        ..FIVE
    },
    World {
        name: "two-informants",
        about: "one scale, two informants who both see it",
        informants: 2,
        event: Event::Varied,
        ..PLAIN
    },
    World {
        name: "sinking",
        about: "3 % of the groups sink by 0.5 SD each round; groups mixed anew each August",
        sinks: 0.5,
        ..PLAIN
    },
    World {
        name: "sinking-stable",
        about: "3 % of the groups sink by 0.5 SD each round; groups stay together",
        sinks: 0.5,
        same_groups: true,
        ..PLAIN
    },
    World { name: "nothing", about: "one scale; nothing happens", event: Event::None, ..PLAIN },
    World { name: "nothing-five", about: "five scales; nothing happens", event: Event::None, ..FIVE },
    World {
        name: "nothing-missing",
        about: "as missing; nothing happens",
        event: Event::None,
        missing: 0.10,
        late: 0.05,
        ..PLAIN
    },
    World {
        name: "nothing-two-five",
        about: "five scales, two informants; nothing happens",
        event: Event::None,
        between_scales: 0.4,
        shared_chance: 0.0,
        informants: 2,
        ..FIVE
    },
    World {
        name: "normed",
        about: "as smooth, with a published norm of pupils to whom nothing happened",
        normed: true,
        ..PLAIN
    },
    World {
        name: "in-turn",
        about: "as two-informants, the second every other round",
        informants: 2,
        in_turn: true,
        event: Event::Varied,
        ..PLAIN
    },
    World {
        name: "nothing-in-turn",
        about: "one scale, a second informant every other round; nothing happens",
        event: Event::None,
        informants: 2,
        in_turn: true,
        ..PLAIN
    },
    World {
        name: "nothing-in-turn-five",
        about: "five scales, a second informant every other round; nothing happens",
        event: Event::None,
        between_scales: 0.4,
        shared_chance: 0.0,
        informants: 2,
        in_turn: true,
        ..FIVE
    },
    World {
        name: "sinking-apart",
        about: "as sinking-stable, and groups differ as a teacher sees them (.10 of the variance, elsewhere .03)",
        class: 0.10,
        sinks: 0.5,
        same_groups: true,
        ..PLAIN
    },
    World {
        name: "nothing-raters",
        about: "as raters; nothing happens",
        event: Event::None,
        leniency: 0.10,
        ..PLAIN
    },
];

impl World {
    /// The series of a world: each scale of each informant.
    pub const fn series(&self) -> usize {
        self.scales * self.informants
    }

    /// What lasts of a score's variance, what a class shares taken off.
    pub fn lasting(&self) -> f64 {
        LASTING - self.class
    }

    /// Whether an informant fills it in at a round.
    pub const fn fills_in(&self, informant: usize, round: usize) -> bool {
        !self.in_turn || informant == 0 || !round.is_multiple_of(2)
    }

    /// Whether another person fills it in at this round than at the one before.
    pub const fn new_rater(&self, round: usize) -> bool {
        self.leniency > 0.0 && round > 0 && round.is_multiple_of(2)
    }

    /// The SD of what lies behind a score.
    pub fn sd(&self) -> f64 {
        (1.0 + self.leniency + self.halo).sqrt()
    }
}
