//! What the last file like this one counted: a file that is much shorter than last time is seldom right.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use utoipa::ToSchema;

use super::counts::{Counts, counts};
use super::model::{Import, State};
use super::store;
use crate::ground::{Conn, Result};

/// How many imports back is looked.
const BACK: i64 = 100;

/// The counts of an earlier file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LastTime {
    /// The file's name.
    pub file: String,
    /// The day it was stored.
    #[schema(value_type = String, format = Date)]
    pub on: NaiveDate,
    /// Its rows.
    pub rows: usize,
    /// How many of them were refused.
    pub refused: usize,
    /// Rows per group.
    pub groups: BTreeMap<String, usize>,
}

impl LastTime {
    /// The last file of this kind, and of scores of the same lists, that was stored before an import; none where this is
    /// the first.
    pub(super) fn before(conn: &mut Conn, import: &Import, now: &Counts) -> Result<Option<Self>> {
        if import.is_act() {
            return Ok(None);
        }
        for one in store::of_school(conn, &import.school_id, BACK)? {
            let earlier = |on: &NaiveDateTime| *on <= import.created_at && one.id != import.id;
            let Some(on) = one.decided_at.filter(earlier).filter(|_| one.state == State::Stored) else {
                continue;
            };
            if one.kind != import.kind {
                continue;
            }
            let then = counts(&one)?;
            if then.lists == now.lists {
                let rows = then.good() + then.refused;
                let (refused, groups) = (then.refused, then.groups);
                return Ok(Some(Self { file: one.file_name, on: on.date(), rows, refused, groups }));
            }
        }
        Ok(None)
    }

    /// The groups of which the counts differ: name, then, now.
    #[must_use]
    pub fn differing(&self, now: &BTreeMap<String, usize>) -> Vec<(String, usize, usize)> {
        let names: BTreeSet<&String> = self.groups.keys().chain(now.keys()).collect();
        let count = |groups: &BTreeMap<String, usize>, name: &String| groups.get(name).copied().unwrap_or(0);
        let each = names.into_iter().map(|name| (name.clone(), count(&self.groups, name), count(now, name)));
        each.filter(|(_, then, now)| then != now).collect()
    }
}
