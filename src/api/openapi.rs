//! The API's description, made from the table of routes: a route without a line here does not exist.

use actix_web::HttpResponse;
use actix_web::http::Method;
use utoipa::openapi::path::{HttpMethod, PathItemBuilder};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathsBuilder};
use utoipa::{PartialSchema, ToSchema};

use self::operation::operation;
use super::routes::ROUTES;
use crate::door::doc::Schemas;

mod operation;

/// The name and schema of a type, and of those within it.
pub fn named<T: ToSchema + PartialSchema>() -> Schemas {
    let mut within = Vec::new();
    T::schemas(&mut within);
    (T::name().into_owned(), T::schema(), within)
}

/// Serves the description.
pub async fn describe() -> HttpResponse {
    HttpResponse::Ok().json(description())
}

fn description() -> OpenApi {
    let mut components = ComponentsBuilder::new()
        .security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let mut paths = PathsBuilder::new();
    for route in ROUTES {
        let Some(doc) = &route.doc else { continue };
        for made in [doc.body, doc.answer].into_iter().flatten() {
            let (name, schema, within) = made();
            components = components.schema(name, schema).schemas_from_iter(within);
        }
        let method = if route.method == Method::GET { HttpMethod::Get } else { HttpMethod::Post };
        let item = PathItemBuilder::new().operation(method, operation(route, doc)).build();
        paths = paths.path(route.path, item);
    }
    let info = InfoBuilder::new()
        .title("Baken")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Signals for pupils' social-emotional development. Lists hold a hundred items; pass `next` as `cursor` \
             for the page after. Errors are application/problem+json.",
        ))
        .build();
    OpenApiBuilder::new().info(info).paths(paths).components(Some(components.build())).build()
}
