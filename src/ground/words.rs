//! Turns a `Message` into text in Dutch or English, from the Fluent files in `config/messages`.
//! Which sentence is said when is decided elsewhere.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use chrono::{Datelike, NaiveDate};
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::message::{Arg, Message};

pub use super::language::Language;

macro_rules! message_files {
    ($($name:literal),+ $(,)?) => {
        /// The message files: name, Dutch text, English text.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../config/messages/nl/", $name, ".ftl")),
            include_str!(concat!("../../config/messages/en/", $name, ".ftl")),
        )),+];
    };
}
message_files!(
    "ground",
    "evidence",
    "instruments",
    "signals",
    "care",
    "referrals",
    "screens",
    "mail",
    "merging",
    "groups",
    "attendance",
    "letter",
    "mapping",
    "triage",
    "reminders",
    "plans",
    "retention",
    "oversight",
    "consent",
    "directory",
    "parents",
    "meldcode",
    "talks",
    "meetings"
);

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Files> = LazyLock::new(|| Files::of(Language::Dutch));
static ENGLISH: LazyLock<Files> = LazyLock::new(|| Files::of(Language::English));

/// The message files of a language. Each is read when something of it is said: a command says few things, and all of
/// them take two megabytes. So a message may refer to those of its own file alone.
struct Files {
    language: Language,
    /// By key, the place of its file.
    file_of: HashMap<&'static str, usize>,
    read: [OnceLock<Bundle>; FILES.len()],
}

impl Files {
    fn of(language: Language) -> Self {
        let mut file_of = HashMap::new();
        for (at, (_, dutch, english)) in FILES.iter().enumerate() {
            for line in language.either(dutch, english).lines() {
                if let Some((key, _)) = line.split_once(" =")
                    && key.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    file_of.insert(key, at);
                }
            }
        }
        Self { language, file_of, read: [const { OnceLock::new() }; FILES.len()] }
    }

    /// The file with a key.
    fn with(&self, key: &str) -> Option<&Bundle> {
        let at = *self.file_of.get(key)?;
        let (_, dutch, english) = FILES.get(at)?;
        let read = || bundle(self.language, self.language.either(dutch, english));
        Some(self.read.get(at)?.get_or_init(read))
    }
}

/// The words of one language. Cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(pub Language);

impl Words {
    /// The text of a message. A key that does not exist comes back as the key itself,
    /// so that a page still stands; a test sees to it that none is missing.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        self.text(&message.key, &message.args)
    }

    /// The text under a key without arguments.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The text under a key with one argument.
    #[must_use]
    pub fn t1(self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.text(key, &[(name.into(), value.into())])
    }

    /// A date as people write it: `do 12 maart 2026`, `Thu 12 March 2026`. In the message files: `{ DAY($date) }`, of a
    /// date as `2026-03-12`.
    #[must_use]
    pub fn date(self, on: NaiveDate) -> String {
        let weekday = self.t(&format!("weekday-{}", on.weekday().num_days_from_monday()));
        let month = self.t(&format!("month-{}", on.month()));
        format!("{weekday} {} {month} {}", on.day(), on.year())
    }

    /// A number with a point as the language writes it.
    #[must_use]
    pub fn decimal(self, number: &str) -> String {
        match self.0 {
            Language::Dutch => number.replace('.', ","),
            Language::English => number.to_owned(),
        }
    }

    fn text(self, key: &str, args: &[(std::borrow::Cow<'static, str>, Arg)]) -> String {
        let files: &Files = self.0.either(&DUTCH, &ENGLISH);
        let found = files.with(key).and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(name.as_ref(), value);
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

fn bundle(language: Language, text: &str) -> Bundle {
    let mut bundle =
        Bundle::new_concurrent(vec![language.code().parse::<LanguageIdentifier>().unwrap_or_default()]);
    // The marks around arguments help mixed scripts; here they only break copied text.
    bundle.set_use_isolating(false);
    if language == Language::Dutch {
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(Words(Language::Dutch).decimal(&number.as_string())),
            _ => None,
        }));
    }
    let day = bundle.add_function("DAY", move |args, _| match args.first() {
        Some(FluentValue::String(text)) => {
            let date = text.parse().map_or_else(|_| text.to_string(), |date| Words(language).date(date));
            FluentValue::from(date)
        }
        _ => FluentValue::Error,
    });
    // The name is free: nothing else gives the bundle functions.
    day.ok();
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_whole() {
        for (name, dutch, english) in FILES {
            for text in [dutch, english] {
                let refused = FluentResource::try_new((*text).to_owned()).err().map(|(_, errors)| errors);
                assert_eq!(refused, None, "{name}");
            }
        }
    }

    #[test]
    fn a_message_refers_to_those_of_its_own_file_alone() {
        for (name, dutch, english) in FILES {
            for (language, text) in [(Language::Dutch, dutch), (Language::English, english)] {
                let refers = text
                    .split("{ ")
                    .skip(1)
                    .filter(|inside| inside.starts_with(|c: char| c.is_ascii_lowercase()));
                for key in refers.filter_map(|inside| inside.split([' ', '}']).next()) {
                    assert!(bundle(language, text).has_message(key), "{name}: {key}");
                }
            }
        }
    }

    #[test]
    fn a_decimal_number_is_written_as_the_language_writes_it() {
        let told = |language| {
            let message = Message::new("row-score-outside").with("min", 0.5);
            Words(language).say(&message)
        };
        assert!(told(Language::Dutch).contains("0,5"), "{}", told(Language::Dutch));
        assert!(told(Language::English).contains("0.5"));
    }
}
