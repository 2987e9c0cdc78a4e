//! A group that moved stands above its pupils; nothing that is a pupil's own is hidden under it.

use serde_json::json;

use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, MENTOR};

/// What stands in the list itself, and what is folded under a group.
pub async fn list(town: &Town, email: &str) -> (String, String) {
    let page = town.at_the_pages(email).await.open("/signalen").await.is(200).text;
    let Some((before, rest)) = page.split_once("<details class=\"more fold\"") else {
        return (page, String::new());
    };
    // The rows below have `details` of their own: the fold ends with its list.
    let (folded, after) = rest.split_once("</ul></details>\n").expect("the end of the fold");
    (format!("{before}{after}"), folded.to_owned())
}

/// 6B sinks as a whole, Noor more than the others.
pub async fn sinks(town: &Town) {
    town.two_quiet_rounds();
    town.app.work().await;
    let usual = scores(&[(2, "2026-03-02")], |_| None);
    let score = |at: usize| {
        let line = usual.lines().nth(at)?;
        line.rsplit(';').next()?.parse::<usize>().ok()
    };
    let falls = scores(&[(2, "2026-03-02")], |at| match at {
        _ if at == GROUP_SIZE + 1 => Some(3),
        _ if at > GROUP_SIZE => Some(score(at)?.saturating_sub(8)),
        _ => None,
    });
    town.bring_in(&falls);
    town.app.work().await;
}

/// After two quiet rounds 6A and 6B lose so many points.
async fn fall(town: &Town, first: usize, second: usize) {
    town.two_quiet_rounds();
    town.app.work().await;
    let usual = scores(&[(2, "2026-03-02")], |_| None);
    let score = |at: usize| usual.lines().nth(at)?.rsplit(';').next()?.parse::<usize>().ok();
    let fallen = |at: usize| Some(score(at)?.saturating_sub(if at > GROUP_SIZE { second } else { first }));
    town.bring_in(&scores(&[(2, "2026-03-02")], fallen));
    town.app.work().await;
}

both_databases! {
    async fn a_pupil_of_a_group_that_moved_stands_under_it_until_somebody_worries(database: Database) {
        let town = Town::new(database);
        sinks(&town).await;
        let noor = town.signals_about(&town.cast.noor.0).await;
        assert_eq!(noor[0]["rules"], json!(["unexpected-decline"]), "{noor:#?}");
        let (shown, folded) = list(&town, MENTOR).await;
        assert!(shown.contains("groep 6B") || shown.contains("Groep 6B"), "{shown}");
        assert!(folded.contains("1 leerling van deze groep") && folded.contains("Noor V."), "{folded}");
        assert!(!shown.contains("Noor V."), "{shown}");

        // Two pupils wait for the mentor; what is new about a group is the coordinator's to decide.
        assert!(shown.contains("2 wachten op u"), "{shown}");
        // The same two are no one else's as well; the coordinator reads that they are with a mentor.
        assert!(shown.contains("0 bij mentoren"), "{shown}");
        assert!(list(&town, COORDINATOR).await.0.contains("2 bij mentoren"));

        // Her row can be answered from under the group.
        assert!(folded.contains(&format!("/signalen/mentor/{}", town.cast.noor)), "{folded}");

        // Without the group's row in the list nothing is hidden under it.
        let pupils = town.at_the_pages(MENTOR).await.open("/signalen?niveau=pupil").await.is(200).text;
        assert!(pupils.contains("Noor V.") && !pupils.contains("details class=\"more fold\""), "{pupils}");

        let seen = json!({"pupil": town.cast.noor, "domain": "stemming", "tone": "concern", "source": "staff",
            "text": "Zit alleen", "seen_on": "2026-03-12"});
        town.api(MENTOR).post("/api/v1/observations", seen).await.is(201);
        for email in [MENTOR, COORDINATOR] {
            let (shown, folded) = list(&town, email).await;
            assert!(shown.contains("Noor V.") && !folded.contains("Noor V."), "{email}: {shown}");
        }
    }

    async fn of_two_groups_the_one_that_chance_explains_least_stands_first(database: Database) {
        // Given 6A that goes down, and 6B that does so more
        let town = Town::new(database);
        fall(&town, 6, 10).await;
        // Then 6B stands above 6A, and its explanation says among how many comparisons
        let (shown, _) = list(&town, COORDINATOR).await;
        let at = |group: &str| shown.find(&format!("Groep {group}")).unwrap_or_else(|| panic!("{group}: {shown}"));
        assert!(at("6B") < at("6A"), "{shown}");
        let signals = town.api(COORDINATOR).get("/api/v1/signals").await.items();
        let group = signals.iter().find(|one| one["level"] == "group").expect("a signal on a group");
        assert!(group.to_string().contains("vergelijkingen gemaakt, van groepen en van de school"), "{group:#}");
    }

    async fn a_low_level_is_never_folded(database: Database) {
        let town = Town::new(database);
        sinks(&town).await;
        // In the next round she stays low while the group sinks further.
        town.app.state.clock.advance(chrono::Duration::days(210));
        town.bring_in(&scores(&[(3, "2026-10-05")], |at| match at {
            _ if at == GROUP_SIZE + 1 => Some(1),
            _ if at > GROUP_SIZE => Some(4),
            _ => None,
        }));
        town.app.work().await;
        let noor = town.signals_about(&town.cast.noor.0).await;
        let rules = noor[0]["rules"].as_array().unwrap();
        assert!(rules.contains(&json!("level")) || rules.contains(&json!("persistent")), "{noor:#?}");
        let (shown, folded) = list(&town, MENTOR).await;
        assert!(shown.contains("Noor V.") && !folded.contains("Noor V."), "{shown}");
    }
}
