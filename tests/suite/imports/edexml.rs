//! EDEXML: a school as systems give it, in three versions, and what is refused. All files written here, from the published
//! description of the format; the school and everybody in it are made up.

use baken::evidence::files::header::Column;
use baken::evidence::files::{Layout, Parsed, RosterRow, Source, read_roster_of};
use baken::ground::Result;
use chrono::NaiveDate;

use super::{bring_in, bring_in_at, key_of, stage};
use crate::support::{both_databases, server::morning};

/// A file with these parts.
pub(super) fn edexml(version: &str, year: &str, groups: &str, pupils: &str, staff: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <EDEX xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"EDEXML.structuur.xsd\">\n\
         <school><schooljaar>{year}</schooljaar><brincode>99ZZ</brincode><dependancecode>00</dependancecode><xsdversie>{version}</xsdversie></school>\n\
         <groepen>\n{groups}</groepen>\n<leerlingen>\n{pupils}</leerlingen>\n<leerkrachten>\n{staff}</leerkrachten>\n</EDEX>\n"
    )
}

const GROUPS: &str = "<groep key=\"g5\"><naam>5/6</naam><jaargroep>5</jaargroep></groep>\n\
    <groep key=\"g6\"><naam>5/6</naam><jaargroep>6</jaargroep></groep>\n\
    <samengestelde_groep key=\"s1\"><naam>Plusklas</naam></samengestelde_groep>\n\
    <groep key=\"c\"><naam>Middenbouw</naam><jaargroep>C</jaargroep></groep>\n";

/// One pupil; the elements behind the names are given.
fn pupil(key: &str, name: &str, rest: &str) -> String {
    format!(
        "<leerling key=\"{key}\"><achternaam>{name}</achternaam><roepnaam>Noor</roepnaam>{rest}</leerling>\n"
    )
}

fn read(text: &str) -> Result<Parsed<RosterRow>> {
    let source = Source::of(text.as_bytes(), &[])?;
    read_roster_of(&source, &Layout::default(), NaiveDate::from_ymd_opt(2026, 3, 12).unwrap())
}

fn pupils(rows: &str) -> Parsed<RosterRow> {
    read(&edexml("2.1", "2025-2026", GROUPS, rows, "")).expect("EDEXML")
}

#[test]
fn names_groups_years_and_dates_are_read_in_every_form() {
    let rows = [
        "<leerling key=\"001001\" eckid=\"https://ketenid.example/abc\"><achternaam>Hoff</achternaam><voorvoegsel>van 't</voorvoegsel>\
         <voornamen>Eleonora Maria</voornamen><voorletters-1>E.M.</voorletters-1><geboortedatum>2016-03-02</geboortedatum>\
         <geslacht>2</geslacht><groep key=\"g5\"/><instroomdatum>2020-08-01+02:00</instroomdatum></leerling>\n",
        "<leerling key=\"2\"><roepnaam>Isma&#235;l &amp; co</roepnaam><geslacht>1</geslacht><jaargroep>6</jaargroep><groep key=\"c\"></groep></leerling>\n",
        "<leerling key=\"3\"><achternaam>\u{15e}ahin</achternaam><roepnaam><![CDATA[\u{d6}zcan]]></roepnaam><geslacht>9</geslacht>\
         <samengestelde_groepen><samengestelde_groep key=\"s1\"/></samengestelde_groepen></leerling>\n",
        "<leerling key=\"4\"><achternaam>O'Neill</achternaam><voorletters-1>S.</voorletters-1><jaargroep>12</jaargroep><groep key=\"g6\"/></leerling>\n",
    ];
    let read = pupils(&rows.concat());
    assert_eq!(read.refused, []);
    let [hoff, one_name, sahin, oneill] = read.rows.as_slice() else { panic!("{:?}", read.rows) };
    assert_eq!((hoff.number.as_str(), hoff.first_name.as_str()), ("001001", "Eleonora"));
    assert_eq!((hoff.infix.as_str(), hoff.last_name.as_str()), ("van 't", "Hoff"));
    assert_eq!((hoff.sex.as_deref(), hoff.starts_on), (Some("f"), NaiveDate::from_ymd_opt(2020, 8, 1)));
    assert_eq!((hoff.group.as_str(), hoff.year.as_deref()), ("5/6", Some("5")));
    assert_eq!((one_name.first_name.as_str(), one_name.last_name.as_str()), ("Isma\u{eb}l & co", ""));
    assert_eq!((one_name.sex.as_deref(), one_name.year.as_deref()), (Some("m"), Some("6")));
    assert_eq!((sahin.last_name.as_str(), sahin.first_name.as_str()), ("\u{15e}ahin", "\u{d6}zcan"));
    assert_eq!((sahin.group.as_str(), sahin.sex.as_deref(), sahin.year.as_deref()), ("Plusklas", None, None));
    assert_eq!((oneill.first_name.as_str(), oneill.year.as_deref()), ("S.", Some("2")));
    assert_eq!(Column::dropped(&read.columns), ["eckid"]);
}

#[test]
fn each_refusal_says_row_line_element_and_value() {
    let rows = [
        pupil("1", "Vos", "<groep key=\"g5\"/>"),
        pupil("2", "Bos", "<groep key=\"g9\"/>"),
        pupil("3", "Mos", "<jaargroep>5</jaargroep>"),
        "<leerling><achternaam>Los</achternaam><roepnaam>Lot</roepnaam><groep key=\"g5\"/></leerling>\n"
            .to_owned(),
        pupil("5", "Ros", "<geboortedatum>2016-13-02</geboortedatum><groep key=\"g5\"/>"),
        pupil("6", "Das", "<jaargroep>H</jaargroep>"),
    ];
    let read = pupils(&rows.concat());
    assert_eq!(read.rows.len(), 1);
    let told: Vec<_> = read
        .refused
        .iter()
        .map(|one| (one.row, one.line, one.column.as_str(), one.value.as_str(), one.reason.key.as_ref()))
        .collect();
    assert_eq!(
        told,
        [
            (2, 12, "groep", "g9", "row-group-lost"),
            (3, 13, "groep", "", "row-no-group"),
            (4, 14, "key", "", "row-no-key"),
            (5, 15, "geboortedatum", "2016-13-02", "row-date-form"),
            (6, 16, "jaargroep", "H", "row-of-the-past"),
        ]
    );
}

#[test]
fn what_baken_may_not_have_is_passed_unread_and_named() {
    let rest = "<groep key=\"g5\"/><etniciteit>1</etniciteit><land>QQ</land><land_vader>QQ</land_vader><bsn>123456782</bsn>\
        <gewicht_nieuw>1,2</gewicht_nieuw><gewicht>0.25</gewicht><postcodenl>1234QQ</postcodenl>\
        <toevoegingen><blok xmlns:x=\"y\"><code>QQ</code><omschrijving>asielzoeker QQ</omschrijving></blok></toevoegingen>";
    let read = pupils(&pupil("1", "Vos", rest));
    assert_eq!(
        Column::dropped(&read.columns),
        ["bsn", "etniciteit", "gewicht", "gewicht_nieuw", "land", "land_vader"]
    );
    assert!(Column::ignored(&read.columns).contains(&"toevoegingen".to_owned()));
    let everything = format!("{:?}{:?}", read.rows, read.refused);
    assert!(!everything.contains("QQ") && !everything.contains("123456782"), "{everything}");
}

#[test]
fn xml_that_reaches_out_expands_or_is_cut_off_is_refused_whole() {
    let good = edexml("2.1", "2025-2026", GROUPS, &pupil("1", "Vos", "<groep key=\"g5\"/>"), "");
    assert_eq!(read(&good).expect("good").rows.len(), 1);
    let declared = |declaration: &str| good.replacen("?>\n", &format!("?>\n{declaration}\n"), 1);
    for declaration in [
        "<!DOCTYPE EDEX SYSTEM \"http://buiten.example/x.dtd\">",
        "<!DOCTYPE EDEX [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
        "<!DOCTYPE EDEX [<!ENTITY geheim SYSTEM \"file:///etc/passwd\">]>",
    ] {
        assert_eq!(key_of(read(&declared(declaration))), "file-xml-doctype");
    }
    assert_eq!(key_of(read(&good.replace(">Vos<", ">&geheim;<"))), "file-xml-entity");
    assert_eq!(key_of(read(&good.replace("key=\"1\"", "key=\"&geheim;\""))), "file-xml-entity");
    let deep = format!("{}{}", "<groepen>".repeat(40), "</groepen>".repeat(40));
    assert_eq!(key_of(read(&good.replace("<roepnaam>", &format!("{deep}<roepnaam>")))), "file-xml-deep");
    for end in [good.find("</leerlingen>").unwrap(), good.find("Vos").unwrap(), good.find("</EDEX>").unwrap()]
    {
        assert_eq!(key_of(read(&good[..end])), "file-xml-broken", "cut at {end}");
    }
    assert_eq!(key_of(read("<?xml version=\"1.0\"?><html><p>aanmelden</p></html>")), "file-xml-other");
    assert_eq!(key_of(read(&good.replace("key=\"g6\"", "key=\"g5\""))), "file-group-twice");
    assert_eq!(key_of(read(&good.replace("<groep key=\"g6\">", "<groep>"))), "file-group-no-key");
    let none = edexml("2.1", "2025-2026", GROUPS, "", "");
    assert_eq!(key_of(read(&none)), "file-header-only");
}

both_databases! {
    fn three_versions_give_the_same_school(database: &Database) {
        let rows = pupil("1001", "Vos", "<geboortedatum>2016-03-02</geboortedatum><geslacht>2</geslacht><groep key=\"g5\"/>");
        for (at, version) in ["1.03", "2.0", "2.1"].into_iter().enumerate() {
            let told = bring_in(&database.db, &edexml(version, "2025-2026", GROUPS, &rows, "")).1;
            assert_eq!((told.new, told.unchanged, told.refused.len()), (usize::from(at == 0), usize::from(at > 0), 0));
            assert_eq!((told.profile, told.groups.get("5/6")), (None, Some(&1)));
        }
    }

    fn staff_are_proposals_and_never_accounts(database: &Database) {
        use baken::ground::db::schema::accounts;
        use diesel::prelude::*;
        let staff = "<leerkracht key=\"t1\" eckid=\"x\"><achternaam>Bakker</achternaam><roepnaam>Jo</roepnaam><emailadres>Jo@wilgen.example</emailadres>\
             <rol>LRK</rol><groepen><groep key=\"g5\"/><groep key=\"g6\"/></groepen></leerkracht>\n\
             <leerkracht key=\"t2\"><achternaam>Smid</achternaam><rol>IB</rol><groepen><groep key=\"weg\"/></groepen></leerkracht>\n\
             <leerkracht key=\"t3\"><achternaam>Boer</achternaam><rol>OUD</rol></leerkracht>\n";
        let file = edexml("2.1", "2025-2026", GROUPS, &pupil("1", "Vos", "<groep key=\"g5\"/>"), staff);
        let told = bring_in(&database.db, &file).1;
        let jo = &told.staff["jo@wilgen.example"];
        assert_eq!((jo.name.as_str(), jo.proposed.as_deref(), jo.account), ("Jo Bakker", Some("mentor"), false));
        assert_eq!(jo.groups, ["5/6"]);
        assert_eq!(told.staff["Smid"].proposed.as_deref(), Some("coordinator"));
        assert_eq!(told.staff["Smid"].groups, ["? weg"], "a group that the file does not have is shown as it is");
        assert_eq!(told.staff["Boer"].proposed, None);
        let made: i64 = database.db.read_blocking(|conn| Ok(accounts::table.count().get_result(conn)?)).unwrap();
        assert_eq!(made, 0);
    }

    fn a_file_of_another_year_or_school_is_stopped(database: &Database) {
        let db = &database.db;
        let rows = pupil("1", "Vos", "<groep key=\"g5\"/>");
        let last = edexml("2.1", "2024-2025", GROUPS, &rows, "");
        let told = super::report(db, &stage(db, &last).expect("staged"));
        assert!(told.brake.expect("a brake").contains("2024-2025"));
        let other = edexml("2.1", "2025-2026", GROUPS, &rows, "").replace("99ZZ", "99YY");
        assert_eq!(key_of(stage(db, &other)), "file-other-school");
        // A year that the published schema does not list is as good as any other.
        let later = baken::ground::Clock::fixed(morning() + chrono::Duration::days(800));
        assert_eq!(bring_in_at(db, &later, &edexml("2.1", "2027-2028", GROUPS, &rows, "")).1.brake, None);
    }

    fn a_refused_pupil_goes_back_as_a_list_that_can_be_mended(database: &Database) {
        let db = &database.db;
        let rows = [pupil("1", "Vos", "<groep key=\"g5\"/>"), pupil("2", "Bos", "<geslacht>2</geslacht>")];
        let (id, told) = bring_in(db, &edexml("2.1", "2025-2026", GROUPS, &rows.concat(), ""));
        assert_eq!((told.new, told.refused.len()), (1, 1));
        let words = baken::ground::Words::default();
        let back = db.read_blocking(|conn| baken::evidence::imports::refused_file(conn, &id, words)).unwrap();
        let mended = back.expect("a list").replace("meisje;;", "meisje;5/6;");
        let told = bring_in(db, &mended).1;
        assert_eq!((told.new, told.refused.len()), (1, 0), "{mended} {:?}", told.refused);
    }
}
