//! Setting a file of scores aside: read once, in pieces, then compared.

use std::collections::{BTreeSet, HashMap};

use super::compare::Comparison;
use super::gather::{Back, Gather};
use super::lines::{Lists, number};
use super::store;
use crate::evidence::files::{Catalogue, Refusal, ScoreFile, Series, rounds};
use crate::evidence::imports::aliases::Aliases;
use crate::evidence::imports::consents::Consents;
use crate::evidence::imports::counts::Counts;
use crate::evidence::imports::known::Known;
use crate::evidence::imports::report::to_json;
use crate::evidence::imports::stage::{Progress, Staging};
use crate::evidence::imports::{rows_store, store as imports};
use crate::evidence::results::store as results;
use crate::ground::{Error, Result};

/// So many lines at least make a block: each is a transaction.
const BLOCK: usize = 50_000;

impl Staging<'_, '_> {
    /// Sets the scores of a file aside. `progress` hears how many of how many bytes have been read.
    pub(in crate::evidence::imports) fn stage_scores(
        &self,
        mut file: ScoreFile<'_>,
        catalogue: &dyn Catalogue,
        progress: &mut Progress<'_>,
    ) -> Result<Counts> {
        let form = to_json(&file.form())?;
        let (known, aliases, consents, before) = self.door.read(|conn| {
            let known = Known::of(conn, self.school())?;
            let consents = Consents::of(conn, self.school(), &known, catalogue)?;
            Ok((
                known,
                Aliases::of(conn, self.school())?,
                consents,
                results::known_rounds(conn, self.school())?,
            ))
        })?;
        self.set_aside(|conn| imports::set_header(conn, &self.import.id, &form))?;
        let mut gather = Gather::new(&self.upload.school, &known, &aliases, &consents)?;
        let size = self.upload.bytes.size()?;
        let (mut blocks, mut refused) = (0, 0);
        let mut goes_on = true;
        while goes_on {
            goes_on = file.next(&mut |row, read| gather.take(row, read))?;
            refused += self.refuse(refused, &std::mem::take(&mut gather.refused))?;
            if gather.lines.len() >= BLOCK || (!goes_on && !gather.lines.is_empty()) {
                let lines = std::mem::take(&mut gather.lines);
                self.set_aside(|conn| store::put_block(conn, &self.import.id, blocks, &lines))?;
                blocks += 1;
            }
            progress(file.bytes_read(), size);
        }
        let mut counts = Counts::of(file.header().columns(), file.recognised());
        counts.known_pupils = known.pupils.len();
        let (mut lists, of_slots) = (gather.lists, gather.counts);
        settle_rounds(&mut lists, &of_slots, &before)?;
        let contradictions = Comparison::new(self, &lists, &known, &mut counts).run(blocks)?;
        refused += self.refuse(refused, &self.with_cells(contradictions, catalogue)?)?;
        counts.refused = refused;
        let named = lists.series.iter().map(|one| format!("{} · {}", one.instrument, one.informant.code()));
        counts.lists = named.collect::<BTreeSet<_>>().into_iter().collect();
        counts.unknown_pupils = gather.unknown.into_iter().collect();
        self.set_aside(|conn| store::put_lists(conn, &self.import.id, &lists))?;
        Ok(counts)
    }

    /// Sets refused rows aside behind so many others; gives how many.
    fn refuse(&self, before: usize, rows: &[Back]) -> Result<usize> {
        let mut staged = Vec::with_capacity(rows.len());
        for (refusal, cells) in rows {
            staged.push(self.refused(before + staged.len(), refusal, to_json(cells)?)?);
        }
        if !staged.is_empty() {
            self.set_aside(|conn| rows_store::insert_rows(conn, &staged))?;
        }
        Ok(rows.len())
    }

    /// Rows that were found wrong after they had been read, with their cells: the file is read once more for them.
    fn with_cells(&self, refused: Vec<Refusal>, catalogue: &dyn Catalogue) -> Result<Vec<Back>> {
        if refused.is_empty() {
            return Ok(Vec::new());
        }
        let mut cells: HashMap<usize, Vec<String>> =
            refused.iter().map(|one| (one.row, Vec::new())).collect();
        let today = self.clock.today();
        let mut file = ScoreFile::open(&self.upload.bytes, &self.upload.layout, catalogue, today)?;
        while file.next(&mut |row, _| {
            if row.number % BLOCK == 0 {
                self.stay()?;
            }
            if let Some(cells) = cells.get_mut(&row.number) {
                *cells = row.kept();
            }
            Ok(())
        })? {}
        let with = |one: Refusal| {
            let cells = cells.get(&one.row).cloned().unwrap_or_default();
            (one, cells)
        };
        Ok(refused.into_iter().map(with).collect())
    }
}

/// Which round each slot ends up in, beside the rounds that the school has.
fn settle_rounds(lists: &mut Lists, counts: &[u32], before: &rounds::KnownRounds) -> Result<()> {
    let named = |at: &super::lines::Slot| -> Option<(&Series, &str)> {
        let label = lists.labels.get_index(at.label as usize)?;
        Some((lists.series.get_index(at.series as usize)?, label))
    };
    let met = lists.slots.iter().zip(counts).filter_map(|(slot, count)| {
        let (series, label) = named(slot)?;
        Some((series, label, slot.date, *count))
    });
    let settled = rounds::settle(before, met);
    let ends: Option<Vec<String>> = lists
        .slots
        .iter()
        .map(|slot| {
            let (series, label) = named(slot)?;
            settled.get(series)?.get(label).cloned()
        })
        .collect();
    let ends = ends.ok_or_else(|| Error::internal("a score fell in no round"))?;
    lists.rounds = ends.into_iter().map(|label| number(&mut lists.labels, label)).collect::<Result<_>>()?;
    Ok(())
}
