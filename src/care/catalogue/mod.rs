//! The interventions this run knows: those compiled in from `config/interventions`, then those of a folder; a later one
//! replaces an earlier one of the same code. What one is: `definition`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

mod definition;

pub use self::definition::{Intervention, Place, Reach, Recognition, Verdict};
use crate::ground::{Error, Message, Result};

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The files compiled in, by name.
        const SHIPPED: &[(&str, &str)] =
            &[$((concat!($name, ".toml"), include_str!(concat!("../../../config/interventions/", $name, ".toml")))),+];
    };
}

shipped!(
    "gedrag-ik-doe-ertoe",
    "happyles",
    "kanjertraining",
    "leefstijl",
    "levensvaardigheden",
    "op-volle-kracht",
    "pad",
    "rots-en-water",
    "swpbs",
    "taakspel",
    "vreedzame-school",
    "vrienden",
    "zippys-vrienden",
);

/// The interventions by code. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Interventions {
    by_code: BTreeMap<String, Arc<Intervention>>,
}

impl Interventions {
    /// The interventions compiled in.
    ///
    /// # Errors
    /// `Refused` for a file that cannot be read.
    pub fn shipped() -> Result<Self> {
        let mut known = Self::default();
        for (file, text) in SHIPPED {
            known.add(Intervention::read(file, text)?);
        }
        Ok(known)
    }

    /// The same with every `*.toml` of a folder, where that folder exists.
    ///
    /// # Errors
    /// `Refused` for a file that cannot be read.
    pub fn with_folder(mut self, folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Ok(self);
        }
        let unreadable = |file: &Path, cause: &std::io::Error| {
            Error::Refused(
                Message::new("intervention-unreadable")
                    .with("file", file.display().to_string())
                    .with("problem", cause.to_string()),
            )
        };
        let entries = std::fs::read_dir(folder).map_err(|cause| unreadable(folder, &cause))?;
        let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|one| one.path())).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "toml"));
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).map_err(|cause| unreadable(&file, &cause))?;
            self.add(Intervention::read(&file.display().to_string(), &text)?);
        }
        Ok(self)
    }

    fn add(&mut self, one: Intervention) {
        self.by_code.insert(one.code.clone(), Arc::new(one));
    }

    /// The intervention with this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Arc<Intervention>> {
        self.by_code.get(code)
    }

    /// All interventions, by code.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Intervention>> {
        self.by_code.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = r#"
code = "eigen"
name = "Eigen aanpak"
places = ["group"]
[[recognition]]
verdict = "named"
source = "de school"
date = 2026-01-01
"#;

    #[test]
    fn every_shipped_programme_says_who_says_so_and_when() {
        let known = Interventions::shipped().unwrap();
        assert_eq!(known.all().count(), SHIPPED.len());
        for one in known.all() {
            for said in &one.recognitions {
                assert!(said.source.contains("Trimbos"), "{}", one.code);
                // Nobody has checked what they say since.
                assert!(said.is_old("2026-11-21".parse().unwrap()), "{}", one.code);
            }
        }
    }

    #[test]
    fn op_volle_kracht_is_not_effective_but_as_an_indicated_programme() {
        let known = Interventions::shipped().unwrap();
        let said = &known.get("op-volle-kracht").unwrap().recognitions;
        let of = |reach: Reach| said.iter().find(|one| one.reach.contains(&reach)).map(|one| one.verdict);
        assert_eq!(of(Reach::Universal), Some(Verdict::NotEffective));
        assert_eq!(of(Reach::Selective), Some(Verdict::NotEffective));
        assert_eq!(of(Reach::Indicated), Some(Verdict::Indications));
    }

    #[test]
    fn a_key_that_is_not_known_and_a_claim_without_source_or_date_are_refused() {
        assert!(Intervention::read("eigen.toml", OWN).is_ok());
        let without = |line: &str| Intervention::read("eigen.toml", &OWN.replace(line, ""));
        assert!(without("date = 2026-01-01\n").is_err());
        assert!(without("source = \"de school\"\n").is_err());
        assert!(Intervention::read("eigen.toml", &OWN.replace("\"de school\"", "\" \"")).is_err());
        assert!(Intervention::read("eigen.toml", &format!("effect = 9\n{OWN}")).is_err());
        assert!(Intervention::read("eigen.toml", OWN.split("[[").next().unwrap()).is_err());
    }

    #[test]
    fn what_was_said_a_year_ago_holds_and_what_was_said_before_is_old() {
        let one = Intervention::read("eigen.toml", OWN).unwrap();
        let said = &one.recognitions[0];
        assert!(!said.is_old("2027-01-01".parse().unwrap()));
        assert!(said.is_old("2027-01-02".parse().unwrap()));
    }

    #[test]
    fn a_file_of_the_host_comes_in_the_place_of_ours() {
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::write(folder.path().join("a.toml"), OWN.replace("\"eigen\"", "\"taakspel\"")).unwrap();
        let known = Interventions::shipped().unwrap().with_folder(folder.path()).unwrap();
        assert_eq!(known.get("taakspel").unwrap().name, "Eigen aanpak");
        assert_eq!(known.all().count(), SHIPPED.len());
    }
}
