//! The rules about message files: both languages say the same, and what the code says exists.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Source;

/// Per key: the file it stands in and the arguments it uses.
type Messages = BTreeMap<String, (String, BTreeSet<String>)>;

/// Reads the keys of Fluent files: a key begins its line, its text goes on where lines are indented.
fn read(sources: &[Source]) -> Messages {
    let mut messages = Messages::new();
    for source in sources {
        let mut current: Option<String> = None;
        for line in source.text.lines() {
            if let Some((key, _)) = line.split_once('=')
                && line.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                let key = key.trim().to_owned();
                messages.insert(key.clone(), (file(source), BTreeSet::new()));
                current = Some(key);
            } else if line.starts_with('#') {
                current = None;
            }
            if let Some((_, arguments)) = current.as_ref().and_then(|key| messages.get_mut(key)) {
                arguments.extend(line.split('$').skip(1).map(name_at));
            }
        }
    }
    messages
}

fn file(source: &Source) -> String {
    source.path.rsplit('/').next().unwrap_or_default().to_owned()
}

fn name_at(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).collect()
}

/// A key stands in the same file of both languages, with the same arguments, and once.
pub fn same_in_both(dutch: &[Source], english: &[Source]) -> Vec<String> {
    let (nl, en) = (read(dutch), read(english));
    let mut complaints = Vec::new();
    for (key, (file, arguments)) in &nl {
        match en.get(key) {
            None => complaints.push(format!("nl/{file}: `{key}` is missing in English")),
            Some((other, _)) if other != file => {
                complaints.push(format!("`{key}` stands in nl/{file} and in en/{other}"));
            }
            Some((_, others)) if others != arguments => {
                complaints
                    .push(format!("{file}: `{key}` uses {arguments:?} in Dutch, {others:?} in English"));
            }
            Some(_) => {}
        }
    }
    for (key, (file, _)) in en.iter().filter(|(key, _)| !nl.contains_key(*key)) {
        complaints.push(format!("en/{file}: `{key}` is missing in Dutch"));
    }
    for (language, sources, distinct) in [("nl", dutch, nl.len()), ("en", english, en.len())] {
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains('=');
        let written: usize = sources.iter().map(|s| s.text.lines().filter(is_key).count()).sum();
        if written != distinct {
            complaints.push(format!("{language}: {} keys are given twice", written - distinct));
        }
    }
    complaints
}

/// What a place in the code says: the key, and the arguments it gives where they can be seen.
struct Said {
    key: String,
    /// Whether it is a `Message`, which may get arguments further on.
    is_message: bool,
    given: Option<BTreeSet<String>>,
}

/// What gives a sentence an argument.
const ARGUMENTS: [&str; 2] = [".with(", ".word("];

/// Every literal key in code and templates exists, and gets the arguments its text uses.
pub fn said_but_missing(code: &[Source], dutch: &[Source]) -> Vec<String> {
    let messages = read(dutch);
    let mut complaints = Vec::new();
    for source in code {
        let text = source.code();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        // A sentence may get its last arguments from a helper of the same file.
        let added: BTreeSet<String> = ARGUMENTS
            .into_iter()
            .flat_map(|opening| text.split(opening).skip(1))
            .filter_map(|rest| Some(literal(rest)?.0))
            .collect();
        for said in said_in(text) {
            // An empty key is a sentence that is filled in before anyone reads it.
            if said.key.is_empty() {
                continue;
            }
            let given = said.given.map(|given| if said.is_message { &given | &added } else { given });
            match (messages.get(&said.key), given) {
                (None, _) => {
                    complaints.push(format!("{}: `{}` is in no message file", source.path, said.key));
                }
                (Some((_, needed)), Some(given)) if !needed.is_subset(&given) => {
                    complaints
                        .push(format!("{}: `{}` needs {needed:?}, gets {given:?}", source.path, said.key));
                }
                _ => {}
            }
        }
    }
    complaints
}

fn said_in(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    for (opening, arguments) in [("Message::new(", None), (".t(", Some(0)), (".t1(", Some(1))] {
        for (at, _) in text.match_indices(opening) {
            let rest = text.get(at + opening.len()..).unwrap_or_default();
            let Some((key, after)) = literal(rest) else {
                continue;
            };
            let given = match arguments {
                None => with_chain(after),
                Some(0) => Some(BTreeSet::new()),
                _ => after
                    .trim_start()
                    .strip_prefix(',')
                    .and_then(literal)
                    .map(|(name, _)| BTreeSet::from([name])),
            };
            found.push(Said { key, is_message: arguments.is_none(), given });
        }
    }
    found
}

/// A text literal at the start, and what follows it.
fn literal(text: &str) -> Option<(String, &str)> {
    let (value, rest) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    Some((value.to_owned(), rest))
}

/// The names in `.with("…", …).with("…", …)` after the closing bracket; `None` where there is no such chain,
/// because the arguments may then be added further on.
fn with_chain(after: &str) -> Option<BTreeSet<String>> {
    let mut rest = after.trim_start().strip_prefix(')')?;
    let mut names = BTreeSet::new();
    while let Some(inside) = ARGUMENTS.iter().find_map(|opening| rest.trim_start().strip_prefix(opening)) {
        names.insert(literal(inside)?.0);
        rest = inside.get(closing(inside)? + 1..)?;
    }
    (!names.is_empty()).then_some(names)
}

/// Where the bracket closes that was opened just before `text`.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut in_text) = (0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => in_text = !in_text,
            '(' if !in_text => depth += 1,
            ')' if !in_text && depth == 0 => return Some(at),
            ')' if !in_text => depth -= 1,
            _ => {}
        }
    }
    None
}
