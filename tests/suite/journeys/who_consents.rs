//! A list on health that rests on explicit consent: without a known consent its rows are refused, and withdrawn it takes
//! what came in along.

use baken::ground::db::schema::{audit, scores};
use diesel::prelude::*;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR};

const ROWS: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n\
                    021;2026-03-02;zorg;leerkracht;welbevinden;12\n\
                    001;2026-03-02;zorg;leerkracht;welbevinden;30\n";

fn town(database: crate::support::Database) -> Town {
    let list = include_str!("../../../config/instruments/eigen.toml").replacen(
        "code = \"eigen\"",
        "code = \"zorg\"\nspecial_category = true\nground = \"explicit consent\"",
        1,
    );
    Town::knowing(database, &list)
}

both_databases! {
    async fn rows_come_in_for_whom_consent_is_known_and_go_when_it_is_withdrawn(database: Database) {
        let town = town(database);
        let report = town.offer(ROWS).unwrap().1;
        assert_eq!((report.new, report.refused.len()), (0, 2));
        assert!(report.refused.iter().all(|row| row.reason.contains("vastgelegde toestemming")), "{report:?}");
        let path = format!("/leerlingen/{}/toestemming", town.cast.noor);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let form = |by, on| [("list", "zorg"), ("by", by), ("given_on", on)];
        let young = coordinator.send(&path, &form("pupil", "2026-03-01")).await.is(422);
        assert!(young.text.contains("geeft een ouder de toestemming"), "{young:?}");
        coordinator.send(&path, &form("parent", "2027-03-01")).await.is(422);
        let mentor = town.at_the_pages(MENTOR).await;
        mentor.send(&path, &form("parent", "2026-03-01")).await.is(403);
        coordinator.send(&path, &form("parent", "2026-03-01")).await.is(303);
        let page = coordinator.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text;
        assert!(page.contains("gegeven door een ouder op zo 1 maart 2026"), "{page}");
        let report = town.offer(ROWS).unwrap().1;
        assert_eq!((report.new, report.refused.len(), report.refused[0].row), (1, 1, 2));
        let stored = || -> i64 { town.read(|conn| Ok(scores::table.count().get_result(conn)?)) };
        assert_eq!(stored(), 1);
        let end = page.split("/toestemming/").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
        coordinator.send(&format!("{path}/{end}"), &[]).await.is(303);
        assert_eq!(stored(), 0);
        assert_eq!(town.offer(ROWS).unwrap().1.refused.len(), 2);
        let log: Vec<String> = town.read(|conn| {
            let noted = audit::action.like("%list%").and(audit::subject_kind.eq("pupil"));
            Ok(audit::table.filter(noted).order(audit::id).select(audit::detail).load(conn)?)
        });
        assert_eq!(log, ["zorg parent 2026-03-01", "zorg deleted=1"]);
    }

    async fn a_school_chooses_norms_by_sex_and_it_stands_in_the_log(database: Database) {
        let town = town(database);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("by_sex", "ja")];
        town.at_the_pages(MENTOR).await.send("/school/afspraken/normen", &form).await.is(403);
        let odd = [("school", school.as_str()), ("by_sex", "misschien")];
        coordinator.send("/school/afspraken/normen", &odd).await.is(422);
        coordinator.send("/school/afspraken/normen", &form).await.is(303);
        let chosen = town.read(|conn| baken::school::store::school(conn, &town.cast.school)).norms_by_sex;
        assert!(chosen);
        let log: Vec<String> = town.read(|conn| {
            Ok(audit::table.filter(audit::action.eq("choose-norms")).select(audit::detail).load(conn)?)
        });
        assert_eq!(log, ["by sex"]);
    }
}
