//! What a merge shows: who the two are, and what moves, without a word or figure of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Moved;
use crate::evidence::imports::known::Known;
use crate::evidence::imports::model::PupilRow;
use crate::evidence::imports::report::from_json;
use crate::evidence::imports::{actor::Actor, changes_store};
use crate::evidence::results::{Score, store as results};
use crate::ground::{Conn, ImportId, Message, PupilId, Result, SchoolId};

/// One of two pupils, as far as is needed to tell whether they are one.
#[derive(Debug, Clone)]
pub struct Side {
    /// The id, for the log.
    pub id: PupilId,
    /// The number.
    pub number: String,
    /// First name, infix, last name.
    pub name: String,
    /// Birth date, where known.
    pub birth_date: Option<NaiveDate>,
    /// The group of today, or the last one.
    pub group: String,
}

impl Side {
    /// In what two are equal, without what it is: who brings in need not read of pupils.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> [Message; 2] {
        let same = |same: bool| if same { "same" } else { "other" };
        let born = match (self.birth_date, other.birth_date) {
            (Some(one), Some(two)) => same(one == two),
            _ => "unknown",
        };
        let name = same(self.name.to_lowercase() == other.name.to_lowercase());
        [Message::new("merge-like-name").with("is", name), Message::new("merge-like-born").with("is", born)]
    }
}

/// A pupil of a school by number; none where there is none.
pub fn side(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId, number: &str) -> Result<Option<Side>> {
    actor.may_import(school)?;
    let known = Known::of(conn, school)?;
    Ok(known.pupils.get(number.trim()).map(|pupil| side_of(&known, pupil)))
}

fn side_of(known: &Known, pupil: &PupilRow) -> Side {
    let last = known.memberships.get(&pupil.id).and_then(|places| places.last());
    let name = [pupil.first_name.as_str(), &pupil.infix, &pupil.last_name].join(" ");
    Side {
        id: pupil.id.clone(),
        number: pupil.number.clone(),
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        birth_date: pupil.birth_date,
        group: last.and_then(|place| known.group(place)).map_or_else(String::new, |group| group.name.clone()),
    }
}

/// What a merge or a change of year moved or set aside.
pub fn moved(conn: &mut Conn, act: &ImportId) -> Result<Moved> {
    let changes = changes_store::changes(conn, act)?;
    let mut told = Moved::default();
    let made: Vec<&str> = changes
        .iter()
        .filter(|one| one.what == "score" && one.before.is_none())
        .map(|one| place(&one.subject))
        .collect();
    let (mut series, mut rounds) = (BTreeMap::new(), BTreeMap::new());
    let mut coming = BTreeMap::new();
    // What the one who stays had already is no news. The notes come last first, and theirs is the first.
    let stays = changes
        .iter()
        .rfind(|one| one.what == "pupil")
        .map(|one| format!("\"pupil_id\":\"{}\"", one.subject));
    for change in &changes {
        let Some(before) = &change.before else { continue };
        if stays.as_ref().is_some_and(|own| before.contains(own)) {
            continue;
        }
        *told.moved.entry(change.what.clone()).or_default() += 1;
        if change.what == "score" {
            *coming.entry(place(&change.subject)).or_insert(0) += 1;
        }
    }
    if let Some(scores) = told.moved.get_mut("score") {
        *scores = made.len();
    }
    for change in changes.iter().filter(|one| one.what == "score") {
        let Some(before) = change.before.as_deref() else { continue };
        let at = place(&change.subject);
        let double = coming.get(at).is_some_and(|count| *count > 1);
        if made.contains(&at) && !double {
            continue;
        }
        if series.is_empty() {
            series = results::series_keys(conn)?
                .into_iter()
                .map(|(one, key)| {
                    (key, format!("{}, {}, {}", one.instrument, one.scale, one.informant.code()))
                })
                .collect();
            rounds = results::round_keys(conn)?.into_iter().map(|(label, key)| (key, label)).collect();
        }
        let score: Score = from_json(before)?;
        let list = series.get(&score.series_key).cloned().unwrap_or_default();
        told.aside.push((list, rounds.get(&score.round_key).cloned().unwrap_or_default()));
    }
    told.aside.sort();
    told.aside.dedup();
    told.moved.retain(|what, count| {
        *count > 0
            && !["pupil", "evidence", "alias", "objection-end", "list-consent-end", "critical"]
                .contains(&what.as_str())
    });
    Ok(told)
}

/// Series and round of a score's subject, without the pupil.
fn place(subject: &str) -> &str {
    subject.split_once(':').map_or(subject, |(_, place)| place)
}
