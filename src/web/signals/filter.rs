//! The filter of the list: what its address carries, and the links that change one part of it.

use serde::Deserialize;

use crate::care::triage::list::Filter;
use crate::ground::{GroupId, Message, SchoolId};
use crate::signals::model::Level;
use crate::signals::state::State as Stands;
use crate::web::page::Page;

/// What the address of the list carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Only this school.
    #[serde(default)]
    pub school: String,
    /// Only this group.
    #[serde(default)]
    pub groep: String,
    /// Only this level.
    #[serde(default)]
    pub niveau: String,
    /// Only this state.
    #[serde(default)]
    pub stand: String,
    /// Only one's own: `mij`.
    #[serde(default)]
    pub van: String,
    /// What was just done.
    #[serde(default)]
    pub klaar: String,
}

impl Query {
    pub(super) fn filter(&self) -> Filter {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Filter {
            school: some(&self.school).map(SchoolId),
            group: some(&self.groep).map(GroupId),
            level: Level::from_word(&self.niveau),
            mine: self.van == "mij",
            state: Stands::from_word(&self.stand),
        }
    }

    /// The address of the list with one part of the filter set to something else.
    pub(super) fn address(&self, part: &str, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, own) in [
            ("school", &self.school),
            ("groep", &self.groep),
            ("niveau", &self.niveau),
            ("stand", &self.stand),
            ("van", &self.van),
        ] {
            let value = if name == part { value } else { own };
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            empty if empty.is_empty() => "/signalen".to_owned(),
            query => format!("/signalen?{query}"),
        }
    }
}

/// A link of the filter.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) href: String,
    pub(super) text: String,
    pub(super) here: bool,
}

pub(super) fn all(page: &Page) -> std::iter::Once<(String, String)> {
    std::iter::once((String::new(), page.t("filter-all")))
}

pub(super) fn choices(query: &Query, part: &str, now: &str, values: Vec<(String, String)>) -> Vec<Choice> {
    values
        .into_iter()
        .map(|(value, text)| Choice { href: query.address(part, &value), here: value == now, text })
        .collect()
}

pub(super) fn states(page: &Page, query: &Query, coordinates: bool) -> Vec<Choice> {
    let open = Stands::ALL.iter().filter(|state| state.is_open());
    let mut values = vec![(String::new(), page.t("filter-waiting"))];
    values.extend(open.filter(|state| coordinates || **state != Stands::New).map(|state| {
        let word = state.as_str();
        let said = Message::new("signal-state").with("state", word);
        (word.to_owned(), page.say(&said))
    }));
    choices(query, "stand", &query.stand, values)
}

pub(super) fn owners(page: &Page, query: &Query) -> Vec<Choice> {
    let mine = ("mij".to_owned(), page.t("filter-mine"));
    choices(query, "van", &query.van, vec![(String::new(), page.t("filter-of-all")), mine])
}
