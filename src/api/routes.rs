//! The API's ways in, one row each.

use crate::door::Route;

/// Every route of the API.
pub const ROUTES: &[Route] = &[];
