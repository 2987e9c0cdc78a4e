//! Tests of reading instrument files: what is shipped stands, and a slip is refused with its own sentence.

use std::fmt::Write;

use super::served::{Serving, served};
use super::{Catalogue, Domain, Fineness, Ground, parse};
use crate::evidence::informant::Informant;
use crate::ground::{
    error::Error,
    words::{Language, Words},
};

const GOOD: &str = r#"
code = "proef"
name = "Proeflijst"
version = "1"
source = "verzonnen"
date = 2026-01-01
licence = "vrij"
[[scale]]
code = "a"
name = "A"
domain = "gedrag"
min = 0
max = 40
high_is = "concern"
[[norm]]
scale = "A"
informant = "leerkracht"
ages = [4, 10]
mean = 5.9
sd = 5.2
p80 = 10
p90 = 14
reliability = 0.80
source = "verzonnen"
date = 2017-05-03
"#;

fn refusal(text: &str) -> String {
    match parse::instrument("proef.toml", text) {
        Err(Error::Refused(message)) => {
            assert_ne!(Words(Language::Dutch).say(&message), message.key);
            assert_ne!(Words(Language::English).say(&message), message.key);
            message.key.into_owned()
        }
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn the_shipped_instruments_stand_and_are_found_in_any_case() {
    let catalogue = Catalogue::shipped().unwrap();
    let eigen = catalogue.get("EIGEN").unwrap();
    assert_eq!(eigen.scale("Welbevinden").unwrap().domain, Domain::Mood);
    assert_eq!(eigen.signal_scales().count(), 5);
    assert!(eigen.total().is_none());
}

#[test]
fn a_good_file_is_read_whole() {
    let read = parse::instrument("proef.toml", GOOD).unwrap();
    assert_eq!(read.norms[0].informant, Informant::Teacher);
    assert_eq!(read.norms[0].ages, Some([4, 10]));
    assert!((read.stability.error - 0.2).abs() < 1e-12);
}

#[test]
fn each_slip_is_refused_with_its_own_sentence() {
    for (from, to, key) in [
        ("licence = ", "license = ", "instrument-unreadable"),
        ("domain = \"gedrag\"", "domain = \"humeur\"", "instrument-unreadable"),
        ("code = \"proef\"", "code = \" \"", "instrument-no-code"),
        ("max = 40", "max = 0", "instrument-range"),
        ("scale = \"A\"", "scale = \"B\"", "instrument-norm-scale"),
        ("ages = [4, 10]", "ages = [10, 4]", "instrument-norm-ages"),
        ("p80 = 10", "p80 = 16", "instrument-norm-order"),
        ("mean = 5.9\n", "", "instrument-norm-form"),
        ("reliability = 0.80", "reliability = 1.0", "instrument-reliability"),
        ("high_is = \"concern\"", "high_is = \"concern\"\nsum_of = [\"b\"]", "instrument-sum"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(refusal(&GOOD.replace(from, to)), key, "{to}");
    }
}

/// A scale with these lines too.
fn scale(code: &str, more: &str) -> String {
    format!(
        "[[scale]]\ncode = \"{code}\"\nname = \"s\"\ndomain = \"gedrag\"\nmin = 0\nmax = 20\nhigh_is = \"concern\"\n{more}"
    )
}

/// Two scales with two items each, and their sum.
fn summed() -> String {
    let item = |code: &str, scale: &str| {
        format!("[[item]]\ncode = \"{code}\"\nscale = \"{scale}\"\ncritical_from = 9\n")
    };
    GOOD.to_owned()
        + &scale("b", "")
        + &scale("c", "")
        + &scale("som", "sum_of = [\"b\", \"c\"]\n").replace("max = 20", "max = 40")
        + &[item("i1", "b"), item("i2", "b"), item("i3", "c"), item("i4", "c")].concat()
        + "[scoring]\nminimum_answered = 0.5\nrounding = \"none\"\nanswers = [0, 10]\n"
}

#[test]
fn a_key_that_cannot_be_reckoned_with_is_refused() {
    assert!(parse::instrument("proef.toml", &summed()).is_ok());
    for (from, to, key) in [
        ("[\"b\", \"c\"]", "[\"b\", \"B\"]", "instrument-sum-twice"),
        ("[\"b\", \"c\"]", "[\"b\", \"d\"]", "instrument-sum"),
        // What is larger than the whole, a sum within a sum, a circle.
        (
            "max = 40\nhigh_is = \"concern\"\nsum_of",
            "max = 39\nhigh_is = \"concern\"\nsum_of",
            "instrument-sum-range",
        ),
        ("code = \"c\"", "code = \"c\"\nsum_of = [\"b\"]", "instrument-sum-of-sums"),
        ("code = \"c\"", "code = \"c\"\nsum_of = [\"som\"]", "instrument-sum-of-sums"),
        ("\"concern\"\nsum_of", "\"strength\"\nsum_of", "instrument-sum-direction"),
        ("answers = [0, 10]", "answers = [0, inf]", "instrument-scoring"),
        ("answers = [0, 10]", "answers = [nan, 10]", "instrument-scoring"),
        ("answers = [0, 10]", "answers = [10, 0]", "instrument-scoring"),
        ("max = 40", "max = 1e308", "instrument-range"),
        ("sd = 5.2", "sd = inf", "instrument-norm-order"),
        ("critical_from = 9", "critical_from = 11", "instrument-critical"),
    ] {
        assert!(summed().contains(from), "{from}");
        assert_eq!(refusal(&summed().replacen(from, to, 1)), key, "{to}");
    }
}

/// So many scales beside the one there is, each with these lines too.
fn with_scales(n: usize, more: &str) -> String {
    GOOD.to_owned() + &(0..n).map(|at| scale(&format!("s{at}"), more)).collect::<String>()
}

#[test]
fn more_scales_than_any_list_has_are_refused() {
    let more = |n: usize| with_scales(n, "signals = false\n");
    assert!(parse::instrument("proef.toml", &more(255)).is_ok());
    assert_eq!(refusal(&more(256)), "instrument-too-many-scales-at-all");
}

#[test]
fn more_scales_that_signal_than_can_be_told_apart_are_refused() {
    let more = |n: usize| with_scales(n, "");
    let own = parse::instrument("proef.toml", GOOD).unwrap().signal_scales().count();
    assert!(parse::instrument("proef.toml", &more(64 - own)).is_ok());
    assert_eq!(refusal(&more(65 - own)), "instrument-too-many-scales");
}

#[test]
fn a_later_file_replaces_an_earlier_one_by_code() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("eigen.toml");
    std::fs::write(&path, GOOD.replace("\"proef\"", "\"Eigen\"")).unwrap();
    let catalogue = Catalogue::shipped().unwrap().with_folder(dir.path()).unwrap();
    assert_eq!(catalogue.get("eigen").unwrap().name, "Proeflijst");
    assert_eq!(catalogue.all().count(), Catalogue::shipped().unwrap().all().count());
}

#[test]
fn the_instruments_of_the_contract_are_ready() {
    let catalogue = Catalogue::shipped().unwrap();
    let codes: Vec<&str> = catalogue.all().map(|one| one.code.as_str()).collect();
    let wanted = "cantril eigen kijk msv saqi scol sdq viseon who5 zien-po zien-vo";
    assert_eq!(codes.join(" "), wanted);
    let of = |code: &str| catalogue.get(code).unwrap();
    assert!(of("cantril").scale("ladder").is_some());
    assert!(of("msv").totals_only);
    assert_eq!(of("zien-po").signal_scales().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["BT", "WB"]);
    let control: Vec<_> = of("saqi").scales.iter().filter(|scale| scale.control_from.is_some()).collect();
    assert_eq!(control.len(), 3);
    assert!(control.iter().all(|one| !one.signals && one.doubts(8.0) && !one.doubts(7.0)));
    assert!(of("kijk").scales.iter().all(|one| one.developmental_age));
    assert_eq!(of("sdq").total().unwrap().code, "total");
    for health in ["sdq", "who5"] {
        assert!(of(health).special_category && of(health).ground == Ground::PublicTask);
    }
    assert!(of("sdq").scoring.needs_permission);
}

#[test]
fn dutch_norms_come_with_source_date_and_reach_and_the_british_bands_are_none() {
    let catalogue = Catalogue::shipped().unwrap();
    let sdq = catalogue.get("sdq").unwrap();
    assert!(sdq.norms.iter().all(|norm| !norm.source.is_empty() && norm.ages.is_some()));
    let total = sdq.norms.iter().find(|n| n.scale == "total" && n.informant == Informant::Teacher).unwrap();
    assert_eq!((total.mean, total.sd, total.p80, total.p90), (Some(5.9), Some(5.2), Some(10.0), Some(14.0)));
    let reach = total.reach();
    assert_eq!((reach.ages, reach.sex, reach.n), (Some([4, 10]), None, Some(387)));
    assert_eq!(reach.fineness, Fineness::Coarse);
    let own = sdq.norms.iter().find(|n| n.informant == Informant::Pupil).unwrap();
    assert_eq!((own.fineness(), own.ages), (Fineness::Spread, Some([12, 17])));
    // Under twelve no norm for parents: the Dutch borders explain.
    assert!(!sdq.norms.iter().any(|n| n.informant == Informant::Parent && n.ages.unwrap()[0] < 12));
    let at = |age, score| {
        let placed = sdq.placed("total", Informant::Parent, Some(age), score);
        placed.into_iter().map(|one| one.band).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(at(9, 14.0), "highest-tenth borderline slightly_raised");
    assert_eq!(at(3, 11.0), "highest-tenth normal close_to_average");
    assert_eq!(at(16, 7.0), "normal close_to_average");
}

/// The published cut-offs as they were written down apart from the instrument.
#[test]
fn the_british_bands_are_those_that_were_published() {
    let catalogue = Catalogue::shipped().unwrap();
    let sdq = catalogue.get("sdq").unwrap();
    let published = include_str!("../../../tests/golden/instruments/sdq_bands.csv");
    let mut checked = 0;
    for line in published.lines().skip(1) {
        let [system, who, scale, band, low, high] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let informant = Informant::from_code(if who == "self" { "pupil" } else { who }).unwrap();
        let bands = sdq.bands.iter().find(|bands| bands.system == system).unwrap();
        for score in low.parse::<u32>().unwrap()..=high.parse::<u32>().unwrap() {
            let placed = sdq.placed(scale, informant, None, f64::from(score));
            let own = placed.iter().find(|one| one.system == bands.name).unwrap();
            assert_eq!(own.band, band, "{line}: {score}");
        }
        checked += 1;
    }
    assert_eq!(checked, 147);
}

/// Which instruments serve a domain, as the page of documentation lists it.
fn table(catalogue: &Catalogue) -> String {
    let told = |serving: &[Serving<'_>]| {
        let one = |(one, scales): &Serving<'_>| {
            let names: Vec<&str> = scales.iter().map(|scale| scale.code.as_str()).collect();
            format!("{} ({})", one.code, names.join(", "))
        };
        if serving.is_empty() {
            "none".to_owned()
        } else {
            serving.iter().map(one).collect::<Vec<_>>().join("; ")
        }
    };
    let mut table = String::from("| domain | signals | explains |\n|---|---|---|\n");
    for one in served(catalogue) {
        writeln!(table, "| {} | {} | {} |", one.domain.code(), told(&one.signals), told(&one.explains))
            .unwrap();
    }
    table
}

#[test]
fn the_documentation_says_which_instruments_serve_each_domain_and_which_none_does() {
    let table = table(&Catalogue::shipped().unwrap());
    let page = include_str!("../../../docs/instruments.md");
    assert!(page.contains(&table), "docs/instruments.md should hold:\n{table}");
    assert!(table.contains("| energie | none | none |"));
}
