//! A posted form as its fields, for forms where one name may come more than once.

use chrono::NaiveDate;

use crate::ground::{Error, Message, Result};

/// The fields of a form, in the order they came.
pub type Posted = actix_web::web::Form<Vec<(String, String)>>;

/// Looks fields up by name.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a>(pub &'a [(String, String)]);

impl<'a> Fields<'a> {
    /// The first value under a name; empty when there is none.
    #[must_use]
    pub fn text(self, name: &str) -> &'a str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values under a name.
    #[must_use]
    pub fn all(self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// A date; none when the field was left empty.
    ///
    /// # Errors
    /// `Refused` for what is no date.
    pub fn date(self, name: &str) -> Result<Option<NaiveDate>> {
        day(self.text(name))
    }
}

/// A day as it is typed; none for nothing.
///
/// # Errors
/// `Refused` for what is no date.
pub fn day(text: &str) -> Result<Option<NaiveDate>> {
    let refused = |_no_date| Error::Refused(Message::new("form-no-date").with("value", text));
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(refused) }
}
