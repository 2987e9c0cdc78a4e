//! Several files as if they were stored one after the other: scores can only be laid beside a roster that is there. What
//! each would do is told, and all of it rolled back.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use super::accept::{Consent, accept};
use super::actor::Actor;
use super::counts::{Counts, counts};
use super::doorway::Doorway;
use super::report::from_json;
use super::sort::Unsorted;
use super::stage::stage_through;
use super::upload::Upload;
use super::{rows_store, store};
use crate::evidence::files::{Catalogue, Refusal};
use crate::ground::{Clock, Conn, Db, Error, ImportId, Message, Result};

/// How many refused rows are told.
const TOLD: usize = 50;

/// What a file would do, after those before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The counts.
    pub counts: Counts,
    /// Why it needs a second look.
    pub brake: Option<Message>,
    /// The first of the refused rows.
    pub refused: Vec<Refusal>,
}

impl Forecast {
    fn of(conn: &mut Conn, id: &ImportId) -> Result<Self> {
        let import = store::import(conn, id)?;
        let brake = import.brake.as_deref().map(from_json).transpose()?;
        let number = |number: i32| usize::try_from(number).map_err(Error::internal);
        let refused = rows_store::rows(conn, id, &["refused"])?.into_iter().take(TOLD).map(|row| {
            Ok(Refusal {
                row: number(row.row_no)?,
                line: number(row.line_no)?,
                column: row.problem_column,
                value: row.problem_value,
                reason: from_json(&row.reason)?,
            })
        });
        Ok(Self { counts: counts(&import)?, brake, refused: refused.collect::<Result<_>>()? })
    }

    /// Whether an import does what was foretold.
    #[must_use]
    pub fn holds(&self, now: &Counts) -> bool {
        let seen =
            |one: &Counts| (one.new, one.changed, one.unchanged, one.refused, one.missing, one.starts_on);
        seen(&self.counts) == seen(now)
    }
}

/// What each of these files would do when those before it are stored. Refused with the name of the file where one cannot
/// be read.
pub fn foretell(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    uploads: &[Upload],
) -> Result<Vec<Forecast>, Unsorted> {
    rehearse(db, clock, actor, catalogue, uploads, Forecast::of)
}

/// Looks at each of these files as it would be previewed when those before it are stored.
pub fn rehearse<T>(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    uploads: &[Upload],
    look: impl Fn(&mut Conn, &ImportId) -> Result<T>,
) -> Result<Vec<T>, Unsorted> {
    let mut current = "";
    let all = db.rehearse_blocking(|conn| {
        let mut told = Vec::new();
        for upload in uploads {
            current = &upload.file_name;
            let through = Doorway::Within(RefCell::new(&mut *conn));
            let id = stage_through(&through, clock, actor, catalogue, upload, &mut |_, _| {})?;
            told.push(look(conn, &id)?);
            if counts(&store::import(conn, &id)?)?.good() == 0 {
                super::leave::forget(conn, &id)?;
                continue;
            }
            let consent = Consent { all_or_nothing: false, changes: true };
            accept(conn, clock.now(), clock.today(), actor, &id, consent)?;
        }
        Ok(told)
    });
    all.map_err(|error| (current.to_owned(), error))
}
