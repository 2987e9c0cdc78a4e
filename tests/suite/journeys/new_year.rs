//! The change of school year as the administration walks it: the list of the new year, a look that stores nothing, the
//! act, and back again.

use std::fmt::Write as _;

use baken::evidence::imports::rollover::{self, Plan};
use baken::evidence::imports::{self, Actor, Upload};
use baken::evidence::instruments::Catalogue;
use baken::ground::db::schema::{
    groups, imports as all_imports, memberships, origins, pupils, relations, scores,
};
use baken::ground::{Error, ImportId};
use chrono::NaiveDate;
use diesel::prelude::*;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, GROUP_SIZE, LEADER, MENTOR, NEIGHBOUR};

const LIST: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;mentor\n";
const PAGE: &str = "/invoer/jaarovergang";

/// The list of next year: 6A goes to 7A with a mentor, 6B to a combination class in two parts without one; Tom (001) is
/// not in it, and one is new.
fn next_years_list() -> String {
    let mut text = LIST.to_owned();
    for at in 2..=2 * GROUP_SIZE {
        let name = if at == GROUP_SIZE + 1 { "Noor;Vos".to_owned() } else { format!("Kind{at};Wilgen{at}") };
        let (group, year, mentor) = match at {
            _ if at <= GROUP_SIZE => ("7A", "7", MENTOR),
            _ if at <= GROUP_SIZE + 10 => ("7/8 (7)", "7", ""),
            _ => ("7/8 (8)", "8", ""),
        };
        writeln!(text, "{at:03};{name};2015-05-05;{group};{year};{mentor}").expect("a line");
    }
    text + "900;Nieuw;Kind;2014-01-01;7A;7;\n"
}

impl Town {
    /// The list of next year, set aside.
    fn next_year_waits(&self) -> ImportId {
        let state = &self.app.state;
        let upload = Upload {
            school: "99ZZ".to_owned(),
            file_name: "volgend-jaar.csv".to_owned(),
            bytes: next_years_list().into_bytes().into(),
            next_year: true,
            ..Upload::default()
        };
        let catalogue = Catalogue::shipped().expect("the instruments");
        let id = imports::stage(&state.db, &state.clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {});
        id.expect("a list")
    }

    /// Where pupils sit on a day: how many in each group.
    fn seated(&self, day: &str) -> Vec<(String, i64)> {
        let day: NaiveDate = day.parse().expect("a day");
        let of_day = memberships::table
            .inner_join(groups::table)
            .filter(groups::school_id.eq(&self.cast.school))
            .filter(memberships::starts_on.le(day))
            .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
            .group_by(groups::name)
            .order(groups::name)
            .select((groups::name, diesel::dsl::count_star()));
        self.read(|conn| Ok(of_day.load(conn)?))
    }

    /// All places, ties and groups.
    fn year_as_it_stands(&self) -> String {
        type Dated = (String, Option<NaiveDate>);
        self.read(|conn| {
            let places: Vec<Dated> = memberships::table
                .order(memberships::id)
                .select((memberships::group_id, memberships::ends_on))
                .load(conn)?;
            let ties: Vec<(String, Option<String>, Option<NaiveDate>)> = relations::table
                .order(relations::id)
                .select((relations::id, relations::group_id, relations::ends_on))
                .load(conn)?;
            let known: Vec<String> = groups::table.order(groups::id).select(groups::name).load(conn)?;
            let people: Vec<String> = pupils::table.order(pupils::id).select(pupils::number).load(conn)?;
            Ok(format!("{places:?}\n{ties:?}\n{known:?}\n{people:?}"))
        })
    }

    /// What the change of year would come to with what is stored.
    fn plan(&self, year: i32) -> Plan {
        self.read(|conn| rollover::plan(conn, Actor::Cli, &self.cast.school, year))
    }
}

both_databases! {
    async fn the_new_year_is_looked_at_done_and_taken_back(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.days_pass(75).await; // 26 May
        let before = town.year_as_it_stands();
        let list = town.next_year_waits();
        let at = town.at_the_pages(ADMINISTRATION).await;
        let school = town.cast.school.0.clone();
        let shown = at.open(&format!("{PAGE}?school={school}&lijst={list}")).await.is(200).text;
        for told in [
            "schooljaar 2026-2027",
            "Wie gaat van school (1)",
            "6A · 001<",
            "Wie is nieuw (1)",
            "7A · 900<",
            ">juf<",
            "nog niemand verbonden",
            "7/8 (7) + 7/8 (8) → 7/8",
            "Deze groepen houden op: 6A, 6B",
            "op 31 juli eindigen: 2",
        ] {
            assert!(shown.contains(told), "{told}: {shown}");
        }
        assert!(!shown.contains("Tom"), "the administration sees numbers: {shown}");
        assert_eq!(town.year_as_it_stands(), before, "a look stores nothing");

        let form = [("school", school.as_str()), ("lijst", list.0.as_str()), ("samen", "7/8")];
        let act = at.send(&format!("{PAGE}/doen"), &form).await.is(303).to;
        assert_eq!(town.seated("2026-07-31"), [("6A".to_owned(), 20), ("6B".to_owned(), 20)]);
        assert_eq!(town.seated("2026-08-01"), [("7/8".to_owned(), 20), ("7A".to_owned(), 20)]);
        let old_ties: Vec<(String, Option<NaiveDate>)> = town.read(|conn| {
            let of_old = relations::table.inner_join(groups::table).filter(groups::school_year.eq(2025));
            Ok(of_old.order(groups::name).select((groups::name, relations::ends_on)).load(conn)?)
        });
        let eve = NaiveDate::from_ymd_opt(2026, 7, 31);
        assert_eq!(old_ties, [("6A".to_owned(), eve), ("6B".to_owned(), eve)]);
        let given: Vec<String> = town.read(|conn| {
            let names = scores::table.inner_join(origins::table.inner_join(groups::table));
            let names = names.select(groups::name).distinct();
            Ok(names.order(groups::name).load(conn)?)
        });
        assert_eq!(given, ["6A", "6B"], "scores stay with the group of then");

        at.send(&format!("/invoer/{list}"), &[("choice", "undo")]).await.is(422);
        at.send(&act, &[("choice", "undo")]).await.is(303);
        assert_eq!(town.seated("2026-08-01").len(), 4, "three parts and Tom in 6A");
        at.send(&format!("/invoer/{list}"), &[("choice", "undo")]).await.is(303);
        assert_eq!(town.year_as_it_stands(), before);
    }

    async fn a_later_list_in_parts_finds_the_whole(database: Database) {
        let town = Town::new(database);
        town.days_pass(75).await;
        let list = town.next_year_waits();
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("lijst", list.0.as_str()), ("samen", "7/8")];
        town.at_the_pages(ADMINISTRATION).await.send(&format!("{PAGE}/doen"), &form).await.is(303);
        town.days_pass(100).await; // 3 September
        let before = town.seated("2026-09-10");
        let again = town.bring_in(&next_years_list());
        let report = town.read(|conn| imports::Report::of(conn, &again, baken::ground::Words::default()));
        assert_eq!((report.new, report.changed, report.unchanged), (0, 0, 2 * GROUP_SIZE));
        assert_eq!(town.seated("2026-09-10"), before);
    }

    async fn a_list_that_stands_already_is_shown_the_same_way(database: Database) {
        let town = Town::new(database);
        town.days_pass(175).await; // 3 September
        town.bring_in(&next_years_list());
        let plan = town.plan(2026);
        let goes: Vec<(&str, &str, usize)> = plan.goes.iter().map(|(from, to, count)| (from.as_str(), to.as_str(), *count)).collect();
        assert_eq!(goes, [("6A", "7A", 19), ("6B", "7/8 (7)", 10), ("6B", "7/8 (8)", 10)]);
        assert_eq!((plan.leaves.len(), plan.comes.len(), plan.ties), (1, 1, 2));
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str())];
        town.at_the_pages(ADMINISTRATION).await.send(&format!("{PAGE}/doen"), &form).await.is(303);
        assert_eq!(town.seated("2026-08-01").iter().map(|(_, count)| count).sum::<i64>(), 40, "Tom left");
        assert_eq!(town.plan(2026).ties, 0);
        assert_eq!(town.plan(2026).leaves, plan.leaves, "who left with the year is still told");
    }

    async fn without_a_list_nothing_is_done(database: Database) {
        let town = Town::new(database);
        town.days_pass(75).await;
        let school = town.cast.school.0.clone();
        let told = town.at_the_pages(ADMINISTRATION).await.send(&format!("{PAGE}/doen"), &[("school", &school)]).await.is(422);
        assert!(told.text.contains("2026-2027"), "{}", told.text);
        let acts: i64 = town.read(|conn| Ok(all_imports::table.filter(all_imports::kind.eq("rollover")).count().get_result(conn)?));
        assert_eq!(acts, 0);
    }

    async fn who_brings_nothing_in_changes_no_year(database: Database) {
        let town = Town::new(database);
        town.days_pass(75).await;
        let list = town.next_year_waits();
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("lijst", list.0.as_str())];
        town.at_the_pages(LEADER).await.send(&format!("{PAGE}/doen"), &form).await.is(403);
        town.at_the_pages(NEIGHBOUR).await.send(&format!("{PAGE}/doen"), &form).await.is(404);
        let own = town.cast.neighbours.0.clone();
        let other = [("school", own.as_str()), ("lijst", list.0.as_str())];
        town.at_the_pages(NEIGHBOUR).await.send(&format!("{PAGE}/doen"), &other).await.is(404);
        let (leader, clock) = (town.account(LEADER), &town.app.state.clock);
        let refused = town.app.state.db.write_blocking(|conn| {
            let scope = baken::school::accounts::store::scope(conn, &leader, clock.today())?;
            let actor = Actor::Person(&scope);
            rollover::roll_over(conn, clock.now(), actor, &town.cast.school, 2026, &[])
        });
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }

    async fn a_combination_class_in_parts_is_offered_as_one_at_a_first_roster_too(database: Database) {
        let town = Town::new(database);
        let list = format!("{LIST}801;Een;Los;2015-05-05;5/6 (5);5;\n802;Twee;Los;2014-05-05;5/6 (6);6;\n");
        let first = town.bring_in(&list);
        let before = town.year_as_it_stands();
        let at = town.at_the_pages(ADMINISTRATION).await;
        let shown = at.open("/invoer").await.is(200).text;
        assert!(shown.contains("5/6 (5) + 5/6 (6) → 5/6"), "{shown}");
        let school = town.cast.school.0.clone();
        at.send("/invoer/groepen", &[("school", &school)]).await.is(422);
        let act = at.send("/invoer/groepen", &[("school", &school), ("samen", "5/6")]).await.is(303).to;
        assert!(town.seated("2026-03-12").contains(&("5/6".to_owned(), 2)), "{:?}", town.seated("2026-03-12"));
        assert!(!at.open("/invoer").await.is(200).text.contains("5/6 (5) +"), "offered once");
        let again = town.bring_in(&list);
        let report = town.read(|conn| imports::Report::of(conn, &again, baken::ground::Words::default()));
        assert_eq!((report.changed, report.unchanged), (0, 2), "a later list in parts finds the whole");

        at.send(&format!("/invoer/{first}"), &[("choice", "undo")]).await.is(422);
        at.send(&act, &[("choice", "undo")]).await.is(303);
        assert_eq!(town.year_as_it_stands(), before);
        assert!(at.open("/invoer").await.is(200).text.contains("5/6 (5) +"));
        town.at_the_pages(LEADER).await.send("/invoer/groepen", &[("school", &school), ("samen", "5/6")]).await.is(403);
        town.at_the_pages(NEIGHBOUR).await.send("/invoer/groepen", &[("school", &school), ("samen", "5/6")]).await.is(403);
    }

    async fn a_list_of_next_year_with_unknown_names_is_pointed_at_and_goes_on_with_the_change(database: Database) {
        let town = Town::new(database);
        town.days_pass(75).await; // 26 May
        let at = town.at_the_pages(ADMINISTRATION).await;
        let unknown = next_years_list().replace("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;mentor", "Lln;Wie;Familie;Geboren;Klas;Jaar;Juf");
        let way = at.hand_in(PAGE, &[("school", "99ZZ")], ("lijst.csv", &unknown)).await.is(303).to;
        assert!(way.starts_with("/invoer/kolommen/"), "{way}");
        let asked = at.open(&way).await.is(200);
        assert!(asked.text.contains("<option value=\"roepnaam\""), "it is a roster: {asked:?}");
        let said = [
            ("soort", "roster"), ("naam", "Volgend jaar"), ("k0", "leerlingnummer"), ("k1", "roepnaam"), ("k2", "achternaam"),
            ("k3", "geboortedatum"), ("k4", "groep"), ("k5", "leerjaar"), ("k6", "-"),
        ];
        let back = at.send(&way, &said).await.is(303).to;
        assert!(back.starts_with(PAGE) && back.contains("lijst="), "{back}");
        let shown = at.open(&back).await.is(200).text;
        assert!(shown.contains("7A") && shown.contains("7/8 (7)"), "{shown}");
        let school = town.cast.school.0.clone();
        let list = back.split("lijst=").nth(1).expect("a list").to_owned();
        at.send(&format!("{PAGE}/doen"), &[("school", &school), ("lijst", &list)]).await.is(303);
        assert_eq!(town.seated("2026-07-31").len(), 2, "until then all is as it was");
        assert!(town.seated("2026-08-01").iter().any(|(name, _)| name == "7A"), "it counts from next year on");
    }

    async fn who_is_tied_to_both_parts_has_one_tie_to_the_whole(database: Database) {
        let town = Town::new(database);
        let parts = ["5/6 (5);5", "5/6 (6);6"].map(|part| format!("80{};Kind;Los;2015-05-05;{part};{MENTOR}\n", &part[5..6]));
        town.bring_in(&format!("{LIST}{}", parts.concat()));
        // The tie to one part ends; the other lasts.
        let of_mentor = relations::table.inner_join(groups::table).filter(groups::name.like("5/6%"));
        town.write(|conn| {
            let part: String = of_mentor.filter(groups::name.eq("5/6 (5)")).select(relations::id).first(conn)?;
            diesel::update(relations::table.find(part)).set(relations::ends_on.eq(NaiveDate::from_ymd_opt(2026, 6, 30))).execute(conn)?;
            Ok(())
        });
        let ties = || -> Vec<(String, Option<NaiveDate>)> {
            town.read(|conn| Ok(of_mentor.select((groups::name, relations::ends_on)).order(groups::name).load(conn)?))
        };
        let before = ties();
        assert_eq!(before.len(), 2, "{before:?}");
        let at = town.at_the_pages(ADMINISTRATION).await;
        let act = at.send("/invoer/groepen", &[("school", &town.cast.school.0), ("samen", "5/6")]).await.is(303).to;
        assert_eq!(ties(), [("5/6".to_owned(), None)]);
        at.send(&act, &[("choice", "undo")]).await.is(303);
        assert_eq!(ties(), before);
    }

    async fn clusters_end_with_the_year_and_come_back_with_it(database: Database) {
        let town = Town::new(database);
        let list = LIST.replace(";mentor", ";clusters");
        town.bring_in(&format!("{list}001;Tom;Bakker;2015-05-05;6A;6;Plusklas,Koor\n002;Kind2;Wilgen2;2015-05-05;6A;6;Koor\n"));
        town.days_pass(75).await; // 26 May
        let before = town.year_as_it_stands();
        let next = town.next_year_waits();
        let at = town.at_the_pages(ADMINISTRATION).await;
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("lijst", next.0.as_str())];
        let act = at.send(&format!("{PAGE}/doen"), &form).await.is(303).to;
        let named = |seats: Vec<(String, i64)>| seats.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(named(town.seated("2026-07-31")), ["6A", "6B", "Koor", "Plusklas"]);
        assert_eq!(named(town.seated("2026-08-01")), ["7/8 (7)", "7/8 (8)", "7A"]);
        at.send(&act, &[("choice", "undo")]).await.is(303);
        at.send(&format!("/invoer/{next}"), &[("choice", "undo")]).await.is(303);
        assert_eq!(town.year_as_it_stands(), before);
    }
}
