//! The list: one row per subject, its domains under it, in the order of what asks attention first.
//! Counts come from the same rows, so that they cannot disagree.

mod build;
mod fold;
mod names;
mod order;
mod row;

use std::collections::HashMap;

use self::fold::fold;
use self::names::Names;
use self::order::{asks, fits, order};
use self::row::join;
use crate::ground::{Conn, GroupId, Result, SchoolId, Scope, SignalId};
use crate::signals::again::asks_again;
use crate::signals::model::Level;
use crate::signals::state::State;
use crate::signals::store;

pub use self::order::waits;
pub use self::row::{Owner, Part, Reading, Row};

/// What to show.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this school.
    pub school: Option<SchoolId>,
    /// Only this group and its pupils.
    pub group: Option<GroupId>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only what this person has in hand or must answer as mentor.
    pub mine: bool,
    /// Only this state; without it, what waits for this person now (of one's own: all that is open).
    pub state: Option<State>,
}

/// The list and its counts.
#[derive(Debug, Clone)]
pub struct List {
    /// The rows that fit the filter; pupils may stand under the row of a group that moved (`fold`).
    pub rows: Vec<Row>,
    /// Rows that wait for this person.
    pub waiting: usize,
    /// Rows that are watched or talked about.
    pub followed: usize,
    /// Rows that are with other mentors.
    pub with_mentors: usize,
}

/// The list for a person.
///
/// # Errors
/// When the database refuses.
pub fn list(conn: &mut Conn, scope: &Scope, filter: &Filter) -> Result<List> {
    let mut rows = rows(conn, scope)?;
    rows.retain(|row| fits(row, filter));
    let count = |test: fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count();
    let mut list = List {
        waiting: count(asks),
        followed: count(|row| {
            matches!(row.state, State::Watching | State::InConversation | State::Planned | State::Referred)
        }),
        with_mentors: count(|row| row.state == State::WithMentor && !row.human && !asks(row)),
        rows,
    };
    match filter.state {
        Some(state) => list.rows.retain(|row| row.state == state),
        None if filter.mine => {}
        None => list.rows.retain(waits),
    }
    list.rows = fold(list.rows);
    Ok(list)
}

/// Everything open that a person may see, one row per subject, in the order of what asks attention first.
///
/// # Errors
/// When the database refuses.
pub fn rows(conn: &mut Conn, scope: &Scope) -> Result<Vec<Row>> {
    let open = store::open(conn, scope)?;
    let ids: Vec<SignalId> = open.iter().map(|signal| signal.id.clone()).collect();
    let mut evidence = store::evidence_of(conn, &ids)?;
    let moved = store::last_moves(conn, &ids)?;
    let names = Names::load(conn, scope, &open, &evidence)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for signal in open {
        let own = evidence.remove(&signal.id).unwrap_or_default();
        let again = asks_again(&signal, &own, moved.get(&signal.id).copied(), scope.today);
        if let Some(row) = at.get(&signal.subject).and_then(|i| rows.get_mut(*i)) {
            join(row, &signal, names.part(&signal, &own));
            row.again |= again;
        } else {
            at.insert(signal.subject.clone(), rows.len());
            rows.push(Row { again, ..names.row(&signal, &own) });
        }
    }
    for row in rows.iter_mut().filter(|row| row.state == State::WithMentor) {
        row.days_left = names.days_left(row);
    }
    rows.sort_by(|a, b| order(a).cmp(&order(b)).then(b.raised_at.cmp(&a.raised_at)));
    Ok(rows)
}
