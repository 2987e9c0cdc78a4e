//! What an intervention is, as the files in `config/interventions` give it. What is known of its effect stands with the
//! source and the day of that source; nothing here says that it holds today (`is_old`).

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use crate::evidence::instruments::Domain;
use crate::ground::ids::words_enum;
use crate::ground::{Error, Message, Result};

/// Days after which what a source says is to be checked again.
const HOLDS: Days = Days::new(365);

words_enum! {
    /// Where an intervention is carried out.
    Place {
        /// With one pupil, or a few.
        Pupil = "pupil",
        /// In the class.
        Group = "group",
        /// In the whole school.
        School = "school",
    }
}

words_enum! {
    /// For whom an intervention is.
    Reach {
        /// For all.
        Universal = "universal",
        /// For groups in a vulnerable situation.
        Selective = "selective",
        /// For those with raised complaints.
        Indicated = "indicated",
    }
}

words_enum! {
    /// What is known of the effect.
    Verdict {
        /// Effective, by strong indications.
        StrongIndications = "strong_indications",
        /// Effective, by good indications.
        GoodIndications = "good_indications",
        /// Some indications of effect.
        Indications = "indications",
        /// Well founded: thought through; its effect was not shown here.
        WellFounded = "well_founded",
        /// Named as promising or in use; no recognition is known.
        Named = "named",
        /// Not effective.
        NotEffective = "not_effective",
    }
}

/// What a source says of the effect.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognition {
    /// What.
    pub verdict: Verdict,
    /// When carried out for these; none: however it is carried out.
    #[serde(default)]
    pub reach: Vec<Reach>,
    /// For whom, where the source says it.
    #[serde(default)]
    pub whom: String,
    /// What the source adds, in a few words.
    #[serde(default)]
    pub note: String,
    /// Who says so.
    pub source: String,
    /// The latest day that the source can be of.
    #[serde(deserialize_with = "day")]
    pub date: NaiveDate,
}

impl Recognition {
    /// Whether it is so long ago that it must be checked again.
    #[must_use]
    pub fn is_old(&self, today: NaiveDate) -> bool {
        self.date.checked_add_days(HOLDS).is_none_or(|until| until < today)
    }
}

/// A programme or approach.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// The code, in plans and addresses.
    pub code: String,
    /// The name.
    pub name: String,
    /// Where it is carried out.
    pub places: Vec<Place>,
    /// For whom it is, as far as the source says it.
    #[serde(default)]
    pub reach: Vec<Reach>,
    /// The ages, in years, both included; none where the source gives none.
    pub ages: Option<[u8; 2]>,
    /// The domains it works on, as far as known.
    #[serde(default)]
    pub domains: Vec<Domain>,
    /// Whether people must be trained for it; none where the source does not say.
    pub training: Option<bool>,
    /// What is known of its effect, with source and date.
    #[serde(rename = "recognition")]
    pub recognitions: Vec<Recognition>,
}

impl Intervention {
    /// Reads a file; `file` is the name that a refusal gives.
    ///
    /// # Errors
    /// `Refused` for a key that is not known, a code or name that is empty, and one without a recognition.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let refuse = |problem: String| {
            Error::Refused(
                Message::new("intervention-unreadable").with("file", file).with("problem", problem),
            )
        };
        let read: Self = toml::from_str(text).map_err(|cause| refuse(cause.to_string()))?;
        let sourced = |one: &Recognition| !one.source.trim().is_empty();
        if read.code.trim().is_empty() || read.name.trim().is_empty() || read.places.is_empty() {
            return Err(refuse("code, name, places".to_owned()));
        }
        if read.recognitions.is_empty() || !read.recognitions.iter().all(sourced) {
            return Err(refuse("recognition: source, date".to_owned()));
        }
        if read.ages.is_some_and(|[from, to]| from > to) {
            return Err(refuse("ages".to_owned()));
        }
        Ok(read)
    }

    /// The latest day of what is known of it.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.recognitions.iter().map(|one| one.date).max().unwrap_or_default()
    }
}

fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let on = toml::value::Datetime::deserialize(from)?;
    let date = on.date.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()));
    date.ok_or_else(|| serde::de::Error::custom("date"))
}
