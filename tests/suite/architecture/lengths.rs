//! How long files may be. Pure: sources in, complaints out.

use super::tree::Source;

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

/// Half of the files have at most 90 lines, 90 % at most 250.
pub fn lengths(sources: &[Source]) -> Vec<String> {
    let mut counts: Vec<usize> = line_counts(sources).into_iter().map(|(n, _)| n).collect();
    counts.sort_unstable();
    let at = |percent: usize| {
        let index = (counts.len() * percent).div_ceil(100);
        counts.get(index.saturating_sub(1)).copied().unwrap_or(0)
    };
    [(50, 90), (90, 250)]
        .into_iter()
        .filter(|(percent, limit)| at(*percent) > *limit)
        .map(|(percent, limit)| {
            let found = at(percent);
            format!("{percent} % of the files: up to {found} lines, at most {limit}")
        })
        .collect()
}
