//! XML, element by element, never as a whole in memory. What it may not do: declare a document type (entities that expand
//! or reach outside begin there), use an entity that XML does not know by itself, or nest without end.

use quick_xml::{Reader, events::Event};

use crate::ground::{Error, Message, Result};

/// So deep lies nothing that schools exchange.
const DEEPEST: usize = 16;

/// A file that is read from one element to the next.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    line: usize,
    counted_to: usize,
    depth: usize,
    wanted: Option<&'static str>,
}

/// The beginning of an element.
#[derive(Debug, Clone, Default)]
pub(super) struct Open {
    pub(super) name: String,
    /// The line it begins on.
    pub(super) line: usize,
    /// Its attribute `key`.
    pub(super) key: Option<String>,
    /// The names of its other attributes.
    pub(super) attributes: Vec<String>,
    /// The value of the attribute that was asked for.
    pub(super) wanted: Option<String>,
}

/// An element with what is in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub(super) open: Open,
    pub(super) text: String,
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The text of a child, without the space around it; none when it is empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next().map(|child| child.text.trim()).filter(|text| !text.is_empty())
    }

    /// The children of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.open.name == name)
    }
}

/// Whether bytes begin as XML, and not as a page of the web.
pub(super) fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    [b"<?xml".as_slice(), b"<!--", b"<EDEX", b"<!DOCTYPE EDEX"].iter().any(|start| bytes.starts_with(start))
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_reader(text.as_bytes());
        reader.config_mut().expand_empty_elements = true;
        Self { reader, text, line: 1, counted_to: 0, depth: 0, wanted: None }
    }

    /// The same, with the value of one attribute beside the key; of others only the name is known.
    pub(super) fn wanting(text: &'a str, attribute: &'static str) -> Self {
        Self { wanted: Some(attribute), ..Self::new(text) }
    }

    /// The next element inside the one that is open; none where that ends.
    pub(super) fn child(&mut self) -> Result<Option<Open>> {
        loop {
            match self.event()? {
                Event::Start(start) => return self.open(&start).map(Some),
                Event::Eof if self.depth > 0 => return Err(self.refused("file-xml-broken")),
                Event::End(_) | Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Goes past an element that was opened.
    pub(super) fn skip(&mut self, open: &Open) -> Result<()> {
        let name = quick_xml::name::QName(open.name.as_bytes());
        self.depth = self.depth.saturating_sub(1);
        let passed = self.reader.read_to_end(name).map(|_span| ());
        passed.map_err(|cause| self.broken(&cause))
    }

    /// All of an element that was opened; `keep` says of each child whether it is read or passed.
    pub(super) fn element(&mut self, open: Open, keep: &mut dyn FnMut(&Open) -> bool) -> Result<Element> {
        self.nested(open, keep, DEEPEST)
    }

    fn nested(&mut self, open: Open, keep: &mut dyn FnMut(&Open) -> bool, room: usize) -> Result<Element> {
        let Some(room) = room.checked_sub(1) else {
            return Err(self.refused("file-xml-deep"));
        };
        let mut element = Element { open, ..Element::default() };
        loop {
            match self.event()? {
                Event::Start(start) => {
                    let child = self.open(&start)?;
                    if keep(&child) {
                        element.children.push(self.nested(child, keep, room)?);
                    } else {
                        self.skip(&child)?;
                    }
                }
                Event::Text(text) => {
                    element.text.push_str(&text.decode().map_err(|cause| self.broken(&cause.into()))?);
                }
                Event::CData(text) => {
                    element.text.push_str(&text.decode().map_err(|cause| self.broken(&cause.into()))?);
                }
                Event::GeneralRef(name) => {
                    let sign = name.resolve_char_ref().map_err(|cause| self.broken(&cause))?;
                    let sign = sign.or_else(|| known_entity(&name));
                    element.text.push(sign.ok_or_else(|| self.refused("file-xml-entity"))?);
                }
                Event::End(_) => return Ok(element),
                Event::Eof => return Err(self.refused("file-xml-broken")),
                _ => {}
            }
        }
    }

    /// What comes next, with the line kept up.
    fn event(&mut self) -> Result<Event<'a>> {
        let event = self.reader.read_event();
        let to = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let begin = match &event {
            // Empty elements, when they end, and the end of the file stay where they are.
            Ok(Event::Start(start)) => to.saturating_sub(start.len()),
            _ => to,
        };
        let passed = self.text.as_bytes().get(self.counted_to..begin).unwrap_or_default();
        self.line += passed.iter().fold(0, |count, byte| count + usize::from(*byte == b'\n'));
        self.counted_to = self.counted_to.max(begin);
        match &event {
            Ok(Event::Start(_)) => self.depth += 1,
            Ok(Event::End(_)) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        match event {
            Ok(Event::DocType(_)) => Err(self.refused("file-xml-doctype")),
            Ok(event) => Ok(event),
            Err(cause) => Err(self.broken(&cause)),
        }
    }

    fn open(&self, start: &quick_xml::events::BytesStart<'_>) -> Result<Open> {
        let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
        let mut open = Open { name, line: self.line, ..Open::default() };
        // Looking for doubles takes longer with every attribute; nothing here depends on it.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|cause| self.broken(&cause.into()))?;
            let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            if self.wanted == Some(name.as_str()) {
                let value = attribute.unescape_value().map_err(|_entity| self.refused("file-xml-entity"))?;
                open.wanted = Some(value.trim().to_owned());
            }
            if name == "key" {
                let value = attribute.unescape_value().map_err(|_entity| self.refused("file-xml-entity"))?;
                open.key = Some(value.trim().to_owned()).filter(|key| !key.is_empty());
            } else {
                open.attributes.push(name);
            }
        }
        Ok(open)
    }

    fn broken(&self, _cause: &quick_xml::Error) -> Error {
        self.refused("file-xml-broken")
    }

    fn refused(&self, key: &'static str) -> Error {
        Error::Refused(Message::new(key).with("line", self.line))
    }
}

/// The entities that XML knows by itself.
fn known_entity(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}
