//! More files at once: folders, zips, sets of School Data Sync, rows that are pasted; and zips that are refused.

use std::io::Write;
use std::process::Command;

use baken::evidence::files::{Profiles, unpack};
use baken::evidence::instruments::Catalogue;
use baken::ground::scope::Role;
use baken::ground::{Clock, Error};
use reqwest::multipart::{Form, Part};
use reqwest::{Client, StatusCode};
use serde_json::Value;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::doors::{account, choose, logged_in};
use super::{bring_in, roster_of, scores_of, stored};
use crate::support::server::morning;
use crate::support::{App, Database, both_databases};

/// A zip of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("its content");
    }
    writer.finish().expect("a zip").into_inner()
}

/// A set of School Data Sync v2.1, made up.
fn set() -> Vec<(&'static str, &'static str)> {
    vec![
        (
            "orgs.csv",
            "sourcedId,name,type,parentSourcedId\n99ZZ,De Wilgen,school,\nb,Het bestuur,district,\n",
        ),
        (
            "users.csv",
            "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\n\
             0001,n,Noor,van 't Hoff,geheim-een,,,,\n0002,s,\u{d6}zcan,O'Neill,geheim-twee,,,,\n\
             0003,l,Lia,Bos,geheim-drie,,,,\n0004,m,Mo,Das,,,,,\nt1,j,Jo,Bakker,geheim-vier,,jo@wilgen.example,,\n",
        ),
        (
            "roles.csv",
            "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\n\
             0001,99ZZ,student,,5,true,2025-08-01,\n0002,99ZZ,student,,5,true,,\n0003,99ZZ,student,,5,true,,\nt1,99ZZ,teacher,,,true,,\n",
        ),
        (
            "classes.csv",
            "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nk5,99ZZ,5A,,\nrek,99ZZ,Rekenen,,c1\ntaal,99ZZ,Taal,,c2\n",
        ),
        (
            "enrollments.csv",
            "classSourcedId,userSourcedId,role\nk5,0001,student\nrek,0001,student\nk5,0002,student\nrek,0003,student\ntaal,0003,student\nk5,t1,teacher\n",
        ),
        (
            "demographics.csv",
            "userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,raceCodes\n0001,F,2016-03-02,QQ,QQ,QQ,QQ,QQ\n0002,male,2016-04-02,,,,,\n",
        ),
        ("userFlags.csv", "userSourcedId,flag\n0001,QQ\n"),
    ]
}

/// Calls `baken import` on a folder; the status, and what it prints.
fn import(database: &Database, folder: &std::path::Path, words: &[&str]) -> (i32, Vec<Value>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_baken"))
        .current_dir(folder)
        .env("BAKEN_DATABASE_URL", &database.url)
        .arg("import")
        .args(words)
        .args(["--school", "99ZZ", "--json"])
        .output()
        .expect("the program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (output.status.code().unwrap_or(-1), told, text)
}

/// Offers files and pasted rows on the screen; where it leads, or the page.
async fn offer(app: &App, client: &Client, files: Vec<(&str, Vec<u8>)>, rows: &str) -> (StatusCode, String) {
    let mut form = Form::new().text("school", "99ZZ").text("rows", rows.to_owned());
    for (name, bytes) in files {
        form = form.part("file", Part::bytes(bytes).file_name(name.to_owned()));
    }
    let request = client.post(app.at("/invoer")).header("Sec-Fetch-Site", "same-origin").multipart(form);
    let answer = request.send().await.expect("an answer");
    let to = answer.headers().get("location").map(|to| to.to_str().expect("text").to_owned());
    let status = answer.status();
    (status, to.unwrap_or(answer.text().await.expect("a page")))
}

#[test]
fn a_zip_that_explodes_climbs_or_is_broken_is_refused() {
    let key = |bytes: &[u8]| match unpack(bytes) {
        Err(Error::Refused(message)) => message.key.into_owned(),
        other => panic!("not refused: {other:?}"),
    };
    let zeros = vec![b'0'; 64 * 1024 * 1024];
    let bomb = zip(&[("scores.csv", &zeros)]);
    assert!(bomb.len() < 100_000, "{} bytes that would become 64 MB", bomb.len());
    assert_eq!(key(&bomb), "zip-explodes");
    for path in ["../../etc/passwd.csv", "a/../../b.csv", "/etc/x.csv", "..\\x.csv", "C:\\x.csv"] {
        assert_eq!(key(&zip(&[(path, b"a;b\n1;2\n")])), "zip-climbs", "{path}");
    }
    let many: Vec<(String, &[u8])> = (0..1001).map(|at| (format!("{at}.csv"), b"" as &[u8])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(key(&zip(&many)), "zip-explodes");
    let good = zip(&[("a.csv", b"a;b\n1;2\n")]);
    assert_eq!(key(&good[..good.len() - 10]), "zip-broken");
    assert_eq!(key(&zip(&[("__MACOSX/a.csv", b"x"), (".DS_Store", b"x")])), "zip-empty");
    assert!(unpack(b"leerlingnummer;score\n1;2\n").expect("a list").is_none());
}

#[test]
fn a_set_that_lacks_a_column_or_holds_more_schools_is_refused() {
    let sort = |from: &str, to: &str| {
        let files = set().into_iter().map(|(name, text)| baken::evidence::files::Part {
            name: name.to_owned(),
            bytes: text.replace(from, to).into_bytes(),
        });
        let offer = baken::evidence::imports::Offer { files: files.collect(), ..Default::default() };
        match baken::evidence::imports::sort_out(offer, &Profiles::shipped().expect("profiles")) {
            Err((_, Error::Refused(message))) => message.key.into_owned(),
            Ok(uploads) => format!("{} file", uploads.len()),
            Err((_, other)) => panic!("{other}"),
        }
    };
    assert_eq!(sort("x", "x"), "1 file");
    assert_eq!(sort("classSourcedId,", "klas,"), "file-set-column");
    assert_eq!(sort("Het bestuur,district", "De Elzen,school"), "file-more-schools");
}

both_databases! {
    fn a_set_of_school_data_sync_is_a_roster_without_passwords(database: &Database) {
        let folder = tempfile::TempDir::new().expect("a folder");
        for (name, text) in set() {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let (status, told, text) = import(database, folder.path(), &["."]);
        assert_eq!((status, told.len()), (0, 1), "{text}");
        let told = &told[0];
        assert_eq!((&told["new"], &told["groups"]["5A"]), (&Value::from(2), &Value::from(2)), "{text}");
        let refused: Vec<_> = told["refused"].as_array().unwrap().iter().map(|one| (one["line"].clone(), one["column"].clone())).collect();
        assert_eq!(refused, [(Value::from(4), Value::from("class")), (Value::from(5), Value::from("role"))]);
        assert_eq!(told["dropped_columns"], serde_json::json!(["birthCity", "birthCountry", "birthState", "ethnicityCodes", "password", "raceCodes"]));
        assert_eq!(told["staff"]["jo@wilgen.example"]["proposed"], "mentor");
        assert!(!text.contains("geheim") && !text.contains("QQ"), "{text}");
        let sexes: Vec<Option<String>> = database.db.read_blocking(|conn| {
            use baken::ground::db::schema::pupils;
            use diesel::prelude::*;
            Ok(pupils::table.order(pupils::number).select(pupils::sex).load(conn)?)
        }).unwrap();
        assert_eq!(sexes, [Some("f".to_owned()), Some("m".to_owned())]);
    }

    fn a_folder_and_a_zip_are_sorted_out_rosters_first(database: &Database) {
        let folder = tempfile::TempDir::new().expect("a folder");
        let inside = folder.path().join("uitvoer");
        std::fs::create_dir_all(inside.join("verder")).unwrap();
        std::fs::write(inside.join("a_scores.csv"), scores_of(3, "2026-03-02", 7)).unwrap();
        std::fs::write(inside.join(".verborgen"), "niets").unwrap();
        std::fs::write(inside.join("verder/z_leerlingen.csv"), roster_of(3)).unwrap();
        let more = zip(&[("b/scores.csv", scores_of(3, "2025-10-02", 5).as_bytes())]);
        std::fs::write(folder.path().join("najaar.zip"), more).unwrap();
        let (status, told, text) = import(database, folder.path(), &["uitvoer", "najaar.zip"]);
        assert_eq!(status, 0, "{text}");
        let files: Vec<_> = told.iter().map(|one| (one["file"].as_str().unwrap(), one["new"].as_u64().unwrap())).collect();
        assert_eq!(files, [("z_leerlingen.csv", 3), ("a_scores.csv", 3), ("scores.csv", 3)]);
        std::fs::write(inside.join("brief.pdf"), "%PDF-1.7").unwrap();
        let (status, told, _) = import(database, folder.path(), &["uitvoer"]);
        assert_eq!((status, &told[0]["file"]), (2, &Value::from("brief.pdf")), "one that is no list stops all, by name");
    }

    async fn files_on_the_screen_wait_for_their_turn(database: Database) {
        bring_in(&database.db, &roster_of(2));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let shown = async |page: &str| client.get(app.at(page)).send().await.unwrap().text().await.unwrap();
        let scores = format!("{}9999;2026-03-02;eigen;leerkracht;contact;99\n", scores_of(3, "2026-03-02", 3));
        let both = zip(&[("a_scores.csv", scores.as_bytes()), ("b_leerlingen.csv", roster_of(3).as_bytes())]);
        let (status, first) = offer(&app, &client, vec![("alles.zip", both)], "").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{first}");
        let page = shown(&first).await;
        assert!(page.contains("b_leerlingen.csv") && page.contains("<strong>1</strong> nieuw"), "{page}");
        // What waits is told as it will be when the roster is there: Kind 3 is known by then.
        assert!(page.contains("<h3>a_scores.csv</h3>") && page.contains("<strong>3</strong> nieuw"), "{page}");
        assert!(page.contains("<mark>99</mark>") && stored(&app.state.db).is_empty(), "{page}");
        let (status, second) = choose(&app, &client, &first, "all").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_ne!(first, second, "the next file is shown");
        assert!(shown(&second).await.contains("<strong>3</strong> nieuw"), "the new pupil is known by now");
        let (_, last) = choose(&app, &client, &second, "good").await;
        assert_eq!((last, stored(&app.state.db).len()), (second, 3));
        let pdf = ("brief.pdf", b"%PDF-1.7".to_vec());
        let (status, page) = offer(&app, &client, vec![("l.csv", roster_of(3).into_bytes()), pdf], "").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("brief.pdf: Dit is een pdf"), "{page}");
        let (status, _) = offer(&app, &client, vec![], "").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_may_not_be_kept_does_not_wait_either(database: Database) {
        use baken::ground::db::schema::import_waiting;
        use base64::{Engine, engine::general_purpose::STANDARD};
        use diesel::prelude::*;
        bring_in(&database.db, &roster_of(2));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let scores = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;BSN\n0001;2026-03-02;eigen;leerkracht;contact;9;123456782\n";
        let files = vec![("scores.csv", scores.as_bytes().to_vec()), ("leerlingen.csv", roster_of(3).into_bytes())];
        let (_, first) = offer(&app, &client, files, "").await;
        let waits: String = app.state.db.read_blocking(|conn| Ok(import_waiting::table.select(import_waiting::files).first(conn)?)).unwrap();
        let packed: Value = serde_json::from_str(&waits).unwrap();
        let kept = String::from_utf8(STANDARD.decode(packed[0]["bytes"].as_str().unwrap()).unwrap()).unwrap();
        assert!(kept.contains("0001;2026-03-02") && !kept.contains("123456782"), "{kept}");
        assert_eq!(choose(&app, &client, &first, "everything").await.0, StatusCode::SEE_OTHER);
        assert_eq!(stored(&app.state.db).len(), 1);
    }

    async fn files_of_one_offer_are_stored_by_one_choice_as_long_as_they_do_what_was_shown(database: Database) {
        bring_in(&database.db, &roster_of(2));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let scores = format!("{}9999;2026-03-02;eigen;leerkracht;contact;99\n", scores_of(3, "2026-03-02", 3));
        let files = || vec![("scores.csv", scores.clone().into_bytes()), ("leerlingen.csv", roster_of(3).into_bytes())];
        let (status, first) = offer(&app, &client, files(), "").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{first}");
        let (status, last) = choose(&app, &client, &first, "everything").await;
        assert_eq!((status, stored(&app.state.db).len()), (StatusCode::SEE_OTHER, 3));
        let page = client.get(app.at(&last)).send().await.unwrap().text().await.unwrap();
        assert!(page.contains("opgeslagen") && page.contains("<strong>1</strong> geweigerd"), "{page}");

        // Between the look and the choice the scores are taken back: now they do something else than was shown.
        let (_, first) = offer(&app, &client, files(), "").await;
        let shown = client.get(app.at(&first)).send().await.unwrap().text().await.unwrap();
        assert!(shown.contains("<strong>0</strong> nieuw") && shown.contains("<strong>3</strong> ongewijzigd"), "{shown}");
        app.state.db.write_blocking(|conn| {
            use diesel::prelude::*;
            Ok(diesel::delete(baken::ground::db::schema::scores::table).execute(conn)?)
        }).unwrap();
        let (status, stopped) = choose(&app, &client, &first, "everything").await;
        assert_eq!((status, stored(&app.state.db).len()), (StatusCode::SEE_OTHER, 0));
        let page = client.get(app.at(&stopped)).send().await.unwrap().text().await.unwrap();
        assert!(page.contains("wacht op uw keuze") && page.contains("<strong>3</strong> nieuw"), "{page}");
    }

    fn what_nobody_comes_back_to_is_forgotten_after_a_week(database: &Database) {
        use baken::evidence::files::Part;
        use baken::evidence::imports::{self, Actor, Offer};
        let db = &database.db;
        let (clock, catalogue) = (Clock::fixed(morning()), Catalogue::shipped().unwrap());
        let profiles = Profiles::shipped().unwrap();
        let part = |name: &str, text: String| Part { name: name.to_owned(), bytes: text.into_bytes() };
        let files = vec![part("s.csv", scores_of(2, "2026-03-02", 3)), part("l.csv", roster_of(2))];
        let offer = Offer { school: "99ZZ".to_owned(), files, ..Offer::default() };
        let id = imports::offer(db, &clock, Actor::Cli, (&catalogue, &profiles), offer).expect("offered");
        let waiting = || db.read_blocking(|conn| imports::waiting(conn, &id)).unwrap();
        let names: Vec<String> = waiting().into_iter().map(|one| one.file_name).collect();
        assert_eq!(names, ["s.csv"]);
        let sweep = |days: i64| db.write_blocking(|conn| imports::sweep(conn, morning() + chrono::Duration::days(days)));
        sweep(6).unwrap();
        assert_eq!(waiting().len(), 1);
        sweep(8).unwrap();
        assert!(waiting().is_empty());
    }

    async fn pasted_rows_go_the_way_of_a_file(database: Database) {
        bring_in(&database.db, &roster_of(2));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let rows = scores_of(2, "2026-03-02", 3).replace(';', "\t");
        let (status, page) = offer(&app, &client, vec![("", Vec::new())], &rows).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        choose(&app, &client, &page, "all").await;
        assert_eq!(stored(&app.state.db).len(), 2);
        let shown = client.get(app.at("/invoer")).send().await.unwrap().text().await.unwrap();
        assert!(shown.contains("geplakte regels"), "{shown}");
    }
}
