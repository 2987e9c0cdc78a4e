//! Who is asking: filled in by the gate, taken by handlers. A handler without it knows nobody.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use crate::ground::{Error, Scope, Words};

/// The person behind a request, with scope and words; and whether a file of the meldcode names this person today: that is
/// no part of the scope, and only leads to where those files are.
#[derive(Debug, Clone)]
pub struct Person(pub Scope, pub bool);

/// Whether a file of the meldcode names whoever is asking.
#[derive(Debug, Clone, Copy)]
pub(super) struct IsNamed(pub(super) bool);

impl Person {
    /// The words in this person's language.
    #[must_use]
    pub const fn words(&self) -> Words {
        Words(self.0.language)
    }
}

impl FromRequest for Person {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let scope = req.extensions().get::<Scope>().cloned();
        let is_named = req.extensions().get::<IsNamed>().is_some_and(|named| named.0);
        ready(scope.map(|scope| Self(scope, is_named)).ok_or_else(|| {
            // Only a route without a rule of access can get here.
            actix_web::error::ErrorInternalServerError(Error::Internal(
                "no person behind the gate".to_owned(),
            ))
        }))
    }
}
