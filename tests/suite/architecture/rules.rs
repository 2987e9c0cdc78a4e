//! The house rules, pure: sources in, complaints out. Rules about messages stand in `messages`.

use super::tree::{Source, has_extension};

/// Queries only in `ground` and stores; frames only in `analytics`; HTTP only in the doors and where they are served.
/// A row type may derive diesel's traits beside the use case it belongs to: what counts is who asks the database.
pub fn placement(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|s| s.is_rust()) {
        let (path, code) = (source.path.as_str(), source.code());
        let file = path.rsplit('/').next().unwrap_or_default();
        let is_store = file.ends_with("store.rs") || path.contains("/store/");
        let mut only = |found: bool, allowed: bool, complaint: &str| {
            if found && !allowed {
                complaints.push(format!("{path}: {complaint}"));
            }
        };
        only(
            code.contains("diesel::") && QUERIES.iter().any(|query| code.contains(query)),
            path.starts_with("src/ground/") || is_store,
            "a query belongs in a store.rs",
        );
        only(
            code.contains("polars::") || code.contains("polars_core::"),
            path.starts_with("src/analytics/"),
            "polars belongs in analytics/",
        );
        let doors = ["src/door/", "src/web/", "src/api/", "src/serve.rs", "src/cli/serve"];
        only(
            code.contains("actix_web::"),
            doors.iter().any(|door| path.starts_with(door)),
            "HTTP belongs in the doors (door/, web/, api/, serve)",
        );
    }
    complaints
}

/// Figures over pupils are computed where `disclosure` holds them: a door that averages goes round it.
pub fn figures(sources: &[Source]) -> Vec<String> {
    let doors = ["src/web/", "src/api/"];
    let averages =
        |s: &&Source| [".sum::<f64>()", "insight::store"].iter().any(|mark| s.code().contains(mark));
    sources
        .iter()
        .filter(|s| s.is_rust() && doors.iter().any(|door| s.path.starts_with(door)))
        .filter(averages)
        .map(|s| format!("{}: a figure over pupils belongs in insight/, behind disclosure", s.path))
        .collect()
}

/// What shows that the database is asked something.
const QUERIES: [&str; 8] = [
    "::table",
    "insert_into(",
    "diesel::update(",
    "diesel::delete(",
    "sql_query(",
    ".execute(conn",
    ".load(conn",
    ".first(conn",
];

/// Every file begins by saying what lives in it.
pub fn headers(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|s| s.is_rust() && !s.text.starts_with("//! "))
        .map(|s| format!("{}: begin with `//!`: what lives here, what not", s.path))
        .collect()
}

/// Nothing half done: no note for later, no macro that stands in for code, no test that is skipped.
pub fn unfinished(sources: &[Source]) -> Vec<String> {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
        concat!("#[ig", "nore"),
    ];
    let mut complaints = Vec::new();
    for source in sources {
        for (number, line) in source.text.lines().enumerate() {
            for mark in marks.iter().filter(|mark| line.contains(**mark)) {
                complaints.push(format!("{}:{}: {mark}", source.path, number + 1));
            }
        }
    }
    complaints
}

/// No minified script or style: nobody can read it, and it ages unseen.
pub fn packed(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|s| has_extension(&s.path, "js") || has_extension(&s.path, "css"))
        .filter(|s| s.path.contains(".min.") || s.text.lines().any(|line| line.len() > 400))
        .map(|s| format!("{}: packed code; write it here or fetch it for the tests", s.path))
        .collect()
}

/// Mail addresses end in `.example`: no mail of a test or the demo can reach anybody.
pub fn addresses(sources: &[Source]) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut complaints = Vec::new();
    for source in sources {
        for (at, _) in source.text.match_indices('@') {
            let before = source.text.get(..at).unwrap_or_default();
            let after = source.text.get(at + 1..).unwrap_or_default();
            let host: String = after.chars().take_while(|c| is_part(*c)).collect();
            let host = host.trim_end_matches('.');
            let top = host.rsplit('.').next().unwrap_or_default();
            let is_address = before.ends_with(is_part)
                && host.contains('.')
                && top.len() > 1
                && top.chars().all(|c| c.is_ascii_alphabetic());
            if is_address && top != "example" {
                complaints.push(format!("{}: @{host} is not under .example", source.path));
            }
        }
    }
    complaints
}
