//! The settings: `config/default.toml` (compiled in), then a file, then `BAKEN_…` in the environment.
//! Read once at the start and passed down; nothing else reads the environment.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{Error, Message, Result};

const DEFAULT: &str = include_str!("../../config/default.toml");

/// All settings, with the meaning each has in `config/default.toml`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// Where the service listens, `HOST:PORT`.
    pub http_address: String,
    /// The address people type, for links in mail.
    pub public_url: String,
    /// The address of the proxy in front; empty: none, and the other side of the connection is the visitor.
    pub trusted_proxy: String,
    /// The secret key, at least 32 characters.
    pub secret: String,
    /// `smtp://…` or `smtps://…`; empty: mail goes to files in `mail_dir`.
    pub smtp_url: String,
    /// The folder for mail without SMTP.
    pub mail_dir: String,
    /// The sender of all mail.
    pub mail_from: String,
    /// School days a mentor has to answer.
    pub mentor_days: u32,
    /// School days a partner has to answer.
    pub partner_days: u32,
    /// The fewest pupils a figure is of, for who does not see each of them by role: ten; six to nine with a reason.
    pub smallest_group: u32,
    /// Why `smallest_group` is under ten; the page says it.
    pub smallest_group_reason: String,
    /// Hours after which an unused browser session ends.
    pub session_hours: i64,
    /// Database connections.
    pub pool_size: u32,
    /// Written permissions of rights holders, by the code of their instrument: from whom, of which day.
    pub licences: BTreeMap<String, String>,
}

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The database address and the mail address may hold passwords.
        f.debug_struct("Config").field("http_address", &self.http_address).finish_non_exhaustive()
    }
}

impl Config {
    /// The settings from the defaults, an optional file and the environment given.
    ///
    /// # Errors
    /// An unknown key in the file, a value of the wrong kind, a file that cannot be read.
    pub fn load(file: Option<&Path>, environment: &[(String, String)]) -> Result<Self> {
        let mut settings: toml::Table = DEFAULT.parse().map_err(Error::internal)?;
        if let Some(path) = file {
            let unreadable = |problem: String| {
                let message = Message::new("config-unreadable").with("file", path.display().to_string());
                Error::Refused(message.with("problem", problem))
            };
            let text = std::fs::read_to_string(path).map_err(|cause| unreadable(cause.to_string()))?;
            let own: toml::Table =
                text.parse().map_err(|cause: toml::de::Error| unreadable(cause.to_string()))?;
            for (key, value) in own {
                if !settings.contains_key(&key) {
                    let message = Message::new("config-unknown").with("file", path.display().to_string());
                    return Err(Error::Refused(message.with("setting", key)));
                }
                settings.insert(key, value);
            }
        }
        for (name, text) in environment {
            let Some(key) = name.strip_prefix("BAKEN_").map(str::to_ascii_lowercase) else {
                continue;
            };
            // An environment variable that is no setting is ignored.
            let Some(known) = settings.get(&key) else {
                continue;
            };
            // A table is filled in a file: which names it may hold is not known here.
            if known.is_table() {
                continue;
            }
            let value = if known.is_integer() {
                text.parse().map(toml::Value::Integer).map_err(|_parse| {
                    Error::Refused(Message::new("config-number").with("name", name).with("value", text))
                })?
            } else {
                toml::Value::String(text.clone())
            };
            settings.insert(key, value);
        }
        let wrong = |cause: toml::de::Error| {
            Error::Refused(Message::new("config-wrong").with("problem", cause.to_string()))
        };
        let config: Self = settings.try_into().map_err(wrong)?;
        config.check_smallest_group()?;
        Ok(config)
    }

    /// Ten, or more; fewer only with a reason, and never under six (`docs/signals.md` 4.1).
    fn check_smallest_group(&self) -> Result<()> {
        match self.smallest_group {
            0..6 => Err(Error::Refused(Message::new("config-group-too-small"))),
            6..10 if self.smallest_group_reason.trim().is_empty() => {
                Err(Error::Refused(Message::new("config-group-no-reason")))
            }
            _ => Ok(()),
        }
    }

    /// Whether people reach the service over https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_size_is_ten_and_less_needs_a_reason() {
        let with = |size: &str, reason: &str| {
            let set = [("BAKEN_SMALLEST_GROUP", size), ("BAKEN_SMALLEST_GROUP_REASON", reason)];
            Config::load(None, &set.map(|(name, value)| (name.to_owned(), value.to_owned())))
        };
        assert_eq!(Config::load(None, &[]).unwrap().smallest_group, 10);
        assert!(with("12", "").is_ok() && with("6", "kleine school").is_ok());
        assert!(with("9", " ").is_err() && with("5", "kleine school").is_err());
    }
}
