//! A profile as a file: the text that `Profile::parse` reads, so that it can be kept, put in a folder or given away.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Profile;

impl Profile {
    /// The profile as a file.
    #[must_use]
    pub fn text(&self) -> String {
        let form = self.date_format.as_ref().map(|form| value(&form.pattern()));
        let lines = [
            ("name", Some(value(&self.name))),
            ("kind", Some(value(&self.kind))),
            ("source", Some(value(&self.source))),
            ("match", Some(value(&self.marks))),
            ("date_format", form),
            ("decimal", self.decimal.as_ref().map(value)),
            ("sex", self.sex.as_ref().map(value)),
            ("skip", (!self.skip.is_empty()).then(|| value(&self.skip))),
        ];
        let lines = lines.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", value?)));
        let tables =
            [table("columns", &self.columns), table("given", &self.given), table("scales", &self.scales)];
        lines.chain(tables).collect()
    }
}

/// A table with its name above it; nothing where it is empty.
fn table<T: Serialize>(name: &str, rows: &BTreeMap<String, T>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    let line = |(key, row): (&String, &T)| {
        let bare = !key.is_empty() && key.chars().all(plain);
        format!("{} = {}\n", if bare { key.clone() } else { value(key) }, value(row))
    };
    std::iter::once(format!("\n[{name}]\n")).chain(rows.iter().map(line)).collect()
}

/// A value on one line, quoted where it must be.
fn value<T: Serialize + ?Sized>(value: &T) -> String {
    toml::Value::try_from(value).map(|value| value.to_string()).unwrap_or_default()
}
