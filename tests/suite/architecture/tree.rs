//! Reads the sources of the repository. What is asked of them stands in `rules`.

use std::path::{Path, PathBuf};

use crate::support::checkout;

/// One file: its path from the root of the repository, with `/`, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn is_rust(&self) -> bool {
        has_extension(&self.path, "rs")
    }

    /// The code without its comments, so that documentation may name what code may not use.
    pub fn code(&self) -> String {
        self.text
            .lines()
            .map(|line| {
                let comment = line.find("//").filter(|at| {
                    // `https://` in a text is no comment.
                    !line.get(..*at).is_some_and(|before| before.ends_with(':'))
                });
                comment.and_then(|at| line.get(..at)).unwrap_or(line)
            })
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Whether the path ends in `.extension`.
pub fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// All text files under these folders, sorted by path; what npm brought is not ours.
pub fn sources(folders: &[&str]) -> Vec<Source> {
    let root = checkout();
    let mut paths = Vec::new();
    for folder in folders {
        walk(&root.join(folder), &mut paths);
    }
    paths.sort();
    paths
        .iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(path).ok()?;
            let path = path.strip_prefix(&root).ok()?;
            Some(Source::new(&path.to_string_lossy(), &text))
        })
        .collect()
}

fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.ends_with("node_modules") {
            continue;
        }
        if path.is_dir() {
            walk(&path, into);
        } else {
            into.push(path);
        }
    }
}
