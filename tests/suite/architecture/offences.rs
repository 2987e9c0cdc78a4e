//! Shows each house rule failing once, on sources made up for it: a rule that cannot fail guards nothing.

use super::tree::Source;
use super::{lengths, messages, rooms, rules};

#[track_caller]
fn refused(complaints: &[String], because: &str) {
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(complaints.iter().all(|c| c.contains(because)), "{complaints:?}");
}

fn one(path: &str, text: &str) -> Vec<Source> {
    vec![Source::new(path, text)]
}

#[test]
fn a_room_that_looks_down_is_refused() {
    let direct = one("src/signals/raise.rs", "use crate::care::triage;");
    refused(&rooms::imports(&direct), "may not use crate::care");
    let grouped = one("src/school/store.rs", "use crate::{ground::ids, signals::{a, b}};");
    refused(&rooms::imports(&grouped), "may not use crate::signals");
    let doors = one("src/api/pupils.rs", "fn f() { crate::web::page() }");
    refused(&rooms::imports(&doors), "may not use crate::web");
    let unknown = one("src/helpers/mod.rs", "");
    refused(&rooms::imports(&unknown), "no room");
}

#[test]
fn the_ways_around_the_table_are_refused() {
    let chain = one("src/evidence/imports/undo.rs", "use super::super::super::care;");
    refused(&rooms::imports(&chain), "crate::");
    let within = one("src/evidence/imports/undo.rs", "use super::super::files;");
    assert!(rooms::imports(&within).is_empty());
    let tests = one("src/ground/mod.rs", "#[cfg(test)]\nmod tests { use super::*; }");
    assert!(rooms::imports(&tests).is_empty());
    let database = one("src/analytics/funnel.rs", "use crate::ground::db::Conn;");
    refused(&rooms::imports(&database), "no database");
    let comment = one("src/ground/ids.rs", "// crate::web shows these");
    assert!(rooms::imports(&comment).is_empty());
}

#[test]
fn sql_frames_and_http_elsewhere_are_refused() {
    refused(
        &rules::placement(&one(
            "src/care/accept.rs",
            "use diesel::prelude::*; fn f() { pupils::table.find(id) }",
        )),
        "store.rs",
    );
    refused(&rules::placement(&one("src/signals/rule.rs", "use polars::prelude::*;")), "analytics");
    refused(&rules::placement(&one("src/care/state.rs", "use actix_web::web;")), "web/");
    assert!(rules::placement(&one("src/care/store.rs", "use diesel::prelude::*;")).is_empty());
}

#[test]
fn a_door_that_averages_is_refused() {
    let mean = |path| one(path, "fn mean(s: &[f64]) -> f64 { s.iter().sum::<f64>() / s.len() as f64 }");
    refused(&rules::figures(&mean("src/web/groups.rs")), "behind disclosure");
    assert!(rules::figures(&mean("src/insight/means.rs")).is_empty());
}

#[test]
fn a_file_without_a_header_is_refused() {
    refused(&rules::headers(&one("src/care/state.rs", "use crate::ground;")), "begin with");
}

#[test]
fn long_files_are_refused() {
    refused(&lengths::longest(&one("src/care/state.rs", &"\n".repeat(401))), "401 lines");
    refused(&lengths::lengths(&one("src/care/state.rs", &"\n".repeat(91))), "50 %");
    let mut mixed: Vec<Source> = (0..8).map(|_| Source::new("src/a.rs", "short")).collect();
    mixed.extend((0..2).map(|_| Source::new("src/b.rs", &"\n".repeat(251))));
    refused(&lengths::lengths(&mixed), "90 %");
    assert!(lengths::longest(&one("src/ground/db/schema.rs", &"\n".repeat(900))).is_empty());
}

#[test]
fn work_left_for_later_is_refused() {
    for text in [concat!("// TO", "DO: later"), concat!("to", "do!()"), concat!("#[ig", "nore = \"slow\"]")] {
        refused(&rules::unfinished(&one("src/care/state.rs", text)), "state.rs:1");
    }
}

#[test]
fn packed_code_is_refused() {
    refused(&rules::packed(&one("src/web/assets/list.js", &"a".repeat(401))), "packed");
    refused(&rules::packed(&one("src/web/assets/list.min.js", "a")), "packed");
}

#[test]
fn an_address_that_could_exist_is_refused() {
    let real = one("tests/a.rs", concat!("\"juf@school", ".nl\""));
    refused(&rules::addresses(&real), "not under .example");
    let fictitious = one("tests/a.rs", "juf@wilgen.example, @media print, a@b, x@127.0.0.1");
    assert!(rules::addresses(&fictitious).is_empty());
}

#[test]
fn languages_that_differ_are_refused() {
    let nl = one("config/messages/nl/care.ftl", "a = Eén\nb = { $name } kijkt\n");
    let en = |text| one("config/messages/en/care.ftl", text);
    refused(&messages::same_in_both(&nl, &en("b = { $name } looks\n")), "missing in English");
    refused(&messages::same_in_both(&nl, &en("a = One\nb = { $who } looks\n")), "uses");
    refused(
        &messages::same_in_both(&nl, &en("a = One\nb = { $name } looks\nc = More\n")),
        "missing in Dutch",
    );
    refused(&messages::same_in_both(&nl, &en("a = One\na = Two\nb = { $name } looks\n")), "twice");
    let moved = [Source::new("config/messages/en/mail.ftl", "a = One\nb = { $name } looks\n")];
    assert_eq!(messages::same_in_both(&nl, &moved).len(), 2);
    assert!(messages::same_in_both(&nl, &en("a = One\nb =\n    Look, { $name }\n")).is_empty());
}

#[test]
fn a_message_that_is_not_there_is_refused() {
    let nl = one("config/messages/nl/care.ftl", "hello = Dag { $name }, { $day }\n");
    let said = |text| messages::said_but_missing(&one("src/care/state.rs", text), &nl);
    refused(&said("Message::new(\"bye\")"), "`bye`");
    refused(&said("words.t(\n  \"bye\")"), "`bye`");
    refused(&said("words.t(\"hello\")"), "needs");
    refused(&said("words.t1(\"hello\", \"name\", x)"), "needs");
    refused(&said("Message::new(\"hello\").with(\"name\", f(\")\"))"), "needs");
    assert!(said("Message::new(\"hello\").with(\"name\", f(1)).with(\"day\", 2)").is_empty());
    assert!(said("let m = Message::new(\"hello\"); m.with(\"name\", 1)").is_empty());
}
