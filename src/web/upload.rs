//! A file that a person posts, as a form with the school beside it.

use actix_multipart::Multipart;
use futures_util::TryStreamExt;

use crate::evidence::files::Points;
use crate::evidence::imports::Upload;
use crate::ground::{Error, Message, Result};

/// The largest file taken, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// The file and the school of a posted form.
///
/// # Errors
/// `Refused` for what is cut off or too large.
pub async fn receive(mut form: Multipart) -> Result<Upload> {
    let mut upload = Upload::default();
    let unreadable = |_cut_off| Error::Refused(Message::new("import-upload-broken"));
    while let Some(mut field) = form.try_next().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field
            .content_disposition()
            .and_then(|disposition| disposition.get_filename())
            .map(ToOwned::to_owned);
        let mut bytes = Vec::new();
        while let Some(part) = field.try_next().await.map_err(unreadable)? {
            if bytes.len() + part.len() > LARGEST {
                return Err(Error::Refused(Message::new("import-upload-large")));
            }
            bytes.extend_from_slice(&part);
        }
        match name.as_str() {
            "school" => upload.school = String::from_utf8_lossy(&bytes).into_owned(),
            "points" => upload.points = Points::read(&String::from_utf8_lossy(&bytes)),
            "file" => {
                upload.file_name = file_name.unwrap_or_default();
                upload.bytes = bytes;
            }
            _ => {}
        }
    }
    Ok(upload)
}
