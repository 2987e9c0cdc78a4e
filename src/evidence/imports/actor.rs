//! Who brings in, and where that person may.

use std::fmt::Display;

use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Error, Message, Result, SchoolId, Scope};

/// Who brings in.
#[derive(Debug, Clone, Copy)]
pub enum Actor<'a> {
    /// A person with an account.
    Person(&'a Scope),
    /// A person who hands in a class list of a group that was opened to them: theirs is that group, not the school.
    OfGroup(&'a Scope),
    /// Somebody at the command line of the server.
    Cli,
}

impl Actor<'_> {
    /// Passes for those who may bring in at this school: the administration and coordinators.
    pub fn may_import(self, school: &SchoolId) -> Result<()> {
        match self {
            Self::Cli | Self::OfGroup(_) => Ok(()),
            Self::Person(scope)
                if scope.has_at(Role::Administration, school) || scope.has_at(Role::Coordinator, school) =>
            {
                Ok(())
            }
            Self::Person(_) => Err(Error::Forbidden(Message::new("import-not-yours"))),
        }
    }

    /// The account, when there is one.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        match self {
            Self::Person(scope) | Self::OfGroup(scope) => Some(scope.account.clone()),
            Self::Cli => None,
        }
    }

    /// A line for the log about an import, or a list that waits to become one.
    #[must_use]
    pub fn entry(self, action: &'static str, import: &impl Display) -> Entry {
        match self {
            Self::Person(scope) | Self::OfGroup(scope) => Entry::by(scope, action, "import", import),
            Self::Cli => Entry::of("cli", action, "import", import),
        }
    }
}
