//! A big file in pieces of whole rows, so that it is never in memory as a whole and several processors can read it.
//! What stands in a row: `scores::block`.

use std::io::Read;

pub use super::sheet::Opening;
pub use super::text::Encoding;
use super::{
    layout::Layout,
    sex::Letters,
    sheet::{Sheet, hear},
    text,
};
use crate::ground::{Error, Message, Result};

/// How much is read at a time, in bytes.
const PIECE: usize = 1 << 18;

/// Some whole rows of a file.
#[derive(Debug)]
pub struct Piece {
    /// Which one of the file, from 0.
    pub at: usize,
    pub(super) text: String,
    /// The line of the file that it begins on.
    pub(super) line: usize,
}

/// A file that is read in pieces.
pub struct Stream<R> {
    source: R,
    encoding: Encoding,
    rest: Vec<u8>,
    ended: bool,
    at: usize,
    line: usize,
    read: u64,
}

impl<R: Read> Stream<R> {
    /// A stream over the bytes of a file in an encoding (`encoding_of`).
    pub const fn new(source: R, encoding: Encoding) -> Self {
        Self { source, encoding, rest: Vec::new(), ended: false, at: 0, line: 1, read: 0 }
    }

    /// How the bytes are read.
    pub(super) const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether there is more than the pieces that came.
    const fn goes_on(&self) -> bool {
        !(self.ended && self.rest.is_empty())
    }

    /// How many bytes have come in pieces so far.
    pub const fn bytes_read(&self) -> u64 {
        self.read
    }

    /// The bytes of the next piece: whole rows, and nothing at the end.
    pub(super) fn next_bytes(&mut self) -> Result<Vec<u8>> {
        let mut cut = None;
        while cut.is_none() && !self.ended {
            let before = self.rest.len();
            self.rest.reserve(PIECE);
            (&mut self.source).take(PIECE as u64).read_to_end(&mut self.rest).map_err(Error::internal)?;
            self.ended = self.rest.len() - before < PIECE;
            cut = last_row_end(&self.rest);
        }
        let end = cut.filter(|_| !self.ended).unwrap_or(self.rest.len());
        let rest = self.rest.split_off(end);
        let bytes = std::mem::replace(&mut self.rest, rest);
        self.read += bytes.len() as u64;
        Ok(bytes)
    }

    /// The next piece; none at the end. Refused: what is no text.
    pub fn next_piece(&mut self) -> Result<Option<Piece>> {
        let bytes = self.next_bytes()?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(text) if self.at == 0 => text.to_vec(),
            _ => bytes,
        };
        if let Some(key) = text::not_text(&bytes) {
            return Err(Error::Refused(Message::new(key)));
        }
        let text = match self.encoding {
            Encoding::Utf8 => String::from_utf8(bytes).map_err(Error::internal)?,
            Encoding::Windows1252 => {
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
            }
        };
        let piece = Piece { at: self.at, line: self.line, text };
        self.at += 1;
        self.line += memchr::memchr_iter(b'\n', piece.text.as_bytes()).count();
        Ok(Some(piece))
    }
}

/// The encoding of a text: UTF-8 where all of it is, else windows-1252.
pub fn encoding_of(mut source: impl Read) -> Result<Encoding> {
    let mut bytes = Vec::new();
    loop {
        let before = bytes.len();
        (&mut source).take(PIECE as u64).read_to_end(&mut bytes).map_err(Error::internal)?;
        let ended = bytes.len() == before;
        let whole = match std::str::from_utf8(&bytes) {
            Ok(_) => bytes.len(),
            Err(problem) if problem.error_len().is_none() && !ended => problem.valid_up_to(),
            Err(_) => return Ok(Encoding::Windows1252),
        };
        if ended {
            return Ok(Encoding::Utf8);
        }
        bytes.drain(..whole);
    }
}

impl Piece {
    /// Reads what the first piece of a file tells; `again` opens the file once more, for what all of it tells together.
    pub fn opening<R: Read>(&self, rest: &Stream<R>, again: impl FnOnce() -> Result<R>) -> Result<Opening> {
        self.opening_by(&Layout::default(), rest, again)
    }

    /// The same where a layout says which columns are which.
    pub(super) fn opening_by<R: Read>(
        &self,
        layout: &Layout,
        rest: &Stream<R>,
        again: impl FnOnce() -> Result<R>,
    ) -> Result<Opening> {
        if self.text.trim_ascii().is_empty() {
            return Err(Error::Refused(Message::new("file-empty")));
        }
        let mut opening = Opening::of(&self.text, layout)?;
        if let Some(at) = opening.letters.filter(|_| rest.goes_on()) {
            // A first J in the last row makes another sex of an M in the first one.
            let (mut whole, mut letters) = (Stream::new(again()?, rest.encoding), Letters::default());
            while let Some(piece) = whole.next_piece()? {
                hear(&mut letters, &piece.text, opening.delimiter, at);
            }
            opening.header.sexes = letters.code();
        }
        Ok(opening)
    }

    /// The rows as a sheet; those of the first piece follow its header.
    pub(super) fn sheet(&self, opening: &Opening) -> Result<Sheet<'_>> {
        if self.at == 0 {
            return Sheet::under(&self.text, opening);
        }
        Ok(Sheet::going_on(&self.text, opening.delimiter, opening.header.clone(), self.line))
    }
}

/// Where the last whole row ends: after a line end that stands within no quotation marks.
fn last_row_end(bytes: &[u8]) -> Option<usize> {
    if memchr::memchr(b'"', bytes).is_none() {
        return memchr::memrchr(b'\n', bytes).map(|at| at + 1);
    }
    let mut open = bytes.iter().fold(false, |open, byte| open ^ (*byte == b'"'));
    for (at, byte) in bytes.iter().enumerate().rev() {
        match byte {
            b'"' => open = !open,
            b'\n' if !open => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::sex::SexCode;
    use super::*;

    fn pieces(bytes: &[u8]) -> Vec<String> {
        let mut stream = Stream::new(bytes, Encoding::Utf8);
        let mut texts = Vec::new();
        while let Some(piece) = stream.next_piece().unwrap() {
            texts.push(piece.text);
        }
        texts
    }

    #[test]
    fn pieces_end_where_rows_do_and_make_up_the_file() {
        let row = "001234;\"een\ntwee\";3\n";
        let text = row.repeat(3 * PIECE / row.len());
        let found = pieces(text.as_bytes());
        assert!(
            found.len() > 2
                && found.iter().all(|piece| piece.starts_with("001234") && piece.ends_with("3\n"))
        );
        assert_eq!(found.concat(), text);
        assert_eq!(pieces(b"a;b\n1;2"), ["a;b\n1;2"]);
        assert!(pieces(b"").is_empty());
    }

    #[test]
    fn an_m_is_read_by_what_stands_beside_it_anywhere_in_the_file() {
        let code = |first: &str, last: &str| {
            let many = "3;M\n".repeat(PIECE / 2);
            let text = format!("leerlingnummer;geslacht\n1;{first}\n{many}4;{last}\n");
            let mut stream = Stream::new(text.as_bytes(), Encoding::Utf8);
            let piece = stream.next_piece().unwrap().unwrap();
            piece.opening(&stream, || Ok(text.as_bytes())).unwrap().header.sexes
        };
        assert_eq!(code("V", "V"), SexCode::MV);
        assert_eq!((code("M", "V"), code("M", "J")), (SexCode::MV, SexCode::JM));
        assert_eq!((code("V", "J"), code("J", "V")), (SexCode::Words, SexCode::Words));
    }

    #[test]
    fn the_encoding_is_told_by_the_whole_file() {
        let mut bytes = "naam\nZoë\n".as_bytes().to_vec();
        bytes.resize(PIECE - 1, b'\n');
        // A letter that lies on the edge of what is read at a time.
        bytes.extend_from_slice("ë\n".as_bytes());
        assert_eq!(encoding_of(bytes.as_slice()).unwrap(), Encoding::Utf8);
        bytes.extend_from_slice(b"Zo\xEB\n");
        assert_eq!(encoding_of(bytes.as_slice()).unwrap(), Encoding::Windows1252);
        assert_eq!(encoding_of("Zoë".as_bytes().get(..3).unwrap()).unwrap(), Encoding::Windows1252);
    }
}
