//! Setting a file aside: read, compared, written in chunks under the import's id. Nothing becomes visible.
//! This use case opens its own transactions, because it is several short ones: a long write would keep
//! everybody else waiting.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::doorway::Doorway;
use super::rows_store;
use super::{
    actor::Actor,
    eckid,
    file::File,
    hold_store, leave,
    model::{Import, State},
    report::to_json,
    store,
    upload::Upload,
};
use crate::evidence::files::{Catalogue, Kind, Source};
use crate::ground::audit::{self, Entry};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Clock, Conn, Db, Error, ImportId, Message, Result, SchoolId};
use crate::school::store::{add_school, school_by_brin};

/// How many rows are written in one transaction.
const CHUNK: usize = 2000;

/// Hears how much of how much is done: bytes of a file of scores, rows of another one.
pub type Progress<'p> = dyn FnMut(u64, u64) + 'p;

/// Sets a file aside and compares it; gives the import whose preview can be looked at.
///
/// `progress` hears how far it is. Refused whole: what cannot be read as its kind, and
/// what names another school. `Conflict`: another import of this school is under way.
pub fn stage(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    upload: &Upload,
    progress: &mut Progress<'_>,
) -> Result<ImportId> {
    stage_through(&Doorway::Own(db), clock, actor, catalogue, upload, progress)
}

/// The same through a connection that is open already.
pub(super) fn stage_through(
    door: &Doorway<'_>,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    upload: &Upload,
    progress: &mut Progress<'_>,
) -> Result<ImportId> {
    let head = upload.bytes.head()?;
    let source = Source::of(&head, &upload.beside)?;
    let mut file = File::read(upload, &source, catalogue, clock.today())?;
    let (import, made_school) = begin(door, clock, actor, upload, file.kind())?;
    let work = Staging { door, clock, import: &import, upload };
    let staged = eckid::add(door, &import.school_id, upload, &mut file)
        .and_then(|()| work.run(file, (&source, catalogue), made_school, progress));
    if staged.is_err() {
        door.write(|conn| leave::give_up(conn, &import))?;
    }
    staged.map(|()| import.id.clone())
}

/// Writes the import down and takes the school for it. A school not yet known is made at the command line.
fn begin(
    door: &Doorway<'_>,
    clock: &Clock,
    actor: Actor<'_>,
    upload: &Upload,
    kind: Kind,
) -> Result<(Import, bool)> {
    let now = clock.now();
    let file_hash = hash(upload)?;
    door.write(|conn| {
        leave::sweep(conn, now)?;
        let brin = upload.school.trim().to_uppercase();
        let (school, made) = match (school_by_brin(conn, &brin)?, actor) {
            (Some(school), _) => (school.id, false),
            (None, Actor::Cli) => {
                let sector = upload.sector.as_deref().unwrap_or("po");
                // Its name is its code until somebody gives it one.
                let school = add_school(conn, now, &brin, &brin, sector)?;
                let entry = Entry::of("cli", "add-school", "school", &school).detail(brin.as_str());
                audit::record(conn, now, &entry)?;
                (school, true)
            }
            (None, Actor::Person(_) | Actor::OfGroup(_)) => return Err(Error::NotFound("school")),
        };
        actor.may_import(&school)?;
        let import = Import {
            id: ImportId::fresh(),
            school_id: school,
            kind: kind.code().to_owned(),
            state: State::Staging,
            file_name: upload.file_name.clone(),
            file_hash,
            header: String::new(),
            summary: "{}".to_owned(),
            brake: None,
            account_id: actor.account(),
            created_at: now,
            decided_at: None,
            undone_at: None,
        };
        if !hold_store::take_hold(conn, &import.school_id, &import.id, now)? {
            return Err(Error::Conflict(Message::new("import-busy")));
        }
        store::insert(conn, &import)?;
        Ok((import, made))
    })
}

/// The work between taking the school and the preview.
pub(super) struct Staging<'a, 'd> {
    pub(super) door: &'a Doorway<'d>,
    pub(super) clock: &'a Clock,
    pub(super) import: &'a Import,
    pub(super) upload: &'a Upload,
}

impl Staging<'_, '_> {
    fn run(
        &self,
        file: File<'_>,
        (source, catalogue): (&Source<'_>, &dyn Catalogue),
        made_school: bool,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        let (mut counts, rows) = match file {
            File::Roster(parsed) => self.compare_roster(source, parsed)?,
            File::Scores(file) => (self.stage_scores(*file, catalogue, progress)?, Vec::new()),
            File::Sociogram(ratings) => self.compare_ratings(ratings)?,
            File::Items(parsed) => self.compare_items(source, parsed, catalogue)?,
            File::Attendance(parsed) => self.compare_attendance(source, parsed)?,
            File::Totals(parsed) => self.compare_totals(source, parsed)?,
        };
        counts.made_school = made_school;
        counts.profile = self.upload.layout.profile.as_ref().map(|profile| profile.name.clone());
        let mut done = 0;
        for chunk in rows.chunks(CHUNK) {
            self.set_aside(|conn| rows_store::insert_rows(conn, chunk))?;
            done += chunk.len();
            progress(done as u64, rows.len() as u64);
        }
        let now = self.clock.now();
        let brake = counts.brake().map(|brake| to_json(&brake)).transpose()?;
        let counts = to_json(&counts)?;
        self.set_aside(|conn| {
            store::set_outcome(conn, &self.import.id, &counts, brake.as_deref())?;
            if store::advance(conn, &self.import.id, State::Staging, State::Previewed, now)? {
                return Ok(());
            }
            Err(Error::Conflict(Message::new("import-overtaken")))
        })
    }

    /// Writes something aside, in a short transaction of its own, while the school is still held.
    pub(super) fn set_aside<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let now = self.clock.now();
        self.door.write(|conn| {
            if hold_store::keep_hold(conn, self.school(), &self.import.id, now)? {
                work(conn)
            } else {
                Err(Error::Conflict(Message::new("import-overtaken")))
            }
        })
    }

    /// Gives a sign of life during work that writes nothing.
    pub(super) fn stay(&self) -> Result<()> {
        self.set_aside(|_| Ok(()))
    }

    /// The day from which a roster counts: today, or the first of the school year to come.
    pub(super) fn counts_from(&self) -> NaiveDate {
        let today = self.clock.today();
        if self.upload.next_year { school_year_start(school_year(today) + 1) } else { today }
    }

    pub(super) const fn school(&self) -> &SchoolId {
        &self.import.school_id
    }
}

/// SHA-256 in hexadecimal, of the file and those that belong to it.
fn hash(upload: &Upload) -> Result<String> {
    let mut digest = Sha256::new();
    std::io::copy(&mut upload.bytes.open()?, &mut digest).map_err(Error::internal)?;
    for part in &upload.beside {
        digest.update(&part.bytes);
    }
    Ok(digest.finalize().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")))
}
