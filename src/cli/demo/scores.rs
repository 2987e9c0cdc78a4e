//! What a pupil's lists would say: a lasting part, a part that drifts from round to round, and chance,
//! in the proportions that are found in schools. Sign: higher is worse, in standard deviations; `score` turns
//! that into the points of the list.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

/// The instrument of the demo.
pub const INSTRUMENT: &str = "eigen";

/// Its scales, with the mean and standard deviation in points; each runs from 0 to 40, high is a strength.
pub const SCALES: [(&str, f64, f64); 5] = [
    ("betrokkenheid", 27.0, 6.5),
    ("welbevinden", 29.0, 6.0),
    ("contact", 30.0, 6.0),
    ("concentratie", 25.0, 7.0),
    ("weerbaarheid", 27.0, 6.0),
];

/// A figure per scale.
pub type PerScale = [f64; 5];

/// The share of a score's variance that lasts, drifts, and is chance.
const TRAIT: f64 = 0.45;
const STATE: f64 = 0.35;
const ERROR: f64 = 0.20;
/// How much of the drifting part is left half a year later.
const DECAY: f64 = 0.70;
/// Of what is not chance: shared by all, by both informants on one scale, by all scales of one informant, own.
/// Together: two informants correlate .28 on a scale, two scales of one informant .50.
const GENERAL: f64 = 0.25;
const SCALE: f64 = 0.11;
const INFORMANT: f64 = 0.39;
const OWN: f64 = 0.25;

/// Who fills in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Informant {
    /// The teacher or mentor.
    Teacher,
    /// The pupil.
    Pupil,
}

impl Informant {
    /// The word in the column `informant`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Teacher => "leerkracht",
            Self::Pupil => "leerling",
        }
    }

    /// The share of the variance that lies between classes.
    const fn class_share(self) -> f64 {
        match self {
            Self::Teacher => 0.10,
            Self::Pupil => 0.03,
        }
    }
}

/// Draws from the standard normal distribution.
fn normal(rng: &mut impl Rng) -> f64 {
    StandardNormal.sample(rng)
}

fn normals(rng: &mut impl Rng) -> PerScale {
    std::array::from_fn(|_| normal(rng))
}

/// What one informant sees beyond what both see.
#[derive(Debug, Clone)]
struct View {
    all: f64,
    own: PerScale,
}

impl View {
    fn draw(rng: &mut impl Rng) -> Self {
        Self { all: normal(rng), own: normals(rng) }
    }
}

/// One part of a pupil, lasting or drifting: standard normal on every scale and informant.
#[derive(Debug, Clone)]
struct Part {
    general: f64,
    scale: PerScale,
    teacher: View,
    pupil: View,
}

impl Part {
    fn draw(rng: &mut impl Rng) -> Self {
        Self { general: normal(rng), scale: normals(rng), teacher: View::draw(rng), pupil: View::draw(rng) }
    }

    /// Half a year on: the same part, partly drawn anew, so that its variance stays.
    fn drift(&mut self, rng: &mut impl Rng) {
        let fresh = Self::draw(rng);
        let mix = |old: &mut f64, new: f64| *old = DECAY * *old + (1.0 - DECAY * DECAY).sqrt() * new;
        let mix_all = |old: &mut PerScale, new: PerScale| {
            for (old, new) in old.iter_mut().zip(new) {
                mix(old, new);
            }
        };
        mix(&mut self.general, fresh.general);
        mix_all(&mut self.scale, fresh.scale);
        for (view, new) in [(&mut self.teacher, fresh.teacher), (&mut self.pupil, fresh.pupil)] {
            mix(&mut view.all, new.all);
            mix_all(&mut view.own, new.own);
        }
    }

    fn seen_by(&self, informant: Informant) -> PerScale {
        let view = match informant {
            Informant::Teacher => &self.teacher,
            Informant::Pupil => &self.pupil,
        };
        let both = GENERAL.sqrt() * self.general + INFORMANT.sqrt() * view.all;
        add(self.scale.map(|s| both + SCALE.sqrt() * s), view.own.map(|own| OWN.sqrt() * own))
    }
}

/// Figure by figure.
pub fn add(mut left: PerScale, right: PerScale) -> PerScale {
    for (left, right) in left.iter_mut().zip(right) {
        *left += right;
    }
    left
}

/// How it goes with a pupil, unseen by anyone.
#[derive(Debug, Clone)]
pub struct Course {
    lasting: Part,
    drifting: Part,
}

impl Course {
    /// Draws a pupil.
    pub fn draw(rng: &mut impl Rng) -> Self {
        Self { lasting: Part::draw(rng), drifting: Part::draw(rng) }
    }

    /// Half a year passes.
    pub fn half_a_year(&mut self, rng: &mut impl Rng) {
        self.drifting.drift(rng);
    }

    /// What an informant fills in this round, before events: variance 1, the class effect included.
    pub fn reported(&self, informant: Informant, class: &ClassClimate, rng: &mut impl Rng) -> PerScale {
        let share = informant.class_share();
        let lasting = (TRAIT - share).sqrt();
        let climate = class.seen_by(informant);
        let own = add(
            self.lasting.seen_by(informant).map(|v| lasting * v),
            self.drifting.seen_by(informant).map(|v| STATE.sqrt() * v),
        );
        let class = add(own, climate.map(|v| share.sqrt() * v));
        add(class, normals(rng).map(|v| ERROR.sqrt() * v))
    }
}

/// What the pupils of a class have in common.
#[derive(Debug, Clone)]
pub struct ClassClimate {
    teacher: PerScale,
    pupil: PerScale,
}

impl ClassClimate {
    /// Draws a class; its scales go together for about half.
    pub fn draw(rng: &mut impl Rng) -> Self {
        let mut one = || {
            let all = normal(rng);
            normals(rng).map(|v| (all + v) / 2_f64.sqrt())
        };
        Self { teacher: one(), pupil: one() }
    }

    const fn seen_by(&self, informant: Informant) -> PerScale {
        match informant {
            Informant::Teacher => self.teacher,
            Informant::Pupil => self.pupil,
        }
    }
}

/// The points on the list, 0 to 40.
pub fn points(worse: PerScale) -> [i32; 5] {
    let mut points = [0; 5];
    for ((point, value), (_, mean, sd)) in points.iter_mut().zip(worse).zip(SCALES) {
        *point = whole((mean - sd * value).clamp(0.0, 40.0));
    }
    points
}

/// The nearest whole number of a small figure.
#[expect(clippy::cast_possible_truncation, reason = "the figure lies between 0 and 40")]
fn whole(figure: f64) -> i32 {
    figure.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn correlation(pairs: &[(f64, f64)]) -> f64 {
        let n = pairs.len() as f64;
        let (mx, my) =
            (pairs.iter().map(|p| p.0).sum::<f64>() / n, pairs.iter().map(|p| p.1).sum::<f64>() / n);
        let sum = |f: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>();
        sum(&|p| (p.0 - mx) * (p.1 - my))
            / (sum(&|p| (p.0 - mx).powi(2)) * sum(&|p| (p.1 - my).powi(2))).sqrt()
    }

    #[test]
    fn the_correlations_are_those_of_the_sources() {
        let mut rng = StdRng::seed_from_u64(1);
        let (mut informants, mut scales, mut rounds, mut values) = (vec![], vec![], vec![], vec![]);
        for _ in 0..20_000 {
            let class = ClassClimate::draw(&mut rng);
            let mut course = Course::draw(&mut rng);
            let teacher = course.reported(Informant::Teacher, &class, &mut rng);
            let pupil = course.reported(Informant::Pupil, &class, &mut rng);
            course.half_a_year(&mut rng);
            let later = course.reported(Informant::Pupil, &class, &mut rng);
            informants.push((teacher[0], pupil[0]));
            scales.push((pupil[0], pupil[1]));
            rounds.push((pupil[0], later[0]));
            values.push(pupil[0]);
        }
        let spread = values.iter().map(|v| v * v).sum::<f64>() / values.len() as f64;
        assert!((spread - 1.0).abs() < 0.04, "{spread}");
        for (found, wanted) in
            [(correlation(&informants), 0.27), (correlation(&scales), 0.49), (correlation(&rounds), 0.695)]
        {
            assert!((found - wanted).abs() < 0.02, "{found} for {wanted}");
        }
    }

    #[test]
    fn points_stay_on_the_list_and_worse_is_lower() {
        assert_eq!(points([-9.0; 5]), [40; 5]);
        assert_eq!(points([9.0; 5]), [0; 5]);
        assert_eq!(points([0.0; 5]), [27, 29, 30, 25, 27]);
        assert_eq!(points([1.0; 5])[1], 23);
    }
}
