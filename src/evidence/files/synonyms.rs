//! Other names of our columns, as systems and schools write them: Dutch, English and of vendors. Each name is one of
//! ours only; where a file has more than one of them, the first in its list counts, and our own name before all.

/// Our Dutch name, and other names for the same in the order in which they count, as `names::key` writes them.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    (
        "leerlingnummer",
        &[
            "leerlingnr",
            "llnr",
            "stamnummer",
            "stamnr",
            "stamnr_str",
            "deelnemersnummer",
            "studentnummer",
            "studentnr",
            "pupil_number",
            "student_number",
            "student_id",
            "sis_id",
            "sourcedid",
            "key",
        ],
    ),
    ("roepnaam", &["voornaam", "givenname", "given_name", "firstname"]),
    ("tussenvoegsel", &["tussenvoegsels", "voorvoegsel", "voorvoegsels", "tussenv", "prefix"]),
    ("achternaam", &["geslachtsnaam", "familyname", "family_name", "lastname", "surname"]),
    (
        "geboortedatum",
        &["geb_datum", "geb_datum_str", "gebdatum", "gebdat", "birthdate", "date_of_birth", "dob"],
    ),
    ("geslacht", &["sekse", "gender"]),
    ("groep", &["stamgroep", "stamklas", "klas", "groepsnaam", "klasnaam", "class", "class_name"]),
    ("clusters", &["cluster", "clustergroepen", "lesgroepen", "samengestelde_groepen"]),
    ("leerjaar", &["jaargroep", "jaarlaag", "leerfase_leerjaar", "studyyear", "grade", "year_level"]),
    ("mentor", &["mentor_email", "mentor_e_mail", "email_mentor", "e_mail_mentor"]),
    ("school", &["brin", "brincode", "brinnummer"]),
    ("instroomdatum", &["datum_inschrijving", "datuminschrijving", "inschrijfdatum", "rolestartdate"]),
    (
        "uitstroomdatum",
        &["datum_uitschrijving", "datumuitschrijving", "uitschrijfdatum", "vertrekdatum", "roleenddate"],
    ),
    ("afnamedatum", &["datum", "datum_afname", "testdatum", "test_date"]),
    ("instrument", &["vragenlijst", "questionnaire"]),
    ("informant", &["respondent"]),
    ("schaal", &["subschaal", "dimensie", "dimension", "subscale"]),
    ("meetmoment", &["afnamemoment", "afnameperiode"]),
    ("score_type", &["scoretype", "soort_score"]),
    ("invuller", &["ingevuld_door"]),
    ("gemiddelde", &["gemiddeld", "gemiddelde_score", "average"]),
    ("percentage", &["pct"]),
    ("aantal", &["aantal_leerlingen", "aantal_respondenten", "number_of_pupils"]),
    ("van", &["vanaf", "datum_van", "begindatum", "periode_van"]),
    ("tot_en_met", &["t/m", "tot", "datum_tot", "einddatum", "periode_tot"]),
    ("uren_ziek", &["ziekte_uren", "ziekteuren", "uren_ziekte"]),
    ("keren_ziek", &["ziekmeldingen", "aantal_ziekmeldingen", "aantal_keer_ziek"]),
    ("uren_ongeoorloofd", &["ongeoorloofde_uren", "uren_ongeoorloofd_verzuim", "hours_unauthorized"]),
    ("keren_te_laat", &["te_laat", "aantal_te_laat", "aantal_keer_te_laat"]),
];

/// The other names of a column of ours, the first one counts most.
pub(super) fn of(ours: &str) -> &'static [&'static str] {
    OTHER_NAMES.iter().find(|(name, _)| *name == ours).map_or(&[], |(_, others)| others)
}

/// Our Dutch name for a column of this name; itself where it has no other.
pub(super) fn ours(key: &str) -> &str {
    OTHER_NAMES.iter().find(|(_, others)| others.contains(&key)).map_or(key, |(ours, _)| ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::files::names::{
        OF_ABSENCE, OF_BOTH, OF_PERIODS, OF_ROSTERS, OF_SCORES, OF_TOTALS, is_forbidden, key,
    };

    #[test]
    fn every_name_means_one_thing_and_is_written_as_headers_are_compared() {
        let own = [OF_SCORES, OF_ROSTERS, OF_ABSENCE, OF_PERIODS, OF_TOTALS, OF_BOTH].concat();
        let mut seen = std::collections::HashSet::new();
        for (name, others) in OTHER_NAMES {
            assert!(own.contains(name), "{name} is no column of ours");
            for other in *others {
                assert!(seen.insert(other) && !own.contains(other), "{other} means two things");
                assert!(key(other) == *other && !is_forbidden(other), "{other}");
                assert_eq!(ours(other), *name);
            }
        }
    }
}
