//! A page on its way out: rendered, given back with what is wrong, or leading on.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, LOCATION};
use askama::Template;

use crate::ground::Error;
use crate::paper::{self, Paper};
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

/// A paper as a file that browsers show; `name` says what it is, never about whom. Its bytes are kept nowhere.
///
/// # Errors
/// When it cannot be written.
pub async fn pdf(made: Paper, name: &str) -> Result<HttpResponse, Failure> {
    let bytes = tokio::task::spawn_blocking(move || paper::pdf(&made)).await.map_err(Error::internal)??;
    let shown = format!("inline; filename=\"{name}.pdf\"");
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((CONTENT_DISPOSITION, shown))
        .body(bytes))
}
