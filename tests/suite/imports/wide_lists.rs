//! The wide forms that ship for known lists: each is found by its own header and by no other's, and gives the scores that
//! stand in it. The files are ours, by published names of scales; no supplier's.

use baken::evidence::files::{Layout, Profiles, Source, read_scores_of};
use baken::evidence::imports::{self, Actor};
use baken::evidence::instruments::Catalogue;
use baken::ground::Clock;
use chrono::NaiveDate;

use super::profiles::sorted;
use super::{bring_in, report, roster_of};
use crate::support::{both_databases, server::morning};

/// A list: its profile, its header after the pupil and the day, a row of it, and the scores
/// that come of that row.
type List = (&'static str, &'static str, &'static str, &'static [(&'static str, f64)]);

const LISTS: [List; 6] = [
    (
        "zien-po-breed",
        "Betrokkenheid;Welbevinden;Sociaal initiatief;Sociale flexibiliteit;Sociale autonomie;Impulsbeheersing;Inlevingsvermogen",
        "61;48;70;-;55;62;80",
        &[("BT", 61.0), ("WB", 48.0), ("SI", 70.0), ("SA", 55.0), ("IB", 62.0), ("IL", 80.0)],
    ),
    (
        "scol-breed",
        "informant;Ervaringen delen;Aardig doen;Samen spelen en werken;Een taak uitvoeren;Jezelf presenteren;Een keuze maken;Opkomen voor jezelf;Omgaan met ruzie",
        "leerling;60;61;62;63;64;65;66;",
        &[
            ("ervaringen", 60.0),
            ("aardig", 61.0),
            ("samen", 62.0),
            ("taak", 63.0),
            ("presenteren", 64.0),
            ("keuze", 65.0),
            ("opkomen", 66.0),
        ],
    ),
    (
        "kijk-breed",
        "geboortedatum;Zelfbeeld;Relatie met volwassenen;Relatie met andere kinderen;Spelontwikkeling;Taakgerichtheid en zelfstandigheid",
        "2021-03-02;54;60;63;60;60",
        // Sixty months old that day.
        &[
            ("zelfbeeld", -6.0),
            ("volwassenen", 0.0),
            ("kinderen", 3.0),
            ("spel", 0.0),
            ("taakgerichtheid", 0.0),
        ],
    ),
    (
        "viseon-breed",
        "ingevuld door;informant;Zelfbeeld;Welbevinden;Sociaal gedrag;Werkhouding",
        "juf;leerkracht;40;41;42;43",
        &[("zelfbeeld", 40.0), ("welbevinden", 41.0), ("sociaal", 42.0), ("werkhouding", 43.0)],
    ),
    (
        "saqi-breed",
        "Leertaakgerichtheid;Concentratie in de klas;Huiswerkattitude;Plezier op school;Sociaal aanvaard voelen;Relatie met leerkrachten;Uitdrukkingsvaardigheid;Zelfvertrouwen bij proefwerken;Sociale vaardigheid;Tegenstrijdige antwoorden",
        "1;2;3;4;5;6;7;8;9;8",
        &[
            ("leertaakgerichtheid", 1.0),
            ("concentratie", 2.0),
            ("huiswerkattitude", 3.0),
            ("plezier", 4.0),
            ("sociaal_aanvaard", 5.0),
            ("leerkrachten", 6.0),
            ("uitdrukking", 7.0),
            ("proefwerken", 8.0),
            ("sociale_vaardigheid", 9.0),
            ("tegenstrijdig", 8.0),
        ],
    ),
    (
        "sdq-breed",
        "informant;emotional;conduct;hyperactivity;peer;prosocial;total",
        "ouder;3;1;4;2;9;10",
        &[
            ("emotional", 3.0),
            ("conduct", 1.0),
            ("hyperactivity", 4.0),
            ("peer", 2.0),
            ("prosocial", 9.0),
            ("total", 10.0),
        ],
    ),
];

fn file(header: &str, row: &str) -> String {
    format!("leerlingnummer;afnamedatum;{header}\n0001;2026-03-02;{row}\n")
}

/// The profile that a file asks for by itself.
fn found(text: &str) -> Option<String> {
    let upload = sorted("lijst.csv", text.as_bytes(), &[]).expect("sorted out").remove(0);
    upload.layout.profile.as_ref().map(|profile| profile.name.clone())
}

#[test]
fn each_list_is_found_by_its_own_header_and_gives_its_scores() {
    for (name, header, row, wanted) in LISTS {
        let text = file(header, row);
        assert_eq!(found(&text).as_deref(), Some(name));
        let upload = sorted("lijst.csv", text.as_bytes(), &[]).expect("sorted out").remove(0);
        let source = Source::of(text.as_bytes(), &[]).expect("text");
        let today = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day");
        let read =
            read_scores_of(&source, &upload.layout, &Catalogue::shipped().unwrap(), today).expect("scores");
        assert_eq!(read.refused, [], "{name}");
        let mut scores: Vec<(&str, f64)> =
            read.rows.iter().map(|row| (row.scale.as_str(), row.score)).collect();
        let mut wanted = wanted.to_vec();
        scores.sort_by(|a, b| a.0.cmp(b.0));
        wanted.sort_by(|a, b| a.0.cmp(b.0));
        assert_eq!(scores, wanted, "{name}");
        assert!(read.rows.iter().all(|row| format!("{}-breed", row.instrument) == name), "{name}");
    }
}

#[test]
fn a_list_that_lacks_one_name_is_not_taken_for_it() {
    for (name, header, row, _) in LISTS {
        let profile = Profiles::shipped().unwrap().named(name).unwrap();
        assert!(profile.source.starts_with("to confirm"), "{name} claims no layout of a supplier");
        for mark in &profile.marks {
            let other = file(&header.replace(mark.as_str(), "Iets anders"), row);
            let upload = sorted("lijst.csv", other.as_bytes(), &[]);
            let taken = upload.ok().and_then(|mut one| one.remove(0).layout.profile.clone());
            assert_ne!(taken.map(|one| one.name.clone()).as_deref(), Some(name), "without {mark}");
        }
    }
}

#[test]
fn what_the_header_cannot_tell_is_asked_for() {
    let (_, header, row, _) = LISTS[0];
    let text = file(header, row);
    let source = Source::of(text.as_bytes(), &[]).expect("text");
    let layout = |given: &[(&str, &str)]| Layout {
        profile: Some(Profiles::shipped().unwrap().named("zien-vo-breed").unwrap()),
        given: given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    };
    let today = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day");
    let catalogue = Catalogue::shipped().unwrap();
    assert!(
        read_scores_of(&source, &layout(&[]), &catalogue, today).is_err(),
        "who filled it in is not known"
    );
    let read =
        read_scores_of(&source, &layout(&[("informant", "leerling")]), &catalogue, today).expect("scores");
    assert!(read.rows.iter().all(|row| row.instrument == "zien-vo") && read.rows.len() == 6);
}

both_databases! {
    fn the_lists_come_in_beside_each_other(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        for (name, header, row, wanted) in LISTS {
            let upload = sorted("lijst.csv", file(header, row).as_bytes(), &[]).expect("sorted out").remove(0);
            let clock = Clock::fixed(morning());
            let catalogue = Catalogue::shipped().unwrap();
            let id = imports::stage(db, &clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {}).expect("staged");
            let told = report(db, &id);
            assert_eq!((told.new, told.refused.len(), told.profile.as_deref()), (wanted.len(), 0, Some(name)));
            db.write_blocking(|conn| imports::forget(conn, &id)).expect("forgotten");
        }
    }
}
