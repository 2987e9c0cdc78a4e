//! A profile as a file: the text that `Profile::parse` reads, so that it can be kept, put in a folder or given away.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::Profile;

impl Profile {
    /// The profile as a file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: String| {
            let _ = writeln!(text, "{key} = {value}");
        };
        line("name", value(&self.name));
        line("kind", value(&self.kind));
        line("source", value(&self.source));
        line("match", value(&self.marks));
        if let Some(form) = &self.date_format {
            line("date_format", value(&form.pattern()));
        }
        if let Some(mark) = &self.decimal {
            line("decimal", value(mark));
        }
        if let Some(sex) = &self.sex {
            line("sex", value(sex));
        }
        if !self.skip.is_empty() {
            line("skip", value(&self.skip));
        }
        table(&mut text, "columns", &self.columns);
        table(&mut text, "given", &self.given);
        table(&mut text, "scales", &self.scales);
        text
    }
}

fn table<T: Serialize>(text: &mut String, name: &str, rows: &BTreeMap<String, T>) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n[{name}]");
    for (key, row) in rows {
        let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
        let bare = !key.is_empty() && key.chars().all(plain);
        let _ = writeln!(text, "{} = {}", if bare { key.clone() } else { value(key) }, value(row));
    }
}

/// A value on one line, quoted where it must be.
fn value<T: Serialize + ?Sized>(value: &T) -> String {
    toml::Value::try_from(value).map(|value| value.to_string()).unwrap_or_default()
}
