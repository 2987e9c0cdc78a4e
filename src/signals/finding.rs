//! A finding: what a rule computed about a pupil, a group or a school, with every figure it rests on and its sentence.
//! It is not stored as such; raising makes a signal of it.

use serde::Serialize;

use super::model::{Level, Severity};
use crate::{
    evidence::{
        informant::Informant,
        instruments::{Audience, Domain, Placed, Reach, Scale, Sex},
        score_type::ScoreType,
    },
    ground::{Message, ids::words_enum},
};

words_enum! {
    /// The rules there are. All but `critical-item` look at scores or ratings.
    Rule {
        /// Low, whatever came before.
        Level = "level",
        /// Lower than the earlier rounds gave reason to expect.
        UnexpectedDecline = "unexpected-decline",
        /// Low twice running.
        Persistent = "persistent",
        /// Going down little by little.
        SteadyDecline = "steady-decline",
        /// An answer that the school wants read at once.
        CriticalItem = "critical-item",
        /// Two informants see different things.
        InformantsDiffer = "informants-differ",
        /// Missed by a list, twice running.
        NotMeasured = "not-measured",
        /// Doing better after a signal.
        Recovery = "recovery",
        /// Rarely chosen in a sociogram, twice running.
        RejectedTwice = "rejected-twice",
        /// How a group hangs together by its choices.
        GroupStructure = "group-structure",
        /// A group that moved as a group.
        GroupShift = "group-shift",
        /// A group that scores low among groups.
        GroupLevel = "group-level",
        /// A group with many low scores.
        GroupShare = "group-share",
        /// A group whose scores moved when another person filled in.
        RaterEffect = "rater-effect",
        /// A school that scores low among schools.
        SchoolCompared = "school-compared",
        /// A school that moved against a year earlier.
        SchoolTrend = "school-trend",
        /// A school where more pupils feel unsafe than the round before.
        SchoolSafety = "school-safety",
        /// A round that does not stand for the school.
        Representativeness = "representativeness",
        /// More new signals than can be talked about.
        SignalLoad = "signal-load",
    }
}

/// The norm for boys or girls beside the one for all, or the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OtherNorm {
    /// Whose it is; none: all pupils.
    pub sex: Option<Sex>,
    /// The z of the score by it; above 0 is worse.
    pub z: f64,
}

/// How a pupil stands on a list as a whole by one who filled it in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OnTheList {
    /// Who filled it in.
    pub informant: Informant,
    /// The z of the level of the list; above 0 is worse.
    pub z: f64,
}

/// Whether a finding is told by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// It is.
    Told,
    /// Another informant's finding stands for it: it holds all the same.
    ByAnother,
    /// More informants than usual share the load in this round, and it lies under what holds then: it goes on where it
    /// stood, and begins nothing.
    GoesOn,
}

/// A test among others of the same school and round.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tested {
    /// How likely so much or more is where nothing happens (0–1).
    pub p: f64,
    /// The same for so many tests at once (Benjamini–Hochberg): of what is at least so far out, no larger share is expected
    /// to be chance (0–1).
    pub adjusted: f64,
    /// How many tests there were.
    pub tests: u32,
}

/// What a rule computed. Numbers of schools, groups and pupils are those of the `ScoreTable`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What it is about.
    pub level: Level,
    /// How soon it asks for attention.
    pub severity: Severity,
    /// The domain of the scale; none for what is about no scale.
    pub domain: Option<Domain>,
    /// The school's number.
    #[serde(skip)]
    pub school: u32,
    /// The group's number: the subject, or the pupil's group in that round.
    #[serde(skip)]
    pub group: Option<u32>,
    /// The pupil's number.
    #[serde(skip)]
    pub pupil: Option<i64>,
    /// Place of the judged series in the layout: what "the same series" means for newness.
    #[serde(skip)]
    pub series: u32,
    /// Place of the round in the cycle of the series.
    #[serde(skip)]
    pub round_at: u32,
    /// The round's label.
    pub round: String,
    /// The instrument's code.
    pub instrument: String,
    /// The instrument's version.
    pub version: String,
    /// Who filled it in.
    pub informant: Informant,
    /// The scale's code; where the whole list was judged, the scale that carries it most.
    pub scale: String,
    /// The scale's name for people.
    pub scale_name: String,
    /// The unit of the scores.
    pub score_type: ScoreType,
    /// Whether the whole list was judged (its statistic is the list's, its scores are the scale's).
    pub whole_list: bool,
    /// Whether it is told by itself.
    #[serde(skip)]
    pub telling: Telling,
    /// The score; for a group or school the mean.
    pub observed: f64,
    /// The expected score; for a group or school the mean that was expected of it.
    pub expected: Option<f64>,
    /// Lower end of its 90 % interval.
    pub expected_low: Option<f64>,
    /// Upper end of its 90 % interval.
    pub expected_high: Option<f64>,
    /// The z of the score against the reference; above 0 is worse. Pupils only.
    pub z: Option<f64>,
    /// What the rule judged.
    pub statistic: f64,
    /// From where it holds.
    pub threshold: f64,
    /// Rounds it rests on, the present one included.
    pub rounds_used: u32,
    /// Whether another person filled in on this pupil than the round before.
    pub changed: bool,
    /// Where that is so: how far the score lay from what was expected, in standard deviations (above 0 is worse), and the
    /// same without what the group as a whole shifted by it.
    pub both: Option<(f64, f64)>,
    /// How much the scores went up a year (Theil–Sen); where a slope was judged.
    pub slope: Option<f64>,
    /// The year level of the school that it is about; none for all of them.
    pub year: Option<u32>,
    /// Pupils it rests on; groups and schools only.
    pub n: Option<u32>,
    /// Source and date of the published norm; none: the pool.
    pub norm: Option<String>,
    /// For whom that norm holds, and what it rests on.
    pub reach: Option<Reach>,
    /// How the score stands by the norm that the school did not choose; pupils only.
    pub other_norm: Option<OtherNorm>,
    /// How the pupil stands on the whole list by each whose view was judged, where the score shown does not say that itself.
    pub on_the_list: Vec<OnTheList>,
    /// The bands of others in which the score falls: they explain.
    pub placed: Vec<Placed>,
    /// Scores in the pool; none for groups and schools.
    pub pool: Option<u32>,
    /// The scores between which eight of ten of the reference lie.
    pub band: Option<(f64, f64)>,
    /// How much it says among all that was tested of the school in that round; groups and schools only.
    pub tested: Option<Tested>,
    /// What would have changed it, as a sentence.
    #[serde(skip)]
    pub hinge: Message,
    /// The sentence.
    pub reason: Message,
}

impl Finding {
    /// Whether it is told by itself.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.telling == Telling::Told
    }

    /// Takes in what was expected and the ends of its interval.
    pub fn expect(&mut self, expected: Option<(f64, f64, f64)>) {
        let (at, low, high) = (expected.map(|e| e.0), expected.map(|e| e.1), expected.map(|e| e.2));
        (self.expected, self.expected_low, self.expected_high) = (at, low, high);
    }

    /// Gives back the room for arguments that do not come any more: findings are kept by the thousand.
    pub fn close(&mut self) {
        self.reason.args.shrink_to_fit();
        self.hinge.args.shrink_to_fit();
    }

    /// Whether it is for the coordinator alone: what is said of a change of rater (that teacher hears it too), and what
    /// rests on a scale that is.
    #[must_use]
    pub fn is_restricted(&self, scale: Option<&Scale>) -> bool {
        self.rule == Rule::RaterEffect || scale.is_some_and(|scale| scale.audience == Audience::Coordinator)
    }
}
