//! A list without what Baken may not have, for as long as it has to wait in the database: the cells under such columns are
//! emptied, all else stays where it is, line by line. XML stays as it is.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::{header::Header, kind::Kind, names::is_reason, sheet::tops, text, xml};
use crate::ground::{Error, Result};

/// What stands in the cells of a row that does not fit its header: nothing tells what they are.
const UNSURE: &str = "?";

/// The bytes of a file with the cells emptied that may not be kept.
pub fn cleared(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    let Some((text, _)) = (!xml::is_xml(bytes)).then(|| text::decode(bytes).ok()).flatten() else {
        return Ok(Cow::Borrowed(bytes));
    };
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
        let fits = record.len() == header.width();
        let cells = record.iter().enumerate().map(|(at, cell)| match () {
            () if rows <= titles || cell.is_empty() => cell,
            () if !fits => UNSURE,
            () if forbidden.contains(&at) => "",
            () => cell,
        });
        writer.write_record(cells).map_err(Error::internal)?;
        out.extend(writer.into_inner().map_err(Error::internal)?);
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

/// The places of such columns; a list of absence may not say why.
fn forbidden(header: &Header) -> Vec<usize> {
    let absence = header.kind() == Some(Kind::Attendance);
    let says_why = |at: &usize| absence && header.key(*at).is_some_and(is_reason);
    header.forbidden().chain((0..header.width()).filter(says_why)).collect()
}

#[cfg(test)]
mod tests {
    use super::cleared;

    #[test]
    fn what_may_not_be_kept_is_gone_and_every_row_stays_on_its_line() {
        let list = "Lijst van 5A\n\nleerlingnummer;BSN;naam\n1;123456782;\"Vos;\nNoor\"\n\n2;123456782;Bos;te veel\n3;;\u{d6}z\n";
        let kept = String::from_utf8(cleared(list.as_bytes()).unwrap().into_owned()).unwrap();
        assert_eq!(
            kept,
            "Lijst van 5A\n\nleerlingnummer;BSN;naam\n1;;\"Vos;\nNoor\"\n\n?;?;?;?\n3;;\u{d6}z\n"
        );
    }

    #[test]
    fn other_files_stay_as_they_are() {
        for bytes in [b"a;b\n1;2\n".as_slice(), b"<EDEX eckid='x'/>", b"PK\x03\x04", b"\xFF\xFE"] {
            assert_eq!(cleared(bytes).unwrap().as_ref(), bytes);
        }
        let ansi = cleared(b"pupil,bsn,naam\n1,2,\xD6z\n").unwrap().into_owned();
        assert_eq!(String::from_utf8(ansi).unwrap(), "pupil,bsn,naam\n1,,\u{d6}z\n");
    }
}
