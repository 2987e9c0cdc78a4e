//! Tests of reading a profile, and of which one fits a file.

use super::*;
use crate::evidence::files::{profiles::Profiles, source::Source};

const GOOD: &str = "name = \"x\"\nkind = \"scores\"\nsource = \"a test\"\nmatch = [\"BT\"]\n";

fn problem(more: &str) -> String {
    match Profile::parse("x.toml", &format!("{GOOD}{more}")) {
        Err(Error::Refused(message)) => message.key.into_owned(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_profile_says_columns_scales_units_and_forms() {
    let text = format!(
        "{GOOD}date_format = \"dd/mm/jjjj\"\ndecimal = \"comma\"\nsex = \"j-m\"\n\
         [columns]\nleerlingnummer = \"Nr.\"\n[given]\ninstrument = \"eigen\"\n\
         [scales]\nBT = \"betrokkenheid\"\nWT = {{ scale = \"welbevinden\", score_type = \"T-score\" }}\n"
    );
    let profile = Profile::parse("x.toml", &text).expect("a profile");
    assert_eq!((profile.decimal, profile.sex), (Some(Decimal::Comma), Some(SexCode::JM)));
    assert_eq!(profile.scales["BT"].score_type(), None);
    assert_eq!(profile.scales["WT"].code(), "welbevinden");
    assert_eq!(profile.scales["WT"].score_type(), Some(ScoreType::TScore));
}

#[test]
fn a_mistake_in_a_profile_is_an_error_and_not_passed_in_silence() {
    for wrong in
        ["colums = {}", "date_format = \"dag\"", "decimal = \"punt\"", "[scales]\nBT = { scal = \"x\" }"]
    {
        assert_eq!(problem(wrong), "profile-unreadable", "{wrong}");
    }
    assert_eq!(problem("[columns]\nroepnaam = \"Naam\""), "profile-column");
    assert_eq!(problem("[columns]\nleerlingnummer = \"BSN\""), "profile-forbidden");
    assert_eq!(problem("[columns]\ngroep = \"A\"\n[scales]\na = \"x\""), "profile-twice");
    assert_eq!(problem("[columns]\ngroep = \"A\"\n[given]\ngroep = \"5\""), "profile-twice");
}

#[test]
fn those_that_ship_are_read_and_say_that_they_are_to_be_confirmed() {
    let profiles = Profiles::shipped().expect("profiles");
    for name in ["magister", "somtoday", "esis", "parnassys"] {
        let profile = profiles.named(name).expect(name);
        assert!(profile.source.starts_with("to confirm"), "{name}");
    }
    assert!(profiles.named("iets").is_err());
}

#[test]
fn the_profile_that_names_most_of_the_header_is_taken_and_a_tie_is_asked() {
    let mut profiles = Profiles::default();
    let add = |profiles: &mut Profiles, name: &str, marks: &str| {
        let text = GOOD.replace("\"x\"", &format!("\"{name}\"")).replace("\"BT\"", marks);
        profiles.add(Profile::parse(name, &text).expect("a profile"));
    };
    add(&mut profiles, "little", "\"BT\"");
    add(&mut profiles, "more", "\"BT\", \"WB\"");
    let name = |profiles: &Profiles, text: &str| {
        profiles
            .recognise(&Source::of(text.as_bytes(), &[]).expect("text"))
            .map(|found| found.map(|profile| profile.name.clone()))
    };
    assert_eq!(name(&profiles, "Titel\nnr;bt;wb\n1;2;3\n").expect("clear").as_deref(), Some("more"));
    assert_eq!(name(&profiles, "nr,bt\n1,2\n").expect("clear").as_deref(), Some("little"));
    assert_eq!(name(&profiles, "nr;wb\n1;2\n").expect("clear"), None);
    add(&mut profiles, "other", "\"WB\", \"BT\"");
    assert!(name(&profiles, "nr;bt;wb\n1;2;3\n").is_err());
}
