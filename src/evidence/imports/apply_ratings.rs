//! Ratings made visible to the computing. A changed rating is noted with how it was; a new one carries the import's id.

use std::collections::HashSet;

use super::groups_store;
use super::rows_store;
use super::{
    counts::Counts, log::Log, model::Import, report::from_json, scores::begin_picture, staged::StagedRatings,
};
use crate::evidence::files::Opinion;
use crate::evidence::ratings::{Rating, store as ratings};
use crate::ground::{Conn, Error, Message, Result, clock};
use crate::school::store::school;

/// Stores the staged rows.
///
/// # Errors
/// `Conflict` where the school stopped asking for negative choices after the preview.
pub fn apply(conn: &mut Conn, import: &Import, counts: &Counts, log: &mut Log) -> Result<()> {
    let negative = school(conn, &import.school_id)?.negative_choices;
    let mut groups = groups_store::groups(conn, &import.school_id)?;
    let (mut written, mut replaced) = (Vec::new(), HashSet::new());
    for row in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        let row: StagedRatings = from_json(&row.parsed)?;
        let year = clock::school_year(row.taken_on);
        let (group, made) =
            groups_store::group_named(conn, &import.school_id, &mut groups, &row.group, year)?;
        if made {
            log.made("group", &group.id.0)?;
        }
        for one in row.given {
            if one.opinion == Opinion::Disliked && !negative {
                return Err(Error::Conflict(Message::new("import-overtaken")));
            }
            let rating = Rating {
                group_id: group.id.clone(),
                taken_on: row.taken_on,
                rater_key: row.rater_key,
                rated_key: one.rated_key,
                opinion: one.opinion.written(),
                points: row.points,
                import_id: import.id.clone(),
            };
            if one.replaces {
                replaced.insert(rating.place());
            }
            written.push(rating);
        }
    }
    if !replaced.is_empty() {
        let mut old = ratings::of_school(conn, &import.school_id)?;
        old.retain(|rating| replaced.contains(&rating.place()));
        for rating in &old {
            log.changed("rating", &subject(rating), rating)?;
        }
        ratings::delete(conn, &old)?;
    }
    ratings::insert(conn, &written)?;
    begin_picture(conn, import, counts, log)
}

/// The subject under which a rating stands in the notes.
pub fn subject(rating: &Rating) -> String {
    format!("{}:{}:{}:{}", rating.group_id, rating.taken_on, rating.rater_key, rating.rated_key)
}
