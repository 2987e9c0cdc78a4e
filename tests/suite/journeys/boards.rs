//! A board of several schools: what one school does or stops doing never silences another.

use std::fmt::Write as _;

use baken::ground::db::schema::series;
use diesel::prelude::*;

use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{self, GROUP_SIZE};

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

both_databases! {
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
