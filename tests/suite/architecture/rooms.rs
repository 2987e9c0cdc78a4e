//! Who may import whom: the table of rooms, and what is refused beside it. Pure: sources in, complaints out.

use super::tree::Source;

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
    ("paper", &["ground"]),
    ("door", &["ground", "school", "evidence", "analytics", "signals", "care", "insight", "notifications"]),
    (
        "web",
        &[
            "ground",
            "school",
            "evidence",
            "analytics",
            "signals",
            "care",
            "insight",
            "notifications",
            "paper",
            "door",
        ],
    ),
    (
        "api",
        &[
            "ground",
            "school",
            "evidence",
            "analytics",
            "signals",
            "care",
            "insight",
            "notifications",
            "paper",
            "door",
        ],
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
