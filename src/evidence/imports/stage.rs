//! Setting a file aside: read, compared, written in chunks under the import's id. Nothing becomes visible.
//! This use case opens its own transactions, because it is several short ones: a long write would keep
//! everybody else waiting.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::{
    diff::{self, ScoreBook, Staged},
    hold_store,
    known::Known,
    leave,
    model::{Actor, Import, StagedRow, State},
    people_store,
    report::{Counts, to_json},
    schools_store, store,
    upload::{File, Upload},
};
use crate::evidence::files::{
    self, Catalogue, Kind, Parsed, Recognised, Refusal, RosterRow, ScoreRow, roster::settle_roster,
    write::Handback,
};
use crate::evidence::results::store as results;
use crate::ground::{Clock, Db, Error, ImportId, Message, Result, SchoolId};
use crate::school::store::school_by_brin;

/// How many rows are written in one transaction.
const CHUNK: usize = 2000;

/// Sets a file aside and compares it; gives the import whose preview can be looked at.
///
/// `progress` hears how many of how many rows are done. Refused whole: what cannot be read as its kind, and
/// what names another school. `Conflict`: another import of this school is under way.
pub fn stage(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    upload: &Upload,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<ImportId> {
    let file = File::read(upload, catalogue, clock.today())?;
    let (import, made_school) = begin(db, clock, actor, upload, file.kind())?;
    let work = Staging {
        db,
        clock,
        import: &import,
        bytes: &upload.bytes,
    };
    let staged = work.run(file, made_school, progress);
    if staged.is_err() {
        db.write_blocking(|conn| leave::give_up(conn, &import))?;
    }
    staged.map(|()| import.id.clone())
}

/// Writes the import down and takes the school for it. A school not yet known is made at the command line.
fn begin(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    upload: &Upload,
    kind: Kind,
) -> Result<(Import, bool)> {
    let now = clock.now();
    db.write_blocking(|conn| {
        leave::sweep(conn, now)?;
        let brin = upload.school.trim().to_uppercase();
        let (school, made) = match (school_by_brin(conn, &brin)?, actor) {
            (Some(school), _) => (school.id, false),
            (None, Actor::Cli) => {
                let sector = upload.sector.as_deref().unwrap_or("po");
                (schools_store::make_school(conn, &brin, sector, now)?, true)
            }
            (None, Actor::Person(_)) => return Err(Error::NotFound("school")),
        };
        actor.may_import(&school)?;
        let import = Import {
            id: ImportId::fresh(),
            school_id: school,
            kind: kind.code().to_owned(),
            state: State::Staging,
            file_name: upload.file_name.clone(),
            file_hash: hash(&upload.bytes),
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
struct Staging<'a> {
    db: &'a Db,
    clock: &'a Clock,
    import: &'a Import,
    bytes: &'a [u8],
}

impl Staging<'_> {
    fn run(
        &self,
        file: File,
        made_school: bool,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<()> {
        let (mut counts, rows) = match file {
            File::Roster(parsed) => self.compare_roster(parsed)?,
            File::Scores(parsed) => self.compare_scores(parsed)?,
        };
        counts.made_school = made_school;
        let total = rows.len();
        let mut done = 0;
        for chunk in rows.chunks(CHUNK) {
            let now = self.clock.now();
            self.db.write_blocking(|conn| {
                self.keep_hold(conn, now)?;
                store::insert_rows(conn, chunk)
            })?;
            done += chunk.len();
            progress(done, total);
        }
        let now = self.clock.now();
        let brake = counts.brake().map(|brake| to_json(&brake)).transpose()?;
        self.db.write_blocking(|conn| {
            self.keep_hold(conn, now)?;
            store::set_outcome(conn, &self.import.id, &to_json(&counts)?, brake.as_deref())?;
            if store::advance(conn, &self.import.id, State::Staging, State::Previewed, now)? {
                return Ok(());
            }
            Err(Error::Conflict(Message::new("import-overtaken")))
        })
    }

    fn keep_hold(&self, conn: &mut crate::ground::Conn, now: chrono::NaiveDateTime) -> Result<()> {
        if hold_store::keep_hold(conn, self.school(), &self.import.id, now)? {
            Ok(())
        } else {
            Err(Error::Conflict(Message::new("import-overtaken")))
        }
    }

    const fn school(&self) -> &SchoolId {
        &self.import.school_id
    }

    fn compare_roster(&self, parsed: Parsed<RosterRow>) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = counts_of(
            &parsed.dropped_columns,
            &parsed.ignored_columns,
            parsed.recognised,
        );
        let mut refused = parsed.refused;
        let (rows, doubled, repeated) = settle_roster(parsed.rows);
        refused.extend(doubled);
        counts.unchanged = repeated;
        let (known, accounts) = self.db.read_blocking(|conn| {
            let known = Known::of(conn, self.school())?;
            Ok((known, people_store::mentor_accounts(conn, self.school())?))
        })?;
        counts.known_pupils = known.pupils.len();
        let staged = diff::roster(rows, &known, &accounts, self.clock.today(), &mut counts);
        // All rows of a roster are kept: a mentor may be new where the pupil is not.
        let rows = self.rows(&staged, &refused, &mut counts)?;
        Ok((counts, rows))
    }

    fn compare_scores(&self, parsed: Parsed<ScoreRow>) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = counts_of(
            &parsed.dropped_columns,
            &parsed.ignored_columns,
            parsed.recognised,
        );
        let mut refused = parsed.refused;
        let known_rounds = self
            .db
            .read_blocking(|conn| results::known_rounds(conn, self.school()))?;
        let settled = files::settle(parsed.rows, &known_rounds);
        refused.extend(settled.refused);
        counts.unchanged = settled.repeated;
        let wanted: HashSet<_> = settled.rows.iter().map(ScoreRow::series).collect();
        let (known, series, rounds, stored) = self.db.read_blocking(|conn| {
            let series = results::series_keys(conn)?;
            let keys: Vec<i32> = wanted
                .iter()
                .filter_map(|one| series.get(one).copied())
                .collect();
            let stored = results::of_school(conn, self.school(), &keys)?;
            let rounds = results::round_keys(conn)?;
            Ok((Known::of(conn, self.school())?, series, rounds, stored))
        })?;
        let stored: HashMap<_, _> = stored
            .into_iter()
            .map(|score| ((score.pupil_key, score.series_key, score.round_key), score))
            .collect();
        counts.known_pupils = known.pupils.len();
        let book = ScoreBook {
            known: &known,
            series: &series,
            rounds: &rounds,
            stored: &stored,
        };
        let (staged, unknown) = diff::scores(settled.rows, &book, &mut counts);
        refused.extend(unknown);
        let rows = self.rows(&staged, &refused, &mut counts)?;
        Ok((counts, rows))
    }

    /// The rows as they are set aside, and the form in which refused ones can go back.
    fn rows<T: serde::Serialize>(
        &self,
        staged: &[Staged<T>],
        refused: &[Refusal],
        counts: &mut Counts,
    ) -> Result<Vec<StagedRow>> {
        counts.refused = refused.len();
        let wanted: HashSet<usize> = refused.iter().map(|refusal| refusal.row).collect();
        let form = Handback::of(self.bytes, &wanted)?;
        self.db
            .write_blocking(|conn| store::set_header(conn, &self.import.id, &to_json(&form)?))?;
        let mut rows = Vec::with_capacity(staged.len() + refused.len());
        for one in staged {
            rows.push(self.row(one.row, one.line, one.status.word(), to_json(&one.value)?)?);
        }
        for refusal in refused {
            let raw = form.rows.get(&refusal.row).cloned().unwrap_or_default();
            rows.push(StagedRow {
                raw: to_json(&raw)?,
                problem_column: refusal.column.clone(),
                problem_value: refusal.value.clone(),
                reason: to_json(&refusal.reason)?,
                ..self.row(refusal.row, refusal.line, "refused", String::new())?
            });
        }
        Ok(rows)
    }

    fn row(&self, row: usize, line: usize, status: &str, parsed: String) -> Result<StagedRow> {
        Ok(StagedRow {
            import_id: self.import.id.clone(),
            row_no: i32::try_from(row).map_err(Error::internal)?,
            line_no: i32::try_from(line).map_err(Error::internal)?,
            status: status.to_owned(),
            raw: String::new(),
            parsed,
            problem_column: String::new(),
            problem_value: String::new(),
            reason: String::new(),
        })
    }
}

fn counts_of(dropped: &[String], ignored: &[String], recognised: Recognised) -> Counts {
    Counts {
        dropped_columns: dropped.to_vec(),
        ignored_columns: ignored.to_vec(),
        recognised: Some(recognised),
        ..Counts::default()
    }
}

/// SHA-256 in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
