//! What rows need beside their signals, each looked up once: names, whose words a concern is in, what is one's own.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::row::Owner;
use crate::care::triage::assign;
use crate::evidence::observations::{self, Wordless};
use crate::ground::calendar::Calendar;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId, Scope, SignalId};
use crate::school::closed_weeks;
use crate::school::model::Group;
use crate::school::store as people;
use crate::signals::model::{Evidence, Signal};

/// The names that rows need, each looked up once.
pub(super) struct Names {
    pub(super) schools: HashMap<SchoolId, String>,
    pub(super) calendars: HashMap<SchoolId, Calendar>,
    pub(super) groups: HashMap<GroupId, Group>,
    pub(super) pupils: HashMap<PupilId, String>,
    pub(super) concerns: HashMap<String, Wordless>,
    pub(super) own_groups: Vec<GroupId>,
    pub(super) own_pupils: HashSet<PupilId>,
    pub(super) coordinated: Vec<SchoolId>,
    pub(super) owners: HashMap<String, Owner>,
    pub(super) me: AccountId,
    pub(super) today: NaiveDate,
}

impl Names {
    pub(super) fn load(
        conn: &mut Conn,
        scope: &Scope,
        signals: &[Signal],
        evidence: &HashMap<SignalId, Vec<Evidence>>,
    ) -> Result<Self> {
        let ids: Vec<PupilId> = signals.iter().filter_map(|s| s.pupil_id.clone()).collect();
        let own_schools = people::schools_of(conn, scope)?;
        let mut groups: HashMap<GroupId, Group> = HashMap::new();
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
        let concerns = observations::without_words(conn, &seen)?.into_iter();
        let concerns = concerns.map(|seen| (seen.id.clone(), seen)).collect();
        let subjects: Vec<&str> = signals.iter().map(|signal| signal.subject.as_str()).collect();
        let owners = assign::of_subjects(conn, &subjects)?
            .into_iter()
            .map(|(subject, (held, name))| (subject, Owner { name, held }))
            .collect();
        let own_groups: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
        // Who is tied to a cluster sees its pupils; their signals are answered by who is tied to the home group.
        let mut own_pupils = people::at_home_in(conn, &own_groups, scope.today)?;
        own_pupils.extend(scope.pupils.iter().map(|(id, _)| id.clone()));
        Ok(Self {
            calendars: closed_weeks::calendars(conn, &own_schools)?,
            schools: own_schools.into_iter().map(|school| (school.id, school.name)).collect(),
            groups,
            pupils,
            concerns,
            own_groups,
            own_pupils,
            coordinated: scope.schools_as(Role::Coordinator),
            owners,
            me: scope.account.clone(),
            today: scope.today,
        })
    }
}
