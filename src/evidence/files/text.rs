//! Bytes to text: the encoding, and a clear word for what is no text at all.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::ground::{
    error::{Error, Result},
    message::Message,
};

/// How the bytes of a file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// What Windows calls ANSI.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// The usual name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Reads `bytes` as UTF-8, else as windows-1252; refuses what is not text.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding)> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Refused(Message::new("file-empty")));
    }
    if let Some(key) = not_text(bytes) {
        return Err(Error::Refused(Message::new(key)));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(_) => Ok((encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoding::Windows1252)),
    }
}

/// The same for XML.
pub(super) fn decode_xml(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoding::Windows1252),
    }
}

/// The sentence for a file that is something else than text; none for text.
pub(super) fn not_text(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.get(..4096).unwrap_or(bytes);
    let holds = |needle: &[u8]| start.windows(needle.len()).any(|part| part == needle);
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let office = holds(b"[Content_Types].xml") || holds(b"xl/") || holds(b"opendocument");
        return Some(if office { "file-spreadsheet" } else { "file-zip" });
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some("file-spreadsheet");
    }
    if start.starts_with(b"%PDF-") {
        return Some("file-pdf");
    }
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        return Some("file-utf16");
    }
    if start.trim_ascii_start().starts_with(b"<") {
        return Some("file-markup");
    }
    // Control characters stand in no list of scores; tab, line feed, form feed and return do.
    let control = |byte: &u8| *byte < 0x09 || (0x0E..0x20).contains(byte);
    // Looked at to the end, which is quicker than asking after each byte whether to go on.
    bytes.iter().fold(false, |found, byte| found | control(byte)).then_some("file-binary")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> String {
        match decode(bytes) {
            Err(Error::Refused(message)) => message.key.into_owned(),
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn both_encodings_give_the_same_name() {
        let utf8 = decode("\u{feff}Zo\u{eb}".as_bytes()).expect("text");
        let ansi = decode(b"Zo\xEB").expect("text");
        assert_eq!(utf8, (Cow::Borrowed("Zoë"), Encoding::Utf8));
        assert_eq!(ansi.0, "Zoë");
        assert_eq!(ansi.1, Encoding::Windows1252);
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(refused(b"\xEF\xBB\xBF \r\n"), "file-empty");
        assert_eq!(refused(b"PK\x03\x04....[Content_Types].xml"), "file-spreadsheet");
        assert_eq!(refused(b"PK\x03\x04....scores.csv"), "file-zip");
        assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "file-spreadsheet");
        assert_eq!(refused(b"%PDF-1.7"), "file-pdf");
        assert_eq!(refused(b"\xFF\xFEa\0b\0"), "file-utf16");
        assert_eq!(refused(b"<html><table>"), "file-markup");
        assert_eq!(refused(b"leerlingnummer;\0\0"), "file-binary");
    }
}
