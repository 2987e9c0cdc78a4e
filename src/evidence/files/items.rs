//! Answers to items in the long form: a row per pupil, list and item. Reads and checks each cell; what scores they make is
//! the work of `instruments::scoring`, which answers are kept that of `imports`.

use chrono::NaiveDate;

use super::{
    cells::{informant, past_date, past_date_if_any, unknown_instrument},
    header::Header,
    kind::Kind,
    number,
    parsed::{Parsed, Refusal},
    reading,
    row::Row,
    score::{Catalogue, Unknown},
    sheet::Sheet,
    stream::{Opening, Piece},
    text,
};
use crate::{
    evidence::informant::Informant,
    ground::{Error, Message, Result},
};

/// One answer, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The school as the file names it.
    pub school: Option<String>,
    /// The pupil's number at the school, as text.
    pub pupil: String,
    /// The day the list was filled in.
    pub date: NaiveDate,
    /// The instrument's code, as the catalogue writes it.
    pub instrument: String,
    /// The instrument's version: the file's, else the catalogue's.
    pub version: String,
    /// Whose view it is.
    pub informant: Informant,
    /// The item's code, as the catalogue writes it.
    pub item: String,
    /// The answer.
    pub answer: f64,
    /// The answer from which the item is critical by itself.
    pub critical_from: Option<f64>,
    /// The group as the file names it.
    pub group: Option<String>,
    /// The pupil's birth date.
    pub birth_date: Option<NaiveDate>,
    /// The pupil's sex as the file writes it.
    pub sex: Option<String>,
    /// The round as the file labels it.
    pub round: Option<String>,
    /// Who filled the list in.
    pub rater: Option<String>,
}

/// What an item accepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The instrument's code as the catalogue writes it.
    pub instrument: String,
    /// The instrument's version where the file gives none.
    pub version: String,
    /// The item's code as the catalogue writes it.
    pub code: String,
    /// The lowest answer.
    pub low: f64,
    /// The highest answer.
    pub high: f64,
    /// The answer from which the item is critical by itself.
    pub critical_from: Option<f64>,
}

/// Reads a file of answers; every row names its instrument. Refused whole: what is no text, lacks a column, or holds no
/// row.
pub fn read_items(bytes: &[u8], catalogue: &dyn Catalogue, today: NaiveDate) -> Result<Parsed<ItemRow>> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let reader =
        ItemReader { columns: Columns::find(&mut sheet.header)?, catalogue, today, instrument: None };
    if reader.columns.instrument.is_none() {
        sheet.header.need("instrument", "instrument")?;
    }
    reading::read(sheet, Kind::Items, encoding, |row| vec![reader.read(row)])
}

/// Where each column stands.
struct Columns {
    pupil: usize,
    date: usize,
    informant: usize,
    item: usize,
    answer: usize,
    instrument: Option<usize>,
    school: Option<usize>,
    group: Option<usize>,
    birth_date: Option<usize>,
    sex: Option<usize>,
    version: Option<usize>,
    round: Option<usize>,
    rater: Option<usize>,
}

impl Columns {
    fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            pupil: header.need("leerlingnummer", "pupil")?,
            date: header.need("afnamedatum", "date")?,
            informant: header.need("informant", "informant")?,
            item: header.need("item", "item")?,
            answer: header.need("antwoord", "answer")?,
            instrument: header.find("instrument", "instrument")?,
            school: header.find("school", "school")?,
            group: header.find("groep", "group")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            sex: header.find("geslacht", "sex")?,
            version: header.find("versie", "version")?,
            round: header.find("meetmoment", "round")?,
            rater: header.find("invuller", "rater")?,
        })
    }
}

/// Reads rows of answers, of one instrument or of those that the rows name.
pub struct ItemReader<'a> {
    columns: Columns,
    catalogue: &'a dyn Catalogue,
    today: NaiveDate,
    /// The instrument of all rows, where it is given with the call.
    instrument: Option<&'a str>,
}

impl<'a> ItemReader<'a> {
    /// For a big file on one instrument. Refused whole: one that lacks a column.
    pub fn new(
        opening: &Opening,
        catalogue: &'a dyn Catalogue,
        today: NaiveDate,
        instrument: &'a str,
    ) -> Result<Self> {
        let columns = Columns::find(&mut opening.header.clone())?;
        Ok(Self { columns, catalogue, today, instrument: Some(instrument) })
    }

    /// The rows of a piece, in order, read or refused.
    pub fn piece(
        &self,
        piece: &Piece,
        opening: &Opening,
        mut each: impl FnMut(Result<ItemRow, Refusal>),
    ) -> Result<()> {
        let mut sheet = piece.sheet(opening)?;
        let mut cells = csv::StringRecord::new();
        while let Some(row) = sheet.next_row(&mut cells)? {
            each(self.read(&row));
        }
        Ok(())
    }

    fn read(&self, row: &Row<'_>) -> Result<ItemRow, Refusal> {
        row.check_width()?;
        let at = &self.columns;
        let text = |at| Ok(row.cell(at)?.map(ToOwned::to_owned));
        let pupil = row.need(at.pupil)?.to_owned();
        let date = past_date(row, at.date, row.need(at.date)?, self.today)?;
        let informant = informant(row, at.informant)?;
        let item = self.item(row)?;
        let answer = number::parse(row.need(at.answer)?)
            .map(|(answer, _)| answer)
            .ok_or_else(|| row.refuse(at.answer, Message::new("row-answer-not-number")))?;
        if !(item.low..=item.high).contains(&answer) {
            let reason = Message::new("row-answer-outside").with("item", item.code.as_str());
            return Err(row.refuse(at.answer, reason.with("low", item.low).with("high", item.high)));
        }
        Ok(ItemRow {
            row: row.number,
            line: row.line,
            school: text(at.school)?,
            pupil,
            date,
            instrument: item.instrument,
            version: text(at.version)?.unwrap_or(item.version),
            informant,
            item: item.code,
            answer,
            critical_from: item.critical_from,
            group: text(at.group)?,
            birth_date: past_date_if_any(row, at.birth_date, date)?,
            sex: text(at.sex)?,
            round: text(at.round)?,
            rater: text(at.rater)?,
        })
    }

    fn item(&self, row: &Row<'_>) -> Result<Item, Refusal> {
        let named = row.cell(self.columns.instrument)?;
        let place = self.columns.instrument.unwrap_or(self.columns.item);
        let (instrument, code) =
            (named.or(self.instrument).unwrap_or_default(), row.need(self.columns.item)?);
        if let Some(wanted) = self.instrument.filter(|wanted| !wanted.eq_ignore_ascii_case(instrument)) {
            let reason = Message::new("row-other-instrument").with("wanted", wanted);
            return Err(row.refuse(place, reason));
        }
        self.catalogue.item(instrument, code).map_err(|unknown| match unknown {
            Unknown::Instrument(known) => unknown_instrument(row, place, instrument, &known),
            Unknown::Scale(known) => row.refuse(
                self.columns.item,
                Message::new("row-item-unknown")
                    .with("instrument", instrument)
                    .with("item", code)
                    .with("known", known.join(", ")),
            ),
        })
    }
}

/// Refuses a call for an instrument that has no items.
pub fn must_have_items(instrument: &str, items: usize) -> Result<()> {
    if items > 0 {
        return Ok(());
    }
    Err(Error::Refused(Message::new("score-no-items").with("instrument", instrument)))
}
