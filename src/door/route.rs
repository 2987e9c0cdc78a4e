//! One row per way in: method, path, who may, handler. The rows feed the router, the API's description
//! and the test that walks every role along every route.

use actix_web::http::Method;

use super::doc::{Doc, Named};
use crate::ground::scope::Role;

/// Who may pass. Which pupils they then see is the scope's matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everyone: the login page, the stylesheet, the partner's link (which asks for its own code).
    Open,
    /// Everyone with an account.
    SignedIn,
    /// Those who hold one of these roles.
    Roles(&'static [Role]),
}

/// Which door a route belongs to: it decides how a refusal looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Pages; a person without a session is led to the login page.
    Web,
    /// JSON; a refusal is a problem document.
    Api,
}

/// A way in.
#[derive(Debug, Clone)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: Method,
    /// The path, with `{id}` for what varies.
    pub path: &'static str,
    /// Who may pass.
    pub access: Access,
    /// The handler, as actix wants it.
    pub handler: fn() -> actix_web::Route,
    /// What the API's description says; nothing for pages.
    pub doc: Option<Doc>,
}

impl Route {
    /// A route that reads.
    #[must_use]
    pub const fn get(path: &'static str, access: Access, handler: fn() -> actix_web::Route) -> Self {
        Self { method: Method::GET, path, access, handler, doc: None }
    }

    /// A route that changes something.
    #[must_use]
    pub const fn post(path: &'static str, access: Access, handler: fn() -> actix_web::Route) -> Self {
        Self { method: Method::POST, path, access, handler, doc: None }
    }

    /// The same route with a line in the API's description.
    #[must_use]
    pub const fn says(mut self, summary: &'static str) -> Self {
        self.doc = Some(Doc { summary, query: &[], body: None, answer: None, is_list: false });
        self
    }

    /// The same route, described as taking these parameters in the query.
    #[must_use]
    pub const fn asks(mut self, query: &'static [&'static str]) -> Self {
        if let Some(doc) = &mut self.doc {
            doc.query = query;
        }
        self
    }

    /// The same route, described as taking this body.
    #[must_use]
    pub const fn takes(mut self, body: Named) -> Self {
        if let Some(doc) = &mut self.doc {
            doc.body = Some(body);
        }
        self
    }

    /// The same route, described as giving this back.
    #[must_use]
    pub const fn gives(mut self, answer: Named) -> Self {
        if let Some(doc) = &mut self.doc {
            doc.answer = Some(answer);
        }
        self
    }

    /// The same route, described as giving a list of these back, a hundred a page.
    #[must_use]
    pub const fn lists(mut self, item: Named) -> Self {
        if let Some(doc) = &mut self.doc {
            doc.answer = Some(item);
            doc.is_list = true;
        }
        self
    }
}
