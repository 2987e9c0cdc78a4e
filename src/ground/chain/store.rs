//! What the chains ask of the database: lines of both logs in one shape, and their seals.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::link::{Line, Link};
use super::{Chain, What};
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{audit, meldcode_reads, seals};
use crate::ground::{Conn, Result};

/// A row of either log: id, when, who, then what happened to what, then reason and detail.
type Row = (String, NaiveDateTime, Option<String>, String, String, String, String, String, String);

fn line((id, at, account, actor, action, kind, subject, reason, detail): Row) -> Line {
    let what = vec![
        // As fine as both databases keep it.
        at.format("%Y-%m-%dT%H:%M:%S%.6f").to_string(),
        account.map_or_else(|| "-".to_owned(), |account| format!("+{account}")),
        actor,
        action,
        kind,
        subject,
    ];
    Line { id, what, words: vec![reason, detail] }
}

/// The rows of either log that pass a filter, as lines.
macro_rules! lines {
    ($conn:expr, $chain:expr, |$table:ident| $query:expr) => {
        match $chain {
            Chain::Log => {
                use audit as $table;
                let rows: Vec<Row> = $query
                    .select((
                        audit::id,
                        audit::at,
                        audit::account_id,
                        audit::actor,
                        audit::action,
                        audit::subject_kind,
                        audit::subject_id,
                        audit::reason,
                        audit::detail,
                    ))
                    .load($conn)?;
                rows
            }
            Chain::Meldcode => {
                use meldcode_reads as $table;
                // It has no capacity or kind of thing: files are all there is.
                let rows: Vec<Row> = $query
                    .select((
                        meldcode_reads::id,
                        meldcode_reads::at,
                        meldcode_reads::account_id,
                        meldcode_reads::id,
                        meldcode_reads::action,
                        meldcode_reads::id,
                        meldcode_reads::file_id,
                        meldcode_reads::reason,
                        meldcode_reads::detail,
                    ))
                    .load($conn)?;
                rows
            }
        }
    };
}

/// The first lines without a seal, in the order of their ids.
pub(super) fn unsealed(conn: &mut Conn, chain: Chain, limit: i64) -> Result<Vec<Line>> {
    let rows = lines!(conn, chain, |log| log::table.filter(log::seq.is_null()).order(log::id).limit(limit));
    Ok(rows.into_iter().map(line).collect())
}

/// These lines, as far as they are there.
pub(super) fn lines(conn: &mut Conn, chain: Chain, ids: &[String]) -> Result<Vec<Line>> {
    let rows = lines!(conn, chain, |log| log::table.filter(log::id.eq_any(ids)));
    Ok(rows.into_iter().map(line).collect())
}

/// Marks a line as sealed.
pub(super) fn mark(conn: &mut Conn, chain: Chain, id: &str, seq: i64) -> Result<()> {
    match chain {
        Chain::Log => diesel::update(audit::table.find(id)).set(audit::seq.eq(seq)).execute(conn)?,
        Chain::Meldcode => {
            diesel::update(meldcode_reads::table.find(id)).set(meldcode_reads::seq.eq(seq)).execute(conn)?
        }
    };
    Ok(())
}

/// Lines that say they are sealed and have no seal.
pub(super) fn marked_without_seal(conn: &mut Conn, chain: Chain) -> Result<Vec<String>> {
    let of_chain = seals::table.filter(seals::chain.eq(chain)).select(seals::line_id);
    Ok(match chain {
        Chain::Log => audit::table
            .filter(audit::seq.is_not_null())
            .filter(audit::id.ne_all(of_chain))
            .select(audit::id)
            .load(conn)?,
        Chain::Meldcode => meldcode_reads::table
            .filter(meldcode_reads::seq.is_not_null())
            .filter(meldcode_reads::id.ne_all(of_chain))
            .select(meldcode_reads::id)
            .load(conn)?,
    })
}

/// Which of these lines have a seal, and where.
pub(super) fn sealed_among(conn: &mut Conn, chain: Chain, lines: &[Line]) -> Result<Vec<(String, i64)>> {
    let ids: Vec<&String> = lines.iter().map(|line| &line.id).collect();
    Ok(seals::table
        .filter(seals::chain.eq(chain))
        .filter(seals::line_id.eq_any(ids))
        .select((seals::line_id, seals::seq))
        .load(conn)?)
}

/// Place and seal of the last of a chain.
pub(super) fn last(conn: &mut Conn, chain: Chain) -> Result<Option<(i64, String)>> {
    Ok(seals::table
        .filter(seals::chain.eq(chain))
        .order(seals::seq.desc())
        .select((seals::seq, seals::seal))
        .first(conn)
        .optional()?)
}

/// The next seals of a chain after a place.
pub(super) fn after(conn: &mut Conn, chain: Chain, seq: i64, limit: i64) -> Result<Vec<Link>> {
    Ok(seals::table
        .filter(seals::chain.eq(chain))
        .filter(seals::seq.gt(seq))
        .order(seals::seq)
        .limit(limit)
        .select(Link::as_select())
        .load(conn)?)
}

/// Whether a chain holds this seal.
pub(super) fn is_there(conn: &mut Conn, chain: Chain, seal: &str) -> Result<bool> {
    let held = seals::table.filter(seals::chain.eq(chain)).filter(seals::seal.eq(seal));
    Ok(diesel::select(diesel::dsl::exists(held)).get_result(conn)?)
}

pub(super) fn insert(conn: &mut Conn, links: &[Link]) -> Result<()> {
    if !links.is_empty() {
        insert_all!(conn, seals::table, links)?;
    }
    Ok(())
}

/// Takes lines away, or their words, and with them the salts; gives how many of them had been sealed.
pub(super) fn take_away(
    conn: &mut Conn,
    chain: Chain,
    what: What,
    ids: &[String],
    said: &str,
) -> Result<usize> {
    let of_chain = seals::table.filter(seals::chain.eq(chain)).filter(seals::line_id.eq_any(ids));
    let words = diesel::update(of_chain.clone().filter(seals::words_salt.is_not_null()));
    let none = None::<String>;
    match what {
        What::Words => {
            match chain {
                Chain::Log => diesel::update(audit::table.filter(audit::id.eq_any(ids)))
                    .set((audit::reason.eq(""), audit::detail.eq("")))
                    .execute(conn)?,
                Chain::Meldcode => {
                    diesel::update(meldcode_reads::table.filter(meldcode_reads::id.eq_any(ids)))
                        .set((meldcode_reads::reason.eq(""), meldcode_reads::detail.eq("")))
                        .execute(conn)?
                }
            };
            Ok(words.set((seals::words_salt.eq(none), seals::words_gone_by.eq(said))).execute(conn)?)
        }
        What::Lines => {
            match chain {
                Chain::Log => diesel::delete(audit::table.filter(audit::id.eq_any(ids))).execute(conn)?,
                Chain::Meldcode => {
                    diesel::delete(meldcode_reads::table.filter(meldcode_reads::id.eq_any(ids)))
                        .execute(conn)?
                }
            };
            let sealed = of_chain.filter(seals::line_salt.is_not_null());
            Ok(diesel::update(sealed)
                .set((
                    seals::line_salt.eq(none.clone()),
                    seals::words_salt.eq(none),
                    seals::line_gone_by.eq(said),
                ))
                .execute(conn)?)
        }
    }
}

/// How many lines, or the words of how many lines, one line says were forgotten: its detail, whichever log it stands in.
pub(super) fn said(conn: &mut Conn, id: &str) -> Result<Option<String>> {
    let log: Option<String> = audit::table.find(id).select(audit::detail).first(conn).optional()?;
    Ok(match log {
        Some(detail) => Some(detail),
        None => meldcode_reads::table.find(id).select(meldcode_reads::detail).first(conn).optional()?,
    })
}
