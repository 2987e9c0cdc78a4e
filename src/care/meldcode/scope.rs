//! Whom the meldcode is for: the attention officer of a school, in person, and who was named on a file until a day. It is no
//! part of `Scope`: nothing that asks for pupils, signals or groups sees more because of it.

use chrono::NaiveDate;

use crate::ground::scope::Role;
use crate::ground::{AccountId, Error, Result, SchoolId, Scope};

/// A person who asks for files.
#[derive(Debug, Clone)]
pub struct MeldcodeScope {
    /// The account.
    pub account: AccountId,
    /// The day it holds for.
    pub today: NaiveDate,
    /// The schools where this person is the officer; standing in for one makes nobody that.
    pub officer_at: Vec<SchoolId>,
}

impl MeldcodeScope {
    /// What a person may ask for.
    #[must_use]
    pub fn of(scope: &Scope) -> Self {
        let roles = scope.own.roles.iter().filter(|(role, _)| *role == Role::AttentionOfficer);
        Self {
            account: scope.account.clone(),
            today: scope.today,
            officer_at: roles.filter_map(|(_, school)| school.clone()).collect(),
        }
    }

    /// Whether this person keeps the files of a school.
    #[must_use]
    pub fn keeps(&self, school: &SchoolId) -> bool {
        self.officer_at.contains(school)
    }

    /// Passes only where this person keeps the files.
    ///
    /// # Errors
    /// `NotFound`: to who may not, there is nothing.
    pub fn must_keep(&self, school: &SchoolId) -> Result<()> {
        if self.keeps(school) { Ok(()) } else { Err(Error::NotFound("meldcode")) }
    }
}
