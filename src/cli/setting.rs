//! Reads settings and opens the database for a command: the one place that looks at the environment.

use std::path::Path;

use crate::care::catalogue::Interventions;
use crate::evidence::files::Profiles;
use crate::evidence::instruments::Catalogue;
use crate::ground::{Config, Db, Result};

/// The settings of this process.
pub fn load(file: Option<&Path>) -> Result<Config> {
    let environment: Vec<(String, String)> = std::env::vars().collect();
    Config::load(file, &environment)
}

/// The database of the settings.
pub fn open(config: &Config) -> Result<Db> {
    Db::open(&config.database_url, config.pool_size)
}

/// The questionnaires this installation knows: those that ship, then those of `./config/instruments`.
pub fn catalogue() -> Result<Catalogue> {
    Catalogue::shipped()?.with_folder(Path::new("config/instruments"))
}

/// The interventions this installation knows: those that ship, then those of `./config/interventions`.
pub fn interventions() -> Result<Interventions> {
    Interventions::shipped()?.with_folder(Path::new("config/interventions"))
}

/// The mapping profiles this installation knows: those that ship, then those of `./config/profiles`.
pub fn profiles() -> Result<Profiles> {
    Profiles::shipped()?.with_folder(Path::new("config/profiles"))
}
