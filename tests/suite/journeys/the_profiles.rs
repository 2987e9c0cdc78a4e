//! The profiles of a school: kept, given to another school as a file, renamed, replaced, taken away.

use super::the_columns::{SAID, offered, wide};
use super::{Town, Visitor};
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, MENTOR, NEIGHBOUR};

const PAGE: &str = "/invoer/profielen";

/// Points the columns of a list out, so that the school has a profile; the address of it.
async fn kept(office: &Visitor<'_>) -> String {
    let way = offered(office, &wide("2-3-2026")).await;
    office.send(&way, &SAID).await.is(303);
    let page = office.open(PAGE).await.is(200);
    let from = page.text.find("/invoer/profielen/").expect("a profile");
    let way: String = page.text[from..].chars().take_while(|sign| *sign != '"').collect();
    way.trim_end_matches("/profiel.toml").to_owned()
}

both_databases! {
    async fn a_profile_travels_as_a_file_to_another_school(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let profile = kept(&office).await;
        let page = office.open(PAGE).await.is(200);
        assert!(page.text.contains("Volgsysteem breed") && page.text.contains("Nr, Dag, BT, WB"), "{page:?}");
        let file = office.open(&format!("{profile}/profiel.toml")).await.is(200).text;
        assert!(file.contains("BT = \"betrokkenheid\"") && file.contains("match = [\"Nr\""), "{file}");
        assert!(!file.contains("2026-03-02") && !file.contains("Noor"), "nothing of the list itself: {file}");

        // The other school sees neither the profile nor its file.
        let neighbour = town.at_the_pages(NEIGHBOUR).await;
        assert!(!neighbour.open(PAGE).await.is(200).text.contains("Volgsysteem breed"));
        neighbour.open(&format!("{PAGE}?school={}", town.cast.school)).await.is(404);
        neighbour.open(&format!("{profile}/profiel.toml")).await.is(404);
        neighbour.send(&profile, &[("choice", "delete"), ("name", "x")]).await.is(404);
        town.at_the_pages(MENTOR).await.open(PAGE).await.is(403);

        // Once brought in there, it reads the same lists.
        let school = town.cast.neighbours.0.clone();
        neighbour.hand_in(PAGE, &[("school", &school)], ("breed.toml", &file)).await.is(303);
        let text = wide("2-3-2026").replace("021;", "001;").replace("022;", "002;");
        let staged = neighbour.hand_in("/invoer", &[("school", "99ZY")], ("lijst.csv", &text)).await.is(303);
        let preview = neighbour.open(&staged.to).await.is(200);
        assert!(preview.text.contains("Volgsysteem breed") && preview.text.contains("<strong>4</strong> nieuw"), "{preview:?}");
    }

    async fn a_file_that_is_no_profile_or_takes_a_place_is_refused_with_a_sentence(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let profile = kept(&office).await;
        let file = office.open(&format!("{profile}/profiel.toml")).await.is(200).text;
        let bring = async |form: &[(&str, &str)], text: &str| office.hand_in(PAGE, form, ("p.toml", text)).await;
        let broken = bring(&[], "name = \"x\"\nkleur = 3\n").await.is(422);
        assert!(broken.text.contains("p.toml is niet te lezen"), "{broken:?}");
        let forbidden = file.replace("\"Nr\"", "\"BSN\"");
        assert!(bring(&[], &forbidden).await.is(422).text.contains("Die mag Baken niet lezen"));
        assert!(bring(&[], "").await.is(422).text.contains("Kies een bestand"));

        // One of that name is there: only who says so replaces it.
        let other = file.replace("betrokkenheid", "contact");
        let there = bring(&[], &other).await.is(422);
        assert!(there.text.contains("Er is al een profiel Volgsysteem breed"), "{there:?}");
        bring(&[("replace", "1")], &other).await.is(303);
        let now = office.open(&format!("{profile}/profiel.toml")).await.is(200).text;
        assert!(now.contains("BT = \"contact\""), "{now}");
    }

    async fn a_profile_gets_another_name_and_goes_and_who_did_so_is_written_down(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let profile = kept(&office).await;
        let file = office.open(&format!("{profile}/profiel.toml")).await.is(200).text;
        let second = file.replace("Volgsysteem breed", "Tweede");
        office.hand_in(PAGE, &[], ("p.toml", &second)).await.is(303);

        // Two that fit as well as each other are asked about.
        let way = offered(&office, &wide("5-3-2026")).await;
        let page = office.open(&way).await.is(200);
        assert!(page.text.contains("<option>Tweede</option>"), "{page:?}");
        let staged = office.send(&way, &[("stap", "profiel"), ("profiel", "Tweede")]).await.is(303);
        assert!(office.open(&staged.to).await.is(200).text.contains("Tweede"));

        let taken = office.send(&profile, &[("choice", "rename"), ("name", "tweede")]).await.is(422);
        assert!(taken.text.contains("Er is al een profiel") && taken.text.contains("value=\"tweede\""), "{taken:?}");
        assert!(office.send(&profile, &[("choice", "rename"), ("name", " ")]).await.is(422).text.contains("Geef een naam"));
        office.send(&profile, &[("choice", "rename"), ("name", "Breed nieuw")]).await.is(303);
        let page = office.open(PAGE).await.is(200);
        assert!(page.text.contains("Breed nieuw") && !page.text.contains("Volgsysteem breed"), "{page:?}");
        office.send(&profile, &[("choice", "delete"), ("name", "")]).await.is(303);
        assert!(!office.open(PAGE).await.is(200).text.contains("Breed nieuw"));
        let way = offered(&office, &wide("6-3-2026")).await;
        assert!(!way.contains("kolommen"), "one fits again: {way}");

        let acts: Vec<String> = town.read(|conn| {
            use baken::ground::db::schema::audit;
            use diesel::prelude::*;
            Ok(audit::table.filter(audit::subject_kind.eq("profile")).order(audit::id).select(audit::action).load(conn)?)
        });
        for act in ["keep-profile", "save-profile", "rename-profile", "delete-profile"] {
            assert!(acts.iter().any(|one| one == act), "{act}: {acts:?}");
        }
    }

    async fn a_profile_can_be_chosen_on_the_form(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        kept(&office).await;
        let page = office.open("/invoer").await.is(200);
        assert!(page.text.contains("<option>Volgsysteem breed</option>"), "{page:?}");
        let form = [("school", "99ZZ"), ("profile", "eigen-breed")];
        let text = "leerlingnummer;betrokkenheid;welbevinden\n021;12;13\n";
        // The profile does not say the day: that is asked, and nothing else.
        let way = office.hand_in("/invoer", &form, ("lijst.csv", text)).await.is(303).to;
        let page = office.open(&way).await.is(200);
        assert!(page.text.contains("href=\"#datum\"") && !page.text.contains("href=\"#k0\""), "{page:?}");
        // Whoever wants to point the columns out may, though the list can be read by itself.
        let form = [("school", "99ZZ"), ("profile", "?")];
        let way = office.hand_in("/invoer", &form, ("lijst.csv", &wide("2-3-2026"))).await.is(303).to;
        assert!(office.open(&way).await.is(200).text.contains("Volgsysteem breed"));
    }
}
