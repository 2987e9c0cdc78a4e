//! Whether something later builds on an import: then it cannot be taken back.

use std::collections::{HashMap, HashSet};

use super::changes_store;
use super::{
    apply_ratings,
    merge::MERGE,
    model::{Change, Import},
    people_store,
    report::from_json,
    scores::of_subject,
};
use crate::evidence::attendance::{Attendance, store as attendance};
use crate::evidence::ratings::{Rating, store as ratings};
use crate::evidence::results::store as results;
use crate::ground::{Conn, Error, ImportId, Message, Result};

/// Refuses, by name of the first later import, where one touched the same things or builds on them.
pub(super) fn refuse_if_built_on(
    conn: &mut Conn,
    import: &Import,
    changes: &[Change],
    given: &[Rating],
) -> Result<()> {
    let mut ours: HashSet<(String, String)> =
        changes.iter().map(|change| (change.what.clone(), change.subject.clone())).collect();
    ours.extend(given.iter().map(|rating| ("rating".to_owned(), apply_ratings::subject(rating))));
    let made: HashSet<&str> = changes
        .iter()
        .filter(|change| change.what == "pupil" && (change.before.is_none() || import.kind == MERGE))
        .map(|change| change.subject.as_str())
        .collect();
    let pupils = people_store::pupils(conn, &import.school_id)?;
    let keys = pupils.iter().filter(|pupil| made.contains(pupil.id.0.as_str()));
    let keys: Vec<i64> = keys.map(|pupil| pupil.key).collect();
    let mut building = results::imports_of_pupils(conn, &keys)?;
    building.extend(ratings::imports_of_pupils(conn, &keys)?);
    building.extend(attendance::imports_of_pupils(conn, &keys)?);
    building.extend(counting_the_same_days(conn, import, changes)?);
    for later in changes_store::stored_after(conn, import)? {
        let touched = changes_store::touched(conn, &later.id)?;
        let builds = building.contains(&later.id)
            || touched.iter().any(|thing| ours.contains(thing))
            || holds_score_of(conn, &import.id, &touched)?
            || changes_store::replaced(conn, &later.id, &import.id)?;
        if builds {
            return Err(Error::Conflict(
                Message::new("import-built-on")
                    .with("file", later.file_name.as_str())
                    .with("import", later.id.0.as_str()),
            ));
        }
    }
    Ok(())
}

/// Whether one of the scores that another import touched was written by this one last.
fn holds_score_of(conn: &mut Conn, import: &ImportId, touched: &HashSet<(String, String)>) -> Result<bool> {
    let scores = touched.iter().filter(|(what, _)| what == "score");
    let places = scores.filter_map(|(_, subject)| of_subject(subject)).collect();
    Ok(results::at(conn, &places)?.iter().any(|score| score.import_id == *import))
}

/// Imports that counted days of a period which this one made shorter: that period would come back over theirs.
fn counting_the_same_days(conn: &mut Conn, import: &Import, changes: &[Change]) -> Result<HashSet<ImportId>> {
    let mut back: HashMap<i64, Vec<Attendance>> = HashMap::new();
    for before in
        changes.iter().filter(|one| one.what == "attendance").filter_map(|one| one.before.as_deref())
    {
        let period: Attendance = from_json(before)?;
        back.entry(period.pupil_key).or_default().push(period);
    }
    if back.is_empty() {
        return Ok(HashSet::new());
    }
    let stored = attendance::of_school(conn, &import.school_id)?.into_iter();
    let in_the_way = stored.filter(|one| {
        back.get(&one.pupil_key).is_some_and(|periods| periods.iter().any(|period| period.overlaps(one)))
    });
    Ok(in_the_way.map(|one| one.import_id).collect())
}
