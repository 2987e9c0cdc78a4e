//! Whether the service is alive and ready, and its figures for Prometheus. Nothing about people.

use actix_web::{HttpResponse, web};
use prometheus::{Encoder, IntGauge, Registry, TextEncoder};

use super::answer::Answer;
use crate::door::State;
use crate::ground::{Error, outbox};

/// Alive: the process answers.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({"status": "ok"}))
}

/// Ready: the database is reached and its schema is this program's.
pub async fn ready(state: web::Data<State>) -> HttpResponse {
    let db = state.db.clone();
    let current = tokio::task::spawn_blocking(move || db.is_current()).await;
    match current {
        Ok(Ok(true)) => HttpResponse::Ok().json(serde_json::json!({"status": "ready"})),
        Ok(Ok(false)) => HttpResponse::ServiceUnavailable()
            .json(serde_json::json!({"status": "the database is not up to date: run baken migrate"})),
        _ => HttpResponse::ServiceUnavailable()
            .json(serde_json::json!({"status": "the database cannot be reached"})),
    }
}

/// The figures: tasks that wait and tasks that failed.
///
/// # Errors
/// When the database refuses.
pub async fn metrics(state: web::Data<State>) -> Answer {
    let waiting = state.db.read(outbox::waiting).await?;
    let failed = waiting.iter().filter(|task| task.last_error.is_some()).count();
    let registry = Registry::new();
    let figures = [
        ("baken_outbox_waiting", "Tasks that wait to be done.", waiting.len()),
        ("baken_outbox_failed", "Waiting tasks that failed at least once.", failed),
    ];
    for (name, help, value) in figures {
        let gauge = IntGauge::new(name, help).map_err(Error::internal)?;
        gauge.set(i64::try_from(value).map_err(Error::internal)?);
        registry.register(Box::new(gauge)).map_err(Error::internal)?;
    }
    let mut text = Vec::new();
    TextEncoder::new().encode(&registry.gather(), &mut text).map_err(Error::internal)?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text))
}
