//! A board of several schools: what one school does or stops doing never silences another.

use std::fmt::Write as _;

use baken::ground::db::schema::{schools as all_schools, series, signal_evidence, signals};
use baken::school::store as schools;
use diesel::prelude::*;

use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{self, GROUP_SIZE};
use crate::support::server::morning;

const SCORES: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";

/// A round in which Noor, who did well, does badly.
fn one_low(day: &str) -> String {
    scores(&[(2, day)], |at| (at == GROUP_SIZE + 1).then_some(3))
}

/// Sixty pupils at De Elzen, with well-being on these days.
fn many_next_door(town: &Town, days: &[&str]) {
    let mut roster = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n".to_owned();
    let mut told = SCORES.to_owned();
    for at in 101..=160 {
        writeln!(roster, "{at};Kind{at};Elzen{at};2015-05-05;6C;6").expect("a line");
        for day in days {
            let score = 10 + at * 7 % 25;
            writeln!(told, "{at};{day};eigen;leerkracht;welbevinden;{score}").expect("a line");
        }
    }
    for text in [&roster, &told] {
        cast::bring_in(&town.app.state.db, &town.app.state.clock, "99ZY", text);
    }
}

/// Eight more schools with thirty pupils in year 5 and thirty in year 6; at the first year 5 does badly, and year 6 well.
fn eight_with_year_levels(town: &Town) {
    for school in 0..8 {
        let brin = format!("98A{}", char::from(b'A' + school));
        town.write(|conn| schools::add_school(conn, morning(), &brin, &format!("School {school}"), "po"));
        let mut roster = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n".to_owned();
        let mut told = SCORES.to_owned();
        for at in 0..60 {
            let year = 5 + at / 30;
            writeln!(roster, "{at};Kind{at};School{school};2015-05-05;{year}A;{year}").expect("a line");
            let by = if school == 0 { 6 * (2 * (year - 5) - 1) } else { 0 };
            let score = 20 + by + (at * 7 % 15) - 7;
            writeln!(told, "{at};2026-02-02;eigen;leerkracht;welbevinden;{score}").expect("a line");
        }
        for text in [&roster, &told] {
            cast::bring_in(&town.app.state.db, &town.app.state.clock, &brin, text);
        }
    }
}

both_databases! {
    async fn a_year_level_is_compared_with_the_same_year_level_at_the_other_schools(database: Database) {
        let town = Town::new(database);
        eight_with_year_levels(&town);
        town.app.work().await;
        let told: Vec<(String, String)> = town.read(|conn| {
            Ok(signal_evidence::table
                .inner_join(signals::table.inner_join(all_schools::table))
                .filter(signal_evidence::rule.eq("school-compared"))
                .select((all_schools::brin, signal_evidence::finding))
                .load(conn)?)
        });
        assert!(matches!(&told[..], [(brin, finding)] if brin == "98AA" && finding.contains("\"year\":5")), "{told:?}");
    }

    async fn an_instrument_that_is_gone_keeps_no_other_from_raising(database: Database) {
        let town = Town::new(database);
        for (key, instrument, scale) in [(901, "vervallen", "welbevinden"), (902, "eigen", "vervallen")] {
            let of = (series::key.eq(key), series::instrument.eq(instrument), series::scale.eq(scale));
            let form = (series::version.eq("1"), series::informant.eq("leerkracht"), series::score_type.eq("ruw"));
            town.write(|conn| Ok(diesel::insert_into(series::table).values((of, form)).execute(conn)?));
        }
        town.noor_has_fallen().await;
    }

    async fn a_later_round_elsewhere_does_not_open_the_starting_picture(database: Database) {
        let town = Town::new(database);
        // The neighbours, who are more, had the same round after De Wilgen had it.
        many_next_door(&town, &["2025-03-05", "2025-12-15"]);
        let first = scores(&[(0, "2025-03-05")], |_| None);
        town.bring_in(&format!("{first}{}", one_low("2025-10-02").replace(SCORES, "")));
        town.app.work().await;
        assert!(town.signals_about(&town.cast.noor.0).await.is_empty());
    }

    async fn a_newer_round_elsewhere_leaves_a_schools_last_round_its_last(database: Database) {
        let town = Town::new(database);
        many_next_door(&town, &["2024-10-02", "2025-03-05", "2026-01-20"]);
        town.bring_in(&scores(&[(0, "2024-10-02"), (1, "2025-03-05")], |_| None));
        town.bring_in(&one_low("2025-12-10"));
        town.app.work().await;
        town.signal_about_noor().await;
    }
}
