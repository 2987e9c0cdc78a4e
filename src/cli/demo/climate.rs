//! What the pupils of a class have in common. What each pupil is besides: `course`.

use rand::Rng;

use super::course::{normal, normals};
use super::informant::Informant;
use super::scores::PerScale;

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

    pub(super) const fn seen_by(&self, informant: Informant) -> PerScale {
        match informant {
            Informant::Teacher => self.teacher,
            Informant::Pupil => self.pupil,
        }
    }
}
