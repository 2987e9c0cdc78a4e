//! A zip: its files, taken out in memory and never written anywhere. Refused: one that explodes, climbs out of its folder,
//! or is locked.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{source::Part, text};
use crate::ground::{Error, Message, Result};

/// The most that all files of a zip may be together, in bytes.
const MOST: u64 = 512 * 1024 * 1024;
/// The most files.
const MOST_FILES: usize = 1000;
/// How many times as big as packed: lists of scores pack to about a twentieth.
const MOST_TIMES: u64 = 200;
/// Below this size a ratio says nothing.
const SMALL: u64 = 4 * 1024 * 1024;

/// The files of a zip, in its order, without what systems add unseen; none where the bytes are no zip.
pub fn unpack(bytes: &[u8]) -> Result<Option<Vec<Part>>> {
    if text::not_text(bytes) != Some("file-zip") {
        return Ok(None);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_cause| refused("zip-broken"))?;
    if archive.len() > MOST_FILES {
        return Err(refused("zip-explodes"));
    }
    let mut parts = Vec::new();
    let mut total = 0;
    for at in 0..archive.len() {
        let index = archive.by_index_raw(at).map_err(|_cause| refused("zip-broken"))?;
        let path = index.name().map_err(|_cause| refused("zip-broken"))?.into_owned();
        let packed = index.compressed_size();
        let (locked, folder) = (index.encrypted(), index.is_dir());
        drop(index);
        let steps: Vec<&str> = path.split(['/', '\\']).collect();
        if path.starts_with(['/', '\\']) || steps.contains(&"..") || path.contains(':') {
            return Err(Error::Refused(Message::new("zip-climbs").with("file", path)));
        }
        let hidden = steps.iter().any(|step| step.starts_with('.') || *step == "__MACOSX");
        if folder || hidden {
            continue;
        }
        if locked {
            return Err(refused("zip-locked"));
        }
        let room = (MOST - total).min(SMALL.max(packed.saturating_mul(MOST_TIMES)));
        let mut file = archive.by_index(at).map_err(|_cause| refused("zip-broken"))?;
        let mut bytes = Vec::new();
        // What a zip says of its own sizes is not believed: reading stops where there is no room left.
        let read = (&mut file).take(room + 1).read_to_end(&mut bytes);
        total += read.map_err(|_cause| refused("zip-broken"))? as u64;
        if bytes.len() as u64 > room {
            return Err(refused("zip-explodes"));
        }
        let name = steps.last().copied().unwrap_or_default().to_owned();
        parts.push(Part { name, bytes });
    }
    if parts.is_empty() {
        return Err(refused("zip-empty"));
    }
    Ok(Some(parts))
}

fn refused(key: &'static str) -> Error {
    Error::Refused(Message::new(key))
}
