//! The folder of a demo: the first that is free, and the secret that is kept in it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::ground::{Error, Result, secret};

/// The first folder `demo-N` that is not there yet.
pub(super) fn fresh_folder(under: &Path) -> Result<PathBuf> {
    (1..10_000)
        .map(|n| under.join(format!("demo-{n}")))
        .find(|folder| !folder.exists())
        .ok_or_else(|| Error::internal("too many demos under var/: give a folder with --dir"))
}

/// The secret of an earlier start in this folder, or a new one that only this user can read.
pub(super) fn kept_secret(file: &Path) -> Result<String> {
    use std::os::unix::fs::OpenOptionsExt as _;
    if file.exists() {
        let kept = std::fs::read_to_string(file).map_err(Error::internal)?;
        return Ok(kept.trim().to_owned());
    }
    let secret = secret::token()?;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut file| writeln!(file, "{secret}"))
        .map_err(Error::internal)?;
    Ok(secret)
}
