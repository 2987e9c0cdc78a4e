//! Files as the database keeps them while they wait: text in base64, with what was said of how to read them.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

use crate::evidence::files::{Part, Points, cleared};
use crate::ground::{Error, Result};

/// What was said of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The name of the profile to read it by.
    pub profile: Option<String>,
    /// What holds for all of its rows, by our Dutch name of the column.
    pub given: BTreeMap<String, String>,
    /// Whether it is a roster of the school year to come.
    #[serde(default)]
    pub next_year: bool,
}

/// A file as it waits.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed {
    name: String,
    /// In base64: both databases keep text.
    bytes: String,
    /// The scale that was chosen for ratings.
    points: Option<u8>,
    /// How it is to be read.
    #[serde(default)]
    pub(super) said: Said,
}

impl Packed {
    /// Without what Baken may not have.
    pub(super) fn new(name: &str, bytes: &[u8], points: Option<Points>, said: Said) -> Result<Self> {
        let bytes = STANDARD.encode(cleared(bytes)?);
        Ok(Self { name: name.to_owned(), bytes, points: points.map(Points::highest), said })
    }

    pub(super) fn points(&self) -> Option<Points> {
        Points::new(self.points?)
    }

    pub(super) fn unpack(self) -> Result<Part> {
        let bytes = STANDARD.decode(self.bytes).map_err(Error::internal)?;
        Ok(Part { name: self.name, bytes })
    }
}
