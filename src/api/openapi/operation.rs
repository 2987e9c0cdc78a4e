//! One operation of the description: what a route takes and gives.

use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, ResponseBuilder, Schema};

use crate::door::doc::Doc;
use crate::door::route::{Access, Route};

pub(super) fn operation(route: &Route, doc: &Doc) -> utoipa::openapi::path::Operation {
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
