//! The list: one row per subject, its domains under it, in the order of what asks attention first.
//! Counts come from the same rows, so that they cannot disagree.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::observations::{self, Source};
use crate::ground::scope::Role;
use crate::ground::{Conn, GroupId, Message, PupilId, Result, SchoolId, Scope, SignalId};
use crate::school::model::{Group, School};
use crate::school::store as people;
use crate::signals::again::asks_again;
use crate::signals::kept::Kept;
use crate::signals::model::{Evidence, Level, Severity, Signal};
use crate::signals::state::State;
use crate::signals::store;

/// What to show.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this school.
    pub school: Option<SchoolId>,
    /// Only this group and its pupils.
    pub group: Option<GroupId>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this state; without it, what waits for this person now.
    pub state: Option<State>,
}

/// One signal within a row.
#[derive(Debug, Clone)]
pub struct Part {
    /// The signal.
    pub id: SignalId,
    /// The domain.
    pub domain: String,
    /// The sentence, as the rules said it; none for a person's concern.
    pub sentence: Option<Message>,
    /// The series for the small chart.
    pub kept: Option<Kept>,
    /// Whose words a person's concern is in, and of which day; the latest.
    pub concern: Option<(Source, NaiveDate)>,
    /// Whether all evidence was taken back with its import.
    pub withdrawn: bool,
}

/// One row: a subject and everything open about it.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a row may have beside the others"
)]
pub struct Row {
    /// The first signal's id: the decision is made on it and covers the row.
    pub id: SignalId,
    /// Pupil, group or school.
    pub level: Level,
    /// The pupil, when it is one.
    pub pupil: Option<PupilId>,
    /// The name of the subject.
    pub name: String,
    /// The group's id and name.
    pub group: Option<(GroupId, String)>,
    /// The school's id.
    pub school_id: SchoolId,
    /// The school's name.
    pub school: String,
    /// The region whose holidays the school has.
    pub region: String,
    /// The highest severity.
    pub severity: Severity,
    /// Whether a person worries.
    pub human: bool,
    /// The state of the row: the one that asks most.
    pub state: State,
    /// The day to look back or watch until.
    pub look_on: Option<NaiveDate>,
    /// The day the mentor's term ends.
    pub mentor_until: Option<NaiveDate>,
    /// What the mentor said: view, choice, note.
    pub mentor: Option<(String, Option<String>, String)>,
    /// Whether it came back after it had ended.
    pub reopened: bool,
    /// Whether it asks for the coordinator again while somebody works on it.
    pub again: bool,
    /// Whether it is about a pupil or group of this person's own.
    pub mine: bool,
    /// Whether this person coordinates the care of its school. Roles combine: both may hold.
    pub coordinated: bool,
    /// When it was raised.
    pub raised_at: NaiveDateTime,
    /// The signals of the row.
    pub parts: Vec<Part>,
}

/// The list and its counts.
#[derive(Debug, Clone)]
pub struct List {
    /// The rows that fit the filter.
    pub rows: Vec<Row>,
    /// Rows that wait for this person.
    pub waiting: usize,
    /// Rows that are watched or talked about.
    pub followed: usize,
    /// Rows that are with mentors.
    pub with_mentors: usize,
}

/// The list for a person.
///
/// # Errors
/// When the database refuses.
pub fn list(conn: &mut Conn, scope: &Scope, filter: &Filter) -> Result<List> {
    let open = store::open(conn, scope)?;
    let ids: Vec<SignalId> = open.iter().map(|signal| signal.id.clone()).collect();
    let mut evidence: HashMap<SignalId, Vec<Evidence>> = HashMap::new();
    for one in store::evidence(conn, &ids)? {
        evidence.entry(one.signal_id.clone()).or_default().push(one);
    }
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
    rows.retain(|row| fits(row, filter));
    let count = |test: fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count();
    let mut list = List {
        waiting: count(waits),
        followed: count(|row| {
            matches!(row.state, State::Watching | State::InConversation | State::Planned | State::Referred)
        }),
        with_mentors: count(|row| row.state == State::WithMentor && !row.human),
        rows,
    };
    match filter.state {
        Some(state) => list.rows.retain(|row| row.state == state),
        None => list.rows.retain(waits),
    }
    list.rows.sort_by(|a, b| order(a).cmp(&order(b)).then(b.raised_at.cmp(&a.raised_at)));
    Ok(list)
}

/// Whether a row waits for this person: for a coordinator what is new, what a person worries about and what
/// asks again; for a mentor what is with the mentor or taken up.
fn waits(row: &Row) -> bool {
    match row.state {
        State::New => true,
        State::WithMentor => row.mine || row.human,
        State::InConversation => row.mine || row.again,
        _ => row.again && row.coordinated,
    }
}

/// Urgent first, then what people worry about, then school and groups above pupils.
fn order(row: &Row) -> (Severity, bool, u8, String) {
    let level = match row.level {
        Level::School => 0,
        Level::Group => 1,
        Level::Pupil => 2,
    };
    (row.severity, !row.human, level, row.name.clone())
}

fn fits(row: &Row, filter: &Filter) -> bool {
    let school = filter.school.as_ref().is_none_or(|id| *id == row.school_id);
    let group = filter.group.as_ref().is_none_or(|id| row.group.as_ref().is_some_and(|(own, _)| own == id));
    school && group && filter.level.is_none_or(|level| level == row.level)
}

/// The state that asks most comes first.
const fn asks(state: State) -> u8 {
    match state {
        State::New => 0,
        State::WithMentor => 1,
        State::InConversation => 2,
        State::Watching => 3,
        State::Planned => 4,
        State::Referred => 5,
        State::NoAction | State::Closed => 6,
    }
}

fn join(row: &mut Row, signal: &Signal, part: Part) {
    row.severity = row.severity.min(signal.severity);
    row.human |= signal.human;
    row.reopened |= signal.reopened;
    row.raised_at = row.raised_at.max(signal.raised_at);
    if asks(signal.state) < asks(row.state) {
        row.state = signal.state;
        row.id = signal.id.clone();
    }
    row.look_on = [row.look_on, signal.look_on].into_iter().flatten().min();
    row.mentor_until = [row.mentor_until, signal.mentor_until].into_iter().flatten().min();
    row.mentor = row.mentor.take().or_else(|| mentor(signal));
    row.parts.push(part);
}

fn mentor(signal: &Signal) -> Option<(String, Option<String>, String)> {
    signal.mentor_view.clone().map(|view| (view, signal.mentor_choice.clone(), signal.mentor_note.clone()))
}

/// The names that rows need, each looked up once.
struct Names {
    schools: HashMap<SchoolId, School>,
    groups: HashMap<GroupId, Group>,
    pupils: HashMap<PupilId, String>,
    concerns: HashMap<String, (Source, NaiveDate)>,
    own_groups: Vec<GroupId>,
    own_pupils: HashSet<PupilId>,
    coordinated: Vec<SchoolId>,
}

impl Names {
    fn load(
        conn: &mut Conn,
        scope: &Scope,
        signals: &[Signal],
        evidence: &HashMap<SignalId, Vec<Evidence>>,
    ) -> Result<Self> {
        let ids: Vec<PupilId> = signals.iter().filter_map(|s| s.pupil_id.clone()).collect();
        let mut schools = HashMap::new();
        let mut groups: HashMap<GroupId, Group> = HashMap::new();
        for school in people::schools_of(conn, scope)? {
            schools.insert(school.id.clone(), school);
        }
        let ids_of_groups: Vec<GroupId> = signals.iter().filter_map(|s| s.group_id.clone()).collect();
        for group in people::groups_by_id(conn, &ids_of_groups)? {
            groups.insert(group.id.clone(), group);
        }
        let pupils = people::pupils_by_id(conn, scope, &ids)?
            .into_iter()
            .map(|pupil| (pupil.id.clone(), pupil.short_name()))
            .collect();
        let seen: Vec<String> =
            evidence.values().flatten().filter_map(|one| one.observation_id.clone()).collect();
        let concerns = observations::whose_and_when(conn, &seen)?
            .into_iter()
            .map(|(id, source, on)| (id, (source, on)))
            .collect();
        let own_groups: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
        let mut own_pupils: HashSet<PupilId> = scope.pupils.iter().map(|(id, _)| id.clone()).collect();
        for group in &own_groups {
            let members = people::pupils_of_group(conn, scope, group)?;
            own_pupils.extend(members.into_iter().map(|pupil| pupil.id));
        }
        Ok(Self {
            schools,
            groups,
            pupils,
            concerns,
            own_groups,
            own_pupils,
            coordinated: scope.schools_as(Role::Coordinator),
        })
    }

    fn part(&self, signal: &Signal, evidence: &[Evidence]) -> Part {
        // The gravest finding speaks; among equals the latest.
        let speaks = evidence
            .iter()
            .filter(|e| e.observation_id.is_none())
            .min_by_key(|e| (e.severity, std::cmp::Reverse(e.raised_at)));
        let kept = speaks.and_then(|e| Kept::read(&e.finding));
        Part {
            id: signal.id.clone(),
            domain: signal.domain.clone(),
            sentence: kept.as_ref().map(|kept| kept.reason.clone()),
            kept,
            concern: evidence
                .iter()
                .filter_map(|e| self.concerns.get(e.observation_id.as_ref()?))
                .max_by_key(|(_, on)| *on)
                .copied(),
            withdrawn: !evidence.is_empty() && evidence.iter().all(|e| e.withdrawn),
        }
    }

    fn row(&self, signal: &Signal, evidence: &[Evidence]) -> Row {
        let group = signal
            .group_id
            .as_ref()
            .and_then(|id| self.groups.get(id))
            .map(|group| (group.id.clone(), group.name.clone()));
        let (school, region) = self
            .schools
            .get(&signal.school_id)
            .map(|school| (school.name.clone(), school.region.clone()))
            .unwrap_or_default();
        let name = match signal.level {
            Level::Pupil => signal.pupil_id.as_ref().and_then(|id| self.pupils.get(id)).cloned(),
            Level::Group => group.as_ref().map(|(_, name)| name.clone()),
            Level::School => Some(school.clone()),
        }
        .unwrap_or_default();
        Row {
            id: signal.id.clone(),
            level: signal.level,
            pupil: signal.pupil_id.clone(),
            name,
            group,
            school_id: signal.school_id.clone(),
            school,
            region,
            severity: signal.severity,
            human: signal.human,
            state: signal.state,
            look_on: signal.look_on,
            mentor_until: signal.mentor_until,
            mentor: mentor(signal),
            reopened: signal.reopened,
            again: false,
            mine: match &signal.pupil_id {
                Some(id) => self.own_pupils.contains(id),
                None => signal.group_id.as_ref().is_some_and(|id| self.own_groups.contains(id)),
            },
            coordinated: self.coordinated.contains(&signal.school_id),
            raised_at: signal.raised_at,
            parts: vec![self.part(signal, evidence)],
        }
    }
}
