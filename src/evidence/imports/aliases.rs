//! Rows under the names the school knows: before a list is compared, the number of a merged pupil becomes the number that
//! stayed, and a group that is one with another gets the name of the whole.

use std::collections::{HashMap, HashSet};

use super::aliases_store::{self as store, GROUP, PUPIL};
use crate::evidence::files::{AttendanceRow, ItemRow, Ratings, RosterRow, ScoreRow, TotalRow};
use crate::ground::{Conn, Result, SchoolId};

/// The other names of a school.
pub(super) struct Aliases {
    pupils: HashMap<String, String>,
    groups: HashMap<String, String>,
}

impl Aliases {
    /// Looks them up.
    pub(super) fn of(conn: &mut Conn, school: &SchoolId) -> Result<Self> {
        Ok(Self { pupils: store::of(conn, school, PUPIL)?, groups: store::of(conn, school, GROUP)? })
    }

    pub(super) fn in_roster(&self, rows: &mut [RosterRow]) {
        for row in rows {
            rename(&self.pupils, &mut row.number);
            rename(&self.groups, &mut row.group);
            row.earlier.iter_mut().for_each(|stay| rename(&self.groups, &mut stay.group));
            for cluster in row.clusters.iter_mut().flatten() {
                rename(&self.groups, cluster);
            }
        }
    }

    pub(super) fn in_score(&self, row: &mut ScoreRow) {
        rename(&self.pupils, &mut row.pupil);
        if let Some(group) = &mut row.group {
            rename(&self.groups, group);
        }
    }

    pub(super) fn in_items(&self, rows: &mut [ItemRow]) {
        for row in rows {
            rename(&self.pupils, &mut row.pupil);
        }
    }

    pub(super) fn in_attendance(&self, rows: &mut [AttendanceRow]) {
        for row in rows {
            rename(&self.pupils, &mut row.pupil);
        }
    }

    pub(super) fn in_totals(&self, rows: &mut [TotalRow]) {
        for group in rows.iter_mut().filter_map(|row| row.group.as_mut()) {
            rename(&self.groups, group);
        }
    }

    /// What two numbers of one pupil say of the same pupil counts once, and nobody judges himself or herself.
    pub(super) fn in_ratings(&self, file: &mut Ratings) {
        if self.pupils.is_empty() && self.groups.is_empty() {
            return;
        }
        for row in &mut file.rows {
            rename(&self.pupils, &mut row.rater);
            rename(&self.pupils, &mut row.rated);
            rename(&self.groups, &mut row.group);
        }
        let mut met = HashSet::new();
        file.rows.retain(|row| {
            let place = (row.group.clone(), row.date, row.rater.clone(), row.rated.clone());
            row.rater != row.rated && met.insert(place)
        });
    }
}

fn rename(names: &HashMap<String, String>, name: &mut String) {
    if let Some(known) = names.get(name) {
        name.clone_from(known);
    }
}
