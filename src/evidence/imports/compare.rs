//! Comparing a roster, ratings or answers with what the school knows, and the rows as they are set aside. Scores: `scores`.

use std::collections::HashSet;

use super::aliases::Aliases;
use super::groups_store;
use super::rating_diff::{self, RatingBook};
use super::suspicion;
use super::{
    consents::Consents,
    counts::Counts,
    diff::{self, Staged},
    facts, item_diff,
    known::Known,
    report::to_json,
    stage::Staging,
    staged::StagedRow,
    store,
};
use crate::evidence::critical::store as critical;
use crate::evidence::files::{
    Catalogue, ItemRow, Parsed, Ratings, Refusal, RosterRow, Source, roster::settle::settle_roster,
    write::Handback,
};
use crate::evidence::ratings::store as ratings;
use crate::ground::{Error, Message, Result};
use crate::school::{critical_readers, store::school};

impl Staging<'_, '_> {
    pub(super) fn compare_roster(
        &self,
        source: &Source<'_>,
        mut parsed: Parsed<RosterRow>,
    ) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = Counts::of(std::mem::take(&mut parsed.columns), parsed.recognised);
        let mut refused = parsed.refused;
        let (known, accounts, aliases) = self.door.read(|conn| {
            let known = Known::of(conn, self.school())?;
            let accounts = groups_store::mentor_accounts(conn, self.school())?;
            Ok((known, accounts, Aliases::of(conn, self.school())?))
        })?;
        let mut rows = parsed.rows;
        aliases.in_roster(&mut rows);
        let (rows, doubled, repeated) = settle_roster(rows);
        refused.extend(doubled);
        counts.unchanged = repeated;
        counts.known_pupils = known.pupils.len();
        let today = self.counts_from();
        counts.starts_on = self.upload.next_year.then_some(today);
        let (staged, left) = diff::roster(rows, &known, &accounts, today, &mut counts);
        counts.suspicions = suspicion::in_roster(&staged, &known);
        facts::count(&mut counts, &source.facts, &accounts, today);
        refused.extend(left);
        // All rows of a roster are kept: a mentor may be new where the pupil is not.
        let rows = self.rows(source, &staged, &refused, &mut counts)?;
        Ok((counts, rows))
    }

    pub(super) fn compare_ratings(&self, mut file: Ratings) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = Counts::of(std::mem::take(&mut file.columns), file.recognised);
        let (known, stored, school, aliases) = self.door.read(|conn| {
            let known = Known::of(conn, self.school())?;
            let stored = ratings::of_school(conn, self.school())?;
            Ok((known, stored, school(conn, self.school())?, Aliases::of(conn, self.school())?))
        })?;
        aliases.in_ratings(&mut file);
        counts.known_pupils = known.pupils.len();
        let stored = stored.into_iter().map(|rating| (rating.place(), rating)).collect();
        let book = RatingBook { known: &known, stored: &stored, negative: school.negative_choices };
        let (staged, more) = rating_diff::ratings(&file, &book, &mut counts);
        let refused = [file.refused, more].concat();
        counts.refused = refused.len();
        // What is left says what is known, or nothing: whoever was absent has an empty row in a matrix.
        counts.unchanged = file.data_rows - refused.len() - counts.new - counts.changed;
        let mut rows = Vec::with_capacity(staged.len() + refused.len());
        for one in staged {
            let place = (one.row, one.line);
            rows.push(self.row(rows.len(), place, one.status.word(), to_json(&one.value)?)?);
        }
        for refusal in &refused {
            // Without its cells: a file that is handed back would say who judged whom.
            rows.push(self.refused(rows.len(), refusal, String::new())?);
        }
        Ok((counts, rows))
    }

    pub(super) fn compare_items(
        &self,
        source: &Source<'_>,
        mut parsed: Parsed<ItemRow>,
        catalogue: &dyn Catalogue,
    ) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = Counts::of(std::mem::take(&mut parsed.columns), parsed.recognised);
        let (agreement, known, stored, consents) = self.door.read(|conn| {
            let agreement = critical_readers::of_school(conn, self.school())?;
            let known = Known::of(conn, self.school())?;
            Aliases::of(conn, self.school())?.in_items(&mut parsed.rows);
            let consents = Consents::of(conn, self.school(), &known, catalogue)?;
            Ok((agreement, known, critical::stored(conn, self.school())?, consents))
        })?;
        if agreement.is_none() {
            return Err(Error::Refused(Message::new("items-no-agreement")));
        }
        counts.known_pupils = known.pupils.len();
        let mut refused = parsed.refused;
        parsed.rows.retain(|row| {
            let without = consents.refuse(&row.instrument, &row.pupil, (row.row, row.line));
            let may_stay = without.is_none();
            refused.extend(without);
            may_stay
        });
        let stored = stored.into_iter().map(|answer| (answer.place(), answer)).collect();
        let (staged, unknown) = item_diff::items(parsed.rows, self.import, &known, &stored, &mut counts);
        refused.extend(unknown);
        // What was answered stays in the file: refused rows are told, and not kept.
        for refusal in refused.iter_mut().filter(|refusal| is_answer(&refusal.column)) {
            refusal.value.clear();
        }
        let mut rows = self.rows(source, &staged, &refused, &mut counts)?;
        for row in rows.iter_mut().filter(|row| row.status == "refused") {
            "[]".clone_into(&mut row.raw);
        }
        Ok((counts, rows))
    }

    /// The rows as they are set aside, and the form in which refused ones can go back.
    pub(super) fn rows<T: serde::Serialize>(
        &self,
        source: &Source<'_>,
        staged: &[Staged<T>],
        refused: &[Refusal],
        counts: &mut Counts,
    ) -> Result<Vec<StagedRow>> {
        counts.refused = refused.len();
        let wanted: HashSet<usize> = refused.iter().map(|refusal| refusal.row).collect();
        let form = Handback::of(source, &self.upload.layout, &wanted)?;
        self.door.write(|conn| store::set_header(conn, &self.import.id, &to_json(&form)?))?;
        let mut rows = Vec::with_capacity(staged.len() + refused.len());
        for one in staged {
            rows.push(self.row(rows.len(), (one.row, one.line), one.status.word(), to_json(&one.value)?)?);
        }
        for refusal in refused {
            let raw = form.rows.get(&refusal.row).cloned().unwrap_or_default();
            rows.push(self.refused(rows.len(), refusal, to_json(&raw)?)?);
        }
        Ok(rows)
    }

    pub(super) fn refused(&self, seq: usize, refusal: &Refusal, raw: String) -> Result<StagedRow> {
        Ok(StagedRow {
            raw,
            problem_column: refusal.column.clone(),
            problem_value: refusal.value.clone(),
            reason: to_json(&refusal.reason)?,
            ..self.row(seq, (refusal.row, refusal.line), "refused", String::new())?
        })
    }

    fn row(
        &self,
        seq: usize,
        (row, line): (usize, usize),
        status: &str,
        parsed: String,
    ) -> Result<StagedRow> {
        let number = |number: usize| i32::try_from(number).map_err(Error::internal);
        Ok(StagedRow {
            import_id: self.import.id.clone(),
            seq: number(seq)?,
            row_no: number(row)?,
            line_no: number(line)?,
            status: status.to_owned(),
            raw: String::new(),
            parsed,
            problem_column: String::new(),
            problem_value: String::new(),
            reason: String::new(),
        })
    }
}

/// Whether a column holds what was answered.
fn is_answer(column: &str) -> bool {
    ["antwoord", "answer"].contains(&column.to_lowercase().as_str())
}
