//! What may be done on the list with keys: only those that a row of it has. Which they are on a row: `signals_row.html`.

use super::may::May;
use super::rows::Row;
use crate::web::page::Page;

/// What there may be, in the order in which it is told: names of the words in the message files.
const ALL: [&str; 7] = ["talk", "answer", "watch", "close", "plan", "none", "refer"];

/// The keys of these rows, in words.
pub(super) fn keys(page: &Page, rows: &[Row]) -> String {
    let here =
        |what: &&str| rows.iter().flat_map(|row| row.folded.iter().chain([row])).any(|row| has(row, what));
    let acts = ALL.into_iter().filter(here).map(|what| page.t1("keys-act", "what", what));
    let [first, last] = ["keys-move", "keys-help"].map(|key| page.t(key));
    std::iter::once(first).chain(acts).chain([last]).collect::<Vec<_>>().join(" · ")
}

fn has(row: &Row, what: &str) -> bool {
    match row.may {
        May::Decide if what == "refer" => !row.pupil.is_empty(),
        May::Decide => ["talk", "watch", "plan", "none"].contains(&what),
        May::Answer => what == "answer",
        May::GoOn => ["close", "plan", "none"].contains(&what),
        May::Look => false,
    }
}
