//! The rosters of the cast: who is in which group.

use std::fmt::Write as _;

use super::cast::GROUP_SIZE;
use super::people::{MENTOR, OTHER_MENTOR};

const ROSTER: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;mentor\n";

/// Two groups of the same size; number 1 is Tom, the first of 6B is Noor.
pub(super) fn roster() -> String {
    let mut text = ROSTER.to_owned();
    for at in 1..=2 * GROUP_SIZE {
        let (group, mentor) = if at <= GROUP_SIZE { ("6A", OTHER_MENTOR) } else { ("6B", MENTOR) };
        let name = match at {
            1 => "Tom;Bakker".to_owned(),
            _ if at == GROUP_SIZE + 1 => "Noor;Vos".to_owned(),
            _ => format!("Kind{at};Wilgen{at}"),
        };
        writeln!(text, "{at:03};{name};2015-05-05;{group};6;{mentor}").expect("a line");
    }
    text
}

/// One group at De Elzen; number 1 is Sam.
pub(super) fn neighbours_roster() -> String {
    let mut text = ROSTER.to_owned();
    for at in 1..=12 {
        let name = match at {
            1 => "Sam;Overkant".to_owned(),
            _ => format!("Kind{at};Overkant{at}"),
        };
        writeln!(text, "{at:03};{name};2014-05-05;7A;7;").expect("a line");
    }
    text
}
