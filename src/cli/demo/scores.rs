//! The list of the demo: its instrument, its scales, and a pupil's figures as points. Sign: higher is worse, in standard
//! deviations; `points` turns that round. How the figures come about: `course`.

pub use super::climate::ClassClimate;
pub use super::course::Course;
pub use super::informant::Informant;

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

/// Figure by figure.
pub fn add(mut left: PerScale, right: PerScale) -> PerScale {
    for (left, right) in left.iter_mut().zip(right) {
        *left += right;
    }
    left
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
