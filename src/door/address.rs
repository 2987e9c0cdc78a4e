//! Where a request comes from, for the limit on wrong passwords. Kept nowhere else.

use actix_web::HttpRequest;

use super::State;

/// The network address of the visitor: the other side of the connection, or what the trusted proxy says of it.
/// Only the last entry counts: the ones before it were written by whoever asked.
#[must_use]
pub fn of(req: &HttpRequest, state: &State) -> String {
    let peer = req.peer_addr().map_or_else(String::new, |address| address.ip().to_string());
    let proxy = &state.config.trusted_proxy;
    if proxy.is_empty() || *proxy != peer {
        return peer;
    }
    req.headers()
        .get_all("x-forwarded-for")
        .last()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .map_or(peer, |last| last.trim().to_owned())
}
