//! Where rules could not speak in the last run of a school, as kept and as asked for.

use diesel::prelude::*;

use super::finding::Rule;
use super::model::Level;
use super::rules::silence::{Silence, Why, Within};
use super::table_store::BoardTable;
use crate::analytics::Layout;
use crate::evidence::informant::Informant;
use crate::evidence::ratings::SOCIOGRAM;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{groups, silences};
use crate::ground::{Conn, GroupId, Result, SchoolId, ids};

/// By list, what it is about and rule.
const ORDER: (silences::instrument, silences::informant, silences::level, silences::rule) =
    (silences::instrument, silences::informant, silences::level, silences::rule);

/// A rule that could not speak of a group, a school, or the pupils of a school on a list.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = silences, treat_none_as_default_value = false)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The group; none for the school.
    pub group_id: Option<GroupId>,
    /// What it would have been about.
    pub level: Level,
    /// The rule.
    pub rule: Rule,
    /// The instrument's code.
    pub instrument: String,
    /// Who filled it in.
    pub informant: String,
    /// The round's label; of a sociogram its day.
    pub round: String,
    /// Why.
    pub why: Why,
    /// What it takes at least: pupils, units, scores, days or percent; 0 where nothing is counted.
    pub least: i32,
}

/// Puts what a run could not say of a school in the place of what the run before could not.
pub(super) fn replace(
    conn: &mut Conn,
    school: &SchoolId,
    found: &[Silence],
    (layout, table): (&Layout, &BoardTable),
) -> Result<()> {
    diesel::delete(silences::table.filter(silences::school_id.eq(school))).execute(conn)?;
    let kept = found.iter().filter_map(|one| {
        let (instrument, informant, round) = match one.within {
            Within::List { series, round } => {
                let key = &layout.series(series)?.key;
                (key.instrument.as_str(), key.informant, layout.label(series, round).to_owned())
            }
            Within::Sociogram(on) => (SOCIOGRAM, Informant::Pupil, on.to_string()),
        };
        let group = match one.group {
            Some(at) => Some(table.groups.get(at as usize)?.0.clone()),
            None => None,
        };
        Some(Kept {
            id: ids::fresh(),
            school_id: school.clone(),
            group_id: group,
            level: one.level,
            rule: one.rule,
            instrument: instrument.to_owned(),
            informant: informant.code().to_owned(),
            round,
            why: one.why,
            least: i32::try_from(one.least).unwrap_or(i32::MAX),
        })
    });
    let kept: Vec<Kept> = kept.collect();
    if !kept.is_empty() {
        insert_all!(conn, silences::table, &kept)?;
    }
    Ok(())
}

impl Kept {
    /// Whether it is about a group of a school, or about the pupils of the whole school on a list.
    #[must_use]
    pub fn is_of(&self, group: &GroupId, school: &SchoolId) -> bool {
        match &self.group_id {
            Some(own) => own == group,
            None => self.level == Level::Pupil && self.school_id == *school,
        }
    }
}

/// What could not be said of groups, and of the pupils of whole lists at their schools.
///
/// # Errors
/// When the database refuses.
pub fn of_groups(conn: &mut Conn, groups: &[GroupId]) -> Result<Vec<Kept>> {
    let schools = groups::table.filter(groups::id.eq_any(groups)).select(groups::school_id);
    let of_pupils = silences::group_id.is_null().and(silences::level.eq(Level::Pupil));
    let wanted = silences::group_id.eq_any(groups).nullable().or(of_pupils.nullable());
    let of_schools = silences::table.filter(silences::school_id.eq_any(schools)).filter(wanted);
    Ok(of_schools.order(ORDER).select(Kept::as_select()).load(conn)?)
}

/// What could not be said of schools themselves, and of the pupils of whole lists there.
///
/// # Errors
/// When the database refuses.
pub fn of_schools(conn: &mut Conn, schools: &[SchoolId]) -> Result<Vec<Kept>> {
    let of_schools =
        silences::table.filter(silences::school_id.eq_any(schools)).filter(silences::group_id.is_null());
    Ok(of_schools.order(ORDER).select(Kept::as_select()).load(conn)?)
}
