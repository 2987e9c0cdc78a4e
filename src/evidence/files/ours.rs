//! The columns of ours that a person may point at in a list, in the order in which people look for them.

use super::{header::Header, kind::Kind, names::has_column, synonyms};

/// A column of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ours {
    /// The name in profiles.
    pub dutch: &'static str,
    /// The same in English files.
    pub english: &'static str,
    /// Whether no file can be read without it.
    pub needed: bool,
}

const fn column(dutch: &'static str, english: &'static str, needed: bool) -> Ours {
    Ours { dutch, english, needed }
}

const OF_ROSTERS: &[Ours] = &[
    column("leerlingnummer", "pupil", true),
    column("roepnaam", "first_name", true),
    column("tussenvoegsel", "infix", false),
    column("achternaam", "last_name", true),
    column("groep", "group", true),
    column("leerjaar", "year", false),
    column("geboortedatum", "birth_date", false),
    column("geslacht", "sex", false),
    column("mentor", "mentor", false),
    column("instroomdatum", "starts_on", false),
    column("uitstroomdatum", "ends_on", false),
    column("school", "school", false),
];

const OF_SCORES: &[Ours] = &[
    column("leerlingnummer", "pupil", true),
    column("afnamedatum", "date", true),
    column("instrument", "instrument", true),
    column("informant", "informant", true),
    column("schaal", "scale", true),
    column("score", "score", true),
    column("score_type", "score_type", false),
    column("meetmoment", "round", false),
    column("groep", "group", false),
    column("geboortedatum", "birth_date", false),
    column("geslacht", "sex", false),
    column("invuller", "rater", false),
    column("versie", "version", false),
    column("school", "school", false),
];

/// The columns that a roster, or a long file of scores, may have; none for other kinds.
#[must_use]
pub const fn columns_of(kind: Kind) -> &'static [Ours] {
    match kind {
        Kind::Roster => OF_ROSTERS,
        Kind::Scores => OF_SCORES,
        Kind::Sociogram | Kind::Items | Kind::Attendance | Kind::Totals => &[],
    }
}

/// Which of ours a column is by its own name; none where the name is not known for this kind.
#[must_use]
pub fn by_name(kind: Kind, header: &Header, at: usize) -> Option<&'static str> {
    let key = header.key(at)?;
    let dutch = synonyms::ours(key);
    let found = columns_of(kind).iter().find(|ours| ours.dutch == dutch || ours.english == key)?;
    has_column(kind, found.dutch).then_some(found.dutch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_one_that_files_of_the_kind_have() {
        for kind in [Kind::Roster, Kind::Scores] {
            for ours in columns_of(kind) {
                assert!(has_column(kind, ours.dutch) && has_column(kind, ours.english), "{ours:?}");
            }
        }
        let header = Header::new(["Stamnr", "pupil", "Kleur"].into_iter());
        let found = [0, 1, 2].map(|at| by_name(Kind::Roster, &header, at));
        assert_eq!(found, [Some("leerlingnummer"), Some("leerlingnummer"), None]);
    }
}
