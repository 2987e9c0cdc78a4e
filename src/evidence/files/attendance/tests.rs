//! What a file of absence is read into, and what is refused of it.

use super::*;
use crate::evidence::files::header::Column;

const HEADER: &str = "leerlingnummer;van;tot_en_met;uren_ziek;keren_ziek;uren_ongeoorloofd;keren_te_laat\n";

fn read(text: &str) -> Result<Parsed<AttendanceRow>> {
    let source = Source::of(text.as_bytes(), &[])?;
    read_attendance(&source, &Layout::default(), "2026-03-12".parse().unwrap())
}

fn refused(rows: &str) -> Vec<(String, String, String)> {
    let read = read(&format!("{HEADER}{rows}")).unwrap();
    read.refused.into_iter().map(|one| (one.column, one.value, one.reason.key.into_owned())).collect()
}

#[test]
fn counts_are_read_in_both_languages_and_what_is_not_counted_is_none() {
    let dutch = read(&format!("{HEADER}001;1-2-2026;28-2-2026;12,5;2;;0\n")).unwrap();
    let english = read(
        "pupil,from,until,hours_ill,times_ill,hours_unauthorised,times_late\n001,2026-02-01,2026-02-28,12.5,2,-,0\n",
    )
    .unwrap();
    assert_eq!(dutch.rows, english.rows);
    let row = &dutch.rows[0];
    assert_eq!((row.pupil.as_str(), row.hours_ill, row.times_ill), ("001", Some(12.5), Some(2)));
    assert_eq!((row.hours_unauthorised, row.times_late), (None, Some(0)));
}

#[test]
fn why_a_pupil_was_absent_is_dropped_unread() {
    let text = "Stamnr;Van;Tot;Ziekmeldingen;Reden verzuim;Opmerkingen;Les\n001;1-2-2026;28-2-2026;2;migraine;moe;wi\n";
    let read = read(text).unwrap();
    assert_eq!(Column::dropped(&read.columns), ["Reden verzuim", "Opmerkingen"]);
    assert_eq!(Column::ignored(&read.columns), ["Les"]);
    // Nor does it come back with a row that is refused.
    let text = text.replace(";2;", ";-2;");
    let source = Source::of(text.as_bytes(), &[]).unwrap();
    let wanted = std::collections::HashSet::from([1]);
    let back = crate::evidence::files::write::Handback::of(&source, &Layout::default(), &wanted).unwrap();
    assert!(!format!("{back:?}").contains("migraine"), "{back:?}");
}

#[test]
fn a_reason_is_a_column_like_another_where_no_absence_is_counted() {
    let header = Header::new("leerlingnummer;roepnaam;achternaam;groep;reden".split(';'));
    assert_eq!(Column::dropped(&header.columns()), [""; 0]);
}

#[test]
fn what_cannot_be_is_refused_with_its_column_and_value() {
    let week = "001;2-2-2026;6-2-2026";
    let say =
        |column: &str, value: &str, key: &str| vec![(column.to_owned(), value.to_owned(), key.to_owned())];
    assert_eq!(refused(&format!("{week};-1;;;\n")), say("uren_ziek", "-1", "row-count-negative"));
    // Five days of at most ten hours.
    assert_eq!(refused(&format!("{week};50;5;0;50\n")), []);
    assert_eq!(refused(&format!("{week};50,5;;;\n")), say("uren_ziek", "50,5", "row-count-outside"));
    assert_eq!(refused(&format!("{week};30;;21;\n")), say("uren_ongeoorloofd", "21", "row-count-outside"));
    assert_eq!(refused(&format!("{week};;6;;\n")), say("keren_ziek", "6", "row-count-outside"));
    assert_eq!(refused(&format!("{week};;1,5;;\n")), say("keren_ziek", "1,5", "row-count-not-whole"));
    assert_eq!(refused(&format!("{week};veel;;;\n")), say("uren_ziek", "veel", "row-count-not-number"));
    assert_eq!(refused(&format!("{week};;-;;n.v.t.\n")), say("uren_ziek", "", "row-no-counts"));
    assert_eq!(refused("001;6-2-2026;2-2-2026;1;;;\n"), say("tot_en_met", "2-2-2026", "row-period-turned"));
    assert_eq!(
        refused("001;1-7-2025;1-9-2025;1;;;\n"),
        say("tot_en_met", "1-9-2025", "row-period-two-years")
    );
    assert_eq!(refused("001;1-3-2026;31-3-2026;1;;;\n"), say("tot_en_met", "31-3-2026", "row-date-future"));
}

#[test]
fn a_file_without_a_count_is_refused_whole() {
    let error = read("leerlingnummer;van;tot_en_met\n001;2-2-2026;6-2-2026\n").unwrap_err();
    assert!(matches!(error, Error::Refused(message) if message.key == "attendance-no-counts"));
}
