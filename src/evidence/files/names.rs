//! Names of columns: which tell the kind of a file, and which are never read.

use super::kind::Kind;

/// Names that tell a roster from scores, besides those both have.
pub const OF_SCORES: &[&str] = &[
    "afnamedatum",
    "date",
    "instrument",
    "informant",
    "schaal",
    "scale",
    "score",
    "versie",
    "version",
    "meetmoment",
    "round",
    "score_type",
    "invuller",
    "rater",
];
/// Names that tell ratings from all else: who judged, and what is said of whom.
pub const OF_RATINGS: &[&str] = &["beoordelaar", "rater", "beoordeelde", "rated", "oordeel", "rating"];
/// Names that only answers to items have.
pub const OF_ITEMS: &[&str] = &["item", "antwoord", "answer"];
/// Names that only counts of absence have: the counts.
pub const OF_ABSENCE: &[&str] = &[
    "uren_ziek",
    "hours_ill",
    "keren_ziek",
    "times_ill",
    "uren_ongeoorloofd",
    "hours_unauthorised",
    "keren_te_laat",
    "times_late",
];
/// Names that only totals have: the outcome, and of how many pupils it is.
pub const OF_TOTALS: &[&str] = &["gemiddelde", "mean", "percentage", "percent", "aantal", "count"];
/// The period that was counted.
pub const OF_PERIODS: &[&str] = &["van", "from", "tot_en_met", "until"];
/// Names that only rosters have.
pub const OF_ROSTERS: &[&str] = &[
    "roepnaam",
    "first_name",
    "tussenvoegsel",
    "infix",
    "achternaam",
    "last_name",
    "leerjaar",
    "year",
    "mentor",
    "instroomdatum",
    "starts_on",
    "uitstroomdatum",
    "ends_on",
    "clusters",
];
/// Names that both have.
pub const OF_BOTH: &[&str] = &[
    "leerlingnummer",
    "pupil",
    "geboortedatum",
    "birth_date",
    "groep",
    "group",
    "school",
    "geslacht",
    "sex",
];

/// Parts of names of columns that are never read: numbers that identify a citizen, origin, faith, passwords.
const FORBIDDEN_PARTS: &[&str] = &[
    "bsn",
    "burgerservice",
    "sofinummer",
    "sofinr",
    "onderwijsnummer",
    "onderwijsnr",
    "ondwnr",
    "persoonsgebonden",
    "rijksregister",
    "nationali",
    "etnic",
    "ethnic",
    "geboorteland",
    "birthcountry",
    "birth_country",
    "country_of_birth",
    "land_vader",
    "land_moeder",
    "herkomst",
    "wachtwoord",
    "password",
    "godsdienst",
    "religi",
    "geloof",
    "birthcity",
    "birthstate",
    "racecode",
];
/// The same, where only the whole name will do.
const FORBIDDEN_NAMES: &[&str] =
    &["pgn", "sofi", "land", "country", "ras", "race", "gewicht", "gewicht_nieuw", "eckid", "pincode"];

/// Parts of names of columns that say why a pupil was absent: never read in a file that counts absence.
const REASON_PARTS: &[&str] = &[
    "reden",
    "reason",
    "oorzaak",
    "cause",
    "klacht",
    "diagnos",
    "ziektebeeld",
    "opmerking",
    "toelichting",
    "omschrijving",
    "notitie",
    "remark",
    "comment",
    "description",
    "verzuimsoort",
    "absentiesoort",
    "soort_verzuim",
];

/// Whether files of a kind have a column of this name of ours.
pub fn has_column(kind: Kind, name: &str) -> bool {
    let own = match kind {
        Kind::Roster => OF_ROSTERS,
        Kind::Sociogram => OF_RATINGS,
        // Totals are of no pupil, and have a mean or a share for a score.
        Kind::Totals
            if ["leerlingnummer", "geboortedatum", "geslacht", "score", "informant"].contains(&name) =>
        {
            return false;
        }
        Kind::Totals if OF_TOTALS.contains(&name) => OF_TOTALS,
        Kind::Attendance if OF_PERIODS.contains(&name) => OF_PERIODS,
        Kind::Attendance => OF_ABSENCE,
        // A row of answers has what a row of scores has, but for the scale and the score.
        Kind::Items if ["schaal", "score", "score_type"].contains(&name) => return false,
        Kind::Items if OF_ITEMS.contains(&name) => OF_ITEMS,
        Kind::Items | Kind::Scores | Kind::Totals => OF_SCORES,
    };
    own.contains(&name) || OF_BOTH.contains(&name)
}

/// Whether a column of this name may not be read.
pub fn is_forbidden(key: &str) -> bool {
    FORBIDDEN_NAMES.contains(&key) || FORBIDDEN_PARTS.iter().any(|part| key.contains(part))
}

/// Whether a column of this name may say why a pupil was absent.
pub fn is_reason(key: &str) -> bool {
    REASON_PARTS.iter().any(|part| key.contains(part))
}

/// A name without case, and with one sign for spaces, points and dashes.
pub fn key(name: &str) -> String {
    name.to_lowercase()
        .split([' ', '_', '-', '.'])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
