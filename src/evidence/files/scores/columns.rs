//! The columns of a file of scores.

use crate::evidence::files::header::Header;
use crate::ground::error::Result;

/// Where each column stands.
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
    pub(super) fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            pupil: header.need("leerlingnummer", "pupil")?,
            date: header.need("afnamedatum", "date")?,
            instrument: header.need("instrument", "instrument")?,
            informant: header.need("informant", "informant")?,
            scale: header.need("schaal", "scale")?,
            score: header.need("score", "score")?,
            school: header.find("school", "school")?,
            group: header.find("groep", "group")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            sex: header.find("geslacht", "sex")?,
            version: header.find("versie", "version")?,
            round: header.find("meetmoment", "round")?,
            score_type: header.find("score_type", "score_type")?,
            rater: header.find("invuller", "rater")?,
        })
    }
}
