//! The plain rows of a school: what a school and a group are; `pupil` and `ties` beside them.

mod pupil;
mod ties;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::{groups, schools};
use crate::ground::{GroupId, SchoolId};

pub use self::pupil::{ALONE_FROM, Pupil};
pub use self::ties::{Membership, Relation};

/// A school of the board.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schools)]
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// The national code of the school (four characters).
    pub brin: String,
    /// Its name.
    pub name: String,
    /// `po`, `sbo`, `so`, `vo`, `vso` or `mbo`.
    pub sector: String,
    /// `noord`, `midden` or `zuid`: decides the holidays.
    pub region: String,
    /// The ruleset in force.
    pub ruleset: String,
    /// Whether norms for boys and for girls go before those for all.
    pub norms_by_sex: bool,
    /// The last day of the first scores: up to here nothing is raised on pupils unasked.
    pub starting_picture_until: Option<NaiveDate>,
    /// When the coordinator asked for the signals of the starting picture.
    pub starting_picture_asked_at: Option<chrono::NaiveDateTime>,
    /// Whether pupils may say in a sociogram whom they do not like; off until the school switches it on.
    pub negative_choices: bool,
}

/// A group in one school year. A combination class is one group with several year levels.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, serde::Deserialize)]
#[diesel(table_name = groups)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its school.
    pub school_id: SchoolId,
    /// The name as the school says it: `5A`, `h3c`.
    pub name: String,
    /// The year the school year began in: 2026 is 2026-2027.
    pub school_year: i32,
}
