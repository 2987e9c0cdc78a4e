//! The headers every answer carries, and the rule against forged requests from other sites.

use actix_web::http::header::{HOST, HeaderMap, ORIGIN};
use actix_web::middleware::DefaultHeaders;

/// What browsers are told: nothing from elsewhere, no framing, no keeping of pages.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The headers as middleware; registered last, so that refusals carry them too.
pub fn security(https: bool) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add(("Content-Security-Policy", CONTENT_SECURITY_POLICY))
        .add(("X-Content-Type-Options", "nosniff"))
        .add(("Referrer-Policy", "same-origin"))
        .add(("Cache-Control", "no-store"));
    if https { headers.add(("Strict-Transport-Security", "max-age=31536000")) } else { headers }
}

/// Whether a request that changes something comes from our own pages: the browser says so in
/// `Sec-Fetch-Site`; an older one gives the `Origin`. A client that is no browser sends neither.
#[must_use]
pub fn is_same_site(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN).and_then(|o| o.to_str().ok()) else {
        return true;
    };
    let host = headers.get(HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    origin.split_once("://").is_some_and(|(_, at)| at == host)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn another_sites_form_is_turned_away() {
        assert!(!is_same_site(&headers(&[("sec-fetch-site", "cross-site")])));
        assert!(!is_same_site(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(is_same_site(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(!is_same_site(&headers(&[("origin", "https://elders.example"), ("host", "baken.example")])));
        assert!(!is_same_site(&headers(&[("origin", "null"), ("host", "baken.example")])));
        assert!(is_same_site(&headers(&[("origin", "https://baken.example"), ("host", "baken.example")])));
        assert!(is_same_site(&headers(&[])));
    }
}
