//! What every resource answers alike: a list with its cursor, the id of what was made. What went wrong is told by
//! `problem`.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::problem::Failure;

/// How many items a page holds.
pub const PAGE: i64 = 100;

/// What handlers of the API return.
pub type Answer = Result<HttpResponse, Failure>;

/// Where a list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Paging {
    /// The `next` of the page before.
    pub cursor: Option<String>,
}

#[derive(Debug, Serialize)]
struct List<T> {
    items: Vec<T>,
    next: Option<String>,
}

/// A page of a list; `next` is the last item's id while there may be more.
pub fn list<T: Serialize>(items: Vec<T>, id: impl Fn(&T) -> String) -> HttpResponse {
    let is_full = i64::try_from(items.len()).is_ok_and(|n| n >= PAGE);
    let next = items.last().filter(|_| is_full).map(id);
    HttpResponse::Ok().json(List { items, next })
}

/// Something that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// Its id.
    pub id: String,
}
