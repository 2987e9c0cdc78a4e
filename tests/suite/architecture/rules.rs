//! The house rules, pure: sources in, complaints out. Rules about messages stand in `messages`.

use super::tree::{Source, has_extension};

/// Which rooms each room may use. The order is that of the data.
const ROOMS: &[(&str, &[&str])] = &[
    ("ground", &[]),
    ("school", &["ground"]),
    ("evidence", &["ground", "school"]),
    ("analytics", &["ground", "school", "evidence"]),
    ("signals", &["ground", "school", "evidence", "analytics"]),
    ("care", &["ground", "school", "evidence", "analytics", "signals"]),
    ("insight", &["ground", "school", "evidence", "analytics", "signals", "care"]),
    ("notifications", &["ground", "school", "evidence", "analytics", "signals", "care", "insight"]),
    ("door", &["ground", "school", "evidence", "analytics", "signals", "care", "insight", "notifications"]),
    (
        "web",
        &["ground", "school", "evidence", "analytics", "signals", "care", "insight", "notifications", "door"],
    ),
    (
        "api",
        &["ground", "school", "evidence", "analytics", "signals", "care", "insight", "notifications", "door"],
    ),
    (
        "worker",
        &["ground", "school", "evidence", "analytics", "signals", "care", "insight", "notifications", "door"],
    ),
    (
        "serve",
        &[
            "ground",
            "school",
            "evidence",
            "analytics",
            "signals",
            "care",
            "insight",
            "notifications",
            "door",
            "web",
            "api",
        ],
    ),
    (
        "cli",
        &[
            "ground",
            "school",
            "evidence",
            "analytics",
            "signals",
            "care",
            "insight",
            "notifications",
            "door",
            "web",
            "api",
            "worker",
            "serve",
        ],
    ),
];

/// The room of a file, `None` for the crate's root.
fn room(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?;
    match first.strip_suffix(".rs") {
        Some("lib" | "main") => None,
        Some(file) => Some(file),
        None => Some(first),
    }
}

/// Who imports whom: every `crate::X` is looked up in the table; a `super::` chain that leaves the room is refused.
pub fn imports(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|s| s.is_rust()) {
        let Some(room) = room(&source.path) else {
            continue;
        };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            complaints.push(format!("{}: `{room}` is no room of the table", source.path));
            continue;
        };
        let code = source.code();
        for used in used_rooms(&code) {
            if used != room
                && ROOMS.iter().any(|(name, _)| *name == used)
                && !allowed.contains(&used.as_str())
            {
                complaints.push(format!("{} may not use crate::{used}", source.path));
            }
        }
        if room == "analytics" && code.contains("ground::db") {
            complaints.push(format!("{}: analytics is pure and knows no database", source.path));
        }
        if leaves_by_super(&source.path, &code) {
            complaints.push(format!("{}: write `crate::` where a path leaves the room", source.path));
        }
    }
    complaints
}

/// The first names after each `crate::`, also inside `crate::{…}`.
fn used_rooms(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, matched) in code.match_indices("crate::") {
        let rest = code.get(at + matched.len()..).unwrap_or_default();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (index, letter) in group.char_indices() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    _ if start && !letter.is_whitespace() => {
                        found.push(name_at(group.get(index..).unwrap_or_default()));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            found.push(name_at(rest));
        }
    }
    found
}

fn name_at(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether a `super::super::…` chain reaches the crate's root, where any room could follow.
fn leaves_by_super(path: &str, code: &str) -> bool {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let depth = inside.split('/').filter(|part| *part != "mod").count();
    let (own, tests) = code.split_once("#[cfg(test)]").unwrap_or((code, ""));
    let reaches = |text: &str, depth: usize| text.contains(&"super::".repeat(depth));
    reaches(own, depth) || reaches(tests, depth + 1)
}

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
        only(code.contains("polars::"), path.starts_with("src/analytics/"), "polars belongs in analytics/");
        let doors = ["src/door/", "src/web/", "src/api/", "src/serve.rs", "src/cli/serve"];
        only(
            code.contains("actix_web::"),
            doors.iter().any(|door| path.starts_with(door)),
            "HTTP belongs in the doors (door/, web/, api/, serve)",
        );
    }
    complaints
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

fn line_counts(sources: &[Source]) -> Vec<(usize, &str)> {
    // The schema grows with the tables and is read by looking up, not from top to end.
    sources
        .iter()
        .filter(|s| s.is_rust() && s.path != "src/ground/db/schema.rs")
        .map(|s| (s.text.lines().count(), s.path.as_str()))
        .collect()
}

/// No file is longer than 400 lines.
pub fn longest(sources: &[Source]) -> Vec<String> {
    line_counts(sources)
        .into_iter()
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path}: {lines} lines, at most 400"))
        .collect()
}

/// 90 % of the files have at most 250 lines, half of them at most 105. The aim for half of them is 90: it is not met,
/// and this bound only keeps it from getting worse. Lower it when files are split.
pub fn lengths(sources: &[Source]) -> Vec<String> {
    let mut counts: Vec<usize> = line_counts(sources).into_iter().map(|(n, _)| n).collect();
    counts.sort_unstable();
    let at = |percent: usize| {
        let index = (counts.len() * percent).div_ceil(100);
        counts.get(index.saturating_sub(1)).copied().unwrap_or(0)
    };
    [(50, 105), (90, 250)]
        .into_iter()
        .filter(|(percent, limit)| at(*percent) > *limit)
        .map(|(percent, limit)| {
            let found = at(percent);
            format!("{percent} % of the files: up to {found} lines, at most {limit}")
        })
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
