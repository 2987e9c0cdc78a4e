//! Taking an act without a file back (a merge, a change of year), thing by thing, last first.

use super::rows_store as rows;
use super::signals_store::{self as signals, Held};
use crate::evidence::attendance::{Attendance, store as attendance};
use crate::evidence::critical::{CriticalAnswer, store as critical};
use crate::evidence::imports::model::{Change, Import, PupilRow};
use crate::evidence::imports::report::from_json;
use crate::evidence::imports::{aliases_store, people_store, rollover_store};
use crate::evidence::ratings::{Rating, store as ratings};
use crate::evidence::results::{Score, store as results};
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result};
use crate::school::Group;
use crate::school::model::{Membership, Relation};

pub use super::rows_store::take_back_apart;

/// Refuses where people wrote about the merged pupil since: nothing tells of which of the two.
pub fn refuse_if_written_of(conn: &mut Conn, act: &Import, changes: &[Change]) -> Result<()> {
    let since = act.decided_at.unwrap_or(act.created_at);
    for change in changes.iter().filter(|change| change.what == "pupil") {
        if rows::is_written_of(conn, &PupilId::from(change.subject.as_str()), since)? {
            return Err(Error::Conflict(Message::new("merge-built-on")));
        }
    }
    Ok(())
}

/// Puts one thing back as it was; what was made goes.
pub fn restore(conn: &mut Conn, act: &Import, change: &Change) -> Result<()> {
    let id = change.subject.as_str();
    let Some(before) = change.before.as_deref() else {
        return unmake(conn, act, &change.what, id);
    };
    match change.what.as_str() {
        "pupil" => {
            let row: PupilRow = from_json(before)?;
            if rows::is_there(conn, id)? {
                people_store::update_pupil(conn, &row)
            } else {
                rows::insert_pupil(conn, &row)
            }
        }
        "membership" => rows::put_membership(conn, &from_json::<Membership>(before)?),
        "tie" => rollover_store::put_tie(conn, &from_json::<Relation>(before)?),
        "group" => rollover_store::put_group(conn, &from_json::<Group>(before)?),
        "critical" => critical::insert(conn, &from_json::<CriticalAnswer>(before)?),
        "attendance" => attendance::insert(conn, &[from_json::<Attendance>(before)?]),
        "score" => results::insert(conn, &[from_json::<Score>(before)?]),
        "rating" => ratings::insert(conn, &[from_json::<Rating>(before)?]),
        "signal" => signals::save(conn, &from_json::<Held>(before)?),
        "evidence" => signals::hang(conn, id, &from_json::<String>(before)?),
        "alias" => {
            let stood_for: String = from_json(before)?;
            aliases_store::put(conn, &act.school_id, aliases_store::PUPIL, id, &stood_for)
        }
        what if rows::end(conn, what, id, None)? => Ok(()),
        what => rows::give(conn, what, id, &from_json::<PupilId>(before)?),
    }
}

fn unmake(conn: &mut Conn, act: &Import, what: &str, id: &str) -> Result<()> {
    match what {
        "alias" => aliases_store::drop(conn, &act.school_id, aliases_store::PUPIL, id),
        "group-alias" => aliases_store::drop(conn, &act.school_id, aliases_store::GROUP, id),
        "score" => {
            let [pupil, series, round] = parts(id)?;
            rows::delete_score(conn, (number(pupil)?, number(series)?, number(round)?))
        }
        "critical" => {
            let [pupil, list, informant, item, day] = parts(id)?;
            let day = day.parse().map_err(Error::internal)?;
            let place = (number(pupil)?, list.to_owned(), informant.to_owned(), item.to_owned(), day);
            rows::delete_answer(conn, place)
        }
        "attendance" => {
            let [pupil, from] = parts(id)?;
            attendance::delete_at(conn, (number(pupil)?, from.parse().map_err(Error::internal)?))
        }
        "rating" => {
            let [group, day, rater, rated] = parts(id)?;
            let day = day.parse().map_err(Error::internal)?;
            rows::delete_rating(conn, &GroupId::from(group), day, number(rater)?, number(rated)?)
        }
        _ => people_store::delete(conn, what, id),
    }
}

/// The parts of a subject, as `scores` and `apply_ratings` write them.
fn parts<const N: usize>(subject: &str) -> Result<[&str; N]> {
    let parts: Vec<&str> = subject.split(':').collect();
    parts.try_into().map_err(|_other_number| Error::internal(format!("no place: {subject}")))
}

fn number<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T> {
    text.parse().map_err(|problem| Error::internal(format!("{text}: {problem}")))
}
