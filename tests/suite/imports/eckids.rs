//! ECK iDs: passed unread by default; where the school has asked, only used to say who may be one pupil, and erased when it
//! asks no more.

use std::io::Write as _;

use baken::evidence::files::Content;
use baken::evidence::imports::{self, Actor, Likeness, State, Upload, eckid};
use baken::evidence::instruments::Catalogue;
use baken::ground::db::schema::{audit, import_rows, imports as all_imports, pupil_eckids};
use baken::ground::scope::{Held, Role};
use baken::ground::{AccountId, Clock, Db, Language, Scope};
use baken::school::store::school_by_brin;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::edexml::edexml;
use super::{bring_in, report, stage, undo};
use crate::support::server::morning;
use crate::support::{Database, both_databases};

const MARK: &str = "https://ketenid.example/201703/0a1b2c3d4e5f";
const GROUPS: &str = "<groep key=\"g\"><naam>5A</naam><jaargroep>5</jaargroep></groep>";

fn pupil(number: &str, name: &str, eckid: &str) -> String {
    format!(
        "<leerling key=\"{number}\" eckid=\"{eckid}\">\n<achternaam>{name}</achternaam><roepnaam>Noor</roepnaam>\
         <groep key=\"g\"/></leerling>\n"
    )
}

fn file(pupils: &[String]) -> String {
    edexml("2.1", "2025-2026", GROUPS, &pupils.concat(), "")
}

/// The school asks, or asks no more, by somebody with a role.
fn ask(db: &Db, role: Role, asks: bool) -> baken::ground::Result<()> {
    ask_at(db, role, asks, morning())
}

fn ask_at(db: &Db, role: Role, asks: bool, now: NaiveDateTime) -> baken::ground::Result<()> {
    db.write_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school").id;
        let own = Held { roles: vec![(role, Some(school.clone()))], ..Held::default() };
        let who = (AccountId::fresh(), "Wie vraagt".to_owned());
        let scope = Scope::new(who, morning().date(), Language::Dutch, own, Vec::new());
        eckid::ask(conn, &scope, now, &school, asks)
    })
}

fn kept(db: &Db) -> Vec<String> {
    let all = |conn: &mut baken::ground::Conn| {
        Ok(pupil_eckids::table.select(pupil_eckids::fingerprint).load(conn)?)
    };
    db.read_blocking(all).expect("fingerprints")
}

/// Whether a text stands anywhere in the files of a database.
fn holds(database: &Database, text: &str) -> bool {
    let file = database.url.strip_prefix("sqlite://").expect("a file");
    let beside = ["", "-wal"].map(|end| std::fs::read(format!("{file}{end}")).unwrap_or_default());
    beside.iter().any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[test]
fn by_default_nothing_of_it_is_in_the_database() {
    let database = Database::sqlite();
    let refused = pupil("2", "", MARK);
    let report =
        bring_in(&database.db, &file(&[pupil("1", "Vos", MARK), refused.replace("<groep key=\"g\"/>", "")]))
            .1;
    assert_eq!((report.new, report.refused.len()), (1, 1));
    assert_eq!(report.dropped_columns, ["eckid"]);
    bring_in(
        &database.db,
        &format!("leerlingnummer;roepnaam;achternaam;groep;eckid\n3;Sam;Bos;5A;{MARK}\n4;;Los;5A;{MARK}\n"),
    );
    assert!(holds(&database, "Vos"), "the files are looked through");
    assert!(!holds(&database, "0a1b2c3d4e5f"));
    assert!(kept(&database.db).is_empty());
}

#[test]
fn where_it_is_asked_no_eckid_stands_in_the_database_either() {
    let database = Database::sqlite();
    bring_in(&database.db, &file(&[pupil("1", "Vos", "")]));
    ask(&database.db, Role::Administration, true).expect("asked");
    bring_in(&database.db, &file(&[pupil("1", "Vos", MARK)]));
    stage(
        &database.db,
        &file(&[pupil("2", "Bos", MARK), pupil("3", "Los", MARK).replace("\"g\"", "\"weg\"")]),
    )
    .expect("staged");
    let prints = kept(&database.db);
    assert!(prints.len() == 1 && holds(&database, &prints[0]), "{prints:?}");
    assert!(!holds(&database, "0a1b2c3d4e5f"));
}

/// How many rows that wait carry a fingerprint.
fn waiting_prints(db: &Db) -> usize {
    let rows: Vec<String> = db
        .read_blocking(|conn| Ok(import_rows::table.select(import_rows::parsed).load(conn)?))
        .expect("rows");
    rows.iter().filter(|row| row.contains("\"eckid\":\"")).count()
}

#[test]
fn a_school_that_asks_no_more_while_a_list_is_read_keeps_no_fingerprint_of_it() {
    let database = Database::sqlite();
    let db = database.db.clone();
    bring_in(&db, &file(&[pupil("1", "Vos", "")]));
    ask(&db, Role::Administration, true).expect("asked");
    // A pipe gives the list each of the first three times it is opened, so that the school can ask no more in the middle.
    let dir = tempfile::tempdir().expect("a folder");
    let way = dir.path().join("lijst.xml");
    let pipe = |at: &std::path::Path| {
        assert!(std::process::Command::new("mkfifo").arg(at).status().expect("mkfifo").success());
    };
    pipe(&way);
    let (first, second, list) = (dir.path().join("1"), dir.path().join("2"), dir.path().join("3"));
    let text = file(&[pupil("2", "Bos", MARK)]);
    std::fs::write(&list, &text).expect("written");
    pipe(&first);
    pipe(&second);
    let (done, asked) = std::sync::mpsc::channel();
    let (path, asker) = (way.clone(), db.clone());
    std::thread::spawn(move || {
        for (at, next) in [first, second, list].iter().enumerate() {
            let mut open = std::fs::OpenOptions::new().write(true).open(&path).expect("a pipe");
            std::fs::rename(next, &path).expect("what is opened the next time");
            if at == 2 {
                let later = morning() + chrono::Duration::minutes(1);
                done.send(ask_at(&asker, Role::Administration, false, later).is_ok()).expect("heard");
            }
            open.write_all(text.as_bytes()).expect("given");
        }
    });
    let upload = Upload {
        school: "99ZZ".to_owned(),
        file_name: "lijst.xml".to_owned(),
        bytes: Content::OnDisk(way),
        ..Upload::default()
    };
    let catalogue = Catalogue::shipped().expect("instruments");
    let clock = Clock::fixed(morning() + chrono::Duration::minutes(1));
    imports::stage(&database.db, &clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {}).expect("staged");
    let asks_no_more = asked.recv_timeout(std::time::Duration::from_secs(10)).expect("in the middle");
    assert!(!asks_no_more || waiting_prints(&db) == 0);
}

both_databases! {
    fn rows_of_a_list_that_broke_off_go_when_the_school_asks_no_more(database: &Database) {
        let db = &database.db;
        bring_in(db, &file(&[pupil("1", "Vos", MARK)]));
        ask(db, Role::Administration, true).expect("asked");
        let broke = stage(db, &file(&[pupil("2", "Bos", MARK)])).expect("staged");
        db.write_blocking(|conn| {
            Ok(diesel::update(all_imports::table.find(&broke)).set(all_imports::state.eq(State::Staging)).execute(conn)?)
        }).expect("as a process that died leaves it");
        assert_eq!(waiting_prints(db), 1);
        ask_at(db, Role::Administration, false, morning() + chrono::Duration::minutes(1)).expect("asked no more");
        assert_eq!(waiting_prints(db), 0);
    }

    fn where_it_is_asked_the_same_eckid_is_a_suspicion_and_no_more(database: &Database) {
        let db = &database.db;
        bring_in(db, &file(&[pupil("1", "Vos", MARK)]));
        ask(db, Role::Administration, true).expect("asked");
        let again = bring_in(db, &file(&[pupil("1", "Vos", &MARK.to_uppercase())])).1;
        assert_eq!((again.unchanged, again.dropped_columns.len()), (1, 0), "kept without a change to see");
        let id = stage(db, &file(&[pupil("77", "Anders", MARK), pupil("78", "Bos", "https://ketenid.example/2")])).unwrap();
        let preview = report(db, &id);
        let said: Vec<_> = preview.suspicions.iter().map(|one| (one.number.as_str(), one.other.as_str(), one.why)).collect();
        assert_eq!(said, [("77", "1", Likeness::Eckid)]);
        assert_eq!(preview.new, 2, "nobody is merged by it");
        let everything = format!("{preview:?}");
        assert!(!everything.contains("ketenid") && !everything.contains(&kept(db)[0]), "shown to nobody");
    }

    fn a_list_has_it_in_a_column(database: &Database) {
        let db = &database.db;
        bring_in(db, "leerlingnummer;roepnaam;achternaam;groep\n1;Noor;Vos;5A\n");
        ask(db, Role::Administration, true).expect("asked");
        bring_in(db, &format!("leerlingnummer;eckid;roepnaam;achternaam;groep\n1;{MARK};Noor;Vos;5A\n2;;Sam;Bos;5A\n"));
        assert_eq!(kept(db).len(), 1);
        let preview = report(db, &stage(db, &file(&[pupil("9", "Anders", MARK)])).unwrap());
        assert_eq!((preview.suspicions.len(), preview.suspicions[0].other.as_str()), (1, "1"));
    }

    fn asked_no_more_all_is_erased_and_waiting_lists_are_left(database: &Database) {
        let db = &database.db;
        bring_in(db, &file(&[pupil("1", "Vos", MARK)]));
        ask(db, Role::Administration, true).expect("asked");
        bring_in(db, &file(&[pupil("1", "Vos", MARK)]));
        let (made, _) = bring_in(db, &file(&[pupil("1", "Vos", MARK), pupil("2", "Bos", "https://ketenid.example/2")]));
        assert_eq!(kept(db).len(), 2);
        undo(db, &made).expect("a pupil goes with the fingerprint");
        assert!(kept(db).is_empty(), "nothing tells which of the others that list wrote");
        bring_in(db, &file(&[pupil("1", "Vos", MARK)]));
        assert_eq!(kept(db).len(), 1, "the next one brings them again");
        let waits = stage(db, &file(&[pupil("3", "Los", MARK)])).unwrap();
        assert!(matches!(ask(db, Role::Administration, false), Err(baken::ground::Error::Conflict(_))), "a list is looked at");
        let later = morning() + chrono::Duration::minutes(1);
        ask_at(db, Role::Administration, false, later).expect("asked no more");
        assert!(kept(db).is_empty());
        let left = db.read_blocking(|conn| baken::evidence::imports::store::import(conn, &waits)).unwrap();
        assert_eq!(left.state, State::Left);
        let lines: Vec<String> = db.read_blocking(|conn| {
            let of = audit::table.filter(audit::action.eq("set-eckid")).order(audit::id);
            Ok(of.select(audit::detail).load(conn)?)
        }).unwrap();
        assert_eq!(lines, ["asked", "asked no more, erased"]);
        assert_eq!(bring_in(db, &file(&[pupil("1", "Vos", MARK)])).1.dropped_columns, ["eckid"]);
    }

    fn only_who_keeps_the_school_asks(database: &Database) {
        bring_in(&database.db, &file(&[pupil("1", "Vos", "")]));
        for role in [Role::Mentor, Role::Coordinator, Role::Staff] {
            assert!(ask(&database.db, role, true).is_err(), "{role}");
        }
    }
}
