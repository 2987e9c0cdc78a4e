//! The columns of a file of scores.

use crate::evidence::files::{
    header::Header,
    layout::{Layout, Wide},
};
use crate::ground::{Error, Message, error::Result};

/// Where each column stands.
#[derive(Clone)]
pub(super) struct Columns {
    pub(super) pupil: usize,
    pub(super) date: usize,
    pub(super) instrument: usize,
    pub(super) informant: usize,
    pub(super) scale: usize,
    pub(super) score: usize,
    pub(super) school: Option<usize>,
    pub(super) group: Option<usize>,
    pub(super) birth_date: Option<usize>,
    pub(super) sex: Option<usize>,
    pub(super) version: Option<usize>,
    pub(super) round: Option<usize>,
    pub(super) score_type: Option<usize>,
    pub(super) rater: Option<usize>,
}

impl Columns {
    /// The columns of a long file.
    pub(super) fn find(header: &mut Header) -> Result<Self> {
        let (scale, score) = (header.need("schaal", "scale")?, header.need("score", "score")?);
        let score_type = header.find("score_type", "score_type")?;
        Self::with(header, scale, score, score_type)
    }

    /// The columns of a file: once for a long one, for a wide one once per column with scores.
    pub(super) fn all(header: &mut Header, layout: &Layout) -> Result<Vec<Self>> {
        let score_type = header.find("score_type", "score_type")?;
        let Some(wide) = layout.wide_columns(header) else {
            return Self::find(header).map(|columns| vec![columns]);
        };
        if wide.is_empty() {
            let message = Message::new("file-no-scale-column").with("found", header.shown());
            return Err(Error::Refused(message));
        }
        let with =
            |column: Wide| Self::with(header, column.scale, column.score, column.score_type.or(score_type));
        wide.into_iter().map(with).collect()
    }

    fn with(header: &mut Header, scale: usize, score: usize, score_type: Option<usize>) -> Result<Self> {
        Ok(Self {
            pupil: header.need("leerlingnummer", "pupil")?,
            date: header.need("afnamedatum", "date")?,
            instrument: header.need("instrument", "instrument")?,
            informant: header.need("informant", "informant")?,
            scale,
            score,
            school: header.find("school", "school")?,
            group: header.find("groep", "group")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            sex: header.find("geslacht", "sex")?,
            version: header.find("versie", "version")?,
            round: header.find("meetmoment", "round")?,
            score_type,
            rater: header.find("invuller", "rater")?,
        })
    }
}
