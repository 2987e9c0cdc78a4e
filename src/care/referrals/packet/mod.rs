//! The handover: exactly what the partner will see, built from what was chosen and nothing else.
//! The same function makes the preview and what is frozen at sending.

mod build;
mod parts;
mod text;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::care::meldcode;
use crate::care::referrals::model::Referral;
use crate::evidence::conversations::With;
use crate::evidence::observations::Source;
use crate::ground::{Conn, Error, Result, Scope, secret};
use crate::school::model::Pupil;

pub use self::build::build;
pub use self::parts::{Part, allowed};

/// What the partner sees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Packet {
    /// The school's name.
    pub school: String,
    /// Who asks.
    pub from: String,
    /// The pupil's name.
    pub pupil: String,
    /// The birth date, where chosen.
    pub birth_date: Option<NaiveDate>,
    /// The question: it comes first.
    pub question: String,
    /// What the scores say, a sentence each.
    pub signals: Vec<String>,
    /// Series of scores, where chosen.
    pub series: Vec<Series>,
    /// What was seen.
    pub observations: Vec<Seen>,
    /// What was spoken.
    pub conversations: Vec<Spoken>,
    /// What was tried already.
    pub tried: String,
    /// How the pupil sees it.
    pub pupil_view: String,
    /// How the parents see it.
    pub parent_view: String,
    /// On which ground it was sent, as a sentence.
    pub ground: String,
}

/// The handover of a referral for the school's own eyes: as it was sent, without what was moved to the meldcode since; or
/// as it would go now.
///
/// # Errors
/// When the database refuses.
pub fn of(conn: &mut Conn, scope: &Scope, referral: &Referral, pupil: &Pupil) -> Result<Packet> {
    match referral.packet.as_deref().and_then(|json| serde_json::from_str(json).ok()) {
        Some(sent) => meldcode::without_moved(conn, &pupil.id, sent),
        None => build(conn, scope, referral, pupil),
    }
}

impl Packet {
    /// The hash of what people agree to: all that is in it, but for who sends it and the sentence about the ground.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn agreed_hash(&self) -> Result<String> {
        let content = Self { from: String::new(), ground: String::new(), ..self.clone() };
        Ok(secret::hash(serde_json::to_string(&content).map_err(Error::internal)?))
    }
}

/// A series of scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The scale's name.
    pub scale: String,
    /// Lowest and highest possible score.
    pub range: (f64, f64),
    /// Round and score, oldest first.
    pub points: Vec<(String, f64)>,
}

/// An observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// On which day.
    pub on: NaiveDate,
    /// Whose words.
    pub source: Source,
    /// What was seen.
    pub text: String,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spoken {
    /// On which day.
    pub on: NaiveDate,
    /// With whom.
    pub with: With,
    /// What came of it.
    pub line: String,
}
