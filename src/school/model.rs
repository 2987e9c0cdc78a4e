//! The plain rows of a school: what a school, a group and a pupil are.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::{groups, memberships, pupils, relations, schools};
use crate::ground::scope::RelationKind;
use crate::ground::{AccountId, GroupId, PupilId, SchoolId};

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
    /// The last day of the first scores: up to here nothing is raised on pupils unasked.
    pub starting_picture_until: Option<NaiveDate>,
    /// When the coordinator asked for the signals of the starting picture.
    pub starting_picture_asked_at: Option<chrono::NaiveDateTime>,
}

/// A group in one school year. A combination class is one group with several year levels.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize)]
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

/// A pupil: who, and nothing about how it goes.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = pupils)]
pub struct Pupil {
    /// The id, as in addresses.
    pub id: PupilId,
    /// The number scores are keyed by.
    pub key: i64,
    /// The pupil's school.
    pub school_id: SchoolId,
    /// The school's own number for the pupil: text.
    pub number: String,
    /// First name.
    pub first_name: String,
    /// `van der` and the like.
    pub infix: String,
    /// Last name.
    pub last_name: String,
    /// Birth date, where known.
    pub birth_date: Option<NaiveDate>,
}

impl Pupil {
    /// First name, infix, last name.
    #[must_use]
    pub fn full_name(&self) -> String {
        [&self.first_name, &self.infix, &self.last_name]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// First name and the initial of the last name, for lists: `Noor V.`
    #[must_use]
    pub fn short_name(&self) -> String {
        match self.last_name.chars().next() {
            Some(initial) => format!("{} {initial}.", self.first_name),
            None => self.first_name.clone(),
        }
    }

    /// Age in whole years on a day.
    #[must_use]
    pub fn age(&self, on: NaiveDate) -> Option<u32> {
        on.years_since(self.birth_date?)
    }
}

/// A pupil's place in a group, from a day to a day.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, serde::Deserialize)]
#[diesel(table_name = memberships, treat_none_as_default_value = false)]
pub struct Membership {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The group.
    pub group_id: GroupId,
    /// The year level (`leerjaar`) within the group; empty when not given.
    pub year: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; none while it lasts.
    pub ends_on: Option<NaiveDate>,
}

/// A person's tie to a group or a pupil, from a day to a day.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, serde::Deserialize)]
#[diesel(table_name = relations, treat_none_as_default_value = false)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// The person.
    pub account_id: AccountId,
    /// The kind of tie.
    pub kind: RelationKind,
    /// The group, or
    pub group_id: Option<GroupId>,
    /// the pupil.
    pub pupil_id: Option<PupilId>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; none while it lasts.
    pub ends_on: Option<NaiveDate>,
}
