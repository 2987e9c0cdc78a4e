//! Groups, schools and year levels in one round, as plain rows. How they are counted: `units`.

/// A change of the same pupils between this round and the one a year earlier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearChange {
    /// Which round.
    pub round: u32,
    /// How many pupils were measured in both.
    pub matched: u32,
    /// Mean of z less what was expected from a year earlier; above 0 is worse.
    pub shift: f64,
    /// The part of it that schools which stood there show anyhow.
    pub usual: f64,
    /// Mean variance of one pupil's change around it.
    pub variance: f64,
    /// Variance of the mean by what groups of one school differ by, as in the round looked at; 0 where groups are not known.
    pub shared: f64,
}

/// A group, a school or a year level of a school, on one series in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Place in `Layout::series`.
    pub series: u32,
    /// Which round of the series' cycle, from 0.
    pub round: u32,
    /// The school's number.
    pub school: u32,
    /// The group's number; none for schools.
    pub group: Option<u32>,
    /// The year level; none for groups and whole schools.
    pub year: Option<u32>,
    /// Pupils with a score.
    pub n: u32,
    /// Pupils of the unit in this or the previous round.
    pub known: u32,
    /// Of those, the pupils of the previous round of the same school year who were not measured now, here or elsewhere.
    pub absent: u32,
    /// Mean of the scores as given.
    pub mean: f64,
    /// Sum of the squared distances of the scores to it.
    pub within: f64,
    /// Mean shrunk towards the mean of all units (REML): filled in by `shrink`, and none with fewer than two units.
    pub shrunken_mean: Option<f64>,
    /// Reliability of the unit's mean (0–1).
    pub reliability: Option<f64>,
    /// Pupils with a surprise.
    pub matched: u32,
    /// Mean of surprise·√variance over them; above 0 is worse.
    pub shift: Option<f64>,
    /// For groups: the part of it that groups which stood there show anyhow (`usual`).
    pub usual: f64,
    /// How many of them scored worse than expected.
    pub worse: u32,
    /// Mean variance over them.
    pub shift_variance: Option<f64>,
    /// Mean surprise over them.
    pub surprise: Option<f64>,
    /// How many scores were given by another person than the round before, who filled in for the group as a whole.
    pub changed: u32,
    /// Mean z of the pupils with a score.
    pub mean_z: f64,
    /// Sum of the squared distances of their z to it.
    pub within_z: f64,
    /// Share with z of at least 0.8416 (the worst fifth of the reference).
    pub concern: f64,
    /// Its Wilson 95 % interval.
    pub concern_interval: (f64, f64),
    /// For whole schools: the changes against a year earlier, oldest first.
    pub year_changes: Vec<YearChange>,
    /// For whole schools: the round before, on the same reference.
    pub before: Option<Box<Before>>,
}

/// The round before of a school, on the reference of this one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Before {
    /// Pupils with a score then.
    pub n: u32,
    /// How many of them had a z of at least 0.8416.
    pub concern: u32,
    /// How many of them have a score now.
    pub stayed: u32,
    /// The sum of the z of all, of their squares, and of the z of those who have a score now.
    pub sums: (f64, f64, f64),
}

impl Before {
    /// How much those who have a score now differed then from those who have none, in standard deviations.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        let (n, stayed) = (f64::from(self.n), f64::from(self.stayed));
        let (sum, squares, of_stayed) = self.sums;
        let variance = (squares - sum * sum / n) / (n - 1.0);
        let enough = self.stayed > 0 && self.stayed < self.n && variance > 1e-9;
        enough.then(|| (of_stayed / stayed - (sum - of_stayed) / (n - stayed)) / variance.sqrt())
    }

    /// How much further the mean of those who have a score now lay then than that of all, in standard deviations: what the
    /// missing ones change of the school's figures.
    #[must_use]
    pub fn effect(&self) -> Option<f64> {
        let missing = f64::from(self.n.saturating_sub(self.stayed)) / f64::from(self.n.max(1));
        Some(self.difference()? * missing)
    }

    /// The standard error of the difference: what chance makes of two such parts of one school.
    #[must_use]
    pub fn difference_error(&self) -> f64 {
        let (stayed, missing) = (f64::from(self.stayed), f64::from(self.n.saturating_sub(self.stayed)));
        (1.0 / stayed + 1.0 / missing).sqrt()
    }
}

impl YearChange {
    /// How far its pupils moved together, beyond what was expected of each and what is usual.
    #[must_use]
    pub fn moved(&self) -> f64 {
        self.shift - self.usual
    }
}

impl Unit {
    /// How far its pupils moved together, beyond what was expected of each and what is usual; above 0 is worse.
    #[must_use]
    pub fn moved(&self) -> Option<f64> {
        Some(self.shift? - self.usual)
    }

    /// Share of the unit's pupils of this or the previous round that has a score (0–1).
    #[must_use]
    pub fn response(&self) -> f64 {
        f64::from(self.n) / f64::from(self.known.max(1))
    }

    /// The same, leaving out pupils who moved to another group or left with the school year (0–1).
    #[must_use]
    pub fn present(&self) -> f64 {
        f64::from(self.n) / f64::from((self.n + self.absent).max(1))
    }
}
