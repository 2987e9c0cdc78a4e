//! What every page carries: the words, who is looking, where they can go, and small helpers for templates.
//! How it goes out stands in `answers`.

use chrono::{NaiveDate, NaiveDateTime};

use self::nav::links;
use crate::door::Person;
use crate::ground::{Language, Message, Words, clock};
use crate::insight::disclosure::{Share, whole_percent};

mod answers;
mod nav;
mod say;

pub use self::answers::{again, html, pdf, to};
pub use self::nav::Link;
pub use self::say::{domain, left_out, list, long_date};

/// The frame around a page's own content.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words in the reader's language.
    pub w: Words,
    /// The reader's name; empty for someone without a session.
    pub who: String,
    /// Where this person can go.
    pub links: Vec<Link>,
}

impl Page {
    /// The frame for a page that needs no person.
    #[must_use]
    pub const fn without_person(w: Words) -> Self {
        Self { w, who: String::new(), links: Vec::new() }
    }

    /// The frame for a person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        let w = person.words();
        Self { w, who: person.0.name.clone(), links: links(person, w) }
    }

    /// The same frame on the page that this link of the navigation leads to.
    #[must_use]
    pub fn at(mut self, href: &str) -> Self {
        for link in &mut self.links {
            link.here = link.href == href;
        }
        self
    }

    /// The links in the bar, or those under "more".
    pub fn links(&self, more: bool) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.more == more)
    }

    /// Whether there are links under "more".
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.links(true).next().is_some()
    }

    /// Whether the reader is where a link under "more" leads.
    #[must_use]
    pub fn is_under_more(&self) -> bool {
        self.links(true).any(|link| link.here)
    }

    /// The stylesheet's address; changes with its content.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        super::assets::STYLESHEET.address()
    }

    /// The icon's address; changes with its content.
    #[must_use]
    pub fn icon(&self) -> String {
        super::assets::ICON.address()
    }

    /// The script's address; changes with its content.
    #[must_use]
    pub fn script(&self) -> String {
        super::assets::SCRIPT.address()
    }

    /// The other language, as a code and in its own name.
    #[must_use]
    pub const fn other_language(&self) -> (&'static str, &'static str) {
        match self.w.0 {
            Language::Dutch => ("en", "English"),
            Language::English => ("nl", "Nederlands"),
        }
    }

    /// A text under a key: `page.t("signals-title")`.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.w.t(key)
    }

    /// A text under a key with one argument: `page.t1("severity", "severity", "A")`.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: &str) -> String {
        self.w.t1(key, name, value)
    }

    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.w.say(message)
    }

    /// A share, as far as it may be told.
    #[must_use]
    pub fn share(&self, share: Share) -> String {
        match share {
            Share::Few => self.t("share-few"),
            Share::Nearly => self.t("share-nearly"),
            Share::Percent(percent) => format!("{percent} %"),
            Share::Of { part, whole } => self.say(
                &Message::new("share-of")
                    .with("percent", whole_percent(part, whole))
                    .with("part", part)
                    .with("whole", whole),
            ),
        }
    }

    /// A date as `do 12 maart 2026`.
    #[must_use]
    pub fn date(&self, on: &NaiveDate) -> String {
        long_date(self.w, *on)
    }

    /// The name of a domain, as people say it.
    #[must_use]
    pub fn domain(&self, code: &str) -> String {
        domain(self.w, code)
    }

    /// The date of a stored moment.
    #[must_use]
    pub fn day_of(&self, at: &NaiveDateTime) -> String {
        long_date(self.w, clock::local(*at).date())
    }
}
