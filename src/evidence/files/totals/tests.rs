//! What a file of totals is read into, and what is refused of it.

use super::*;
use crate::evidence::instruments;

const HEADER: &str = "groep;afnamedatum;instrument;schaal;gemiddelde;percentage;aantal\n";

fn read(text: &str) -> Result<Parsed<TotalRow>> {
    let source = Source::of(text.as_bytes(), &[])?;
    let catalogue = instruments::Catalogue::shipped()?;
    read_totals(&source, &Layout::default(), &catalogue, "2026-06-12".parse().unwrap())
}

fn key(text: &str) -> String {
    match read(text) {
        Err(Error::Refused(message)) => message.key.into_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_without_a_group_is_of_the_whole_school() {
    let rows = ";2026-05-18;msv;ervaren_veiligheid;81,5;;140\n6B;2026-05-18;MSV;Aantasting;;12;19\n";
    let found = read(&format!("{HEADER}{rows}")).unwrap().rows;
    assert_eq!((found[0].group.as_deref(), found[0].mean, found[0].pupils), (None, Some(81.5), 140));
    assert_eq!((found[1].group.as_deref(), found[1].percentage), (Some("6B"), Some(12.0)));
    assert_eq!(found[1].scale, "aantasting");
    let english = "group,date,instrument,scale,mean,count\n,2026-05-18,msv,ervaren_veiligheid,81.5,140\n";
    assert_eq!(read(english).unwrap().rows[0].mean, Some(81.5));
}

#[test]
fn a_file_with_pupils_in_it_is_refused_whole() {
    for column in ["leerlingnummer", "Stamnr", "pupil"] {
        let text = format!("{column};{HEADER}7;6B;2026-05-18;msv;aantasting;12;;19\n");
        assert_eq!(key(&text), "totals-of-pupils", "{column}");
    }
    assert_eq!(
        key("afnamedatum;instrument;schaal;aantal\n2026-05-18;msv;aantasting;19\n"),
        "file-column-missing"
    );
}

#[test]
fn what_cannot_be_is_refused_with_its_column() {
    let row = |tail: &str| format!("6B;2026-05-18;{tail}\n");
    let text = [
        row("msv;aantasting;101;;19"),
        row("msv;aantasting;;;19"),
        row("msv;aantasting;12;;0"),
        row("msv;aantasting;12;;19,5"),
        row("msv;vrolijk;12;;19"),
        row("scol;totaal;12;;19"),
        row("xyz;totaal;12;;19"),
    ];
    let refused = read(&format!("{HEADER}{}", text.concat())).unwrap().refused;
    let found: Vec<_> = refused.iter().map(|one| (one.column.as_str(), &*one.reason.key)).collect();
    assert_eq!(
        found,
        [
            ("gemiddelde", "row-total-outside"),
            ("gemiddelde", "row-no-total"),
            ("aantal", "row-total-pupils"),
            ("aantal", "row-total-pupils"),
            ("schaal", "row-scale-unknown"),
            ("instrument", "row-totals-not-here"),
            ("instrument", "row-instrument-unknown"),
        ]
    );
}
