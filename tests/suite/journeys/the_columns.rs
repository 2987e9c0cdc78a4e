//! A list with names that nobody knows: handed in, its columns pointed at, looked at and stored; and the next one like it
//! is read without a question.

use chrono::Duration;

use super::{Told, Town, Visitor};
use crate::imports::at_once::zip;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, NEIGHBOUR};

/// A wide list of two pupils of 6B as another system writes it; `day` is the day of it.
pub fn wide(day: &str) -> String {
    format!("Nr;Kind;BSN;Dag;BT;WB\n021;Noor;123456782;{day};12;13\n022;Kind22;123456782;{day};20;21\n")
}

/// What is said of the columns of such a list.
pub const SAID: [(&str, &str); 8] = [
    ("soort", "wide"),
    ("lijst", "eigen"),
    ("informant", "leerkracht"),
    ("naam", "Volgsysteem breed"),
    ("k0", "leerlingnummer"),
    ("k3", "afnamedatum"),
    ("k4", "=betrokkenheid"),
    ("k5", "=welbevinden"),
];

/// Hands a list in for De Wilgen, once nobody looks at another one any more; where it leads.
pub async fn offered(visitor: &Visitor<'_>, text: &str) -> String {
    visitor.town.app.state.clock.advance(Duration::minutes(1));
    visitor.hand_in("/invoer", &[("school", "99ZZ")], ("lijst.csv", text)).await.is(303).to
}

/// The same form with fields said otherwise.
fn but<'a>(form: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| other.iter().all(|(changed, _)| changed != name));
    kept.chain(other).copied().collect()
}

/// Whether a choice of a page is chosen.
fn chosen(page: &Told, value: &str) -> bool {
    page.text.contains(&format!("<option value=\"{value}\" selected>"))
}

both_databases! {
    async fn a_list_with_unknown_names_is_pointed_at_once_and_the_next_one_is_read_by_itself(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;

        // given: a list whose columns nobody knows
        let way = offered(&office, &wide("2-3-2026")).await;
        assert!(way.starts_with("/invoer/kolommen/"), "{way}");
        let page = office.open(&way).await.is(200);
        assert!(page.text.contains("Noor") && page.text.contains("wordt niet gelezen"), "{page:?}");
        assert!(!page.text.contains("123456782"), "what may not be read is nowhere: {page:?}");

        // when: the kind and the list are said, its scales can be chosen
        let first = [("stap", "soort"), ("gezien", " "), ("soort", "wide"), ("lijst", "eigen")];
        let page = office.send(&way, &first).await.is(200);
        assert!(page.text.contains("value=\"=welbevinden\"") && !page.text.contains("123456782"), "{page:?}");
        let staged = office.send(&way, &SAID).await.is(303);

        // then: the usual preview, read by a profile of that name, and nothing stored before it is accepted
        let preview = office.open(&staged.to).await.is(200);
        assert!(preview.text.contains("Volgsysteem breed"), "{preview:?}");
        assert!(preview.text.contains("<strong>4</strong> nieuw"), "{preview:?}");
        office.open(&way).await.is(404);
        office.send(&staged.to, &[("choice", "all")]).await.is(303);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let pupil = coordinator.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(pupil.text.contains("eigen") || pupil.text.contains("elbevinden"), "{pupil:?}");

        // and: the next list goes straight to its preview, for the coordinator too
        let next = offered(&coordinator, &wide("5-3-2026")).await;
        let preview = coordinator.open(&next).await.is(200);
        assert!(preview.text.contains("Volgsysteem breed"), "{next}: {preview:?}");
    }

    async fn what_cannot_be_comes_back_with_everything_typed_and_a_sentence(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let way = offered(&office, &wide("2-3-2026")).await;
        let back = async |other: &[(&'static str, &'static str)]| {
            office.send(&way, &but(&SAID, other)).await.is(422)
        };

        // two columns said to be the same
        let page = back(&[("k5", "=betrokkenheid")]).await;
        assert!(page.text.contains("WB en BT zijn allebei als hetzelfde aangewezen"), "{page:?}");
        assert!(page.text.contains("href=\"#k5\"") && page.text.contains("value=\"Volgsysteem breed\""), "{page:?}");
        assert!(chosen(&page, "leerlingnummer") && chosen(&page, "eigen") && chosen(&page, "leerkracht"), "{page:?}");
        // a column that is needed, a list, who filled it in, a name
        assert!(back(&[("k0", "-")]).await.text.contains("in welke kolom leerlingnummer staat"));
        assert!(back(&[("informant", "")]).await.text.contains("Kies wie de lijst invulde"));
        assert!(back(&[("naam", "  ")]).await.text.contains("Geef een naam"));
        assert!(back(&[("soort", "")]).await.text.contains("Kies wat er in dit bestand staat"));
        // the day both in a column and beside it, and a day ahead
        assert!(back(&[("datum", "2026-03-02")]).await.text.contains("al in de kolom Dag"));
        let ahead = back(&[("k3", "-"), ("datum", "2026-09-02")]).await;
        assert!(ahead.text.contains("value=\"2026-09-02\""), "{ahead:?}");
        // a forbidden column cannot be pointed at, whatever is sent
        let page = back(&[("k0", "-"), ("k2", "leerlingnummer")]).await;
        assert!(page.text.contains("in welke kolom leerlingnummer staat") && !page.text.contains("123456782"), "{page:?}");
    }

    async fn what_differs_per_file_is_asked_of_each_and_not_kept(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let list = "Nr;BT;WB\n021;12;13\n022;20;21\n";
        let way = offered(&office, list).await;
        let said = [
            ("soort", "wide"), ("lijst", "eigen"), ("informant", "ouder"), ("naam", "Zonder dag"),
            ("k0", "leerlingnummer"), ("k1", "=betrokkenheid"), ("k2", "=welbevinden"),
        ];
        let back = office.send(&way, &said).await.is(422);
        assert!(back.text.contains("op welke dag de lijst is ingevuld"), "{back:?}");
        let staged = office.send(&way, &but(&said, &[("datum", "2026-03-02"), ("meetmoment", "M1")])).await.is(303);
        let preview = office.open(&staged.to).await.is(200);
        assert!(preview.text.contains("M1") && preview.text.contains("<strong>4</strong> nieuw"), "{preview:?}");
        office.send(&staged.to, &[("choice", "all")]).await.is(303);

        // The next one is known by its columns: all is filled in but the day.
        let way = offered(&office, list).await;
        let page = office.open(&way).await.is(200);
        assert!(page.text.contains("Deze lijst lijkt op") && page.text.contains("Zonder dag"), "{page:?}");
        assert!(page.text.contains("href=\"#datum\"") && !page.text.contains("value=\"M1\""), "{page:?}");
        assert!(chosen(&page, "=welbevinden") && chosen(&page, "ouder"), "{page:?}");
        let staged = office.send(&way, &but(&said, &[("datum", "2026-03-09")])).await.is(303);
        assert!(office.open(&staged.to).await.is(200).text.contains("Zonder dag"));
    }

    async fn how_dates_and_numbers_are_written_is_asked_where_the_columns_do_not_tell(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        // 31/12 can only be day first: nothing is asked.
        let clear = wide("31/12/2025");
        let way = offered(&office, &clear).await;
        assert!(!office.open(&way).await.is(200).text.contains("name=\"datumvorm\""));
        let staged = office.send(&way, &SAID).await.is(303);
        assert!(office.open(&staged.to).await.text.contains("<strong>4</strong> nieuw"));

        let open = "Leerling;Toets;X;Y\n021;3/4/2025;12,5;13\n022;5/6/2025;12.5;14\n";
        let way = offered(&office, open).await;
        let said = [
            ("soort", "wide"), ("lijst", "eigen"), ("informant", "leerkracht"), ("naam", "Open"),
            ("k0", "leerlingnummer"), ("k1", "afnamedatum"), ("k2", "=betrokkenheid"), ("k3", "=welbevinden"),
        ];
        let back = office.send(&way, &said).await.is(422);
        assert!(back.text.contains("href=\"#datumvorm\"") && back.text.contains("href=\"#decimaal\""), "{back:?}");
        let staged = office.send(&way, &but(&said, &[("datumvorm", "mm/dd/jjjj"), ("decimaal", "comma")])).await.is(303);
        let preview = office.open(&staged.to).await.is(200);
        // The number with the other mark is refused, with its place.
        assert!(preview.text.contains("<strong>3</strong> nieuw"), "{preview:?}");
        assert!(preview.text.contains("<mark>12.5</mark>"), "{preview:?}");
    }

    async fn a_roster_and_a_long_list_are_pointed_at_too(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let roster = "Leerlingcode;Wie;Familie;Vak\n901;Lea;Nieuw;6B\n";
        let way = offered(&office, roster).await;
        let said = [
            ("soort", "roster"), ("naam", "Lijst"), ("k0", "leerlingnummer"), ("k1", "roepnaam"),
            ("k2", "achternaam"), ("k3", "groep"),
        ];
        let staged = office.send(&way, &said).await.is(303);
        assert!(office.open(&staged.to).await.text.contains("<strong>1</strong> nieuw"));
        office.send(&staged.to, &[("choice", "leave")]).await.is(303);

        // A name that is known and was said not to be used is not used: the day is that of the whole list.
        let long = "Pupil;Datum;Onderdeel;Punten\n021;2-3-2026;welbevinden;12\n";
        let way = offered(&office, long).await;
        let said = [
            ("soort", "long"), ("lijst", "eigen"), ("informant", "leerkracht"), ("naam", "Lang"),
            ("datum", "2026-03-05"), ("k0", "leerlingnummer"), ("k1", "-"), ("k2", "schaal"), ("k3", "score"),
        ];
        let staged = office.send(&way, &said).await.is(303);
        let preview = office.open(&staged.to).await.is(200);
        assert!(preview.text.contains("<strong>1</strong> nieuw") && preview.text.contains("Datum"), "{preview:?}");
    }

    async fn several_lists_at_once_are_asked_about_one_after_the_other(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let zip = zip(&[("een.csv", wide("2-3-2026").as_bytes()), ("twee.csv", b"Code;A;B\n021;12;13\n")]);
        let way = office.hand_in("/invoer", &[("school", "99ZZ")], ("alles.zip", zip)).await.is(303).to;
        assert!(office.open(&way).await.is(200).text.contains("een.csv"));
        let next = office.send(&way, &SAID).await.is(303).to;
        assert!(office.open(&next).await.is(200).text.contains("twee.csv"));
        let said = [
            ("soort", "wide"), ("lijst", "eigen"), ("informant", "ouder"), ("naam", "Twee"), ("datum", "2026-03-02"),
            ("k0", "leerlingnummer"), ("k1", "=betrokkenheid"), ("k2", "=welbevinden"),
        ];
        let staged = office.send(&next, &said).await.is(303);
        let preview = office.open(&staged.to).await.is(200);
        assert!(preview.text.contains("een.csv") && preview.text.contains("twee.csv"), "the other waits: {preview:?}");
        // The one that waited is read by its own profile, with its own day.
        let second = office.send(&staged.to, &[("choice", "all")]).await.is(303);
        let preview = office.open(&second.to).await.is(200);
        assert!(preview.text.contains("Twee") && preview.text.contains("<strong>2</strong> nieuw"), "{preview:?}");
    }

    async fn two_lists_of_one_name_have_answers_of_their_own(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let zip = zip(&[("a/scores.csv", wide("2-3-2026").as_bytes()), ("b/scores.csv", b"Code;A;B\n021;12;13\n")]);
        let way = office.hand_in("/invoer", &[("school", "99ZZ")], ("alles.zip", zip)).await.is(303).to;
        let next = office.send(&way, &SAID).await.is(303).to;
        let page = office.open(&next).await.is(200);
        assert!(page.text.contains("scores (2).csv") && page.text.contains("Code"), "the second is asked about: {page:?}");
        let said = [
            ("soort", "wide"), ("lijst", "eigen"), ("informant", "ouder"), ("naam", "Twee"), ("datum", "2026-03-02"),
            ("k0", "leerlingnummer"), ("k1", "=betrokkenheid"), ("k2", "=welbevinden"),
        ];
        let staged = office.send(&next, &said).await.is(303);
        let preview = office.open(&staged.to).await.is(200);
        assert!(preview.text.contains("scores.csv") && preview.text.contains("scores (2).csv"), "{preview:?}");
    }

    async fn a_list_that_waits_is_the_schools_alone_and_is_forgotten(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let way = offered(&office, &wide("2-3-2026")).await;
        let neighbour = town.at_the_pages(NEIGHBOUR).await;
        neighbour.open(&way).await.is(404);
        neighbour.send(&way, &SAID).await.is(404);
        neighbour.send(&way, &[("stap", "vergeet")]).await.is(404);
        // Nobody hands a list in for another school either.
        let other = neighbour.hand_in("/invoer", &[("school", "99ZZ")], ("lijst.csv", &wide("2-3-2026"))).await;
        assert_eq!(other.status, 403, "{other:?}");

        town.at_the_pages(COORDINATOR).await.open(&way).await.is(200);
        office.send(&way, &[("stap", "vergeet")]).await.is(303);
        office.open(&way).await.is(404);
        let way = offered(&office, &wide("2-3-2026")).await;
        town.app.state.clock.advance(Duration::hours(25));
        town.at_the_pages(ADMINISTRATION).await.open(&way).await.is(404);
        baken::worker::fall_due(&town.app.state).await.expect("what falls due");
        let left: i64 = town.read(|conn| {
            use diesel::prelude::*;
            Ok(baken::ground::db::schema::import_asked::table.count().get_result(conn)?)
        });
        assert_eq!(left, 0);
    }
}
