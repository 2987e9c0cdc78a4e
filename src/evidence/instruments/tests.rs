//! Tests of reading instrument files: what is shipped stands, and a slip is refused with its own sentence.

use super::{Catalogue, Domain, parse};
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
        ("p80 = 10\n", "", "instrument-norm-form"),
        ("reliability = 0.80", "reliability = 1.0", "instrument-reliability"),
        ("high_is = \"concern\"", "high_is = \"concern\"\nsum_of = [\"b\"]", "instrument-sum"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(refusal(&GOOD.replace(from, to)), key, "{to}");
    }
}

#[test]
fn a_later_file_replaces_an_earlier_one_by_code() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("eigen.toml");
    std::fs::write(&path, GOOD.replace("\"proef\"", "\"Eigen\"")).unwrap();
    let catalogue = Catalogue::shipped().unwrap().with_folder(dir.path()).unwrap();
    assert_eq!(catalogue.get("eigen").unwrap().name, "Proeflijst");
    assert_eq!(catalogue.all().count(), 1);
}
