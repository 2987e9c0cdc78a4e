//! Scores made visible, block by block. A changed score is noted with how it was; a new one carries the import's id.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::lines::{Line, Lists, lost};
use super::store;
use crate::evidence::imports::counts::Counts;
use crate::evidence::imports::log::Log;
use crate::evidence::imports::model::{Import, PupilRow};
use crate::evidence::imports::{groups_store, people_store, schools_store};
use crate::evidence::results::{Origin, Row, Score, origins_store as origins, store as results};
use crate::ground::{Conn, Error, Result};
use crate::school::Group;
use crate::school::store::school;

/// Stores the scores that were set aside.
pub fn apply(conn: &mut Conn, import: &Import, counts: &Counts, log: &mut Log) -> Result<()> {
    let lists = store::lists(conn, &import.id)?;
    let mut storing = Storing::new(conn, import, &lists)?;
    for at in store::blocks(conn, &import.id)? {
        let lines = store::block(conn, &import.id, at)?;
        storing.block(conn, &lines, log)?;
        log.flush(conn)?;
    }
    fill_in(conn, import, &lists, &storing.met, log)?;
    begin_picture(conn, import, counts, log)
}

/// The subject under which a score stands in the notes.
pub fn subject(score: &Score) -> String {
    format!("{}:{}:{}", score.pupil_key, score.series_key, score.round_key)
}

/// The place that a subject stands for.
pub fn of_subject(subject: &str) -> Option<(i64, i32, i32)> {
    let mut parts = subject.split(':');
    let pupil = parts.next()?.parse().ok()?;
    Some((pupil, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// What the numbers of lines are in the database.
struct Storing<'a> {
    import: &'a Import,
    lists: &'a Lists,
    /// Keys of series and round, by slot.
    keys: Vec<(i32, i32)>,
    groups: Vec<Group>,
    /// Numbers of origins, by place; of the places that scores were stored of.
    origins: HashMap<u32, i32>,
    /// Pupils with a score that was stored.
    met: HashSet<u32>,
}

impl<'a> Storing<'a> {
    fn new(conn: &mut Conn, import: &'a Import, lists: &'a Lists) -> Result<Self> {
        let series = results::ensure_series(conn, &lists.series.iter().cloned().collect())?;
        let labels = lists.rounds.iter().filter_map(|at| lists.labels.get_index(*at as usize)).cloned();
        let rounds = results::ensure_rounds(conn, &labels.collect::<BTreeSet<_>>())?;
        let key = |slot: u32| {
            let (of, round) = lists.named(lists.series_and_round(slot)?)?;
            series.get(of).copied().zip(rounds.get(round).copied()).ok_or_else(lost)
        };
        let slots = u32::try_from(lists.slots.len()).map_err(Error::internal)?;
        let keys = (0..slots).map(key).collect::<Result<_>>()?;
        let groups = groups_store::groups(conn, &import.school_id)?;
        Ok(Self { import, lists, keys, groups, origins: HashMap::new(), met: HashSet::new() })
    }

    fn block(&mut self, conn: &mut Conn, lines: &[Line], log: &mut Log) -> Result<()> {
        let mut rows = Vec::with_capacity(lines.len());
        let mut replaced = BTreeSet::new();
        for line in lines {
            let (series_key, round_key) = self.keys.get(line.slot as usize).copied().ok_or_else(lost)?;
            let (pupil_key, taken_on) = (self.lists.key(line.pupil)?, self.lists.date(line.slot)?);
            let origin_key = self.origin(conn, line.place, log)?;
            if line.replaces {
                replaced.insert((pupil_key, series_key, round_key));
            }
            self.met.insert(line.pupil);
            rows.push(Row { pupil_key, series_key, round_key, taken_on, value: line.value, origin_key });
        }
        if !replaced.is_empty() {
            replace(conn, &replaced, log)?;
        }
        // In the order of the key, which is how the table is kept.
        rows.sort_unstable_by_key(|row| (row.pupil_key, row.series_key, row.round_key));
        results::insert_rows(conn, &rows)
    }

    /// Where the scores of a place are from: the group by the roster, else by the file, made for that school year when
    /// needed.
    fn origin(&mut self, conn: &mut Conn, at: u32, log: &mut Log) -> Result<i32> {
        if let Some(known) = self.origins.get(&at) {
            return Ok(*known);
        }
        let place = self.lists.place(at)?;
        let group_id = match (&place.group, &place.name) {
            (Some(group), _) => Some(group.clone()),
            (None, None) => None,
            (None, Some(name)) => {
                let school = &self.import.school_id;
                let (group, made) =
                    groups_store::group_named(conn, school, &mut self.groups, name, place.year)?;
                if made {
                    log.made("group", &group.id.0)?;
                }
                Some(group.id.clone())
            }
        };
        let rater = place.rater.clone().unwrap_or_default();
        let key = origins::add(conn, Origin { import_id: self.import.id.clone(), group_id, rater })?;
        self.origins.insert(at, key);
        Ok(key)
    }
}

/// Takes the scores away that get another value, and notes how they were.
fn replace(conn: &mut Conn, places: &BTreeSet<(i64, i32, i32)>, log: &mut Log) -> Result<()> {
    let old = results::at(conn, places)?;
    for score in &old {
        log.changed("score", &subject(score), score)?;
    }
    results::delete(conn, &old)
}

/// Birth dates and sex that only the scores tell: published norms need them.
fn fill_in(conn: &mut Conn, import: &Import, lists: &Lists, met: &HashSet<u32>, log: &mut Log) -> Result<()> {
    let mut told = HashMap::new();
    for one in lists.told.iter().filter(|one| met.contains(&one.pupil)) {
        told.insert(lists.key(one.pupil)?, one);
    }
    if told.is_empty() {
        return Ok(());
    }
    for pupil in people_store::pupils(conn, &import.school_id)? {
        if let Some(one) = told.get(&pupil.key) {
            let filled = PupilRow {
                birth_date: pupil.birth_date.or(one.birth_date),
                sex: pupil.sex.clone().or_else(|| one.sex.clone()),
                ..pupil.clone()
            };
            log.changed("pupil", &pupil.id.0, &pupil)?;
            people_store::update_pupil(conn, &filled)?;
        }
    }
    Ok(())
}

/// The first measurements of a school are its starting picture: they raise nothing on pupils unasked.
pub fn begin_picture(conn: &mut Conn, import: &Import, counts: &Counts, log: &mut Log) -> Result<()> {
    let school = school(conn, &import.school_id)?;
    if school.starting_picture_until.is_none() && counts.new > 0 {
        log.made("school", &school.id.0)?;
        schools_store::set_starting_picture(conn, &school.id, counts.last_day)?;
    }
    Ok(())
}
