//! The pages' ways in, one row each: path and who may. What a person then sees is the scope's matter.

use actix_web::web::to;

use super::{account, assets};
use crate::door::Access::{Open, SignedIn};
use crate::door::Route;

/// Every page.
pub const ROUTES: &[Route] = &[
    Route::get("/stijl.css", Open, || to(assets::stylesheet)),
    Route::get("/script.js", Open, || to(assets::script)),
    Route::get("/inloggen", Open, || to(account::show)),
    Route::post("/inloggen", Open, || to(account::log_in)),
    Route::post("/uitloggen", SignedIn, || to(account::log_out)),
    Route::post("/taal", SignedIn, || to(account::set_language)),
    Route::get("/", SignedIn, || to(account::home)),
    Route::get("/welkom", SignedIn, || to(account::welcome)),
];
