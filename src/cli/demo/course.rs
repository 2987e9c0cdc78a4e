//! How it goes with a pupil, unseen by anyone: a part that lasts and a part that drifts, and what each informant
//! sees of them, in the proportions that are found in schools. Sign: higher is worse, in standard deviations. The
//! points of a list: `scores`.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

use super::climate::ClassClimate;
use super::informant::Informant;
use super::scores::{PerScale, add};

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

/// Draws from the standard normal distribution.
pub(super) fn normal(rng: &mut impl Rng) -> f64 {
    StandardNormal.sample(rng)
}

pub(super) fn normals(rng: &mut impl Rng) -> PerScale {
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
