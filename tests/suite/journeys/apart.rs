//! The meldcode, apart: what is moved there is nowhere else for anybody, without a gap; the officer and whom a file names
//! read it, until the day; five steps and two decisions; nothing is reported by itself.

use std::collections::BTreeMap;

use baken::care::meldcode::flags_inspection;
use baken::door::Door;
use baken::ground::Error;
use baken::ground::db::schema::{audit, drafts, meldcode_files, meldcode_reads, observations, outbox};
use baken::ground::scope::Role;
use baken::ground::{PupilId, chain};
use baken::school::accounts::store as accounts;
use baken::serve;
use diesel::prelude::*;
use serde_json::json;

use super::referring::{complete_draft, link_in, packet_on, spoken_with_both};
use super::who_may::filled;
use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{
    ADMINISTRATION, COORDINATOR, MENTOR, NEIGHBOUR, OFFICER, ONE_A_ROLE, OTHER_MENTOR,
};

/// What somebody saw, that should not have been written where it was.
const SECRET: &str = "Blauwe plek op de arm, zegt van de trap";

impl Town {
    /// Somebody moves it to the meldcode.
    async fn moves(&self, email: &str, observation: &str) -> Told {
        self.at_the_pages(email).await.send(&format!("/observaties/{observation}/verplaats"), &[]).await
    }

    /// The officer opens a file for Noor.
    async fn file_of_noor(&self) -> String {
        self.at_the_pages(OFFICER).await.send("/meldcode/nieuw", &[("naam", "noor vos")]).await.is(303).to
    }

    /// A file with a step, something moved in, and somebody named; gives its address.
    pub async fn a_file_with_everything(&self) -> String {
        let (observation, _) = self.worries_about_noor("gezin", SECRET).await;
        self.moves(MENTOR, &observation).await.is(303);
        let file = self.file_of_noor().await;
        let officer = self.at_the_pages(OFFICER).await;
        let taken =
            [("step", "reported"), ("on", "2026-03-12"), ("facts", "Gebeld en gemeld"), ("opinion", "Spoed")];
        officer.send(&format!("{file}/stap"), &taken).await.is(303);
        let account = self.account(MENTOR).0;
        let named = [("who", account.as_str()), ("from", "2026-03-12"), ("until", "2026-06-12")];
        officer.send(&format!("{file}/personen"), &named).await.is(303);
        file
    }

    /// All that anybody can open, by role and path.
    async fn everything_shown(&self, ids: &[&str]) -> BTreeMap<(String, String), (u16, String)> {
        let mut shown = BTreeMap::new();
        for (role, email) in
            ONE_A_ROLE.iter().chain(&[(Role::Mentor, OTHER_MENTOR), (Role::Coordinator, NEIGHBOUR)])
        {
            let pages = self.at_the_pages(email).await;
            for (door, route) in serve::routes().filter(|(_, route)| route.method.is_safe()) {
                for id in ids {
                    let path = filled(route.path, id);
                    let path = match path.as_str() {
                        "/observaties/nieuw" | "/verwijzingen/nieuw" => format!("{path}?leerling={id}"),
                        "/api/v1/conversations" | "/api/v1/observations" | "/api/v1/signals" => {
                            format!("{path}?pupil={id}")
                        }
                        "/leerlingen" => format!("{path}?naam=noor"),
                        _ => path,
                    };
                    let told = match door {
                        Door::Web => pages.open(&path).await,
                        Door::Api => self.api(email).get(&path).await,
                    };
                    shown.insert((format!("{role} {email}"), path), (told.status, told.text));
                }
            }
        }
        shown
    }
}

const LIST: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n";

both_databases! {
    async fn what_is_moved_is_nowhere_for_anybody_and_leaves_no_gap(database: Database) {
        let town = Town::new(database);
        let fallen = town.noor_has_fallen().await;
        let (noor, group) = (town.cast.noor.0.clone(), town.cast.group_6b.0.clone());
        let ids = [noor.as_str(), group.as_str(), fallen.as_str()];
        let before = town.everything_shown(&ids).await;

        let (observation, signal) = town.worries_about_noor("gezin", SECRET).await;
        let watch = json!({"event": "watching", "look_on": "2026-03-20", "note": "Ik kijk nog even aan", "only_this": true});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{signal}/decisions"), watch).await.is(200);
        let page = format!("/leerlingen/{noor}");
        let seen = town.at_the_pages(COORDINATOR).await.open(&page).await.is(200);
        assert!(seen.text.contains(SECRET) && seen.text.contains(&format!("/observaties/{observation}/verplaats")));
        town.moves(MENTOR, &observation).await.is(303);

        let after = town.everything_shown(&ids).await;
        for ((who, path), told) in &after {
            // The officer has a file now.
            if who.contains(OFFICER) && path == "/meldcode" {
                continue;
            }
            let was = before.get(&(who.clone(), path.clone())).expect("opened before");
            assert!(told == was, "{who} {path} tells: {told:?} instead of {was:?}");
        }
        assert!(after.len() > 400, "{}", after.len());
        town.api(COORDINATOR).get(&format!("/api/v1/signals/{signal}")).await.is(404);
        town.at_the_pages(COORDINATOR).await.open(&format!("/signalen/{signal}/toewijzen")).await.is(404);
        town.moves(MENTOR, &observation).await.is(404);
        // Nor in the log, nor waiting in a mail.
        let (lines, left, mails): (Vec<(String, String, String)>, i64, i64) = town.read(|conn| {
            let log = audit::table.select((audit::action, audit::subject_id, audit::detail)).load(conn)?;
            let left = observations::table.count().get_result(conn)?;
            Ok((log, left, outbox::table.filter(outbox::done_at.is_null()).count().get_result(conn)?))
        });
        assert!(!format!("{lines:?}").contains(&observation) && !format!("{lines:?}").contains(&signal), "{lines:?}");
        assert_eq!((left, mails), (0, 0));
    }

    async fn the_officer_sees_it_whole_with_who_had_read_it(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let fallen = town.noor_has_fallen().await;
        let (observation, signal) = town.worries_about_noor("gezin", SECRET).await;
        town.api(COORDINATOR).get(&format!("/api/v1/pupils/{}", town.cast.noor)).await.is(200);
        // It goes along to a partner, who opens it, and stands in a draft to another.
        spoken_with_both(&town).await;
        let mut draft = complete_draft(&town, &fallen);
        draft["choice"]["observations"] = json!([observation]);
        let coordinator = town.api(COORDINATOR);
        let referral = coordinator.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let code = coordinator.post(&format!("/api/v1/referrals/{referral}/transitions"), json!({"event": "send"})).await.is(200).say("code");
        draft["partner"] = json!(town.cast.partnership);
        draft["ground"] = json!("statutory");
        draft["consents"] = json!([]);
        let waiting = coordinator.post("/api/v1/referrals", draft).await.is(201).say("id");
        town.app.work().await;
        let (partner, link) = (town.passer_by(), link_in(&mail.mails()));
        partner.send(&link, &[("code", &code)]).await.is(303);
        assert!(partner.open(&link).await.is(200).text.contains(SECRET));
        // And somebody typed the same once more.
        let typed = [("leerling", town.cast.noor.0.as_str()), ("text", SECRET)];
        town.at_the_pages(MENTOR).await.send("/observaties/concept", &typed).await.is(200);

        town.moves(COORDINATOR, &observation).await.is(303);
        let pages = town.at_the_pages(COORDINATOR).await;
        for path in [format!("/verwijzingen/{referral}"), format!("/verwijzingen/{waiting}"), format!("/leerlingen/{}", town.cast.noor)] {
            let told = pages.open(&path).await.is(200);
            assert!(!told.text.contains(SECRET) && !told.text.contains(&observation), "{path}: {told:?}");
        }
        let kept: Vec<String> = town.read(|conn| Ok(drafts::table.select(drafts::body).load(conn)?));
        assert!(!kept.iter().any(|body| body.contains(SECRET)), "{kept:?}");
        // What was sent stays sent.
        assert!(packet_on(&partner.open(&link).await.is(200)).contains(SECRET));

        let officer = town.at_the_pages(OFFICER).await;
        assert_eq!(officer.open("/").await.to, "/meldcode");
        let list = officer.open("/meldcode").await.is(200);
        assert!(list.text.contains("Noor Vos") && !list.text.contains(SECRET), "{list:?}");
        let file = town.file_of_noor().await;
        let told = officer.open(&file).await.is(200);
        assert!(told.text.contains(SECRET) && !told.text.contains(&signal), "{told:?}");
        assert!(told.text.contains("Gezien door de gymdocent op"), "{told:?}");
        let readers = told.text.split("Wie had dit al kunnen lezen").nth(1).expect("the readers").split("</ul>").next().unwrap();
        for (email, reads) in [(MENTOR, true), (COORDINATOR, true), (OTHER_MENTOR, false), (ADMINISTRATION, false)] {
            let name = town.read(|conn| accounts::by_email(conn, email)).expect("an account").name;
            assert_eq!(readers.contains(&name), reads, "{name} in {readers}");
        }
        assert!(readers.contains("Schoolmaatschappelijk werk, buiten de school"), "{readers}");
        assert!(!readers.contains("Samenwerkingsverband"), "a draft was sent to nobody: {readers}");
    }

    async fn a_signal_that_rests_on_more_stays_without_it(database: Database) {
        let town = Town::new(database);
        let urgent = json!({"pupil": town.cast.noor, "domain": "gezin", "tone": "concern", "source": "staff", "urgent": true, "text": SECRET, "seen_on": "2026-03-11"});
        let first = town.api(MENTOR).post("/api/v1/observations", urgent).await.is(201);
        let (_, signal) = town.worries_about_noor("gezin", "Is vaak moe").await;
        assert_eq!(first.say("signal"), signal);
        let severity = |town: &Town| {
            let found = town.read(|conn| {
                use baken::ground::db::schema::signals;
                Ok(signals::table.select((signals::severity, signals::human)).load::<(String, bool)>(conn)?)
            });
            found[0].clone()
        };
        assert_eq!(severity(&town), ("A".to_owned(), true));
        town.moves(MENTOR, &first.say("id")).await.is(303);
        assert_eq!(severity(&town), ("B".to_owned(), true), "as if only the other had been there");
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn only_the_officer_and_whom_a_file_names_read_it_until_the_day(database: Database) {
        let town = Town::new(database);
        let file = town.file_of_noor().await;
        let lines = |town: &Town| -> (i64, i64) {
            town.read(|conn| Ok((audit::table.count().get_result(conn)?, meldcode_reads::table.count().get_result(conn)?)))
        };
        let (officer, mentor) = (town.at_the_pages(OFFICER).await, town.at_the_pages(MENTOR).await);
        let before = lines(&town);
        officer.open(&file).await.is(200);
        assert_eq!(lines(&town), (before.0, before.1 + 1), "a line in the own chain and none in the log");

        // To all others it is like what is not there, in the same words.
        for email in [MENTOR, COORDINATOR, NEIGHBOUR, ADMINISTRATION] {
            let pages = town.at_the_pages(email).await;
            let nothing = pages.open("/meldcode/onbekend").await.is(404);
            for path in [&file, "/meldcode", "/meldcode/nieuw", &format!("/meldcode/nieuw?leerling={}", town.cast.noor)] {
                assert_eq!(pages.open(path).await.is(404).text, nothing.text, "{email} {path}");
            }
            pages.send("/meldcode/nieuw", &[("naam", "Noor Vos")]).await.is(404);
            pages.send(&format!("{file}/stap"), &[("step", "weighing"), ("on", "2026-03-12"), ("opinion", "x")]).await.is(404);
        }
        let elsewhere = format!("/meldcode/nieuw?leerling={}", town.cast.sam);
        officer.open(&elsewhere).await.is(404);

        let account = town.account(MENTOR).0;
        let named = [("who", account.as_str()), ("from", "2026-03-13"), ("until", "2026-03-14")];
        officer.send(&format!("{file}/personen"), &named).await.is(303);
        mentor.open(&file).await.is(404);
        town.days_pass(1).await;
        let mentor = town.at_the_pages(MENTOR).await;
        let told = mentor.open(&file).await.is(200);
        assert!(told.text.contains("Noor Vos") && !told.text.contains("/stap"), "{told:?}");
        assert!(mentor.open("/signalen").await.is(200).text.contains("href=\"/meldcode\""), "and is led there");
        mentor.open("/meldcode").await.is(200);
        mentor.send(&format!("{file}/stap"), &[("step", "weighing"), ("on", "2026-03-12"), ("opinion", "x")]).await.is(404);
        town.at_the_pages(COORDINATOR).await.open(&file).await.is(404);
        town.days_pass(2).await;
        let mentor = town.at_the_pages(MENTOR).await;
        mentor.open(&file).await.is(404);
        assert!(!mentor.open("/signalen").await.is(200).text.contains("href=\"/meldcode\""));

        let refused = [("who", account.as_str()), ("from", "2026-03-15"), ("until", "2026-03-14")];
        town.at_the_pages(OFFICER).await.send(&format!("{file}/personen"), &refused).await.is(422);
        let other = town.account(NEIGHBOUR).0;
        let stranger = [("who", other.as_str()), ("from", "2026-03-15"), ("until", "2026-03-20")];
        town.at_the_pages(OFFICER).await.send(&format!("{file}/personen"), &stranger).await.is(422);
    }

    async fn five_steps_two_decisions_and_the_day_of_the_answer(database: Database) {
        let town = Town::new(database);
        let file = town.file_of_noor().await;
        let officer = town.at_the_pages(OFFICER).await;
        let step = format!("{file}/stap");
        let take = async |fields: &[(&str, &str)]| {
            let mut form = vec![("on", "2026-03-12")];
            form.extend(fields);
            officer.send(&step, &form).await
        };
        take(&[("step", "signals"), ("facts", " ")]).await.is(422);
        take(&[("step", "signals"), ("facts", "Drie keer zonder jas"), ("opinion", "Dat zegt misschien iets")]).await.is(303);
        take(&[("step", "consultation"), ("facts", "Advies: praat met moeder")]).await.is(422);
        take(&[("step", "consultation"), ("consulted", "Veilig Thuis"), ("facts", "Advies: praat met moeder")]).await.is(303);
        take(&[("step", "conversation"), ("consulted", "moeder en kind"), ("facts", "Zij vertelt weinig")]).await.is(303);
        let both = [("step", "decisions"), ("report", "yes"), ("report_reason", "Structureel"), ("help", "no"), ("help_reason", "Wordt geweigerd")];
        take(&both).await.is(409);
        take(&[("step", "weighing"), ("opinion", "Structureel onveilig")]).await.is(303);
        take(&both[..3]).await.is(422);
        let half = take(&both[..4]).await.is(422);
        assert!(half.text.contains("Structureel</textarea>"), "what was typed is still there: {half:?}");
        take(&[("step", "closed")]).await.is(409);
        take(&[("step", "answered"), ("facts", "x")]).await.is(409);
        take(&both).await.is(303);
        let sent: i64 = town.read(|conn| Ok(outbox::table.count().get_result(conn)?));
        assert_eq!(sent, 0, "nothing is reported to anyone by itself");
        take(&[("step", "reported"), ("facts", "Gebeld en gemeld")]).await.is(303);
        let told = officer.open(&file).await.is(200);
        assert!(told.text.contains("uiterlijk do 19 maart 2026"), "five working days after a Thursday: {told:?}");
        assert!(told.text.contains("<strong>Feiten:</strong> Drie keer zonder jas") && told.text.contains("<strong>Mening of weging:</strong> Dat zegt misschien iets"));
        assert!(told.text.contains("Ja. Structureel") && told.text.contains("Nee. Wordt geweigerd"));
        town.days_pass(8).await;
        let officer = town.at_the_pages(OFFICER).await;
        assert!(officer.open("/meldcode").await.text.contains("had uiterlijk do 19 maart 2026"));
        officer.send(&step, &[("step", "answered"), ("on", "2026-03-20"), ("facts", "Start onderzoek")]).await.is(303);
        officer.send(&step, &[("step", "unfounded"), ("on", "2026-03-20"), ("opinion", "Ziekte verklaart de plekken")]).await.is(303);
        let told = officer.open(&file).await.is(200);
        assert!(told.text.contains("Vermoeden ongegrond") && told.text.contains("Ziekte verklaart de plekken"), "{told:?}");
        officer.send(&step, &[("step", "weighing"), ("on", "2026-03-20"), ("opinion", "x")]).await.is(409);
        officer.send(&step, &[("step", "reopened"), ("on", "2026-03-20"), ("opinion", "Nieuw gezien")]).await.is(303);
    }

    async fn bringing_in_merging_and_taking_back_work_as_if_there_were_no_file(database: Database) {
        let town = Town::new(database);
        let brought = town.bring_in(&format!("{LIST}900;Mila;Los;2015-05-05;6B;6\n"));
        let officer = town.at_the_pages(OFFICER).await;
        officer.send("/meldcode/nieuw", &[("naam", "Mila Los")]).await.is(303);
        let of = |town: &Town| -> Vec<String> {
            town.read(|conn| Ok(meldcode_files::table.order(meldcode_files::id).select(meldcode_files::pupil_id).load(conn)?))
        };
        let mila = of(&town)[0].clone();
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("blijft", "021"), ("gaat", "900"), ("scores", "blijft")];
        let office = town.at_the_pages(ADMINISTRATION).await;
        let asked = format!("/invoer/samenvoegen?school={school}&blijft=021&gaat=900");
        assert!(!office.open(&asked).await.is(200).text.to_lowercase().contains("meldcode"));
        let act = office.send("/invoer/samenvoegen", &form).await.is(303).to;
        assert_eq!(of(&town), std::slice::from_ref(&town.cast.noor.0));
        let told = office.open(&act).await.is(200);
        assert!(!told.text.to_lowercase().contains("meldcode"), "{told:?}");
        let log: Vec<String> = town.read(|conn| Ok(audit::table.select(audit::detail).load(conn)?));
        assert!(!log.iter().any(|detail| detail.contains("meldcode")), "{log:?}");
        office.send(&act, &[("choice", "undo")]).await.is(303);
        assert_eq!(of(&town), [mila]);
        office.send(&format!("/invoer/{brought}"), &[("choice", "undo")]).await.is(303);
        assert!(officer.open("/meldcode").await.is(200).text.contains("Mila Los"), "the file stays");
    }

    async fn at_inspection_a_person_is_told_to_judge(database: Database) {
        let town = Town::new(database);
        let ask = |email: &str, pupil: &PupilId| {
            let (account, today, now) = (town.account(email), town.app.state.clock.today(), town.app.state.clock.now());
            town.app.state.db.write_blocking(|conn| {
                let scope = accounts::scope(conn, &account, today)?;
                flags_inspection(conn, &scope, now, pupil)
            })
        };
        assert!(!ask(COORDINATOR, &town.cast.noor).unwrap());
        town.file_of_noor().await;
        assert!(ask(COORDINATOR, &town.cast.noor).unwrap() && !ask(COORDINATOR, &town.cast.tom).unwrap());
        assert!(matches!(ask(MENTOR, &town.cast.noor), Err(Error::Forbidden(_))));
        assert!(matches!(ask(NEIGHBOUR, &town.cast.noor), Err(Error::NotFound(_))));
        let asked: i64 = town.read(|conn| Ok(meldcode_reads::table.filter(meldcode_reads::action.eq("inspection")).count().get_result(conn)?));
        assert_eq!(asked, 1, "and that it was asked is written down");
    }

    async fn what_was_moved_leaves_the_chains_whole(database: Database) {
        let town = Town::new(database);
        let (observation, _) = town.worries_about_noor("gezin", SECRET).await;
        baken::worker::seal(&town.app.state).await.unwrap();
        town.moves(MENTOR, &observation).await.is(303);
        while baken::worker::seal(&town.app.state).await.unwrap() > 0 {}
        for one in [chain::Chain::Log, chain::Chain::Meldcode] {
            let found = town.read(|conn| chain::verify(conn, one));
            assert!(found.faults.is_empty() && found.last.is_some(), "{found:?}");
        }
    }

    async fn without_an_officer_and_of_a_group_nothing_is_moved(database: Database) {
        let town = Town::new(database);
        let seen = json!({"group": town.cast.group_6b, "domain": "motivatie", "tone": "concern", "source": "staff", "text": "Onrustig", "seen_on": "2026-03-11"});
        let of_group = town.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201).say("id");
        town.moves(COORDINATOR, &of_group).await.is(404);
        let (observation, _) = town.worries_about_noor("gezin", SECRET).await;
        town.moves(OTHER_MENTOR, &observation).await.is(404);
        town.write(|conn| {
            use baken::ground::db::schema::roles;
            Ok(diesel::delete(roles::table.filter(roles::role.eq(Role::AttentionOfficer))).execute(conn)?)
        });
        town.moves(MENTOR, &observation).await.is(422);
    }
}
