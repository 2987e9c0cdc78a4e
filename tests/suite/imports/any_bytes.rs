//! Whatever bytes a parser gets: it ends, does not fall, and no row is lost or counted twice. `make fuzz` tries
//! longer.

use baken::evidence::files::Profiles;
use baken::evidence::files::{
    Layout, Part, Profile, Source, read_attendance, read_ratings, read_roster_of, read_scores_of,
    read_totals, unpack,
};
use baken::evidence::imports::{self, Actor, Offer, sort_out};
use baken::evidence::instruments::Catalogue;
use baken::ground::Clock;
use chrono::NaiveDate;
use proptest::prelude::*;

use super::{ROSTER, SCORES, bring_in, report, roster_of};
use crate::support::{Database, server::morning};

/// One in so many of the usual tries; PROPTEST_CASES in the environment says how many those are.
fn tries(one_in: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / one_in, failure_persistence: None, ..usual }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day")
}

/// Text that looks like what a parser knows, and is not.
fn pieces(known: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => proptest::sample::select(known).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => "[a-z0-9;,\t\"\r\n&<>/='.-]{0,6}".prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

const CELLS: &[&str] = &[
    SCORES,
    ROSTER,
    ";",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "1",
    "001",
    "12,5",
    "2026-03-02",
    "31-2-2026",
    "eigen",
    "leerkracht",
    "welbevinden",
    "Noor",
    "van 't",
    "5A",
    "-",
    "n.v.t.",
    "Totaal",
    "betrokkenheid",
    "afnamedatum",
    "leerlingnummer",
    "BSN",
    "groep",
    "beoordelaar;beoordeelde;oordeel",
    "+",
    "\u{feff}",
];

const TAGS: &[&str] = &[
    "<?xml version=\"1.0\"?>",
    "<EDEX>",
    "</EDEX>",
    "<school><schooljaar>2025-2026</schooljaar></school>",
    "<groepen>",
    "</groepen>",
    "<groep key=\"g5\">",
    "<groep key=\"g5\"/>",
    "</groep>",
    "<naam>5A</naam>",
    "<leerlingen>",
    "</leerlingen>",
    "<leerling key=\"1\">",
    "<leerling>",
    "</leerling>",
    "<achternaam>Vos</achternaam>",
    "<roepnaam>Noor</roepnaam>",
    "<toevoegingen>",
    "</toevoegingen>",
    "<bsn>1</bsn>",
    "<!DOCTYPE EDEX [<!ENTITY a \"b\">]>",
    "&a;",
    "&amp;",
    "&#0;",
    "<![CDATA[x]]>",
    "<!--",
    "-->",
    "<leerkrachten>",
    "</leerkrachten>",
    "\n",
];

/// Every line of a text that holds anything, below the first: the rows, as a person counts them.
fn rows_below(text: &str) -> usize {
    let filled = |line: &&str| line.chars().any(|sign| sign != ';' && !sign.is_whitespace());
    text.split(['\n', '\r']).filter(filled).count() - 1
}

proptest! {
    #![proptest_config(tries(1))]

    #[test]
    fn any_text_is_read_or_refused(bytes in pieces(CELLS)) {
        let catalogue = Catalogue::shipped().expect("instruments");
        let wide = Profiles::shipped().and_then(|profiles| profiles.named("eigen-breed")).expect("a profile");
        let layout = Layout { profile: Some(wide), ..Layout::default() };
        if let Ok(source) = Source::of(&bytes, &[]) {
            for layout in [&Layout::default(), &layout] {
                drop(read_roster_of(&source, layout, today()));
                drop(read_scores_of(&source, layout, &catalogue, today()));
                drop(read_attendance(&source, layout, today()));
                drop(read_totals(&source, layout, &catalogue, today()));
            }
        }
        drop(read_ratings(&bytes, None, today()));
    }

    #[test]
    fn every_row_of_counts_and_totals_is_read_or_refused(
        rows in proptest::collection::vec("[0-9]{0,3};(2026-0[1-9]-[0-3][0-9])?;(2026-0[1-9]-[0-3][0-9])?;(-?[0-9]{1,4},?[0-9]?|x)?;[0-9]?", 1..30)
    ) {
        let catalogue = Catalogue::shipped().expect("instruments");
        let filled = rows.iter().filter(|row| row.chars().any(|sign| sign != ';')).count();
        let read = |header: &str| format!("{header}\n{}\n", rows.join("\n"));
        let counts = read("leerlingnummer;van;tot_en_met;uren_ziek;keren_ziek");
        let source = Source::of(counts.as_bytes(), &[]).expect("text");
        if let Ok(read) = read_attendance(&source, &Layout::default(), today()) {
            prop_assert_eq!(read.rows.len() + read.refused.len(), filled);
        }
        let totals = read("groep;afnamedatum;meetmoment;gemiddelde;aantal;instrument;schaal");
        let source = Source::of(totals.as_bytes(), &[]).expect("text");
        if let Ok(read) = read_totals(&source, &Layout::default(), &catalogue, today()) {
            prop_assert_eq!(read.rows.len() + read.refused.len(), filled);
        }
    }

    #[test]
    fn any_xml_is_read_or_refused_and_every_pupil_is_counted(bytes in pieces(TAGS)) {
        let bytes = [b"<?xml version=\"1.0\"?><EDEX>".as_slice(), &bytes].concat();
        let opened = bytes.windows(9).filter(|part| part.starts_with(b"<leerling") && matches!(part.last(), Some(b'g'))).count();
        if let Ok(source) = Source::of(&bytes, &[])
            && let Ok(read) = read_roster_of(&source, &Layout::default(), today())
        {
            prop_assert!(read.rows.len() + read.refused.len() <= opened);
        }
    }

    #[test]
    fn every_pupil_of_good_xml_is_a_row_or_refused(keys in proptest::collection::vec("[0-9a-z]{0,3}", 1..30), groups in proptest::collection::vec("[gh]?", 30)) {
        let pupils: Vec<String> = keys
            .iter()
            .zip(&groups)
            .map(|(key, group)| format!("<leerling key=\"{key}\"><roepnaam>Noor</roepnaam><groep key=\"{group}\"/></leerling>"))
            .collect();
        let pupils = pupils.concat();
        let text = format!("<EDEX><groepen><groep key=\"g\"><naam>5A</naam></groep></groepen><leerlingen>{pupils}</leerlingen></EDEX>");
        let source = Source::of(text.as_bytes(), &[]).expect("EDEXML");
        let read = read_roster_of(&source, &Layout::default(), today()).expect("pupils");
        prop_assert_eq!(read.rows.len() + read.refused.len(), keys.len());
    }

    #[test]
    fn rows_of_a_long_file_are_read_or_refused(
        rows in proptest::collection::vec(("[0-9]{0,2}", "(2026-0[1-4]-1[0-9]|31-2-2026|)", "(eigen|iets)", "(welbevinden|contact)", "(-?[0-9]{1,2}|x|5-mrt)"), 1..40)
    ) {
        let lines = rows.iter().map(|(pupil, day, list, scale, score)| format!("{pupil};{day};{list};leerkracht;{scale};{score}\n"));
        let text = format!("{SCORES}{}", lines.collect::<String>());
        let catalogue = Catalogue::shipped().expect("instruments");
        let source = Source::of(text.as_bytes(), &[]).expect("text");
        let read = read_scores_of(&source, &Layout::default(), &catalogue, today()).expect("scores");
        prop_assert_eq!(read.rows.len() + read.refused.len(), rows_below(&text));
    }

    #[test]
    fn cells_of_a_wide_file_are_scores_refusals_or_a_row_without_any(
        rows in proptest::collection::vec(("[0-9]{1,2}", "([0-9]{1,2}|-|)", "([0-9]{1,2}|x|)"), 1..30)
    ) {
        let profile = "name = \"t\"\nkind = \"scores\"\nsource = \"a test\"\n[given]\ninstrument = \"eigen\"\ninformant = \"ouder\"\nafnamedatum = \"2026-03-02\"\n[scales]\nBT = \"betrokkenheid\"\nWB = \"welbevinden\"\n";
        let layout = Layout { profile: Some(Profile::parse("t", profile).expect("a profile").into()), ..Layout::default() };
        let lines = rows.iter().map(|(pupil, one, other)| format!("{pupil};{one};{other}\n"));
        let text = format!("leerlingnummer;BT;WB\n{}", lines.collect::<String>());
        let source = Source::of(text.as_bytes(), &[]).expect("text");
        let read = read_scores_of(&source, &layout, &Catalogue::shipped().expect("instruments"), today()).expect("scores");
        let filled = |cell: &String| usize::from(!cell.is_empty() && cell != "-");
        let wanted: usize = rows.iter().map(|(_, one, other)| (filled(one) + filled(other)).max(1)).sum();
        prop_assert_eq!(read.rows.len() + read.refused.len(), wanted);
    }

    #[test]
    fn any_zip_is_opened_or_refused(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0_usize..400, turn in any::<u8>()) {
        bytes.splice(0..0, *b"PK\x03\x04");
        drop(unpack(&bytes));
        let mut good = super::at_once::zip(&[("a.csv", b"a;b\n1;2\n"), ("b.csv", b"c")]);
        let at = at % good.len();
        good[at] ^= turn;
        drop(unpack(&good));
    }

    #[test]
    fn any_set_is_read_or_refused(users in pieces(SET), roles in pieces(SET), classes in pieces(SET), enrollments in pieces(SET)) {
        let part = |name: &str, start: &str, bytes: Vec<u8>| Part { name: name.to_owned(), bytes: [start.as_bytes(), &bytes].concat() };
        let files = vec![
            part("users.csv", "sourcedId,givenName,familyName\n", users),
            part("roles.csv", "userSourcedId,orgSourcedId,role\n", roles),
            part("classes.csv", "sourcedId,title\n", classes),
            part("enrollments.csv", "classSourcedId,userSourcedId,role\n", enrollments),
        ];
        drop(sort_out(Offer { files, ..Offer::default() }, &Profiles::shipped().expect("profiles")));
    }
}

const SET: &[&str] = &["1", "2", "k5", "student", "teacher", ",", ",", ",", "\n", "\n", "\"", "Noor", "99ZZ"];

proptest! {
    #![proptest_config(tries(20))]

    #[test]
    fn an_import_counts_every_row_once(
        rows in proptest::collection::vec(("000[0-5]|9", "2026-03-0[1-3]|x", "[0-9]{1,2}"), 1..30)
    ) {
        let database = Database::sqlite();
        bring_in(&database.db, &roster_of(4));
        let lines = rows.iter().map(|(pupil, day, score)| format!("{pupil};{day};eigen;leerkracht;contact;{score}\n"));
        let text = format!("{SCORES}{}", lines.collect::<String>());
        for _again in 0..2 {
            let catalogue = Catalogue::shipped().expect("instruments");
            let clock = Clock::fixed(morning());
            let upload = super::upload(&text);
            let id = imports::stage(&database.db, &clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {}).expect("staged");
            let told = report(&database.db, &id);
            prop_assert_eq!(told.new + told.changed + told.unchanged + told.refused.len(), rows.len());
            let consent = imports::Consent { all_or_nothing: false, changes: true };
            let accepted = database.db.write_blocking(|conn| {
                imports::accept(conn, clock.now(), clock.today(), Actor::Cli, &id, consent)
            });
            if accepted.is_err() {
                break;
            }
        }
    }
}
