//! Absence beside what is known: new, changed, unchanged, of an unknown pupil, or over days that were counted already. A
//! period that begins on the day of a known one takes its place, so that a count of the year so far can come every month.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::diff::{Staged, Status};
use super::{
    aliases::Aliases, counts::Counts, known::Known, model::Import, stage::Staging, staged::StagedRow,
};
use crate::evidence::attendance::{Attendance, store};
use crate::evidence::files::{AttendanceRow, Parsed, Refusal, Source};
use crate::ground::{Message, Result};

/// A row with what it says of a pupil.
type Found = (AttendanceRow, Attendance);

impl Staging<'_, '_> {
    /// Compares a file of absence with what the school knows.
    pub(super) fn compare_attendance(
        &self,
        source: &Source<'_>,
        mut parsed: Parsed<AttendanceRow>,
    ) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = Counts::of(std::mem::take(&mut parsed.columns), parsed.recognised);
        let (known, stored) = self.door.read(|conn| {
            Aliases::of(conn, self.school())?.in_attendance(&mut parsed.rows);
            Ok((Known::of(conn, self.school())?, store::of_school(conn, self.school())?))
        })?;
        counts.known_pupils = known.pupils.len();
        let mut refused = parsed.refused;
        let (staged, more) = attendance(parsed.rows, self.import, &known, &stored, &mut counts);
        refused.extend(more);
        let rows = self.rows(source, &staged, &refused, &mut counts)?;
        Ok((counts, rows))
    }
}

/// The difference that absence makes, and the rows that cannot be taken.
fn attendance(
    rows: Vec<AttendanceRow>,
    import: &Import,
    known: &Known,
    stored: &[Attendance],
    counts: &mut Counts,
) -> (Vec<Staged<Attendance>>, Vec<Refusal>) {
    let mut refused = Vec::new();
    let mut unknown = BTreeSet::new();
    let mut found: Vec<Found> = Vec::new();
    for row in rows {
        if let Some(pupil) = known.pupils.get(&row.pupil) {
            let counted = counted(&row, pupil.key, import);
            found.push((row, counted));
            continue;
        }
        let reason = Message::new("row-pupil-unknown").with("pupil", row.pupil.as_str());
        refused.push(Refusal::at((row.row, row.line), "leerlingnummer", row.pupil.as_str(), reason));
        unknown.insert(row.pupil);
    }
    counts.last_day = found.iter().map(|(_, one)| one.ends_on).max();
    counts.unknown_pupils = unknown.into_iter().collect();
    let mut by_pupil: HashMap<i64, Vec<&Attendance>> = HashMap::new();
    for one in stored {
        by_pupil.entry(one.pupil_key).or_default().push(one);
    }
    let (mut staged, mut changed) = (Vec::new(), HashSet::new());
    for (row, one) in once(found, &mut refused, counts) {
        let before = by_pupil.get(&one.pupil_key).map_or(&[][..], Vec::as_slice);
        if let Some(other) = before.iter().find(|other| other.overlaps(&one) && other.place() != one.place())
        {
            let reason = Message::new("row-period-known")
                .with("from", other.starts_on.to_string())
                .with("until", other.ends_on.to_string());
            refused.push(Refusal::at((row.row, row.line), "van", row.starts_on.to_string(), reason));
            continue;
        }
        let status = match before.iter().find(|before| before.place() == one.place()) {
            None => Status::New,
            Some(before) if before.says(&one) => Status::Unchanged,
            Some(before) => {
                // A period that goes on is no correction: the brake is for those.
                if one.ends_on <= before.ends_on {
                    changed.insert(one.pupil_key);
                }
                Status::Changed
            }
        };
        counts.count(status);
        if status == Status::Unchanged {
            continue;
        }
        staged.push(Staged { row: row.row, line: row.line, status, value: one });
    }
    counts.changed_pupils = changed.len();
    staged.sort_by_key(|one| one.row);
    refused.sort_by_key(|one| one.row);
    (staged, refused)
}

/// Each period of a pupil once: rows that say the same count as one, rows that share a day and differ are all refused.
fn once(mut found: Vec<Found>, refused: &mut Vec<Refusal>, counts: &mut Counts) -> Vec<Found> {
    found.sort_by_key(|(row, one)| (one.pupil_key, one.starts_on, one.ends_on, row.row));
    let mut kept: Vec<Found> = Vec::new();
    let mut found = found.into_iter().peekable();
    while let Some(first) = found.next() {
        let (pupil, mut reach) = (first.1.pupil_key, first.1.ends_on);
        let mut others = Vec::new();
        while let Some(next) = found.next_if(|(_, one)| one.pupil_key == pupil && one.starts_on <= reach) {
            reach = reach.max(next.1.ends_on);
            others.push(next);
        }
        let Some(other) = others.iter().find(|(_, one)| !one.says(&first.1)).map(|(row, _)| row.line) else {
            counts.unchanged += others.len();
            kept.push(first);
            continue;
        };
        let line = first.0.line;
        for (row, one) in others.iter().chain([&first]) {
            let line = if one.says(&first.1) { other } else { line };
            let reason = Message::new("row-period-twice").with("line", line);
            refused.push(Refusal::at((row.row, row.line), "van", row.starts_on.to_string(), reason));
        }
    }
    kept
}

fn counted(row: &AttendanceRow, pupil_key: i64, import: &Import) -> Attendance {
    Attendance {
        pupil_key,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        hours_ill: row.hours_ill,
        times_ill: row.times_ill,
        hours_unauthorised: row.hours_unauthorised,
        times_late: row.times_late,
        import_id: import.id.clone(),
    }
}
