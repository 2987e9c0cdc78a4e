//! The one stylesheet, the one script and the icon, compiled in; their addresses change with their content.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;

use crate::ground::secret;

/// A file that ships with the program.
#[derive(Debug)]
pub struct Asset {
    path: &'static str,
    kind: &'static str,
    text: &'static str,
    hash: LazyLock<String>,
}

/// The stylesheet: tokens first, then the few components.
pub static STYLESHEET: Asset = Asset {
    path: "/stijl.css",
    kind: "text/css; charset=utf-8",
    text: include_str!("assets/style.css"),
    hash: LazyLock::new(|| secret::hash(include_str!("assets/style.css"))),
};

/// The script: only what is live; every page works without it.
pub static SCRIPT: Asset = Asset {
    path: "/script.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("assets/script.js"),
    hash: LazyLock::new(|| secret::hash(include_str!("assets/script.js"))),
};

/// The icon: a beacon.
pub static ICON: Asset = Asset {
    path: "/icoon.svg",
    kind: "image/svg+xml",
    text: include_str!("assets/icon.svg"),
    hash: LazyLock::new(|| secret::hash(include_str!("assets/icon.svg"))),
};

impl Asset {
    /// The address, with a mark of the content so that browsers may keep it for a year.
    #[must_use]
    pub fn address(&self) -> String {
        let mark: String = self.hash.chars().take(10).collect();
        format!("{}?v={mark}", self.path)
    }

    fn answer(&self) -> HttpResponse {
        HttpResponse::Ok()
            .content_type(self.kind)
            .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .body(self.text)
    }
}

/// Serves the stylesheet.
pub async fn stylesheet() -> HttpResponse {
    STYLESHEET.answer()
}

/// Serves the script.
pub async fn script() -> HttpResponse {
    SCRIPT.answer()
}

/// Serves the icon, also under the name that browsers ask for unasked.
pub async fn icon() -> HttpResponse {
    ICON.answer()
}
