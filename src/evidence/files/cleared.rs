//! A list without what Baken may not have, for as long as it has to wait in the database: the cells under such columns are
//! emptied, all else stays where it is, line by line.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::{
    header::Header,
    names::{is_reason, key},
    sheet::tops,
    text::{self, Encoding},
    xml,
};
use crate::ground::{Error, Result};

mod of_xml;

/// What stands in the cells of a row that does not fit its header: nothing tells what they are.
const UNSURE: &str = "?";

/// The bytes of a file with the cells emptied that may not be kept.
pub fn cleared(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    if xml::is_xml(bytes) {
        let (text, encoding) = text::decode_xml(bytes);
        // What it says of its own encoding is not read, so that it may go on as UTF-8.
        let same = |kept: &Vec<u8>| encoding == Encoding::Utf8 && kept == bytes;
        let kept = of_xml::cleared(&text)?.filter(|kept| !same(kept));
        return Ok(kept.map_or(Cow::Borrowed(bytes), Cow::Owned));
    }
    let Ok((text, _)) = text::decode(bytes) else { return Ok(Cow::Borrowed(bytes)) };
    let Some((delimiter, titles, header)) = header(&text) else { return Ok(Cow::Borrowed(bytes)) };
    let forbidden = forbidden(&header);
    let delimiter = u8::try_from(delimiter).unwrap_or(b';');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut out = Vec::with_capacity(text.len());
    let mut record = StringRecord::new();
    let mut rows = 0;
    loop {
        let start = usize::try_from(reader.position().byte()).map_err(Error::internal)?;
        if !reader.read_record(&mut record).map_err(Error::internal)? {
            return Ok(Cow::Owned(out));
        }
        // Empty lines are passed by the reader; a row keeps its line.
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        out.extend(rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')));
        let mut writer = WriterBuilder::new().flexible(true).delimiter(delimiter).from_writer(Vec::new());
        let mut beyond = record.iter().skip(header.width());
        let fits = record.len() >= header.width() && beyond.all(|cell| cell.trim().is_empty());
        let cells = record.iter().enumerate().map(|(at, cell)| match () {
            () if rows <= titles || cell.is_empty() => cell,
            () if !fits => UNSURE,
            () if forbidden.contains(&at) => "",
            () => cell,
        });
        writer.write_record(cells).map_err(Error::internal)?;
        let row = writer.into_inner().map_err(Error::internal)?;
        let lines = |bytes: &[u8]| memchr::memchr_iter(b'\n', bytes).count();
        // One line end closes the row; what emptied cells had of them follows.
        let lost = (lines(record.as_slice().as_bytes()) + 1).saturating_sub(lines(&row));
        out.extend(row);
        out.extend(std::iter::repeat_n(b'\n', lost));
        rows += 1;
    }
}

/// The header with such columns, its delimiter, and how many titles stand above it; none where there are no such columns.
fn header(text: &str) -> Option<(char, usize, Header)> {
    let all = tops(text).flat_map(|(delimiter, top)| {
        top.into_iter().enumerate().map(move |(at, header)| (delimiter, at, header))
    });
    let with = all.filter(|(_, _, header)| !forbidden(header).is_empty());
    with.max_by_key(|(_, _, header)| (header.recognised(), header.width()))
}

/// The places of such columns. Reasons of absence are among them whatever the list holds: a profile may say later that it
/// is one of absence, and no other list needs such a column.
fn forbidden(header: &Header) -> Vec<usize> {
    let says_why = |at: &usize| is_reason(&key(header.name(*at)));
    header.forbidden().chain((0..header.width()).filter(says_why)).collect()
}

#[cfg(test)]
mod tests {
    use super::cleared;

    #[test]
    fn what_may_not_be_kept_is_gone_and_every_row_stays_on_its_line() {
        let list = "Lijst van 5A\n\nleerlingnummer;BSN;reden\n1;123456782;\"ziek;\nthuis\"\n\n2;123456782;x;te veel\n3;4;;\n";
        let kept = String::from_utf8(cleared(list.as_bytes()).unwrap().into_owned()).unwrap();
        assert_eq!(kept, "Lijst van 5A\n\nleerlingnummer;BSN;reden\n1;;\n\n\n?;?;?;?\n3;;;\n");
    }

    #[test]
    fn other_files_stay_as_they_are() {
        for bytes in [
            b"a;b\n1;2\n".as_slice(),
            b"<EDEX><leerling key=\"1\"/></EDEX>",
            b"<EDEX",
            b"PK\x03\x04",
            b"\xFF\xFE",
        ] {
            assert_eq!(cleared(bytes).unwrap().as_ref(), bytes);
        }
        let ansi = cleared(b"pupil,bsn,naam\n1,2,\xD6z\n").unwrap().into_owned();
        assert_eq!(String::from_utf8(ansi).unwrap(), "pupil,bsn,naam\n1,,\u{d6}z\n");
    }

    #[test]
    fn xml_loses_what_may_not_be_kept_and_nothing_else() {
        let file = "<?xml version=\"1.0\"?>\n<EDEX><leerlingen>\n<leerling key=\"1\" eckid=\"https://x/1\">\n<roepnaam>No&#235;l &amp; \u{d6}</roepnaam>\n\
                    <bsn>123456782</bsn><toevoegingen>\n<toevoeging naam=\"bsn\">9</toevoeging>\n</toevoegingen></leerling>\n</leerlingen></EDEX>";
        let kept = String::from_utf8(cleared(file.as_bytes()).unwrap().into_owned()).unwrap();
        let wanted = "<?xml version=\"1.0\"?>\n<EDEX><leerlingen>\n<leerling key=\"1\" eckid=\"\">\n<roepnaam>No&#235;l &amp; \u{d6}</roepnaam>\n\
                      <bsn/><toevoegingen/>\n\n</leerling>\n</leerlingen></EDEX>";
        assert_eq!(kept, wanted);
    }
}
