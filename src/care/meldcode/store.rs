//! All that is asked of the database about files of the meldcode. What a person looks at goes by [`MeldcodeScope`].

use diesel::prelude::*;

use chrono::NaiveDate;

use super::lines_store::{self, Line};
use super::model::{File, Named, Paper, State, Step, Taken};
use super::scope::MeldcodeScope;
use crate::ground::db::schema::{meldcode_files, meldcode_papers, meldcode_people, meldcode_steps, pupils};
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result, SchoolId};
use crate::school::Pupil;

type Backend = <Conn as Connection>::Backend;

/// How many lines of a file's log are shown.
const LINES: i64 = 50;

/// The files this person may read today.
fn visible(scope: &MeldcodeScope) -> meldcode_files::BoxedQuery<'static, Backend> {
    let named = meldcode_people::table
        .filter(meldcode_people::account_id.eq(scope.account.clone()))
        .filter(meldcode_people::from_on.le(scope.today))
        .filter(meldcode_people::until_on.ge(scope.today))
        .select(meldcode_people::file_id);
    meldcode_files::table.into_boxed().filter(
        meldcode_files::school_id.eq_any(scope.officer_at.clone()).or(meldcode_files::id.eq_any(named)),
    )
}

/// The files this person may read, those under way first.
///
/// # Errors
/// When the database refuses.
pub fn files(conn: &mut Conn, scope: &MeldcodeScope) -> Result<Vec<File>> {
    let mut found: Vec<File> =
        visible(scope).order(meldcode_files::opened_at.desc()).select(File::as_select()).load(conn)?;
    found.sort_by_key(|file| !file.state.is_open());
    Ok(found)
}

/// A file this person may read.
///
/// # Errors
/// `NotFound` also for one that is there for others.
pub fn file(conn: &mut Conn, scope: &MeldcodeScope, id: &str) -> Result<File> {
    visible(scope)
        .filter(meldcode_files::id.eq(id.to_owned()))
        .select(File::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("meldcode"))
}

/// Whether somebody is named on a file today.
///
/// # Errors
/// When the database refuses.
pub fn is_named(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<bool> {
    let named = meldcode_people::table
        .filter(meldcode_people::account_id.eq(account))
        .filter(meldcode_people::from_on.le(today))
        .filter(meldcode_people::until_on.ge(today));
    Ok(diesel::select(diesel::dsl::exists(named)).get_result(conn)?)
}

/// What was written in a file that the caller may read, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn steps(conn: &mut Conn, file: &str) -> Result<Vec<Taken>> {
    Ok(meldcode_steps::table
        .filter(meldcode_steps::file_id.eq(file))
        .order((meldcode_steps::on_date, meldcode_steps::id))
        .select(Taken::as_select())
        .load(conn)?)
}

/// Which steps were taken in files that the caller may read, without what was written.
///
/// # Errors
/// When the database refuses.
pub fn taken(conn: &mut Conn, files: &[File]) -> Result<Vec<(String, Step)>> {
    let ids: Vec<&str> = files.iter().map(|file| file.id.as_str()).collect();
    Ok(meldcode_steps::table
        .filter(meldcode_steps::file_id.eq_any(ids))
        .select((meldcode_steps::file_id, meldcode_steps::step))
        .distinct()
        .load(conn)?)
}

/// Who is or was named on a file that the caller may read.
///
/// # Errors
/// When the database refuses.
pub fn named(conn: &mut Conn, file: &str) -> Result<Vec<Named>> {
    Ok(meldcode_people::table
        .filter(meldcode_people::file_id.eq(file))
        .order(meldcode_people::id)
        .select(Named::as_select())
        .load(conn)?)
}

/// What was moved into a file that the caller may read, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn papers(conn: &mut Conn, file: &str) -> Result<Vec<Paper>> {
    Ok(meldcode_papers::table
        .filter(meldcode_papers::file_id.eq(file))
        .order(meldcode_papers::id)
        .select(Paper::as_select())
        .load(conn)?)
}

/// Who saw and did what with a file that the caller may read, newest first.
///
/// # Errors
/// When the database refuses.
pub fn lines(conn: &mut Conn, file: &str) -> Result<Vec<Line>> {
    lines_store::of_file(conn, file, LINES)
}

/// A pupil of a school where this person is the officer.
///
/// # Errors
/// `NotFound` for any other.
pub fn pupil(conn: &mut Conn, scope: &MeldcodeScope, id: &PupilId) -> Result<Pupil> {
    pupils::table
        .find(id)
        .filter(pupils::school_id.eq_any(&scope.officer_at))
        .select(Pupil::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("pupil"))
}

/// All files of a pupil: nobody looks.
pub(super) fn of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<File>> {
    Ok(meldcode_files::table
        .filter(meldcode_files::pupil_id.eq(pupil))
        .order(meldcode_files::id)
        .select(File::as_select())
        .load(conn)?)
}

/// What was moved into any file of a pupil: nobody looks.
pub(super) fn papers_of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Paper>> {
    Ok(meldcode_papers::table
        .inner_join(meldcode_files::table)
        .filter(meldcode_files::pupil_id.eq(pupil))
        .select(Paper::as_select())
        .load(conn)?)
}

/// The file of a pupil that is under way at a school: nobody looks.
pub(super) fn open_of(conn: &mut Conn, pupil: &PupilId, school: &SchoolId) -> Result<Option<File>> {
    let all = of_pupil(conn, pupil)?;
    Ok(all.into_iter().find(|file| file.school_id == *school && file.state.is_open()))
}

pub(super) fn insert(conn: &mut Conn, file: &File) -> Result<()> {
    diesel::insert_into(meldcode_files::table).values(file).execute(conn)?;
    Ok(())
}

/// Saves a file that stood in `from` when it was read.
pub(super) fn save(conn: &mut Conn, file: &File, from: State) -> Result<()> {
    let held = meldcode_files::table.find(&file.id).filter(meldcode_files::state.eq(from));
    if diesel::update(held).set(file).execute(conn)? == 0 {
        return Err(Error::Conflict(Message::new("meldcode-meanwhile")));
    }
    Ok(())
}

pub(super) fn insert_step(conn: &mut Conn, step: &Taken) -> Result<()> {
    diesel::insert_into(meldcode_steps::table).values(step).execute(conn)?;
    Ok(())
}

pub(super) fn insert_named(conn: &mut Conn, named: &Named) -> Result<()> {
    diesel::insert_into(meldcode_people::table).values(named).execute(conn)?;
    Ok(())
}

pub(super) fn end_named(conn: &mut Conn, id: &str, last: NaiveDate) -> Result<()> {
    diesel::update(meldcode_people::table.find(id)).set(meldcode_people::until_on.eq(last)).execute(conn)?;
    Ok(())
}

pub(super) fn delete_named(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(meldcode_people::table.find(id)).execute(conn)?;
    Ok(())
}

pub(super) fn insert_paper(conn: &mut Conn, paper: &Paper) -> Result<()> {
    diesel::insert_into(meldcode_papers::table).values(paper).execute(conn)?;
    Ok(())
}
