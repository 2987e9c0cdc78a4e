//! Files of scores larger than a piece: read where they stand, block by block, with the same outcome as small ones.

use std::fmt::Write as _;

use baken::evidence::files::Content;
use baken::evidence::imports::{self, Actor, Consent, Report, Upload, refused_file};
use baken::evidence::instruments::Catalogue;
use baken::ground::db::schema::{import_rows, import_scores};
use baken::ground::{Clock, Db, ImportId, Words};
use diesel::prelude::*;

use super::{SCORES, bring_in, report, roster_of, stored, undo, upload};
use crate::support::both_databases;
use crate::support::server::morning;

const PUPILS: usize = 200;

/// So many days of scores, half a year and more apart, of all pupils: more than two pieces.
fn many() -> String {
    let mut text = SCORES.to_owned();
    for year in 1980..2026 {
        for day in ["03-02", "10-05"] {
            for at in 0..PUPILS {
                for scale in ["welbevinden", "betrokkenheid", "contact"] {
                    let score = (at + year) % 41;
                    writeln!(text, "{at:04};{year}-{day};eigen;leerkracht;{scale};{score}").expect("a line");
                }
            }
        }
    }
    text.replace("2025-10-05", "2026-03-02")
}

/// Brings a file in from the disk, as the command line does with large ones.
fn from_disk(db: &Db, text: &str) -> (ImportId, Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("scores.csv");
    std::fs::write(&path, text).expect("a file");
    let upload = Upload { bytes: Content::OnDisk(path), ..upload("") };
    let (catalogue, clock) = (Catalogue::shipped().expect("instruments"), Clock::fixed(morning()));
    let mut heard = Vec::new();
    let id =
        imports::stage(db, &clock, Actor::Cli, &catalogue, &upload, &mut |done, all| heard.push((done, all)))
            .expect("staged");
    assert!(heard.len() > 2 && heard.iter().all(|(done, all)| done <= all), "{heard:?}");
    assert_eq!(heard.last().map(|(done, _)| *done), Some(text.len() as u64));
    let consent = Consent { all_or_nothing: false, changes: true };
    let (now, today) = (clock.now(), clock.today());
    db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent)).expect("accepted");
    let told = report(db, &id);
    (id, told)
}

both_databases! {
    fn a_large_file_comes_in_once_and_goes_again(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(PUPILS));
        let text = many();
        let rows = text.lines().count() - 1;
        let (id, first) = from_disk(db, &text);
        assert_eq!((first.new, first.changed, first.unchanged, first.refused.len()), (rows, 0, 0, 0));
        assert_eq!(stored(db).len(), rows);
        let left: i64 = db.read_blocking(|conn| Ok(import_scores::table.count().get_result(conn)?)).unwrap();
        assert_eq!(left, 0, "nothing stays aside");
        let (again, second) = from_disk(db, &text);
        assert_eq!((second.new, second.changed, second.unchanged), (0, 0, rows));
        undo(db, &again).unwrap();
        undo(db, &id).unwrap();
        assert!(stored(db).is_empty());
    }

    fn rows_of_one_pupil_that_stand_far_apart_are_one_or_none(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(PUPILS));
        let mut text = many();
        let rows = text.lines().count() - 1;
        let first = text.lines().nth(1).unwrap().to_owned();
        let second = text.lines().nth(2).unwrap().rsplit_once(';').unwrap().0.to_owned();
        write!(text, "{first}\n{second};40\n9999;2026-03-02;eigen;leerkracht;contact;1\n").expect("lines");
        let (id, told) = from_disk(db, &text);
        assert_eq!((told.new, told.unchanged, told.refused.len()), (rows - 1, 1, 3));
        let lines: Vec<usize> = told.refused.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, rows + 3, rows + 4]);
        assert!(told.refused[0].reason.contains(&(rows + 3).to_string()), "{}", told.refused[0].reason);
        let back = db.read_blocking(|conn| refused_file(conn, &id, Words::default())).unwrap().unwrap();
        assert_eq!(back.lines().count(), 4, "{back}");
        assert!(back.lines().nth(2).unwrap().starts_with(&format!("{second};40")), "{back}");
    }

    fn a_row_of_another_school_far_down_stores_nothing(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(PUPILS));
        let own = many().replace(";leerkracht;", ";leerkracht;99ZZ;").replacen("informant;", "informant;school;", 1);
        let text = format!("{own}0001;2026-03-02;eigen;leerkracht;98YY;contact;1\n");
        let refused = imports::stage(
            db,
            &Clock::fixed(morning()),
            Actor::Cli,
            &Catalogue::shipped().unwrap(),
            &upload(&text),
            &mut |_, _| {},
        );
        assert_eq!(super::key_of(refused), "file-other-school");
        let left = db.read_blocking(|conn| {
            let rows: i64 = import_rows::table.count().get_result(conn)?;
            let blocks: i64 = import_scores::table.count().get_result(conn)?;
            Ok(rows + blocks)
        });
        assert_eq!(left.unwrap(), 0, "nothing stays aside");
    }
}
