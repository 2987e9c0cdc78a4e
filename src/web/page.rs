//! What every page carries: the words, who is looking, where they can go, and small helpers for templates.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use askama::Template;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::failure::Failure;
use crate::door::Person;
use crate::ground::scope::Role;
use crate::ground::{Language, Message, Scope, Words, clock};

/// A link in the navigation.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub href: &'static str,
    /// What it says.
    pub text: String,
    /// Whether it leads to where the reader is.
    pub here: bool,
}

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
        Self { w, who: person.0.name.clone(), links: links(&person.0, w) }
    }

    /// The same frame on the page that this link of the navigation leads to.
    #[must_use]
    pub fn at(mut self, href: &str) -> Self {
        for link in &mut self.links {
            link.here = link.href == href;
        }
        self
    }

    /// The stylesheet's address; changes with its content.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        super::assets::STYLESHEET.address()
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

/// A date as people write it: `do 12 maart 2026`, `Thu 12 March 2026`.
#[must_use]
pub fn long_date(w: Words, on: NaiveDate) -> String {
    let weekday = w.t(&format!("weekday-{}", on.weekday().num_days_from_monday()));
    let month = w.t(&format!("month-{}", on.month()));
    format!("{weekday} {} {month} {}", on.day(), on.year())
}

/// The name of a domain, as people say it: `omgaan met emoties`; of none: `algemeen`.
#[must_use]
pub fn domain(w: Words, code: &str) -> String {
    match code {
        "" => w.t("domain-none"),
        code => w.t(&format!("domain-{code}")),
    }
}

fn links(scope: &Scope, w: Words) -> Vec<Link> {
    use Role::{Admin, Administration, Coordinator, Leader, Mentor, Staff};
    let all: [(&'static str, &str, &[Role]); 7] = [
        ("/signalen", "nav-signals", &[Mentor, Coordinator]),
        ("/leerlingen", "nav-pupils", &[Mentor, Coordinator]),
        ("/school", "nav-school", &[Coordinator, Leader]),
        ("/verwijzingen", "nav-referrals", &[Coordinator]),
        ("/invoer", "nav-import", &[Administration]),
        ("/observaties/nieuw", "nav-observe", &[Mentor, Coordinator, Staff]),
        ("/beheer", "nav-admin", &[Admin]),
    ];
    all.into_iter()
        .filter(|(_, _, roles)| roles.iter().any(|role| scope.has(*role)))
        .map(|(href, key, _)| Link { href, text: w.t(key), here: false })
        .collect()
}

/// A rendered page.
///
/// # Errors
/// When the template fails.
pub fn html(template: &impl Template) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(template.render()?))
}

/// A page that shows a form again with what was typed and what is wrong (422).
///
/// # Errors
/// When the template fails.
pub fn again(template: &impl Template) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::UnprocessableEntity().content_type("text/html; charset=utf-8").body(template.render()?))
}

/// Leads on to another page, after something was done.
#[must_use]
pub fn to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}
