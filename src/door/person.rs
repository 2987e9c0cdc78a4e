//! Who is asking: filled in by the gate, taken by handlers. A handler without it knows nobody.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use crate::ground::{Error, Scope, Words};

/// The person behind a request, with scope and words.
#[derive(Debug, Clone)]
pub struct Person(pub Scope);

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
        ready(scope.map(Self).ok_or_else(|| {
            // Only a route without a rule of access can get here.
            actix_web::error::ErrorInternalServerError(Error::Internal(
                "no person behind the gate".to_owned(),
            ))
        }))
    }
}
