//! The mapping profiles that this run knows: those compiled in from `config/profiles`, then those of a folder; a later one
//! replaces an earlier one of the same name.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{profile::Profile, source::Source};
use crate::ground::{Error, Message, Result};

macro_rules! shipped {
    ($($file:literal),*) => { &[$(($file, include_str!(concat!("../../../config/profiles/", $file)))),*] };
}

/// The files compiled in, by name.
const SHIPPED: &[(&str, &str)] = shipped![
    "eigen-breed.toml",
    "esis.toml",
    "kijk-breed.toml",
    "magister.toml",
    "parnassys.toml",
    "saqi-breed.toml",
    "scol-breed.toml",
    "sdq-breed.toml",
    "somtoday.toml",
    "viseon-breed.toml",
    "zien-po-breed.toml",
    "zien-vo-breed.toml"
];

/// The profiles by name. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    by_name: BTreeMap<String, Arc<Profile>>,
}

impl Profiles {
    /// The profiles compiled in.
    pub fn shipped() -> Result<Self> {
        let mut profiles = Self::default();
        for (file, text) in SHIPPED {
            profiles.add(Profile::parse(file, text)?);
        }
        Ok(profiles)
    }

    /// The same with every `*.toml` of a folder, where that folder exists.
    pub fn with_folder(mut self, folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Ok(self);
        }
        let unreadable = |path: &Path, cause: &std::io::Error| {
            let message = Message::new("profile-unreadable").with("file", path.display().to_string());
            Error::Refused(message.with("problem", cause.to_string()))
        };
        let entries = std::fs::read_dir(folder).map_err(|cause| unreadable(folder, &cause))?;
        let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).map_err(|cause| unreadable(&file, &cause))?;
            self.add(Profile::parse(&file.display().to_string(), &text)?);
        }
        Ok(self)
    }

    /// Adds a profile, in the place of one with the same name.
    pub fn add(&mut self, profile: Profile) {
        self.by_name.insert(profile.name.trim().to_lowercase(), Arc::new(profile));
    }

    /// The profile with this name, in any case; refused with the names there are.
    pub fn named(&self, name: &str) -> Result<Arc<Profile>> {
        self.by_name.get(&name.trim().to_lowercase()).cloned().ok_or_else(|| {
            let known: Vec<&str> = self.by_name.values().map(|profile| profile.name.as_str()).collect();
            Error::Refused(Message::new("profile-unknown").with("name", name).with("known", known.join(", ")))
        })
    }

    /// The profile that a file's own headers ask for: of those that match, the one that names most of them.
    /// None: the usual names will do. Refused: two that match as well.
    pub fn recognise(&self, source: &Source<'_>) -> Result<Option<Arc<Profile>>> {
        match self.fitting(source).as_slice() {
            [one, other, ..] if one.marks.len() == other.marks.len() => {
                let message = Message::new("profile-unclear").with("one", one.name.as_str());
                Err(Error::Refused(message.with("other", other.name.as_str())))
            }
            fitting => Ok(fitting.first().map(|profile| Arc::clone(profile))),
        }
    }

    /// The names of the profiles that fit a file as well as each other.
    #[must_use]
    pub fn as_fitting(&self, source: &Source<'_>) -> Vec<String> {
        let fitting = self.fitting(source);
        let most = fitting.first().map_or(0, |profile| profile.marks.len());
        let best = fitting.into_iter().filter(|profile| profile.marks.len() == most);
        best.map(|profile| profile.name.clone()).collect()
    }

    /// All profiles, by name.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Profile>> {
        self.by_name.values()
    }

    /// The profiles that match a file, those that name most of its header first.
    fn fitting(&self, source: &Source<'_>) -> Vec<&Arc<Profile>> {
        let headers: Vec<_> = source.headers().collect();
        let fits = |profile: &&Arc<Profile>| headers.iter().any(|header| profile.matches(header));
        let mut fitting: Vec<_> = self.by_name.values().filter(fits).collect();
        fitting.sort_by_key(|profile| std::cmp::Reverse(profile.marks.len()));
        fitting
    }
}
