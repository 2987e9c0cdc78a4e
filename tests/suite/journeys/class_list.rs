//! A class list typed on the screen: kept as typed, checked like a file, handed in as one act that can be taken back.

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, OTHER_MENTOR, STAFF};

/// Where 6B's own list is filled in.
fn way(town: &Town) -> String {
    format!("/groepen/{}/lijst?lijst=eigen&informant=leerkracht", town.cast.group_6b)
}

both_databases! {
    async fn a_mentor_fills_in_the_list_of_the_own_group_and_the_scores_stand_on_the_page(database: Database) {
        let town = Town::new(database);
        let mentor = town.at_the_pages(MENTOR).await;
        let group = format!("/groepen/{}", town.cast.group_6b);
        assert!(mentor.open(&group).await.is(200).text.contains(&format!("{group}/lijst")));
        let page = mentor.open(&way(&town)).await.is(200);
        let noor = format!("c:{}:welbevinden", town.cast.noor);
        assert!(page.text.contains(&noor) && page.text.contains("Noor Vos"), "{page:?}");
        assert!(!page.text.contains("Tom Bakker"), "a pupil of another group: {page:?}");

        // Given half a list with a slip, nothing is stored, and all that was typed is back.
        let typed = [("datum", "2026-03-10"), (noor.as_str(), "99")];
        let back = mentor.send(&way(&town), &typed).await.is(422);
        assert!(back.text.contains("value=\"99\"") && back.text.contains(&format!("#{noor}")), "{back:?}");
        assert!(back.text.contains("Er is nog niets ingeleverd"), "{back:?}");
        let again = mentor.open(&way(&town)).await.is(200);
        assert!(again.text.contains("value=\"99\"") && again.text.contains("Wat u eerder typte"), "{again:?}");

        // When it is mended, it is stored under the mentor's name and the form is empty again.
        let typed = [("datum", "2026-03-10"), (noor.as_str(), "11,5")];
        let done = mentor.send(&way(&town), &typed).await.is(303);
        assert!(done.to.ends_with("/lijst?klaar=1"), "{done:?}");
        assert!(mentor.open(&done.to).await.is(200).text.contains("1 score is ingeleverd"));
        assert!(!mentor.open(&way(&town)).await.is(200).text.contains("value=\"11,5\""));
        let pupil = mentor.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(pupil.text.contains("11,5"), "{pupil:?}");

        // Then the administration sees it among the imports, and can take it back.
        let administration = town.at_the_pages(ADMINISTRATION).await;
        let imports = administration.open("/invoer").await.is(200);
        assert!(imports.text.contains("Klassenlijst 6B"), "{imports:?}");
    }

    async fn what_is_typed_is_kept_on_the_way(database: Database) {
        let town = Town::new(database);
        let mentor = town.at_the_pages(MENTOR).await;
        let noor = format!("c:{}:welbevinden", town.cast.noor);
        let keep = way(&town).replace("/lijst?", "/lijst/concept?");
        let kept = mentor.send(&keep, &[("datum", "2026-03-10"), (noor.as_str(), "twaalf")]).await.is(200);
        assert!(kept.text.contains("bewaard"), "{kept:?}");
        assert!(mentor.open(&way(&town)).await.is(200).text.contains("value=\"twaalf\""));
        // Whose view is another list: what was typed for one does not show in the other.
        let pupils = way(&town).replace("leerkracht", "leerling");
        assert!(!mentor.open(&pupils).await.is(200).text.contains("twaalf"));
    }

    async fn what_the_page_does_not_ask_does_not_come_in(database: Database) {
        let list = r#"
[[scale]]
code = "rust"
name = "Rust"
domain = "stemming"
min = 0
max = 8
high_is = "strength"
[[scale]]
code = "docent"
name = "Met de docent"
domain = "docenten"
min = 0
max = 8
high_is = "strength"
audience = "coordinator"
"#;
        let town = Town::knowing_pols(database, list);
        let way = way(&town).replace("lijst=eigen", "lijst=pols");
        let docent = format!("c:{}:docent", town.cast.noor);
        let typed = [("datum", "2026-03-10"), (docent.as_str(), "3")];
        let mentor = town.at_the_pages(MENTOR).await;
        assert!(!mentor.open(&format!("{way}&alles=1")).await.is(200).text.contains(&docent));
        let none = mentor.send(&way, &typed).await.is(422);
        assert!(none.text.contains("nog niets ingevuld"), "{none:?}");
        town.at_the_pages(COORDINATOR).await.send(&way, &typed).await.is(303);
        // Handed in once more it says nothing new, and nothing stays behind that holds the school.
        town.at_the_pages(COORDINATOR).await.send(&way, &typed).await.is(303);
        let rust = format!("c:{}:rust", town.cast.noor);
        mentor.send(&way, &[("datum", "2026-03-10"), (rust.as_str(), "12")]).await.is(422);
        mentor.send(&way, &[("datum", "2026-03-10"), (rust.as_str(), "5")]).await.is(303);
    }

    async fn a_group_that_is_not_yours_cannot_be_filled_in(database: Database) {
        let town = Town::new(database);
        let noor = format!("c:{}:welbevinden", town.cast.noor);
        let typed = [("datum", "2026-03-10"), (noor.as_str(), "12")];
        let other = town.at_the_pages(OTHER_MENTOR).await;
        other.open(&way(&town)).await.is(404);
        other.send(&way(&town), &typed).await.is(404);
        town.at_the_pages(STAFF).await.send(&way(&town), &typed).await.is(403);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        // Under the own group's address a pupil of another group is no cell of the list.
        let tom = format!("c:{}:welbevinden", town.cast.tom);
        let empty = coordinator.send(&way(&town), &[("datum", "2026-03-10"), (tom.as_str(), "12")]).await.is(422);
        assert!(empty.text.contains("nog niets ingevuld"), "{empty:?}");
        coordinator.open(&way(&town).replace("lijst=eigen", "lijst=geen")).await.is(404);
        coordinator.send(&way(&town), &[("datum", "morgen"), (noor.as_str(), "12")]).await.is(422);
        let later = [("datum", "2027-03-10"), (noor.as_str(), "12"), (tom.as_str(), "14")];
        let said = coordinator.send(&way(&town), &later).await.is(422).text;
        assert_eq!((said.matches("Deze datum ligt na").count(), said.matches("href=\"#datum\"").count()), (1, 1), "{said}");
    }
}
