//! What a plan and its steps are, as rows. Which steps there are stands in `state`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::{Actor, State};
use crate::ground::db::schema::{plan_steps, plans};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, GroupId, PlanId, PupilId, SchoolId};
use crate::signals::model::Level;

words_enum! {
    /// How it went, as the people who carried it out say.
    Outcome {
        /// Better.
        Better = "better",
        /// About the same.
        Same = "same",
        /// Worse.
        Worse = "worse",
        /// It cannot be told.
        CannotTell = "cannot_tell",
    }
}

/// The scale on which a goal is watched, as codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// The list.
    pub instrument: String,
    /// Who fills it in.
    pub informant: String,
    /// The scale.
    pub scale: String,
}

/// A plan for a pupil, a group or the school.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = plans, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The school.
    pub school_id: SchoolId,
    /// Pupil, group or school.
    pub level: Level,
    /// The pupil, when it is for one.
    pub pupil_id: Option<PupilId>,
    /// The group, when it is for one.
    pub group_id: Option<GroupId>,
    /// Whether it rests on a signal that is for the coordinator alone.
    pub restricted: bool,
    /// Where it stands.
    pub state: State,
    /// The goal, in words.
    pub goal: String,
    /// The list of the scale on which it is watched.
    pub instrument: Option<String>,
    /// Who fills that in.
    pub informant: Option<String>,
    /// The scale.
    pub scale: Option<String>,
    /// The code of the intervention; empty for an approach of one's own.
    pub intervention: String,
    /// Of which day what was known of the intervention was, when it was chosen.
    pub intervention_date: Option<NaiveDate>,
    /// The approach in words.
    pub own_approach: String,
    /// What was agreed with the samenwerkingsverband.
    pub arrangement: String,
    /// Who answers for it.
    pub owner_id: AccountId,
    /// The first day.
    pub starts_on: Option<NaiveDate>,
    /// The day to look back.
    pub evaluate_on: Option<NaiveDate>,
    /// Why nobody was spoken with, where that is so.
    pub no_conversation: String,
    /// How it went.
    pub outcome: Option<Outcome>,
    /// What was said of that.
    pub outcome_note: String,
    /// Who made it.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it last changed.
    pub changed_at: NaiveDateTime,
}

impl Plan {
    /// The scale on which it is watched; none was chosen, or none fits.
    #[must_use]
    pub fn watched(&self) -> Option<Watched> {
        Some(Watched {
            instrument: self.instrument.clone()?,
            informant: self.informant.clone()?,
            scale: self.scale.clone()?,
        })
    }

    /// The id of the pupil, group or school it is for, as signals name their subject.
    #[must_use]
    pub fn subject(&self) -> &str {
        let one = self.pupil_id.as_ref().map(|id| id.0.as_str());
        one.or(self.group_id.as_ref().map(|id| id.0.as_str())).unwrap_or(&self.school_id.0)
    }
}

/// A step in a plan's life.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = plan_steps, treat_none_as_default_value = false)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The plan.
    pub plan_id: PlanId,
    /// What happened.
    pub event: String,
    /// Who moved it.
    pub actor: Actor,
    /// The state before.
    pub from_state: State,
    /// The state after.
    pub to_state: State,
    /// Who; none for the system.
    pub account_id: Option<AccountId>,
    /// What was typed.
    pub note: String,
    /// The day of evaluation it set.
    pub evaluate_on: Option<NaiveDate>,
    /// When.
    pub at: NaiveDateTime,
    /// When it was copied to the official file.
    pub transferred_on: Option<NaiveDate>,
}
