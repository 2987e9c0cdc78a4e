//! Mapping profiles: lists of other systems, wide files of scores, and what is given once. Layouts written for these
//! tests from published names of columns; no vendor's file.

use std::collections::BTreeMap;

use baken::evidence::files::header::Column;
use baken::evidence::files::{Layout, Parsed, Part, Profile, Profiles, RosterRow, ScoreRow, Source};
use baken::evidence::files::{read_roster_of, read_scores_of};
use baken::evidence::imports::{self, Actor, Offer, Unsorted, Upload, sort_out};
use baken::evidence::instruments::Catalogue;
use baken::ground::{Clock, Error};
use chrono::NaiveDate;

use super::{bring_in, key_of, report, roster_of, stored};
use crate::support::{both_databases, server::morning};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day")
}

/// What a file becomes when it is offered.
pub fn sorted(name: &str, bytes: &[u8], given: &[(&str, &str)]) -> Result<Vec<Upload>, Unsorted> {
    let given: BTreeMap<String, String> =
        given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let files = vec![Part { name: name.to_owned(), bytes: bytes.to_vec() }];
    let offer = Offer { school: "99ZZ".to_owned(), given, files, ..Offer::default() };
    sort_out(offer, &Profiles::shipped().expect("profiles"))
}

fn one(text: &[u8]) -> Upload {
    sorted("bestand.csv", text, &[]).expect("sorted out").remove(0)
}

fn roster(text: &[u8]) -> (Option<String>, Parsed<RosterRow>) {
    let upload = one(text);
    let bytes = upload.bytes.all().expect("bytes");
    let source = Source::of(&bytes, &[]).expect("text");
    let name = upload.layout.profile.as_ref().map(|profile| profile.name.clone());
    (name, read_roster_of(&source, &upload.layout, today()).expect("a roster"))
}

fn wide(profile: &str, text: &str, given: &[(&str, &str)]) -> baken::ground::Result<Parsed<ScoreRow>> {
    let profile = Profile::parse("x.toml", profile).expect("a profile");
    let given = given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let layout = Layout { profile: Some(profile.into()), given };
    read_scores_of(&Source::of(text.as_bytes(), &[])?, &layout, &Catalogue::shipped()?, today())
}

const WIDE: &str = "name = \"t\"\nkind = \"scores\"\nsource = \"a test\"\ndecimal = \"comma\"\n\
    [columns]\nleerlingnummer = \"Nr.\"\n\
    [given]\ninstrument = \"eigen\"\ninformant = \"leerkracht\"\n\
    [scales]\nBT = \"betrokkenheid\"\n\"WB (T)\" = { scale = \"welbevinden\", score_type = \"T-score\" }\n";

#[test]
fn lists_of_other_systems_are_read_without_a_question() {
    let ansi = encoding_rs::WINDOWS_1252
        .encode("STAMNR;INITIALS;FIRSTNAME;PREFIX;LASTNAME;GENDER;BIRTHDATE;STUDYYEAR;CLASS\r\n001234;Z.;Zo\u{eb};van 't;Hoff;V;02-03-2012;2;2vC\r\n1235;M.;Mo;;O'Neill;M;1-9-2012;2;2vC\r\n")
        .0
        .into_owned();
    let (name, read) = roster(&ansi);
    assert_eq!((name.as_deref(), read.refused.len()), (Some("magister"), 0));
    let first = &read.rows[0];
    assert_eq!((first.number.as_str(), first.first_name.as_str()), ("001234", "Zo\u{eb}"));
    assert_eq!((first.infix.as_str(), first.last_name.as_str()), ("van 't", "Hoff"));
    assert_eq!((first.sex.as_deref(), read.rows[1].sex.as_deref()), (Some("f"), Some("m")));
    assert_eq!((first.group.as_str(), first.year.as_deref()), ("2vC", Some("2")));
    assert_eq!(Column::ignored(&read.columns), ["INITIALS"]);

    let (name, read) = roster(
        b"leerlingnummer,roepnaam,voorvoegsel,achternaam,geslacht,geboortedatum,leerjaar,stamgroep\n7,Noor,,Vos,Meisje,2012-03-02,1,1A\n",
    );
    assert_eq!((name.as_deref(), read.rows[0].group.as_str()), (Some("somtoday"), "1A"));
    let (name, read) = roster(
        b"key;roepnaam;voorvoegsel;achternaam;groep;jaargroep;uitstroomdatum\n7;Noor;-;Vos;5A;5;2026-07-31\n",
    );
    assert_eq!((name.as_deref(), read.rows[0].infix.as_str()), (Some("esis"), ""));
    assert_eq!(read.rows[0].ends_on, NaiveDate::from_ymd_opt(2026, 7, 31));
    let (name, read) = roster(
        b"leerlingNummer;roepNaam;tussenvoegsel;achternaam;groep;leerjaar;datumInschrijving\n7;Noor;;Vos;5A;5;1-8-2020\n",
    );
    assert_eq!(
        (name.as_deref(), read.rows[0].starts_on),
        (Some("parnassys"), NaiveDate::from_ymd_opt(2020, 8, 1))
    );
}

#[test]
fn usual_names_in_dutch_and_english_need_no_profile() {
    for header in [
        "Stamnr,Voornaam,Tussenv,Geslachtsnaam,Geb. datum,Klas,Jaarlaag",
        "student_id\tgiven name\tprefix\tfamily_name\tdate of birth\tclass\tgrade",
    ] {
        let cells = "7;Noor;de;Vos;2-3-2016;5A;5";
        let mark = if header.contains('\t') { "\t" } else { "," };
        let (name, read) = roster(format!("{header}\n{}\n", cells.replace(';', mark)).as_bytes());
        let row = &read.rows[0];
        assert_eq!((name, row.number.as_str(), row.last_name.as_str()), (None, "7", "Vos"), "{header}");
        assert_eq!(
            (row.group.as_str(), row.year.as_deref(), row.birth_date.is_some()),
            ("5A", Some("5"), true)
        );
    }
    // Our own name wins over another name of the same.
    let (_, read) = roster(b"leerlingnummer;stamnr;roepnaam;achternaam;groep\n7;99;Noor;Vos;5A\n");
    assert_eq!(
        (read.rows[0].number.as_str(), Column::ignored(&read.columns).as_slice()),
        ("7", ["stamnr".to_owned()].as_slice())
    );
}

#[test]
fn a_wide_file_gives_a_score_per_filled_cell_and_loses_no_row() {
    let text = "Nr.;afnamedatum;BT;WB (T);rapport\n1;2-3-2026;12,5;48;7\n2;2-3-2026;-;51;8\n3;2-3-2026;41;101;6\n4;2-3-2026;;;6\n;2-3-2026;3;40;6\n6;2-3-2026;12.5;n.v.t.;6\n";
    let read = wide(WIDE, text, &[]).expect("a wide file");
    let scores: Vec<_> = read
        .rows
        .iter()
        .map(|row| (row.pupil.as_str(), row.scale.as_str(), row.score_type.code(), row.score))
        .collect();
    assert_eq!(
        scores,
        [
            ("1", "betrokkenheid", "ruw", 12.5),
            ("1", "welbevinden", "T-score", 48.0),
            ("2", "welbevinden", "T-score", 51.0)
        ]
    );
    let refused: Vec<_> =
        read.refused.iter().map(|one| (one.line, one.column.as_str(), one.reason.key.as_ref())).collect();
    assert_eq!(
        refused,
        [
            (4, "BT", "row-score-outside"),
            (4, "WB (T)", "row-score-outside"),
            (5, "Nr.", "row-no-scores"),
            (6, "Nr.", "row-cell-empty"),
            (7, "BT", "row-score-decimal"),
        ]
    );
    assert_eq!(Column::ignored(&read.columns), ["rapport"]);
}

#[test]
fn what_no_column_says_is_given_once_and_never_beside_one() {
    let without = "Nr.;BT\n1;12\n";
    assert_eq!(key_of(wide(WIDE, without, &[])), "file-column-missing");
    let read =
        wide(WIDE, without, &[("afnamedatum", "2-3-2026"), ("meetmoment", "M1"), ("informant", "ouder")]);
    let row = &read.expect("given").rows[0];
    assert_eq!((row.round.as_deref(), row.informant.code()), (Some("M1"), "ouder"));
    let with = "Nr.;afnamedatum;BT\n1;2-3-2026;12\n";
    assert_eq!(key_of(wide(WIDE, with, &[("afnamedatum", "2-3-2026")])), "file-given-twice");
    assert_eq!(key_of(wide(WIDE, "Nr.;afnamedatum;iets\n1;2-3-2026;3\n", &[])), "file-no-scale-column");
    let Err((_, Error::Refused(message))) = sorted("x.csv", b"a;b\n", &[("kleur", "rood")]) else {
        panic!("a name of nothing");
    };
    assert_eq!(message.key, "import-given-form");
}

#[test]
fn a_form_of_dates_holds_for_the_whole_file() {
    let american = WIDE.replacen("decimal = \"comma\"", "date_format = \"m/d/jjjj\"", 1);
    let read = wide(&american, "Nr.;afnamedatum;BT\n1;3/2/2026;12\n2;2-3-2026;12\n", &[]).expect("a file");
    assert_eq!(read.rows[0].date, NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    assert_eq!(read.refused[0].reason.key, "row-date-form");
}

both_databases! {
    fn a_wide_file_is_stored_handed_back_once_a_row_and_unchanged_again(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        let file = "leerlingnummer;afnamedatum;betrokkenheid;welbevinden;contact\n\
                    0000;2026-03-02;11;12;13\n0001;2026-03-02;99;12;88\n0009;2026-03-02;1;2;3\n";
        let upload = sorted("breed.csv", file.as_bytes(), &[]).expect("sorted out").remove(0);
        let clock = Clock::fixed(morning());
        let bring = || {
            let catalogue = Catalogue::shipped().unwrap();
            let id = imports::stage(db, &clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {}).unwrap();
            let consent = imports::Consent::default();
            let (now, day) = (clock.now(), clock.today());
            db.write_blocking(|conn| imports::accept(conn, now, day, Actor::Cli, &id, consent)).unwrap();
            (report(db, &id), id)
        };
        let (first, id) = bring();
        assert_eq!((first.new, first.refused.len()), (4, 5), "{:?}", first.refused);
        assert_eq!((first.profile.as_deref(), stored(db).len()), (Some("eigen-breed"), 4));
        let words = baken::ground::Words::default();
        let back = db.read_blocking(|conn| imports::refused_file(conn, &id, words)).unwrap().unwrap();
        assert_eq!(back.lines().count(), 3, "each row once: {back}");
        assert!(back.lines().nth(1).unwrap().contains("contact: "), "with all that is wrong: {back}");
        let (second, _) = bring();
        assert_eq!((second.new, second.changed, second.unchanged, second.refused.len()), (0, 0, 4, 5));
    }

    fn a_pupil_who_left_leaves_the_group_by_date_and_nobody_else_comes_in(database: &Database) {
        let db = &database.db;
        let header = "leerlingnummer;roepnaam;achternaam;groep;geslacht;instroomdatum;uitstroomdatum\n";
        let first = bring_in(db, &format!("{header}1;Noor;Vos;5A;V;2026-01-05;\n2;Sam;Bos;5A;M;;2026-02-01\n")).1;
        assert_eq!((first.new, first.refused.len()), (1, 1));
        assert!(first.refused[0].reason.contains("uitgestroomd"));
        let left = format!("{header}1;Noor;Vos;5A;V;2026-01-05;2026-03-06\n");
        assert_eq!(bring_in(db, &left).1.changed, 1);
        assert_eq!(bring_in(db, &left).1.unchanged, 1);
        let places = |day: &str| super::rosters::groups_on(db, day).len();
        assert_eq!([places("2026-01-04"), places("2026-01-05"), places("2026-03-06"), places("2026-03-07")], [0, 1, 1, 0]);
    }
}
