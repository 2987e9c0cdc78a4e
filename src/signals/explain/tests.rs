//! What is kept reads in full; what was kept before some of it was still reads.

use super::*;
use crate::ground::{Language, SignalId};
use crate::signals::model::Severity;

const OLD: &str = r#"{"reason":{"key":"signal-load"},"scale_name":"Welbevinden","min":0.0,"max":40.0,"high_is_good":true,
    "expected":null,"threshold":2.05,"history":[{"round":"2025-2026 najaar","score":12.0}],"figures":{}}"#;

fn evidence(rule: &str) -> Evidence {
    Evidence {
        id: String::new(),
        signal_id: SignalId(String::new()),
        rule: rule.to_owned(),
        severity: Severity::B,
        series: "eigen/leerkracht/welbevinden".to_owned(),
        round: "2025-2026 najaar".to_owned(),
        statistic: Some(2.5),
        ruleset: "standaard 2026-01-01".to_owned(),
        observation_id: None,
        finding: String::new(),
        withdrawn: false,
        raised_at: chrono::NaiveDateTime::default(),
    }
}

#[test]
fn an_old_finding_reads_without_what_was_not_kept_then() {
    let kept = Kept::read(OLD).unwrap();
    assert_eq!((kept.band, kept.hinge.as_ref()), (None, None));
    let facts = facts(Words(Language::Dutch), &evidence("unexpected-decline"), &kept);
    let abouts: Vec<&str> = facts.iter().map(|fact| fact.about.as_str()).collect();
    assert!(abouts.contains(&"Regel") && abouts.contains(&"Regels die golden"), "{abouts:?}");
    assert!(!abouts.contains(&"Wat de uitkomst had veranderd"), "{abouts:?}");
}

#[test]
fn every_rule_has_a_definition_and_words_for_what_it_hangs_on_in_both_languages() {
    let kept = Kept::read(OLD).unwrap();
    for language in [Language::Dutch, Language::English] {
        let w = Words(language);
        let unknown = (
            w.say(
                &Message::new("rule-definition")
                    .with("rule", "?")
                    .with("threshold", 1.0)
                    .with("chance", 1.0)
                    .with("percent", 1.0),
            ),
            w.say(&Message::new("hinge").with("rule", "?")),
        );
        for rule in Rule::ALL {
            let said = definition(w, &evidence(rule.as_str()), &kept);
            assert!(said != unknown.0 && said.contains(' ') && !said.contains('{'), "{rule}: {said}");
            let hinge = w.say(&super::super::rules::hinge::other(*rule));
            assert!(hinge != unknown.1 && hinge.contains(' ') && !hinge.contains('{'), "{rule}: {hinge}");
        }
    }
}

#[test]
fn where_a_high_score_is_a_concern_nothing_is_said_to_be_low() {
    let mut kept = Kept::read(OLD).unwrap();
    kept.high_is_good = false;
    let w = Words(Language::Dutch);
    for (rule, words) in [
        ("level", "Hoog, wat er ook aan voorafging"),
        ("unexpected-decline", "Hoger dan verwacht"),
        ("persistent", "achter elkaar hoog"),
        ("steady-decline", "Omhoog over meer metingen"),
        ("group-level", "scoort hoog"),
        ("group-share", "hoogste vijfde deel"),
    ] {
        kept.hinge = Some(super::super::rules::hinge::other(Rule::from_word(rule).unwrap()));
        let facts = facts(w, &evidence(rule), &kept);
        let said: Vec<&str> = facts.iter().map(|fact| fact.text.as_str()).collect();
        let said = said.join(" ");
        assert!(said.contains(words), "{rule}: {said}");
        for other in ["laag", "Laag", "lage", "laagste", "Lager", "omlaag", "Omlaag", "daalt", "onder het"] {
            assert!(!said.contains(other), "{rule}: {other} in {said}");
        }
    }
}

#[test]
fn the_published_norm_is_said_with_whom_it_is_of() {
    let mut kept = Kept::read(OLD).unwrap();
    let mut said = |reach: Value| {
        kept.figures = serde_json::json!({ "norm": "Handleiding (2020-01-01)", "reach": reach });
        Words(Language::Dutch).say(&reference(&evidence("level"), &kept))
    };
    assert_eq!(said(serde_json::json!({ "ages": null })), "gepubliceerde norm: Handleiding (2020-01-01)");
    let all = said(serde_json::json!({ "ages": [4, 10], "sex": "f", "n": 120, "fineness": "coarse" }));
    assert!(all.contains("voor 4 tot en met 10 jaar, meisjes, normgroep van 120. Grof"), "{all}");
}

#[test]
fn the_list_as_a_whole_is_said_of_each_who_filled_it_in() {
    let mut kept = Kept::read(OLD).unwrap();
    kept.figures = serde_json::json!({ "on_the_list":
        [{ "informant": "leerkracht", "z": 1.645 }, { "informant": "ouder", "z": -0.2533 }] });
    let said = on_the_list(Words(Language::Dutch), &kept).unwrap();
    assert!(
        said.contains("leerkracht: ongeveer 5 van de honderd") && said.contains("ongeveer 60 van"),
        "{said}"
    );
}

#[test]
fn another_person_who_filled_in_is_said_and_what_was_taken_out_for_it() {
    let mut kept = Kept::read(OLD).unwrap();
    let w = Words(Language::Dutch);
    let mut said = |rule: &str, changed: bool| {
        kept.figures = serde_json::json!({ "changed": changed });
        filled_in(w, &evidence(rule), &kept, Informant::Teacher)
    };
    assert_eq!(said("unexpected-decline", false), "leerkracht");
    assert_eq!(said("level", true), "leerkracht, iemand anders dan de vorige keer");
    let taken_out = said("unexpected-decline", true);
    assert!(taken_out.contains("de vorige keer. Wat de groep daardoor als geheel verschoof"), "{taken_out}");
}

#[test]
fn a_threshold_is_of_a_signal_or_of_a_note_and_a_probability_is_in_percent() {
    let mut kept = Kept::read(OLD).unwrap();
    kept.threshold = Some(0.5);
    let of = |kept: &Kept, rule: &str, severity, statistic| {
        let evidence = Evidence { severity, statistic: Some(statistic), ..evidence(rule) };
        threshold(Words(Language::Dutch), &evidence, kept).unwrap()
    };
    let note = of(&kept, "level", Severity::C, 0.7);
    assert_eq!(note, "70 %; vanaf 50 % wordt het gemeld, ter informatie");
    kept.threshold = Some(0.95);
    assert_eq!(of(&kept, "level", Severity::B, 0.9999), "99,9 %; vanaf 95 % is het een signaal");
    kept.threshold = Some(2.05);
    assert_eq!(of(&kept, "group-shift", Severity::B, 2.5), "2,5; vanaf 2,05 is het een signaal");
}

#[test]
fn the_other_norm_is_told_in_pupils_of_a_hundred() {
    let mut kept = Kept::read(OLD).unwrap();
    assert_eq!(other_norm(Words(Language::Dutch), &kept), None);
    kept.figures = serde_json::json!({ "z": 1.2816, "other_norm": { "sex": "f", "z": 1.645 } });
    let said = other_norm(Words(Language::Dutch), &kept).unwrap();
    assert!(
        said.contains("voor meisjes scoren ongeveer 5 van de honderd") && said.ends_with("geldt 10"),
        "{said}"
    );
}

#[test]
fn a_pupil_judged_by_another_person_is_shown_with_both_figures() {
    let mut kept = Kept::read(OLD).unwrap();
    kept.figures = serde_json::json!({ "changed": true, "both": [2.43, 0.88] });
    let said = |rule| filled_in(Words(Language::Dutch), &evidence(rule), &kept, Informant::Teacher);
    let both = said("unexpected-decline");
    assert!(
        both.contains("lag de score 2,4 standaardafwijkingen af, en zonder die verschuiving 0,9"),
        "{both}"
    );
    assert!(!said("level").contains("2,4"));
}

#[test]
fn a_letter_is_said_as_a_letter_and_a_mean_of_letters_as_a_figure() {
    let mut kept = Kept::read(OLD).unwrap();
    (kept.min, kept.max) = (1.0, 5.0);
    let w = Words(Language::Dutch);
    let mut said = |n: Option<u32>| {
        kept.figures = serde_json::json!({ "score_type": ScoreType::LetterAE.code(), "n": n });
        score(w, &kept, 2.0)
    };
    assert_eq!(said(None), "D, op een schaal van E tot A");
    assert_eq!(said(Some(24)), "2, op een schaal van 1 tot 5");
}

#[test]
fn of_a_sociogram_the_probability_is_said_and_what_was_kept_before_reads() {
    let mut kept = Kept::read(OLD).unwrap();
    let w = Words(Language::Dutch);
    let mut said = |statistic, limit| {
        kept.threshold = Some(limit);
        threshold(w, &Evidence { statistic: Some(statistic), ..evidence("rejected-twice") }, &kept).unwrap()
    };
    assert!(said(0.0123, 0.05).starts_with("hoogstens 1,23 % kans"), "{}", said(0.0123, 0.05));
    assert!(said(0.0123, 0.05).contains("tot en met 5 %"));
    assert!(said(2.0, 2.0).starts_with("2; vanaf 2"), "{}", said(2.0, 2.0));
}

#[test]
fn a_slope_is_said_in_points_a_year() {
    let mut kept = Kept::read(OLD).unwrap();
    let w = Words(Language::Dutch);
    assert_eq!(slope(w, &kept), None);
    kept.figures = serde_json::json!({ "slope": -3.21 });
    assert!(slope(w, &kept).unwrap().starts_with("3,2 punten per jaar omlaag"), "{:?}", slope(w, &kept));
}

#[test]
fn a_small_pool_is_said_to_be_one() {
    let mut kept = Kept::read(OLD).unwrap();
    let w = Words(Language::Dutch);
    let mut said = |scores: u32| {
        kept.figures = serde_json::json!({ "pool": scores });
        w.say(&reference(&evidence("level"), &kept))
    };
    assert!(said(120).contains("120") && said(120).contains("weinig"), "{}", said(120));
    assert!(!said(900).contains("weinig"), "{}", said(900));
}
