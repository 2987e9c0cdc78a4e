//! One pupil, one yardstick: what the scores of a pupil are judged by when the norms end at an age.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Measure, Reference, judge::pooled, measures};
use crate::evidence::files::Series;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::Catalogue;
use crate::evidence::score_type::ScoreType;
use crate::school::Pupil;

/// The emotional symptoms of the SDQ as the teacher sees them: norms for four to ten years; a pool of 64 scores.
fn reference(catalogue: &Catalogue) -> Reference {
    let version = catalogue.get("sdq").map(Arc::as_ref).unwrap().version.clone();
    let series = Series {
        instrument: "sdq".to_owned(),
        version,
        informant: Informant::Teacher,
        scale: "emotional".to_owned(),
        score_type: ScoreType::Raw,
    };
    let pool: Vec<(f64, i64)> = (0..8).map(|score| (f64::from(score), 8)).collect();
    Reference { series, curve: pooled(&pool), shares: None, days: HashMap::new() }
}

fn born(day: &str) -> Pupil {
    Pupil {
        id: "p".into(),
        key: 1,
        school_id: "s".into(),
        number: "1".to_owned(),
        first_name: "Noor".to_owned(),
        infix: String::new(),
        last_name: "Vos".to_owned(),
        birth_date: day.parse().ok(),
    }
}

#[test]
fn a_pupil_whom_the_norm_no_longer_fits_is_judged_by_the_pool_in_every_round() {
    let catalogue = Catalogue::shipped().unwrap();
    let reference = reference(&catalogue);
    let days: Vec<NaiveDate> =
        ["2024-11-04", "2025-04-07", "2025-11-03"].iter().map(|day| day.parse().unwrap()).collect();
    let z = |one: &Measure<'_>| one.curve.as_ref().unwrap().z_at(4.0);
    let of = |pupil: &Pupil| measures(&catalogue, &reference, &days, Some(pupil), (None, false));

    // Nine years old throughout: the norm in every round, with its own reliability.
    let young = of(&born("2015-12-01"));
    assert!(young.iter().all(|one| one.is_published), "the norm holds for nine years");
    // P90 of the norm is 4: one in ten lies beyond it.
    assert!(young.iter().all(|one| (z(one) - 1.2816).abs() < 0.01), "{}", z(&young[0]));

    // Eleven in the last round: the pool in every round, the earlier ones too, or the change would be one of yardstick.
    let grown = of(&born("2014-10-01"));
    assert!(grown.iter().all(|one| !one.is_published && one.has_norms));
    let in_pool = reference.curve.as_ref().unwrap().z_at(4.0);
    assert!((in_pool - 1.2816).abs() > 0.5, "pool and norm must differ to tell them apart: {in_pool}");
    for one in &grown {
        assert!((z(one) - in_pool).abs() < 1e-12);
        assert!((one.stability.error - one.base.error).abs() < 1e-12, "without the reliability of the norm");
    }
    assert!((young[0].stability.error - young[0].base.error).abs() > 0.01, "the norm brings its reliability");

    // And one pupil's norm says nothing of another's: without a birth date there is none.
    let mut unknown = born("2015-12-01");
    unknown.birth_date = None;
    assert!(of(&unknown).iter().all(|one| !one.is_published));
}
