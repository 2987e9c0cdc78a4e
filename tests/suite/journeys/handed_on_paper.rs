//! The handover as a PDF for the school's own secure mail: what was sent, while it is open, to who may see it.

use baken::ground::db::schema::audit;
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{complete_draft, sent};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, NEIGHBOUR};

both_databases! {
    async fn it_goes_on_paper_from_sending_until_the_end(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let draft = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        let school = town.at_the_pages(COORDINATOR).await;
        let early = school.open(&format!("/verwijzingen/{draft}/overdracht.pdf")).await.is(409);
        assert!(early.text.contains("pas op papier als zij is verstuurd"), "{early:?}");

        let (id, _) = sent(&town, &signal).await;
        let path = format!("/verwijzingen/{id}/overdracht.pdf");
        let page = school.open(&format!("/verwijzingen/{id}")).await.is(200);
        assert!(page.text.contains(&path), "{page:?}");
        let paper = school.open(&path).await.is(200);
        assert!(paper.text.starts_with("%PDF-"), "{paper:?}");
        town.at_the_pages(MENTOR).await.open(&path).await.is(403);
        town.at_the_pages(NEIGHBOUR).await.open(&path).await.is(404);
        let printed: i64 = town.read(|conn| {
            let lines = audit::table.filter(audit::action.eq("print-packet")).filter(audit::subject_id.eq(&id));
            Ok(lines.count().get_result(conn)?)
        });
        assert_eq!(printed, 1);

        let back = json!({"event": "withdrawn", "reason": "ouders zien ervan af"});
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{id}/transitions"), back).await.is(200);
        school.open(&path).await.is(409);
        assert!(!school.open(&format!("/verwijzingen/{id}")).await.is(200).text.contains(&path));
    }
}
