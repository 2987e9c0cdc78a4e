//! The school's administration: ties that hold from a day to a day, people and their roles, what the school sets.

use baken::ground::audit::Entry;
use baken::ground::scope::{RelationKind, Role};
use baken::ground::{AccountId, Message, Words};
use baken::school::accounts::manage::{self, NewAccount};
use baken::school::accounts::ties::{self, NewTie, Tied};
use baken::school::store as schools;
use diesel::prelude::*;

use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{ADMIN, ADMINISTRATION, COORDINATOR, MENTOR, NEIGHBOUR, PASSWORD, STAFF};

const COACH: &str = "coach@wilgen.example";

impl Town {
    /// A form of the administration of De Wilgen.
    async fn keeps(&self, who: &str, what: &str, form: &[(&str, &str)]) -> Told {
        let path = format!("/beheer/school/{}/{what}", self.cast.school);
        self.at_the_pages(who).await.send(&path, form).await
    }

    /// Somebody new, with the role of mentor and no group.
    async fn a_coach(&self) -> AccountId {
        let form = [("email", COACH), ("name", "Bo"), ("password", PASSWORD), ("role", "mentor")];
        self.keeps(ADMINISTRATION, "accounts", &form).await.is(303);
        self.account(COACH)
    }

    async fn sees_noor(&self, email: &str) -> bool {
        self.api(email).get(&format!("/api/v1/pupils/{}", self.cast.noor)).await.status == 200
    }

    /// What the log says of these acts, oldest first.
    fn acts(&self, actions: &[&str]) -> Vec<(String, String, String)> {
        use baken::ground::db::schema::audit;
        self.read(|conn| {
            let said = audit::table.filter(audit::action.eq_any(actions)).order(audit::id);
            Ok(said.select((audit::actor, audit::action, audit::detail)).load(conn)?)
        })
    }
}

/// The sentence under a key, as a page writes it.
fn says(told: &Told, key: &'static str) -> bool {
    let sentence = Words::default().say(&Message::new(key));
    told.text.contains(&sentence)
}

both_databases! {
    async fn a_career_coach_tied_to_a_pupil_sees_that_pupil_until_the_day(database: Database) {
        let town = Town::new(database);
        let account = town.a_coach().await;
        assert!(!town.sees_noor(COACH).await);
        let until = "2026-03-20";
        let form = [("account", account.0.as_str()), ("kind", "slb"), ("pupil", "021"), ("from", "2026-03-13"), ("until", until)];
        town.keeps(ADMINISTRATION, "banden", &form).await.is(303);
        assert!(!town.sees_noor(COACH).await, "it begins tomorrow");
        town.days_pass(1).await;
        assert!(town.sees_noor(COACH).await);
        let other = format!("/api/v1/pupils/{}", town.cast.tom);
        town.api(COACH).get(&other).await.is(404);
        town.days_pass(7).await;
        assert!(town.sees_noor(COACH).await, "the last day counts");
        town.days_pass(1).await;
        assert!(!town.sees_noor(COACH).await);
        let line = format!("slb pupil={} from=2026-03-13 until={until}", town.cast.noor);
        assert_eq!(town.acts(&["tie"]), [("administration".to_owned(), "tie".to_owned(), line)]);
    }

    async fn a_tie_is_ended_and_what_it_showed_is_gone(database: Database) {
        let town = Town::new(database);
        let account = town.a_coach().await;
        let form = [("account", account.0.as_str()), ("kind", "inval"), ("group", "6B"), ("from", "2026-03-01"), ("until", "")];
        town.keeps(ADMINISTRATION, "banden", &form).await.is(303);
        assert!(town.sees_noor(COACH).await);
        let again = town.keeps(ADMINISTRATION, "banden", &form).await.is(422);
        assert!(says(&again, "tie-known"), "{again:?}");
        let page = town.at_the_pages(ADMINISTRATION).await.open("/beheer/school").await.is(200).text;
        assert!(page.contains("invaller van groep 6B, vanaf zo 1 maart 2026"), "{page}");
        let end = page.split("/banden/").nth(1).and_then(|rest| rest.split('/').next()).expect("a form").to_owned();
        // The first of the page is the mentor's own; the coach's stands where the name does.
        let own = page.split(COACH).nth(1).and_then(|rest| rest.split("/banden/").nth(1)).and_then(|rest| rest.split('/').next());
        let own = own.unwrap_or(&end).to_owned();
        town.keeps(ADMINISTRATION, &format!("banden/{own}/einde"), &[("until", "2026-02-01")]).await.is(422);
        town.keeps(ADMINISTRATION, &format!("banden/{own}/einde"), &[]).await.is(303);
        assert!(!town.sees_noor(COACH).await);
        town.keeps(ADMINISTRATION, &format!("banden/{own}/einde"), &[]).await.is(404);
        assert_eq!(town.acts(&["untie"]).len(), 1);
    }

    async fn a_form_that_is_refused_keeps_what_was_typed_and_says_why(database: Database) {
        let town = Town::new(database);
        let account = town.a_coach().await;
        let of = account.0.as_str();
        let cases: [(&[(&str, &str)], &str); 5] = [
            (&[("account", of), ("kind", "slb"), ("pupil", "999"), ("from", "2026-03-12")], "999"),
            (&[("account", of), ("kind", "slb"), ("group", "9Z"), ("from", "2026-03-12")], "9Z"),
            (&[("account", of), ("kind", "slb"), ("group", "6B"), ("pupil", "021"), ("from", "2026-03-12")], "niet allebei"),
            (&[("account", of), ("kind", "slb"), ("pupil", "021"), ("from", "2026-03-12"), ("until", "2026-03-11")], "ligt voor de eerste"),
            (&[("account", of), ("kind", "slb"), ("pupil", "021"), ("from", "morgen")], "morgen"),
        ];
        for (form, why) in cases {
            let told = town.keeps(ADMINISTRATION, "banden", form).await.is(422);
            assert!(told.text.contains(why) && told.text.contains("href=\"#tie\""), "{why}: {told:?}");
            let typed = form.iter().find(|(name, _)| *name == "pupil").map_or("6B", |(_, value)| value);
            assert!(told.text.contains(&format!("value=\"{typed}\"")), "{why}: {told:?}");
        }
        let staff = town.account(STAFF);
        let form = [("account", staff.0.as_str()), ("kind", "slb"), ("pupil", "021"), ("from", "2026-03-12")];
        let told = town.keeps(ADMINISTRATION, "banden", &form).await.is(422);
        assert!(says(&told, "tie-no-mentor"), "{told:?}");
        let form = [("email", "nieuw@wilgen.example"), ("name", "Ans"), ("password", "te kort"), ("role", "staff")];
        let told = town.keeps(ADMINISTRATION, "accounts", &form).await.is(422);
        assert!(says(&told, "account-short-password"), "{told:?}");
        assert!(told.text.contains("value=\"Ans\"") && !told.text.contains("te kort"), "{told:?}");
    }

    async fn nobody_gives_anything_to_oneself_nor_the_boards_role(database: Database) {
        let town = Town::new(database);
        let own = town.account(ADMINISTRATION);
        let told = town.keeps(ADMINISTRATION, &format!("accounts/{own}/rollen"), &[("role", "coordinator")]).await.is(422);
        assert!(says(&told, "account-own"), "{told:?}");
        let tie = [("account", own.0.as_str()), ("kind", "mentor"), ("group", "6B"), ("from", "2026-03-12")];
        town.keeps(ADMINISTRATION, "banden", &tie).await.is(422);
        town.keeps(ADMINISTRATION, &format!("accounts/{own}/sluiten"), &[]).await.is(422);
        let staff = town.account(STAFF);
        town.keeps(ADMINISTRATION, &format!("accounts/{staff}/rollen"), &[("role", "admin")]).await.is(422);
        let joins = [("email", COACH), ("name", "Bo"), ("password", PASSWORD), ("role", "admin")];
        town.keeps(ADMINISTRATION, "accounts", &joins).await.is(422);
        town.api(ADMINISTRATION).get("/api/v1/signals").await.is(403);
        assert_eq!(town.acts(&["set-roles", "tie", "disable-account"]), []);
    }

    async fn roles_are_given_and_taken_and_ties_end_with_them(database: Database) {
        let town = Town::new(database);
        let mentor = town.account(MENTOR);
        assert!(town.sees_noor(MENTOR).await);
        town.keeps(ADMINISTRATION, &format!("accounts/{mentor}/rollen"), &[("role", "staff")]).await.is(303);
        town.keeps(ADMINISTRATION, &format!("accounts/{mentor}/rollen"), &[("role", "mentor")]).await.is(303);
        assert!(!town.sees_noor(MENTOR).await, "the ties went with the role");
        town.keeps(ADMINISTRATION, &format!("accounts/{mentor}/sluiten"), &[]).await.is(303);
        town.passer_by().send("/inloggen", &[("email", MENTOR), ("password", PASSWORD)]).await.is(422);
        let actions: Vec<String> = town.acts(&["set-roles", "untie", "disable-account"]).into_iter().map(|(_, action, _)| action).collect();
        assert_eq!(actions, ["set-roles", "untie", "set-roles", "disable-account"]);
    }

    async fn who_works_at_two_schools_is_added_by_address_and_shut_by_the_board(database: Database) {
        let town = Town::new(database);
        town.keeps(ADMINISTRATION, "accounts", &[("email", NEIGHBOUR), ("role", "mentor")]).await.is(303);
        let neighbour = town.account(NEIGHBOUR);
        let told = town.keeps(ADMINISTRATION, &format!("accounts/{neighbour}/sluiten"), &[]).await.is(422);
        assert!(says(&told, "account-elsewhere"), "{told:?}");
        // What the neighbour is at De Elzen is not De Wilgen's to say.
        town.keeps(ADMINISTRATION, &format!("accounts/{neighbour}/rollen"), &[]).await.is(303);
        town.api(NEIGHBOUR).get(&format!("/api/v1/pupils/{}", town.cast.sam)).await.is(200);
    }

    async fn another_school_is_not_there(database: Database) {
        let town = Town::new(database);
        let (there, coordinator) = (&town.cast.neighbours, town.account(NEIGHBOUR));
        let office = town.at_the_pages(ADMINISTRATION).await;
        office.open(&format!("/beheer/school?school={there}")).await.is(404);
        let posts = [
            ("instellingen".to_owned(), vec![("name", "Weg"), ("region", "noord")]),
            ("accounts".to_owned(), vec![("email", COACH), ("name", "Bo"), ("password", PASSWORD), ("role", "mentor")]),
            (format!("accounts/{coordinator}/rollen"), vec![]),
            (format!("accounts/{coordinator}/sluiten"), vec![]),
            ("banden".to_owned(), vec![("account", coordinator.0.as_str()), ("kind", "slb"), ("pupil", "001"), ("from", "2026-03-12")]),
        ];
        for (what, form) in posts {
            office.send(&format!("/beheer/school/{there}/{what}"), &form).await.is(404);
        }
        // A tie of another school is not ended from here.
        let tie = town.write(|conn| {
            let (kind, to) = (RelationKind::Involved, Tied::Pupil(town.cast.sam.clone()));
            let roles = [(Role::Mentor, Some(there.clone()))];
            let by = Entry::of("test", "tie", "account", "");
            let now = town.app.state.clock.now();
            let account = manage::add(conn, now, &by, &NewAccount { email: COACH, name: "Bo", password: PASSWORD, roles: &roles })?;
            let from = town.app.state.clock.today();
            let new = NewTie { account: account.clone(), kind, school: there.clone(), to: to.clone(), from, until: None };
            ties::tie(conn, now, &by, &new)?;
            ties::held(conn, &account, kind, &to, from)
        });
        town.keeps(ADMINISTRATION, &format!("banden/{}/einde", tie.id), &[]).await.is(404);
        // The board's admin keeps all schools.
        town.at_the_pages(ADMIN).await.open(&format!("/beheer/school?school={there}")).await.is(200);
        town.at_the_pages(COORDINATOR).await.open("/beheer/school").await.is(403);
    }

    async fn the_school_sets_its_name_region_and_negative_choices(database: Database) {
        let town = Town::new(database);
        let form = [("name", "De Nieuwe Wilgen"), ("region", "zuid"), ("negative_choices", "on")];
        town.keeps(ADMINISTRATION, "instellingen", &form).await.is(303);
        let school = town.read(|conn| schools::school(conn, &town.cast.school));
        assert_eq!((school.name.as_str(), school.region.as_str(), school.negative_choices), ("De Nieuwe Wilgen", "zuid", true));
        let told = town.keeps(ADMINISTRATION, "instellingen", &[("name", " "), ("region", "zuid")]).await.is(422);
        assert!(says(&told, "school-no-name"), "{told:?}");
        let line = "De Wilgen region=midden negative_choices=false -> De Nieuwe Wilgen region=zuid negative_choices=true";
        assert_eq!(town.acts(&["set-school"]), [("administration".to_owned(), "set-school".to_owned(), line.to_owned())]);
        let english = town.at_the_pages(ADMINISTRATION).await;
        english.send("/taal", &[("language", "en")]).await;
        let page = english.open("/beheer/school").await.is(200).text;
        assert!(page.contains("Pupils may say whom they do not choose"), "{page}");
    }
}
