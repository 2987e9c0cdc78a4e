//! The words of the sheet for parents, in the languages it was written in. Dutch and English are the program's own; the
//! others are translations that a speaker must check before they are used, and the sheet says so.

use std::sync::LazyLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue {
    /// Its code: `nl`, `tr` …
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Whether a speaker has checked the words.
    pub is_checked: bool,
    text: &'static str,
}

macro_rules! tongue {
    ($code:literal, $name:literal, $direction:literal, $checked:literal) => {
        Tongue {
            code: $code,
            name: $name,
            direction: $direction,
            is_checked: $checked,
            text: include_str!(concat!("../../config/messages/", $code, "/parents.ftl")),
        }
    };
}

const DUTCH: Tongue = tongue!("nl", "Nederlands", "ltr", true);

/// The languages of the sheet, Dutch first.
pub const TONGUES: &[Tongue] = &[
    DUTCH,
    tongue!("en", "English", "ltr", true),
    tongue!("ar", "العربية", "rtl", false),
    tongue!("tr", "Türkçe", "ltr", false),
    tongue!("pl", "polski", "ltr", false),
    tongue!("uk", "українська", "ltr", false),
    tongue!("ti", "ትግርኛ", "ltr", false),
];

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| TONGUES.iter().map(bundle).collect());

impl Tongue {
    /// The language with this code; Dutch for one that there is no sheet in.
    #[must_use]
    pub fn of(code: &str) -> Self {
        TONGUES.iter().find(|one| one.code == code).copied().unwrap_or(DUTCH)
    }

    /// The text under a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.t1(key, "", "")
    }

    /// The text under a key with one argument. A key that does not exist comes back as the key itself; a test sees to it
    /// that none is missing.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: &str) -> String {
        let at = TONGUES.iter().position(|one| one == self);
        let bundle = at.and_then(|at| BUNDLES.get(at));
        let found = bundle.and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), FluentValue::from(value.to_owned()));
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

fn bundle(tongue: &Tongue) -> FluentBundle<FluentResource> {
    let mut bundle =
        FluentBundle::new_concurrent(vec![tongue.code.parse::<LanguageIdentifier>().unwrap_or_default()]);
    let resource = match FluentResource::try_new(tongue.text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of a file, with whether each takes the partner's name.
    fn keys(tongue: &Tongue) -> Vec<(String, bool)> {
        let lines = tongue.text.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once(" = "));
        let mut keys: Vec<_> =
            pairs.map(|(key, text)| (key.to_owned(), text.contains("{ $partner }"))).collect();
        keys.sort();
        keys
    }

    #[test]
    fn the_sheet_says_the_same_in_every_language() {
        let dutch = keys(&Tongue::of("nl"));
        assert!(dutch.len() > 25, "{dutch:?}");
        for tongue in TONGUES {
            assert_eq!(keys(tongue), dutch, "{}", tongue.code);
            for (key, _) in &dutch {
                assert_ne!(&tongue.t(key), key, "{}", tongue.code);
            }
            let who = tongue.t1("parents-who", "partner", "Jeugdarts");
            assert!(who.contains("Jeugdarts"), "{who}");
        }
        let arabic = Tongue::of("ar");
        assert_eq!((arabic.direction, arabic.is_checked), ("rtl", false));
        assert_eq!(Tongue::of("xx").code, "nl");
    }
}
