//! Where the rules could not speak of a group or of the school, its page and the API say so, and why.

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, MENTOR};

both_databases! {
    async fn pages_say_what_could_not_be_judged_and_why(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        let group = format!("/groepen/{}", town.cast.group_6b);
        for email in [MENTOR, COORDINATOR] {
            let page = town.at_the_pages(email).await.open(&group).await.is(200).text;
            assert!(page.contains("Geen signaal zegt hier dus niet dat er niets is."), "{email}: {page}");
            assert!(page.contains("‘de groep scoort laag onder de groepen’ is niet te zeggen: minder dan 8 om mee te vergelijken"), "{page}");
            // The group could be held against its own earlier round.
            assert!(!page.contains("‘de groep schuift als geheel’"), "{email}: {page}");
            assert!(page.contains("ook de vorige keer gemeten zijn (Eigen vragenlijst, leerkracht), vinden we"), "{email}: {page}");
            assert!(page.contains("Hier komen observaties, gesprekken en afspraken over de groep te staan."), "{email}: {page}");
        }
        for email in [COORDINATOR, LEADER] {
            let page = town.at_the_pages(email).await.open("/school").await.is(200).text;
            assert!(page.contains("‘de school scoort laag onder de scholen’ is niet te zeggen: minder dan 8 om mee te vergelijken"), "{email}: {page}");
        }
        // The same words for programs; a mentor hears of the group, not of the school.
        let told = |list: &serde_json::Value, id: &str| {
            let found = list["items"].as_array().expect("items").iter().find(|one| one["id"] == id).cloned();
            found.expect("an item")["not_judged"].to_string()
        };
        for (email, reads_school) in [(MENTOR, false), (COORDINATOR, true)] {
            let api = town.api(email);
            let groups = api.get("/api/v1/groups").await.is(200).json();
            assert!(told(&groups, &town.cast.group_6b.0).contains("‘de groep scoort laag onder de groepen’ is niet te zeggen"), "{groups}");
            let schools = api.get("/api/v1/schools").await.is(200).json();
            let said = told(&schools, &town.cast.school.0);
            assert_eq!(said.contains("‘de school scoort laag onder de scholen’"), reads_school, "{email}: {said}");
        }
        // In the other language too.
        let visitor = town.at_the_pages(COORDINATOR).await;
        visitor.send("/taal", &[("language", "en")]).await;
        let page = visitor.open("/school").await.is(200).text;
        assert!(page.contains("fewer than 8 to compare with"), "{page}");
    }
}
