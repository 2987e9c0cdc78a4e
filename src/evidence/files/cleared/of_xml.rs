//! The same of XML: elements and attributes that Baken may not have lose their content.

use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use crate::evidence::files::names::{is_forbidden, key};
use crate::ground::{Error, Result};

/// What systems add of their own, and nobody reads.
const ADDED: &str = "toevoegingen";

/// The text with what may not be kept left out; lines stay where they are. None: it is no XML that can be read.
pub fn cleared(text: &str) -> Result<Option<Vec<u8>>> {
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(text.len()));
    loop {
        let Ok(event) = reader.read_event() else { return Ok(None) };
        let event = match event {
            Event::Eof => return Ok(Some(writer.into_inner())),
            Event::Start(start) if is_out(&start) => {
                let from = usize::try_from(reader.buffer_position()).map_err(Error::internal)?;
                if reader.read_to_end(start.name()).is_err() {
                    return Ok(None);
                }
                let to = usize::try_from(reader.buffer_position()).map_err(Error::internal)?;
                let inside = text.as_bytes().get(from..to).unwrap_or_default();
                let lines = memchr::memchr_iter(b'\n', inside).count();
                writer.write_event(Event::Empty(named(&start))).map_err(Error::internal)?;
                Event::Text(BytesText::from_escaped("\n".repeat(lines)))
            }
            Event::Start(start) => Event::Start(without(&start)),
            Event::Empty(empty) if is_out(&empty) => Event::Empty(named(&empty)),
            Event::Empty(empty) => Event::Empty(without(&empty)),
            other => other,
        };
        writer.write_event(event).map_err(Error::internal)?;
    }
}

fn is_out(start: &BytesStart<'_>) -> bool {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    name == ADDED || is_forbidden(&key(&name))
}

/// The element without its attributes.
fn named(start: &BytesStart<'_>) -> BytesStart<'static> {
    BytesStart::new(String::from_utf8_lossy(start.name().as_ref()).into_owned())
}

/// The element, its forbidden attributes empty: that they were there is told.
fn without<'a>(start: &BytesStart<'a>) -> BytesStart<'a> {
    let name_of = |name: &[u8]| key(&String::from_utf8_lossy(name));
    let forbidden = |name: &[u8]| is_forbidden(&name_of(name));
    let mut all = start.attributes();
    let all: Vec<_> = all.with_checks(false).flatten().collect();
    if !all.iter().any(|attribute| forbidden(attribute.key.as_ref())) {
        return start.clone();
    }
    let mut kept = named(start);
    for attribute in all {
        let value: &[u8] = if forbidden(attribute.key.as_ref()) { b"" } else { &attribute.value };
        kept.push_attribute((attribute.key.as_ref(), value));
    }
    kept
}
