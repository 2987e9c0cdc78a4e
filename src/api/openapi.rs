//! The API's description, made from the table of routes: a route without a line here does not exist.

use actix_web::HttpResponse;
use actix_web::http::Method;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItemBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathsBuilder, Ref, RefOr,
    Required, ResponseBuilder, Schema,
};
use utoipa::{PartialSchema, ToSchema};

use super::routes::ROUTES;
use crate::door::route::{Access, Doc, Route, Schemas};

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

fn operation(route: &Route, doc: &Doc) -> utoipa::openapi::path::Operation {
    let text = || Some(ObjectBuilder::new().schema_type(SchemaType::new(Type::String)));
    let mut operation = OperationBuilder::new().summary(Some(doc.summary));
    for name in route.path.split('/').filter_map(|part| part.strip_prefix('{')) {
        operation = operation.parameter(
            ParameterBuilder::new()
                .name(name.trim_end_matches('}'))
                .parameter_in(ParameterIn::Path)
                .required(Required::True)
                .schema(text()),
        );
    }
    for name in doc.query {
        operation = operation.parameter(
            ParameterBuilder::new()
                .name(*name)
                .parameter_in(ParameterIn::Query)
                .required(Required::False)
                .schema(text()),
        );
    }
    if let Some(body) = doc.body {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(body().0))).build();
        operation = operation
            .request_body(Some(RequestBodyBuilder::new().content("application/json", content).build()));
    }
    let mut answer = ResponseBuilder::new().description("done");
    if let Some(made) = doc.answer {
        let item = Ref::from_schema_name(made().0);
        let schema: RefOr<Schema> = if doc.is_list {
            ObjectBuilder::new()
                .property("items", ArrayBuilder::new().items(item))
                .property("next", ObjectBuilder::new().schema_type(SchemaType::new(Type::String)))
                .into()
        } else {
            item.into()
        };
        let content = ContentBuilder::new().schema(Some(schema)).build();
        answer = answer.content("application/json", content);
    }
    operation = operation.response("200", answer.build());
    if route.access != Access::Open {
        let none: [&str; 0] = [];
        operation = operation
            .security(SecurityRequirement::new("token", none))
            .response("401", ResponseBuilder::new().description("no token, or one that has ended"));
    }
    operation.build()
}
