//! Meetings about pupils: a group on one page, outsiders who hear a name or do not, and what is decided at the table.

use baken::ground::db::schema::{conversations, pupils};
use diesel::prelude::*;
use serde_json::json;

use super::{Told, Town, Visitor};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, NEIGHBOUR, OTHER_MENTOR};

impl Town {
    /// So many pupils of 6B somebody worries about, Noor first.
    pub async fn worries_about(&self, count: usize) {
        let ids: Vec<String> = self.read(|conn| {
            Ok(pupils::table
                .filter(pupils::school_id.eq(&self.cast.school))
                .filter(pupils::number.ge("021"))
                .order(pupils::number)
                .limit(i64::try_from(count).expect("a few"))
                .select(pupils::id)
                .load(conn)?)
        });
        for id in ids {
            let seen = json!({"pupil": id, "domain": "stemming", "tone": "concern", "source": "staff",
                "text": "Zit er stil bij", "seen_on": "2026-03-12"});
            self.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201);
        }
    }

    /// Calls a meeting of a kind on the day itself; gives its address.
    pub async fn calls(&self, who: &Visitor<'_>, kind: &str) -> String {
        let (school, group) = (self.cast.school.0.clone(), self.cast.group_6b.0.clone());
        let form = [("kind", kind), ("school", &school), ("group", &group), ("held_on", "2026-03-12")];
        let called = who.send("/besprekingen", &form).await.is(303);
        called.to.trim_end_matches("/voorbereiden").to_owned()
    }

    /// What was recorded in meetings about Noor.
    fn in_meetings(&self) -> Vec<(String, String)> {
        self.read(|conn| {
            Ok(conversations::table
                .filter(conversations::pupil_id.eq(&self.cast.noor))
                .filter(conversations::with_whom.eq("meeting"))
                .select((conversations::line, conversations::agreed))
                .load(conn)?)
        })
    }
}

/// The id of what stands on a pack's agenda at a place, from zero.
fn seat(pack: &Told, at: usize) -> String {
    let rest = pack.text.split("id=\"plek-").nth(at + 1).unwrap_or_else(|| panic!("no place {at}: {pack:?}"));
    rest.split('"').next().expect("an id").to_owned()
}

/// A page below its head, whose addresses hold letters by chance; a file whole.
fn below(told: &Told) -> &str {
    told.text.split_once("<main").map_or(told.text.as_str(), |(_, main)| main)
}

both_databases! {
    async fn a_group_lies_on_the_table_with_at_most_five_pupils(database: Database) {
        let town = Town::new(database);
        town.worries_about(7).await;
        let urgent = json!({"pupil": town.cast.noor, "domain": "gedrag", "tone": "concern", "urgent": true, "source": "staff",
            "text": "Liep weg", "seen_on": "2026-03-12"});
        town.api(COORDINATOR).post("/api/v1/observations", urgent).await.is(201);
        let mentor = town.at_the_pages(MENTOR).await;
        let meeting = town.calls(&mentor, "group").await;
        let pack = mentor.open(&meeting).await.is(200);
        assert_eq!(pack.text.matches("id=\"plek-").count(), 6, "the group and five: {pack:?}");
        let (group, noor) = (pack.text.find("Groep 6B</h2>"), pack.text.find("Noor V.</h2>"));
        assert!(group.is_some() && group < noor, "the group, then the gravest: {pack:?}");
        assert!(noor < pack.text.find("Kind22 W.</h2>") && !pack.text.contains("Kind27"), "{pack:?}");
        assert!(pack.text.contains("hoogstens vijf"), "it says why five: {pack:?}");
        assert_eq!((town.logged("view-meeting"), town.logged("view-in-meeting")), (1, 5));
        assert_eq!(town.logged("add-to-meeting"), 5, "also who came on the agenda by itself");
        let beamer = mentor.open(&format!("{meeting}/beamer/2")).await.is(200);
        assert!(beamer.text.contains("Groepsbespreking groep 6B") && beamer.text.contains("Noor V."), "{beamer:?}");
        assert_eq!(mentor.open(&format!("{meeting}.pdf")).await.is(200).kind, "application/pdf");
        let more = [("pupil", town.cast.noor.0.as_str()), ("name", "Kind30")];
        let full = mentor.send(&format!("{meeting}/leerlingen"), &more).await.is(422);
        assert!(full.text.contains("hoogstens 6"), "{full:?}");
    }

    async fn who_has_no_ground_or_invitation_has_no_name_anywhere(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let meeting = town.calls(&coordinator, "support_team").await;
        let nobody = [("job", "jeugdverpleegkundige"), ("organisation", " ")];
        let again = coordinator.send(&format!("{meeting}/gasten"), &nobody).await.is(422);
        assert!(again.text.contains("jeugdverpleegkundige"), "what was typed is kept: {again:?}");
        let guest = [("job", "jeugdarts"), ("organisation", "GGD")];
        coordinator.send(&format!("{meeting}/gasten"), &guest).await.is(303);
        let prepare = format!("{meeting}/voorbereiden");
        let ticked = [("pupil", town.cast.noor.0.as_str()), ("name", "")];
        coordinator.send(&format!("{meeting}/leerlingen"), &ticked).await.is(303);
        let noor = seat(&coordinator.open(&prepare).await.is(200), 0);
        let ways = [meeting.clone(), format!("{meeting}.pdf"), format!("{meeting}/beamer/1")];
        let ground = format!("{meeting}/onderwerpen/{noor}/grond");
        let secret = [town.cast.noor.0.as_str(), "Noor", "Vos", "6B"];
        let need = ("need", "Een rustige plek om te werken");
        let naming = ("need", "Noor wil een rustige plek");
        coordinator.send(&ground, &[naming]).await.is(422);
        coordinator.send(&ground, &[("need", "In 6b is het druk")]).await.is(422);
        coordinator.send(&ground, &[("ground", "consent"), ("note", "Beide ouders, 1 maart"), need]).await.is(303);
        for way in &ways {
            let told = coordinator.open(way).await.is(200);
            // Two or three letters may stand in the packed bytes of a file by chance.
            for name in secret.into_iter().filter(|name| told.kind.starts_with("text/") || name.len() > 3) {
                assert!(!below(&told).contains(name), "{name} in {way}: {told:?}");
            }
        }
        assert!(coordinator.open(&meeting).await.is(200).text.contains("Een rustige plek om te werken"));
        assert_eq!(town.logged("view-in-meeting"), 0);

        // What is typed without a name is kept, and what names her is not.
        let decide = format!("{meeting}/onderwerpen/{noor}/besluit");
        let named = [("line", "Noor krijgt hulp"), ("agreed", "")];
        let refused = coordinator.send(&decide, &named).await.is(422);
        assert!(refused.text.contains("noemt de leerling"), "what was typed comes back to who typed it: {refused:?}");

        let invited = [("ground", "consent"), ("note", "Beide ouders, 1 maart"), ("parents_invited_on", "2026-03-02"), need];
        coordinator.send(&ground, &invited).await.is(303);
        let told = coordinator.open(&meeting).await.is(200);
        assert!(told.text.contains("Noor V.") && told.text.contains("jeugdarts (GGD)"), "{told:?}");
        assert!(!told.text.contains("Een rustige plek"), "{told:?}");
        let beamer = coordinator.open(&format!("{meeting}/beamer/1")).await.is(200);
        assert!(beamer.text.contains("Noor V.") && !beamer.text.contains("Welbevinden"), "{beamer:?}");
        coordinator.open(&format!("{meeting}/beamer/2")).await.is(404);
        assert!(coordinator.open(&format!("{meeting}.pdf")).await.is(200).text.contains("Noor V."), "as the title of a heading");
        let kept = [("line", "Noor krijgt hulp"), ("agreed", "GGD belt maandag")];
        coordinator.send(&decide, &kept).await.is(303);

        // Consent is taken back: the name is gone, from what was decided too.
        coordinator.send(&ground, &[("ground", ""), need]).await.is(303);
        for way in &ways {
            let told = coordinator.open(way).await.is(200);
            let names = secret.into_iter().filter(|name| told.kind.starts_with("text/") || name.len() > 3);
            for name in names.chain(["krijgt hulp"]) {
                assert!(!below(&told).contains(name), "{name} in {way}: {told:?}");
            }
        }
    }

    async fn what_is_decided_at_the_table_lands_on_the_pupil_once(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let mentor = town.at_the_pages(MENTOR).await;
        let meeting = town.calls(&mentor, "pupils").await;
        let add = format!("{meeting}/leerlingen");
        mentor.send(&add, &[("name", "Niemand")]).await.is(422);
        mentor.send(&add, &[("name", "Tom Bakker")]).await.is(422);
        mentor.send(&add, &[("name", "Noor")]).await.is(303);
        mentor.send(&add, &[("pupil", town.cast.tom.0.as_str())]).await.is(404);
        let noor = seat(&mentor.open(&meeting).await.is(200), 0);
        let decide = format!("{meeting}/onderwerpen/{noor}/besluit");
        let empty = mentor.send(&decide, &[("line", " "), ("agreed", "Iets")]).await.is(422);
        assert!(empty.text.contains("Iets"), "what was typed is kept: {empty:?}");
        let form = [("line", "Wij geven haar een vaste plek"), ("agreed", "Juf kijkt over twee weken terug")];
        mentor.send(&decide, &form).await.is(303);
        mentor.send(&decide, &form).await.is(303);
        mentor.send(&decide, &[("line", "Iets anders")]).await.is(409);
        assert_eq!(town.in_meetings(), [(form[0].1.to_owned(), form[1].1.to_owned())]);
        let pupil = mentor.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(pupil.text.contains("Bespreking</h3>") && pupil.text.contains(form[1].1), "{pupil:?}");
        assert!(mentor.open("/overzetten").await.is(200).text.contains(form[1].1));
        // A meeting is no conversation with the family: a plan still needs one.
        let signal = town.signal_about_noor().await;
        let plan = json!({"event": "planned"});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{signal}/decisions"), plan).await.refuses(409);
        mentor.send(&format!("{meeting}/onderwerpen/{noor}/weg"), &[]).await.is(409);
        mentor.send(&format!("{meeting}/sluiten"), &[]).await.is(303);
        mentor.send(&format!("{meeting}/sluiten"), &[]).await.is(409);
        mentor.send(&add, &[("name", "Kind22")]).await.is(409);
    }

    async fn a_meeting_is_for_who_called_it_and_the_coordinator(database: Database) {
        let town = Town::new(database);
        let (mentor, coordinator) = (town.at_the_pages(MENTOR).await, town.at_the_pages(COORDINATOR).await);
        let others = [town.at_the_pages(OTHER_MENTOR).await, town.at_the_pages(NEIGHBOUR).await];
        let own = town.calls(&mentor, "pupils").await;
        coordinator.open(&own).await.is(200);
        for other in &others {
            other.open(&own).await.is(404);
            other.open(&format!("{own}/voorbereiden")).await.is(404);
            other.send(&format!("{own}/sluiten"), &[]).await.is(404);
            assert!(!other.open("/besprekingen").await.is(200).text.contains(&own));
        }
        let team = [("kind", "support_team"), ("school", town.cast.school.0.as_str()), ("held_on", "2026-03-12")];
        mentor.send("/besprekingen", &team).await.is(403);
        let table = town.calls(&coordinator, "support_team").await;
        mentor.open(&table).await.is(404);
        // What is on one agenda is not reached through another.
        coordinator.send(&format!("{table}/leerlingen"), &[("pupil", town.cast.noor.0.as_str())]).await.is(303);
        let noor = seat(&coordinator.open(&format!("{table}/voorbereiden")).await.is(200), 0);
        coordinator.send(&format!("{own}/onderwerpen/{noor}/besluit"), &[("line", "x")]).await.is(404);
        coordinator.send(&format!("{own}/gasten"), &[("job", "a"), ("organisation", "b")]).await.is(409);
    }

    async fn a_pack_of_fifteen_is_read_in_one_go(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.worries_about(15).await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let meeting = town.calls(&coordinator, "pupils").await;
        let page = coordinator.open(&format!("{meeting}/voorbereiden")).await.is(200);
        let ids: Vec<&str> = page.text.split("name=\"pupil\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let form: Vec<(&str, &str)> = ids.iter().map(|id| ("pupil", *id)).collect();
        coordinator.send(&format!("{meeting}/leerlingen"), &form).await.is(303);
        let pack = coordinator.open(&meeting).await.is(200);
        assert_eq!(pack.text.matches("id=\"plek-").count(), 15);
        assert_eq!((town.logged("view-meeting"), town.logged("view-in-meeting")), (1, 15));
    }
}
