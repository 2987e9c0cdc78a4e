//! Totals beside what is known: new, changed, unchanged, of a group that the school does not have.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::diff::{Staged, Status};
use super::{
    aliases::Aliases, counts::Counts, groups_store, model::Import, stage::Staging, staged::StagedRow,
};
use crate::evidence::files::{Parsed, Refusal, Source, TotalRow};
use crate::evidence::totals::{Place, Total, store};
use crate::ground::{GroupId, Message, Result, clock, ids};
use crate::school::Group;
use crate::school::store::clusters_among;

impl Staging<'_, '_> {
    /// Compares a file of totals with what the school knows.
    pub(super) fn compare_totals(
        &self,
        source: &Source<'_>,
        mut parsed: Parsed<TotalRow>,
    ) -> Result<(Counts, Vec<StagedRow>)> {
        let mut counts = Counts::of(std::mem::take(&mut parsed.columns), parsed.recognised);
        let (groups, stored) = self.door.read(|conn| {
            Aliases::of(conn, self.school())?.in_totals(&mut parsed.rows);
            let mut groups = groups_store::groups(conn, self.school())?;
            // Of a cluster nothing comes in beside its pupils' home groups: two totals of nearly the same pupils tell of few.
            let ids: Vec<GroupId> = groups.iter().map(|group| group.id.clone()).collect();
            let clusters = clusters_among(conn, &ids)?;
            groups.retain(|group| !clusters.contains(&group.id));
            Ok((groups, store::of_school(conn, self.school())?))
        })?;
        let mut refused = parsed.refused;
        let (staged, more) = totals(parsed.rows, self.import, &groups, &stored, &mut counts);
        refused.extend(more);
        let rows = self.rows(source, &staged, &refused, &mut counts)?;
        Ok((counts, rows))
    }
}

/// The difference that totals make, and the rows that cannot be taken: of unknown groups, and of one place with different
/// figures or of another number of pupils than stands there: who saw both could take them off each other.
fn totals(
    rows: Vec<TotalRow>,
    import: &Import,
    groups: &[Group],
    stored: &[Total],
    counts: &mut Counts,
) -> (Vec<Staged<Total>>, Vec<Refusal>) {
    let (mut staged, mut refused) = (Vec::new(), Vec::new());
    let mut by_place: BTreeMap<Place, Vec<(TotalRow, Total)>> = BTreeMap::new();
    let mut days = BTreeSet::new();
    for row in rows {
        let group = row.group.as_ref().map(|name| group_of(groups, name, &row));
        let Some(group) = group.map_or(Some(None), |found| found.map(Some)) else {
            let name = row.group.clone().unwrap_or_default();
            let reason = Message::new("row-total-group").with("group", name.as_str());
            refused.push(Refusal::at((row.row, row.line), "groep", name, reason));
            continue;
        };
        days.insert(row.date);
        if let Some(name) = &row.group {
            *counts.groups.entry(name.clone()).or_default() += 1;
        }
        let total = total(&row, group, import);
        by_place.entry(total.place()).or_default().push((row, total));
    }
    let stored: HashMap<Place, &Total> = stored.iter().map(|one| (one.place(), one)).collect();
    for (place, same) in by_place {
        let Some((row, total)) = same.first() else { continue };
        if let Some((other, _)) = same.iter().find(|(_, other)| !other.says(total)) {
            for (one, said) in &same {
                let line = if said.says(total) { other.line } else { row.line };
                let reason = Message::new("row-total-twice").with("line", line);
                refused.push(Refusal::at((one.row, one.line), "schaal", one.scale.as_str(), reason));
            }
            continue;
        }
        let before = stored.get(&place);
        if let Some(before) = before.filter(|before| before.pupils != total.pupils) {
            let reason = Message::new("row-total-other-pupils").with("pupils", before.pupils);
            for (one, _) in &same {
                refused.push(Refusal::at(
                    (one.row, one.line),
                    "aantal",
                    one.pupils.to_string(),
                    reason.clone(),
                ));
            }
            continue;
        }
        counts.unchanged += same.len() - 1;
        let status = match before {
            None => Status::New,
            Some(before) if before.says(total) => Status::Unchanged,
            Some(_) => Status::Changed,
        };
        counts.count(status);
        if status == Status::Unchanged {
            continue;
        }
        staged.push(Staged { row: row.row, line: row.line, status, value: total.clone() });
    }
    counts.last_day = days.last().copied();
    staged.sort_by_key(|one| one.row);
    refused.sort_by_key(|one| one.row);
    (staged, refused)
}

/// The group of this name in the school year of the measurement.
fn group_of(groups: &[Group], name: &str, row: &TotalRow) -> Option<GroupId> {
    let year = clock::school_year(row.date);
    groups.iter().find(|one| one.name == name && one.school_year == year).map(|one| one.id.clone())
}

fn total(row: &TotalRow, group: Option<GroupId>, import: &Import) -> Total {
    Total {
        id: ids::fresh(),
        school_id: import.school_id.clone(),
        group_id: group,
        taken_on: row.date,
        instrument: row.instrument.clone(),
        scale: row.scale.clone(),
        mean: row.mean,
        percentage: row.percentage,
        pupils: row.pupils,
        import_id: import.id.clone(),
    }
}
