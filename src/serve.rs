//! The HTTP server: both doors' routes behind the gate, health, metrics, headers.

use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

use crate::door::{Door, Route, State, gate, headers};
use crate::ground::{Error, Result};
use crate::{api, web as pages};

/// The largest upload, in bytes: a school's scores of many years stay far below it.
const LARGEST_UPLOAD: usize = 200 * 1024 * 1024;

/// All ways in, with the door each belongs to.
pub fn routes() -> impl Iterator<Item = (Door, &'static Route)> {
    let pages = pages::routes::ROUTES.iter().map(|route| (Door::Web, route));
    let api = api::routes::ROUTES.iter().map(|route| (Door::Api, route));
    pages.chain(api)
}

/// A server on a listener, ready to be awaited.
///
/// # Errors
/// When the listener cannot be used.
pub fn server(state: State, listener: TcpListener, workers: usize) -> Result<Server> {
    let https = state.config.is_https();
    let data = web::Data::new(state);
    let server = HttpServer::new(move || {
        let mut app = App::new()
            .app_data(data.clone())
            .app_data(web::PayloadConfig::new(LARGEST_UPLOAD))
            .app_data(
                web::JsonConfig::default()
                    .limit(1024 * 1024)
                    .error_handler(|error, _| api::unreadable(&error)),
            )
            .app_data(web::QueryConfig::default().error_handler(|error, req| {
                if req.path().starts_with("/api/") {
                    api::unreadable(&error)
                } else {
                    pages::failure::unreadable()
                }
            }))
            .app_data(gate::Refusal(pages::failure::refused))
            .app_data(web::FormConfig::default().limit(1024 * 1024));
        for (door, route) in routes() {
            let access = route.access;
            let handler = (route.handler)()
                .method(route.method.clone())
                .wrap(from_fn(move |req, next| gate::gate(door, access, req, next)));
            app = app.route(route.path, handler);
        }
        app.default_service(web::to(not_found)).wrap(Compress::default()).wrap(headers::security(https))
    })
    .workers(workers)
    .shutdown_timeout(10)
    .listen(listener)
    .map_err(Error::internal)?
    .run();
    Ok(server)
}

/// The answer to a path that does not exist, in the form of the door it was asked at.
async fn not_found(req: HttpRequest) -> HttpResponse {
    if req.path().starts_with("/api/") { api::not_found() } else { pages::failure::not_found() }
}
