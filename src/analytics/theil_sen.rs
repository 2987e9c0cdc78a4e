//! A slope that one odd score does not turn: the median of the slopes through all pairs (Theil 1950, Sen 1968). It is
//! shown beside a slope that was judged, and judges nothing.

/// The median slope through points (x, y), in y per x; none with fewer than two different x.
#[must_use]
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    let after = |at: usize| points.iter().skip(at + 1);
    let pairs = points.iter().enumerate().flat_map(|(at, one)| after(at).map(move |other| (one, other)));
    let apart = pairs.filter(|((x, _), (later, _))| (later - x).abs() > 0.0);
    let mut slopes: Vec<f64> = apart.map(|((x, y), (later, then))| (then - y) / (later - x)).collect();
    slopes.sort_by(f64::total_cmp);
    let at = |place: usize| slopes.get(place).copied();
    Some(f64::midpoint(at(slopes.len().checked_sub(1)? / 2)?, at(slopes.len() / 2)?))
}

#[cfg(test)]
mod tests {
    use super::theil_sen;

    #[test]
    fn one_odd_score_does_not_turn_it() {
        // 2 a step, but for the last: six of the ten slopes are 2.
        let slope = theil_sen(&[(0.0, 10.0), (1.0, 12.0), (2.0, 14.0), (3.0, 16.0), (4.0, 0.0)]).unwrap();
        assert!((slope - 2.0).abs() < 1e-12, "{slope}");
        let even = theil_sen(&[(0.0, 10.0), (2.0, 11.0), (4.0, 10.0)]).unwrap();
        assert!(even.abs() < 1e-12, "{even}");
    }

    #[test]
    fn one_day_has_no_slope() {
        assert_eq!(theil_sen(&[]), None);
        assert_eq!(theil_sen(&[(1.0, 2.0)]), None);
        assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 5.0)]), None);
    }
}
