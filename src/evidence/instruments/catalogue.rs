//! The instruments this run knows: those compiled in from `config/instruments`, then those of a folder, then single
//! files; a later one replaces an earlier one of the same code.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    definition::{Ground, Instrument},
    parse,
    scale::{Audience, Direction},
};
use crate::{
    evidence::files::{self, Unknown},
    ground::{Error, Message, Result},
};

/// The files compiled in, by name.
const SHIPPED: &[(&str, &str)] = &[
    ("cantril.toml", include_str!("../../../config/instruments/cantril.toml")),
    ("eigen.toml", include_str!("../../../config/instruments/eigen.toml")),
    ("kijk.toml", include_str!("../../../config/instruments/kijk.toml")),
    ("msv.toml", include_str!("../../../config/instruments/msv.toml")),
    ("saqi.toml", include_str!("../../../config/instruments/saqi.toml")),
    ("scol.toml", include_str!("../../../config/instruments/scol.toml")),
    ("sdq.toml", include_str!("../../../config/instruments/sdq.toml")),
    ("viseon.toml", include_str!("../../../config/instruments/viseon.toml")),
    ("who5.toml", include_str!("../../../config/instruments/who5.toml")),
    ("zien-po.toml", include_str!("../../../config/instruments/zien-po.toml")),
    ("zien-vo.toml", include_str!("../../../config/instruments/zien-vo.toml")),
];

/// The instruments by code. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    by_code: BTreeMap<String, Arc<Instrument>>,
}

impl Catalogue {
    /// The instruments compiled in.
    pub fn shipped() -> Result<Self> {
        let mut catalogue = Self::default();
        for (file, text) in SHIPPED {
            catalogue.add(parse::instrument(file, text)?);
        }
        Ok(catalogue)
    }

    /// The same catalogue with every `*.toml` of a folder, where that folder exists.
    pub fn with_folder(self, folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Ok(self);
        }
        let entries = std::fs::read_dir(folder).map_err(|cause| unreadable(folder, &cause))?;
        let mut files: Vec<_> = entries
            .filter_map(|entry| entry.ok().map(|e| e.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "toml"))
            .collect();
        files.sort();
        self.with_files(&files)
    }

    /// The same catalogue with the instruments of these files. Refused: two of one code, since which counts is not to be
    /// seen.
    pub fn with_files(mut self, files: &[PathBuf]) -> Result<Self> {
        let mut given: BTreeMap<String, &Path> = BTreeMap::new();
        for file in files {
            let text = std::fs::read_to_string(file).map_err(|cause| unreadable(file, &cause))?;
            let instrument = parse::instrument(&file.display().to_string(), &text)?;
            if let Some(other) = given.insert(key(&instrument.code), file) {
                let message = Message::new("instrument-twice")
                    .with("file", file.display().to_string())
                    .with("other", other.display().to_string())
                    .with("code", instrument.code);
                return Err(Error::Refused(message));
            }
            self.add(instrument);
        }
        Ok(self)
    }

    /// Adds an instrument, in the place of one with the same code.
    pub fn add(&mut self, instrument: Instrument) {
        self.by_code.insert(key(&instrument.code), Arc::new(instrument));
    }

    /// The instrument with this code, in any case.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Arc<Instrument>> {
        self.by_code.get(&key(code))
    }

    /// Whether a scale of a list is kept for the coordinator; one that is not known is not.
    #[must_use]
    pub fn is_for_the_coordinator(&self, list: &str, scale: &str) -> bool {
        let known = self.get(list).and_then(|one| one.scale(scale));
        known.is_some_and(|scale| scale.audience == Audience::Coordinator)
    }

    /// All instruments, by code.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Instrument>> {
        self.by_code.values()
    }
}

impl Catalogue {
    fn unknown(&self) -> Unknown {
        Unknown::Instrument(self.all().map(|known| known.code.clone()).collect())
    }
}

fn key(code: &str) -> String {
    code.trim().to_lowercase()
}

fn unreadable(path: &Path, cause: &std::io::Error) -> Error {
    Error::Refused(
        Message::new("instrument-unreadable")
            .with("file", path.display().to_string())
            .with("problem", cause.to_string()),
    )
}

impl files::Catalogue for Catalogue {
    fn needs_consent(&self, instrument: &str) -> bool {
        self.get(instrument).is_some_and(|it| it.special_category && it.ground == Ground::ExplicitConsent)
    }

    fn item(&self, instrument: &str, item: &str) -> Result<files::items::Item, Unknown> {
        let found = self.get(instrument).ok_or_else(|| self.unknown())?;
        let known = found.item(item);
        let range = known.and_then(|item| found.answers(found.scale(&item.scale)?));
        let Some((item, [low, high])) = known.zip(range) else {
            return Err(Unknown::Scale(found.items.iter().map(|item| item.code.clone()).collect()));
        };
        Ok(files::items::Item {
            instrument: found.code.clone(),
            version: found.version.clone(),
            code: item.code.clone(),
            low,
            high,
            critical_from: item.critical_from,
        })
    }

    fn scale(&self, instrument: &str, scale: &str) -> Result<files::Scale, Unknown> {
        let found = self.get(instrument).ok_or_else(|| self.unknown())?;
        let Some(scale) = found.scale(scale) else {
            let known = found.scales.iter().map(|known| known.code.clone());
            return Err(Unknown::Scale(known.collect()));
        };
        Ok(files::Scale {
            instrument: found.code.clone(),
            version: found.version.clone(),
            code: scale.code.clone(),
            min: scale.min,
            max: scale.max,
            high_is_concern: scale.high_is == Direction::Concern,
            score_types: found.score_types.clone(),
            totals_only: found.totals_only,
            developmental_age: scale.developmental_age,
        })
    }
}
