//! Tests of what is filled in beforehand, and of what the answers come to.

use chrono::NaiveDate;

use super::*;
use crate::evidence::files::{Profiles, Source};

fn look(text: &str) -> Look {
    Look::at(&Source::of(text.as_bytes(), &[]).expect("text")).expect("a list")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day")
}

fn made(answers: &Answers, look: &Look, base: Option<&Profile>) -> Result<Made, Vec<String>> {
    let catalogue = Catalogue::shipped().expect("instruments");
    let made = answers.made(look, base, &catalogue, ("a test", today()));
    made.map_err(|problems| problems.iter().map(|one| format!("{} {}", one.field, one.said.key)).collect())
}

#[test]
fn names_and_scales_that_are_known_are_filled_in() {
    let catalogue = Catalogue::shipped().expect("instruments");
    let wide =
        look("Stamnr;BSN;Datum;Welbevinden;betrokkenheid;weerbaarheid;rapport\n1;9;2-3-2026;1;2;3;7\n");
    let answers = Answers::guess(&wide, None, &catalogue);
    assert_eq!((answers.holds.as_str(), answers.instrument.as_str()), ("wide", "eigen"));
    let uses = ["leerlingnummer", "-", "afnamedatum", "=welbevinden", "=betrokkenheid", "=weerbaarheid", "-"];
    assert_eq!(answers.uses, uses);
    assert_eq!(
        made(&answers, &wide, None),
        Err(vec!["informant columns-missing-informant".to_owned(), "naam columns-name".to_owned()])
    );
    let roster = look("pupil;first_name;Familie\n1;Noor;Vos\n");
    let answers = Answers::guess(&roster, None, &catalogue);
    assert_eq!(
        (answers.holds.as_str(), &answers.uses),
        ("roster", &vec!["leerlingnummer".to_owned(), "roepnaam".to_owned(), "-".to_owned()])
    );
}

#[test]
fn a_profile_of_answers_reads_back_as_the_file_it_is_written_as() {
    let list = look("Nr.;pupil;Dag;\"WB \"\"T\"\"\";BT\n1;x;3/4/2026;48;12\n2;y;31/12/2025;50;11\n");
    let mut answers = Answers {
        holds: "wide".to_owned(),
        instrument: "viseon".to_owned(),
        informant: "leerling".to_owned(),
        name: "Bron 1".to_owned(),
        ..Answers::default()
    };
    let viseon = Catalogue::shipped().expect("instruments").get("viseon").expect("viseon").clone();
    let scales: Vec<_> = viseon.scales.iter().map(|scale| scale.code.clone()).collect();
    answers.uses = vec![
        "leerlingnummer".to_owned(),
        UNUSED.to_owned(),
        "afnamedatum".to_owned(),
        format!("={}=stanine", scales[0]),
        format!("={}", scales[1]),
    ];
    let made = made(&answers, &list, None).expect("a profile");
    let text = made.profile.text();
    assert_eq!(Profile::parse("x.toml", &text).expect("a profile"), made.profile, "{text}");
    assert_eq!(made.profile.marks, ["Nr.", "Dag", "WB \"T\"", "BT"]);
    assert_eq!(made.profile.skip, ["pupil"], "a name that is known, and was said not to be used");
    let form = made.profile.date_format.expect("31/12 tells");
    assert_eq!(form.pattern(), "dd/mm/jjjj");
}

#[test]
fn a_profile_that_lacks_only_what_differs_per_file_stays_as_it_is() {
    let catalogue = Catalogue::shipped().expect("instruments");
    let base = Profiles::shipped().expect("profiles").named("eigen-breed").expect("the example");
    let list = look("leerlingnummer;betrokkenheid;welbevinden\n1;12;13\n");
    let mut answers = Answers::guess(&list, Some(&base), &catalogue);
    assert_eq!(made(&answers, &list, Some(&base)), Err(vec!["datum columns-missing-date".to_owned()]));
    "2026-03-02".clone_into(&mut answers.date);
    let same = made(&answers, &list, Some(&base)).expect("complete");
    assert_eq!((&same.profile, same.given["afnamedatum"].as_str()), (&*base, "2026-03-02"));
    // Something else said makes another profile, under the name that was typed.
    "ouder".clone_into(&mut answers.informant);
    let other = made(&answers, &list, Some(&base)).expect("complete").profile;
    assert_eq!((other.name.as_str(), other.given["informant"].as_str()), ("eigen-breed", "ouder"));
    "2026-03-13".clone_into(&mut answers.date);
    assert_eq!(made(&answers, &list, Some(&base)), Err(vec!["datum row-date-future".to_owned()]));
}

#[test]
fn the_day_of_a_file_is_given_as_its_profile_writes_dates() {
    let list = look("Nr;Geb;BT\n1;12/31/2015;12\n");
    let answers = Answers {
        holds: "wide".to_owned(),
        instrument: "eigen".to_owned(),
        informant: "ouder".to_owned(),
        date: "2026-03-02".to_owned(),
        name: "m/d".to_owned(),
        uses: ["leerlingnummer", "geboortedatum", "=betrokkenheid"].map(str::to_owned).to_vec(),
        ..Answers::default()
    };
    assert_eq!(made(&answers, &list, None).expect("complete").given["afnamedatum"], "03/02/2026");
}
