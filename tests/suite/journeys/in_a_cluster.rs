//! A cluster beside the home groups: who is tied to it sees its pupils, the mentor of the home group acts, and nobody counts
//! twice.

use std::fmt::Write as _;

use baken::ground::GroupId;
use baken::ground::audit::Entry;
use baken::ground::scope::RelationKind;
use baken::school::accounts::ties::{self, NewTie, Tied};
use baken::signals::model::Signal;
use baken::signals::store as signals;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, GROUP_SIZE, MENTOR, OTHER_MENTOR};

const LIST: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;clusters\n";

impl Town {
    /// Tom of 6A and Noor of 6B are in the plus group; the mentor of 6A is tied to it. Gives the group.
    fn plus_group(&self) -> GroupId {
        self.bring_in(&format!(
            "{LIST}001;Tom;Bakker;2015-05-05;6A;6;Plus\n021;Noor;Vos;2015-05-05;6B;6;Plus\n"
        ));
        let (account, now) = (self.account(OTHER_MENTOR), self.app.state.clock.now());
        self.write(|conn| {
            let from = now.date();
            let (kind, to) = ties::named(conn, &self.cast.school, "duo", "Plus", "", from)?;
            assert_eq!(kind, RelationKind::Duo);
            let Tied::Group(group) = to.clone() else { panic!("{to:?}") };
            let new = NewTie { account, kind, school: self.cast.school.clone(), to, from, until: None };
            ties::tie(conn, now, &Entry::of("test", "tie", "account", ""), &new)?;
            Ok(group)
        })
    }

    /// All signals of the school that are open.
    fn open_signals(&self) -> Vec<Signal> {
        self.read(|conn| signals::open_at(conn, &self.cast.school))
    }
}

both_databases! {
    async fn who_is_tied_to_a_cluster_sees_its_pupils_and_no_others(database: Database) {
        let town = Town::new(database);
        let noor = format!("/leerlingen/{}", town.cast.noor);
        town.at_the_pages(OTHER_MENTOR).await.open(&noor).await.is(404);
        let plus = town.plus_group();
        let at = town.at_the_pages(OTHER_MENTOR).await;
        let page = at.open(&noor).await.is(200).text;
        assert!(page.contains("clusters: Plus") && page.contains("6B"), "{page}");
        let group = at.open(&format!("/groepen/{plus}")).await.is(200).text;
        for told in ["Tom Bakker", "Noor Vos", "Dit is een cluster"] {
            assert!(group.contains(told), "{told}: {group}");
        }
        assert!(at.open("/leerlingen").await.is(200).text.contains("Noor Vos"));
        let of_6b = town.api(COORDINATOR).get("/api/v1/pupils").await.is(200).items();
        let classmate = of_6b.iter().find(|one| one["number"] == "022").expect("a classmate")["id"].as_str().unwrap().to_owned();
        at.open(&format!("/leerlingen/{classmate}")).await.is(404);
        let found = of_6b.iter().find(|one| one["number"] == "021").expect("Noor");
        assert_eq!((&found["groups"], &found["clusters"]), (&serde_json::json!(["6B"]), &serde_json::json!(["Plus"])));

        let mentor = town.at_the_pages(MENTOR).await;
        mentor.open(&format!("/groepen/{plus}")).await.is(404);
        mentor.open(&format!("/leerlingen/{}", town.cast.tom)).await.is(404);
        let all = town.at_the_pages(COORDINATOR).await.open("/leerlingen").await.is(200).text;
        assert!(all.contains("Clusters van de school"), "{all}");
        town.at_the_pages(ADMINISTRATION).await.open(&format!("/groepen/{plus}")).await.is(403);
    }

    async fn out_of_the_cluster_is_out_of_sight(database: Database) {
        let town = Town::new(database);
        town.plus_group();
        town.days_pass(1).await;
        let noor = format!("/leerlingen/{}", town.cast.noor);
        town.at_the_pages(OTHER_MENTOR).await.open(&noor).await.is(200);
        town.bring_in(&format!("{LIST}021;Noor;Vos;2015-05-05;6B;6;\n"));
        town.at_the_pages(OTHER_MENTOR).await.open(&noor).await.is(404);
    }

    async fn the_mentor_of_the_home_group_answers_a_signal(database: Database) {
        let town = Town::new(database);
        town.plus_group();
        town.noor_has_fallen().await;
        let waits = town.open_signals();
        assert!(waits.iter().any(|one| one.pupil_id.as_ref() == Some(&town.cast.noor)), "{waits:?}");
        let way = format!("/signalen/mentor/{}", town.cast.noor);
        let answer = [("view", "recognised"), ("choice", "takes_up"), ("note", "")];
        let tied = town.at_the_pages(OTHER_MENTOR).await;
        assert!(!tied.open("/signalen").await.is(200).text.contains(&way), "is not asked");
        tied.send(&way, &answer).await.is(403);
        let mentor = town.at_the_pages(MENTOR).await;
        assert!(mentor.open("/signalen").await.is(200).text.contains(&way));
        mentor.send(&way, &answer).await.is(303);
    }

    async fn nobody_counts_twice(database: Database) {
        let told = |signals: &[Signal]| {
            let mut told: Vec<String> = signals.iter().map(|one| format!("{:?} {}", one.level, one.domain)).collect();
            told.sort();
            told
        };
        let town = Town::new(database);
        // The whole of 6B in a cluster as well: what is said of 6B is not said of it again.
        let mut list = LIST.to_owned();
        for at in GROUP_SIZE + 1..=2 * GROUP_SIZE {
            let name = if at == GROUP_SIZE + 1 { "Noor;Vos".to_owned() } else { format!("Kind{at};Wilgen{at}") };
            writeln!(list, "{at:03};{name};2015-05-05;6B;6;Plus").expect("a line");
        }
        town.two_quiet_rounds();
        town.bring_in(&super::scores(&[(2, "2026-03-02")], |at| (at > GROUP_SIZE).then_some(3)));
        town.bring_in(&list);
        town.app.work().await;
        let signals = town.open_signals();
        let of_groups: Vec<_> = signals.iter().filter_map(|one| one.group_id.clone()).collect();
        let six_b = town.api(COORDINATOR).get("/api/v1/groups").await.is(200).items();
        let plus = six_b.iter().find(|one| one["name"] == "Plus").expect("a cluster");
        assert_eq!(plus["cluster"], true);
        assert!(!signals.is_empty() && of_groups.iter().all(|id| plus["id"] != id.0.as_str()), "{:?}", told(&signals));
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/groepen/{}", plus["id"].as_str().unwrap())).await.is(200).text;
        assert!(!page.contains("<svg"), "no figures: {page}");
    }
}
