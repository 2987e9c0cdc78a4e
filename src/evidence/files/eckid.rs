//! The ECK iDs of a roster. No reader of rows knows them: only for a school that has asked for it the file is read once
//! more, for this alone.

use std::collections::HashMap;

use super::{layout::Layout, names::key, source::Source, text, xml, xml::Xml};
use crate::ground::Result;

/// The name of the attribute, and of the column in a list.
const ECKID: &str = "eckid";

/// The ECK iDs of pupils, by the line of the file where the pupil stands.
pub fn eckids(bytes: &[u8], layout: &Layout) -> Result<HashMap<usize, String>> {
    let found =
        if xml::is_xml(bytes) { in_edexml(&text::decode_xml(bytes).0)? } else { in_list(bytes, layout)? };
    Ok(found.into_iter().filter(|(_, eckid)| !eckid.is_empty()).collect())
}

/// Whether a column or attribute holds them.
pub fn is_eckid(name: &str) -> bool {
    key(name) == ECKID
}

fn in_edexml(text: &str) -> Result<Vec<(usize, String)>> {
    let mut xml = Xml::wanting(text, ECKID);
    let mut found = Vec::new();
    xml.child()?;
    while let Some(part) = xml.child()? {
        if part.name != "leerlingen" {
            xml.skip(&part)?;
            continue;
        }
        while let Some(pupil) = xml.child()? {
            xml.skip(&pupil)?;
            found.extend(pupil.wanted.map(|eckid| (pupil.line, eckid)));
        }
    }
    Ok(found)
}

fn in_list(bytes: &[u8], layout: &Layout) -> Result<Vec<(usize, String)>> {
    let source = Source::of(bytes, &[])?;
    let mut sheet = source.sheet(layout)?;
    let Some(at) = sheet.header.place_of(ECKID) else {
        return Ok(Vec::new());
    };
    let (mut found, mut cells) = (Vec::new(), csv::StringRecord::new());
    while let Some(row) = sheet.next_row(&mut cells)? {
        // Where the cells do not stand under their names, nothing tells which it is.
        if row.check_width().is_ok() {
            found.push((row.line, row.cells.get(at).unwrap_or_default().trim().to_owned()));
        }
    }
    Ok(found)
}
