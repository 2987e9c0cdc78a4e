//! A leader over two rounds, with a pupil who is new and one who is late: what is shown does not tell their scores. Nor of one who
//! is taken back.

use baken::evidence::imports::{self, Actor};
use baken::evidence::instruments::Catalogue;
use baken::ground::audit::Entry;
use baken::ground::scope::{RelationKind, Role};
use baken::insight::disclosure::Reader;
use baken::insight::school;
use baken::school::accounts::ties::{self, NewTie, Tied};
use baken::school::accounts::{manage, store as accounts};
use chrono::Duration;
use serde_json::json;

use super::{Told, Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER};

/// The file without the lines of these pupils.
fn without(file: &str, pupils: &[usize]) -> String {
    let out = |line: &&str| !pupils.iter().any(|at| line.starts_with(&format!("{at:03};")));
    file.lines().filter(out).collect::<Vec<_>>().join("\n")
}

/// Only the lines of this pupil, and the header.
fn only(file: &str, pupil: usize) -> String {
    let keep = |line: &&str| line.starts_with("leerling") || line.starts_with(&format!("{pupil:03};"));
    file.lines().filter(keep).collect::<Vec<_>>().join("\n")
}

impl Town {
    /// All that the leader may open: the pages and the API.
    async fn leader_looks(&self) -> Told {
        let school = self.at_the_pages(LEADER).await.open("/school").await.is(200);
        for path in ["scores", "signals", "groups", "pupils", "imports"] {
            self.api(LEADER).get(&format!("/api/v1/{path}")).await.refuses(403);
        }
        self.api(LEADER).get("/api/v1/schools").await.is(200);
        school
    }

    /// A minute later the coordinator writes down that a pupil's parents object to the list.
    async fn object(&self, pupil: &str) {
        self.app.state.clock.advance(Duration::minutes(1));
        let path = format!("/leerlingen/{pupil}/niet-meenemen");
        let form = [("list", "eigen"), ("objected_on", "2026-03-09")];
        self.at_the_pages(COORDINATOR).await.send(&path, &form).await.is(303);
        self.app.state.clock.advance(Duration::minutes(1));
    }

    /// And a minute after that, that they take it back.
    async fn take_back(&self, pupil: &str) {
        let coordinator = self.at_the_pages(COORDINATOR).await;
        let path = format!("/leerlingen/{pupil}/niet-meenemen");
        let page = coordinator.open(&format!("/leerlingen/{pupil}")).await.is(200).text;
        let back =
            page.split("/niet-meenemen/").nth(1).and_then(|rest| rest.split('"').next()).expect("a way back");
        coordinator.send(&format!("{path}/{back}"), &[]).await.is(303);
        self.app.state.clock.advance(Duration::minutes(1));
    }
}

both_databases! {
    async fn a_leader_cannot_tell_the_score_of_who_was_added(database: Database) {
        let town = Town::new(database);
        let (new, all) = (2 * GROUP_SIZE, 2 * GROUP_SIZE);
        town.bring_in(&without(&scores(&[(0, "2025-03-05")], |_| None), &[new]));
        let first = town.leader_looks().await;
        assert!(first.text.contains(&format!("n = {}", all - 1)), "{first:?}");
        // A year later with one more: the change of the others, taken from the two totals, would tell.
        town.bring_in(&scores(&[(1, "2026-03-04")], |_| None));
        let second = town.leader_looks().await;
        assert!(second.text.contains(&format!("n = {all})")), "{second:?}");
        assert!(second.text.contains("te herleiden"), "the change is not shown: {second:?}");
        let tells = |page: &Told| page.text.matches(&format!("n = {}", all - 1)).count();
        assert_eq!(tells(&second), 1, "the earlier mean alone: {second:?}");
        // The coordinator sees each pupil, and so the change too.
        let hers = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200);
        assert_eq!(tells(&hers), 2, "{hers:?}");
    }

    async fn a_leader_cannot_take_a_sum_apart_for_who_lacks_a_part_of_it(database: Database) {
        let town = Town::new(database);
        let all = 2 * GROUP_SIZE;
        // Given problems with peers that one pupil was not asked about, and so no sum of these and emotional ones
        let scales = |at: usize| {
            let all = [("emotional", 3), ("peer", 2), ("internalising", 5)];
            all.into_iter().filter(move |(scale, _)| at != 1 || *scale == "emotional")
        };
        let rows = (1..=all).flat_map(|at| {
            scales(at).map(move |(scale, score)| format!("{at:03};2026-03-04;sdq;leerkracht;{scale};{score}\n"))
        });
        let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
        town.bring_in(&std::iter::once(head).chain(rows).collect::<String>());
        // Then the leader has the mean of each part and not of the sum
        let shown = |page: &str, n: usize| page.matches(&format!("n = {n}")).count();
        let leader = town.leader_looks().await.text;
        assert_eq!((shown(&leader, all), shown(&leader, all - 1)), (1, 1), "{leader}");
        assert!(leader.contains("te herleiden"), "{leader}");
        // The coordinator sees each pupil.
        let hers = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert_eq!((shown(&hers, all), shown(&hers, all - 1)), (1, 2), "{hers}");
    }

    async fn a_leader_cannot_tell_the_score_of_who_was_late(database: Database) {
        let town = Town::new(database);
        let (late, file) = (2 * GROUP_SIZE, scores(&[(0, "2026-03-02")], |_| None));
        town.bring_in(&without(&file, &[late]));
        let first = town.leader_looks().await;
        town.bring_in(&only(&file, late));
        assert_eq!(town.leader_looks().await.text, first.text);
        let hers = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200);
        assert!(hers.text.contains(&format!("n = {})", 2 * GROUP_SIZE)), "{hers:?}");
        // A correction leaves everybody where they were.
        let corrected = scores(&[(0, "2026-03-02")], |at| (at == 1).then_some(30));
        town.bring_in(&only(&corrected, 1));
        let third = town.leader_looks().await;
        assert!(third.text.contains(&format!("n = {})", 2 * GROUP_SIZE - 1)), "{third:?}");
    }

    async fn a_leader_cannot_tell_the_score_of_who_is_not_brought_in_again(database: Database) {
        let town = Town::new(database);
        let (gone, all, file) = (2 * GROUP_SIZE, 2 * GROUP_SIZE, scores(&[(0, "2026-03-02")], |_| None));
        let n = |n: usize| format!("n = {n})");
        let first = town.bring_in(&file);
        assert!(town.leader_looks().await.text.contains(&n(all)));
        // The file is taken back, and comes again without one pupil.
        let now = town.app.state.clock.now();
        town.write(|conn| imports::undo(conn, now, Actor::Cli, &first));
        town.bring_in(&without(&file, &[gone]));
        let school = town.leader_looks().await;
        assert!(!school.text.contains(&n(all - 1)) && school.text.contains("te herleiden"), "{school:?}");
        let hers = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200);
        assert!(hers.text.contains(&n(all - 1)), "{hers:?}");
        // Once the pupil is there again, nothing is left to tell.
        town.bring_in(&only(&file, gone));
        assert!(town.leader_looks().await.text.contains(&n(all)));
    }

    async fn a_round_that_an_objection_hides_says_so_and_no_older_one_comes_up_as_now(database: Database) {
        let town = Town::new(database);
        // Given two rounds, in the first of which one pupil was not measured
        let (pupil, all) = (2 * GROUP_SIZE, 2 * GROUP_SIZE);
        town.bring_in(&without(&scores(&[(0, "2025-03-05")], |_| None), &[pupil]));
        town.bring_in(&scores(&[(1, "2026-03-04")], |_| None));
        let before = town.leader_looks().await.text;
        assert!(before.contains(&format!("n = {all})")));
        // When the parents of that pupil object, then the leader reads that the last round is not shown, and nothing of an
        // older one as now
        let id = town.numbered(&format!("{pupil:03}"));
        town.object(&id).await;
        let objected = town.leader_looks().await.text;
        assert!(objected.contains("te herleiden") && !objected.contains(&format!("n = {all})")), "{objected}");
        let told = town.api(COORDINATOR).get(&format!("/api/v1/pupils/{id}")).await.is(200).json();
        assert_eq!(told["left_out"], json!([{"instrument": "eigen", "objected_on": "2026-03-09"}]));
        // And when they take that back, then what it was before: there is nothing to tell apart
        town.take_back(&id).await;
        assert_eq!(town.leader_looks().await.text, before);
    }

    async fn a_round_that_came_during_an_objection_does_not_tell_who_is_taken_along_again(database: Database) {
        let town = Town::new(database);
        // Given a round that came while the parents of one pupil objected: the leader sees the others
        let (pupil, all) = (2 * GROUP_SIZE, 2 * GROUP_SIZE);
        let id = town.numbered(&format!("{pupil:03}"));
        town.object(&id).await;
        town.bring_in(&scores(&[(0, "2026-03-02")], |_| None));
        assert!(town.leader_looks().await.text.contains(&format!("n = {})", all - 1)));
        // When they take it back, then neither total is shown
        town.take_back(&id).await;
        let page = town.leader_looks().await.text;
        assert!(page.contains("te herleiden"), "{page}");
        assert!(!page.contains(&format!("n = {all})")) && !page.contains(&format!("n = {})", all - 1)), "{page}");
    }

    async fn what_was_chosen_in_an_objection_stays_when_the_day_is_wrong(database: Database) {
        let town = Town::new(database);
        town.bring_in(&scores(&[(0, "2026-03-02")], |_| None));
        let path = format!("/leerlingen/{}/niet-meenemen", town.cast.noor);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        for (list, day, says) in [
            ("sociogram", "2027-01-01", "ligt in de toekomst"),
            ("sociogram", "", "Vul in sinds welke dag"),
            ("sociogram", "1800-01-01", "voor de geboorte"),
            ("nergens", "2026-03-09", "Kies een lijst"),
        ] {
            let again = coordinator.send(&path, &[("list", list), ("objected_on", day)]).await.is(422).text;
            assert!(again.contains(says), "{again}");
            assert_eq!(again.contains("<option value=\"sociogram\" selected>"), list == "sociogram", "{again}");
            assert!(again.contains(&format!("name=\"objected_on\" value=\"{day}\"")), "{again}");
        }
    }

    async fn a_leader_with_a_class_cannot_take_it_from_the_total(database: Database) {
        let town = Town::new(database);
        // All of 6B, and five of the other class.
        let five = without(&scores(&[(0, "2026-03-02")], |_| None), &(6..=GROUP_SIZE).collect::<Vec<_>>());
        town.bring_in(&five);
        let shown = format!("n = {})", GROUP_SIZE + 5);
        assert!(town.leader_looks().await.text.contains(&shown));
        let (now, today) = (town.app.state.clock.now(), town.app.state.clock.today());
        let (account, school) = (town.account(LEADER), town.cast.school.clone());
        let by = Entry::of("test", "roles", "account", "");
        let roles = [Role::Leader, Role::Mentor];
        town.write(|conn| manage::set_roles(conn, now, today, &by, &account, &school, &roles));
        let to = Tied::Group(town.cast.group_6b.clone());
        let tie = NewTie { account, kind: RelationKind::Duo, school, to, from: today, until: None };
        town.write(|conn| ties::tie(conn, now, &Entry::of("test", "tie", "account", ""), &tie));
        let school = town.at_the_pages(LEADER).await.open("/school").await.is(200);
        assert!(!school.text.contains(&shown), "{school:?}");
    }

    async fn a_scale_for_the_coordinator_is_not_in_the_leaders_figures(database: Database) {
        let own = include_str!("../../../config/instruments/eigen.toml")
            .replace("code = \"welbevinden\"", "code = \"welbevinden\"\naudience = \"coordinator\"");
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::write(folder.path().join("eigen.toml"), own).unwrap();
        let catalogue = Catalogue::shipped().unwrap().with_folder(folder.path()).unwrap();
        let town = Town::new(database);
        town.bring_in(&scores(&[(0, "2026-03-02")], |_| None));
        let figures = |email: &str| {
            let account = town.account(email);
            town.read(|conn| {
                let scope = accounts::scope(conn, &account, town.app.state.clock.today())?;
                let reader = Reader::of(&scope, &town.cast.school, 10);
                Ok(school::figures(conn, &scope, &catalogue, &town.cast.school, reader)?.len())
            })
        };
        assert_eq!((figures(COORDINATOR), figures(LEADER)), (1, 0));
    }
}
