//! A page on its way out: rendered, given back with what is wrong, or leading on.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use askama::Template;

use crate::web::failure::Failure;

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
