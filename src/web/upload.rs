//! Files that a person posts, as a form with the school beside them; or rows pasted from a spreadsheet, which go the same way.

use actix_multipart::Multipart;
use futures_util::TryStreamExt;

use crate::evidence::files::{Part, Points};
use crate::evidence::imports::Offer;
use crate::ground::{Error, Message, Result};

/// The most that is taken at once, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// The files and the school of a posted form; `pasted` is the name that pasted rows get.
///
/// # Errors
/// `Refused` for what is cut off or too large.
pub async fn receive(form: Multipart, pasted: String) -> Result<Offer> {
    let mut offer = Offer::default();
    for (name, file_name, bytes) in parts(form).await? {
        match name.as_str() {
            "school" => offer.school = String::from_utf8_lossy(&bytes).into_owned(),
            "points" => offer.points = Points::read(&String::from_utf8_lossy(&bytes)),
            "profile" => {
                let name = String::from_utf8_lossy(&bytes).trim().to_owned();
                offer.profile = Some(name).filter(|name| !name.is_empty());
            }
            // A form sends an empty file where none was chosen.
            "file" if !bytes.is_empty() || !file_name.is_empty() => {
                offer.files.push(Part { name: file_name, bytes });
            }
            "rows" if !bytes.trim_ascii().is_empty() => {
                offer.files.push(Part { name: pasted.clone(), bytes });
            }
            _ => {}
        }
    }
    Ok(offer)
}

/// The fields of a posted form with files: name, name of the file (empty of what is none), content.
///
/// # Errors
/// `Refused` for what is cut off or too large.
pub async fn parts(mut form: Multipart) -> Result<Vec<(String, String, Vec<u8>)>> {
    let mut fields = Vec::new();
    let mut total = 0;
    let unreadable = |_cut_off| Error::Refused(Message::new("import-upload-broken"));
    while let Some(mut field) = form.try_next().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.content_disposition().and_then(|disposition| disposition.get_filename());
        let file_name = file_name.unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(part) = field.try_next().await.map_err(unreadable)? {
            total += part.len();
            if total > LARGEST {
                return Err(Error::Refused(Message::new("import-upload-large")));
            }
            bytes.extend_from_slice(&part);
        }
        fields.push((name, file_name, bytes));
    }
    Ok(fields)
}
