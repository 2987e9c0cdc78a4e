//! What the API's description says of a route.

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

/// The name and schema of a type, and of those within it.
pub type Schemas = (String, RefOr<Schema>, Vec<(String, RefOr<Schema>)>);

/// Makes a type's schemas when the description is asked for.
pub type Named = fn() -> Schemas;

/// What the API's description says of a route.
#[derive(Debug, Clone, Copy)]
pub struct Doc {
    /// What it does, in a line.
    pub summary: &'static str,
    /// The names of the parameters of the query.
    pub query: &'static [&'static str],
    /// What is sent.
    pub body: Option<Named>,
    /// What comes back.
    pub answer: Option<Named>,
    /// Whether what comes back is a list of these, page by page.
    pub is_list: bool,
}
