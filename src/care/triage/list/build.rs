//! Making a row, and a part of one, of a signal and its evidence. Looking the names up: `names`.

use super::names::Names;
use super::row::{Found, Part, Reading, Row, mentor};
use crate::signals::kept::Kept;
use crate::signals::model::{Evidence, Level, Signal};
use crate::signals::raise::shown_domain;

impl Names {
    pub(super) fn part(&self, signal: &Signal, evidence: &[Evidence]) -> Part {
        let speaks = Evidence::gravest(evidence.iter().filter(|e| e.observation_id.is_none()));
        let kept = speaks.and_then(|e| Kept::read(&e.finding));
        Part {
            id: signal.id.clone(),
            domain: shown_domain(&signal.domain).to_owned(),
            sentence: kept.as_ref().map(|kept| kept.reason.clone()),
            found: evidence.iter().filter(|e| !e.withdrawn).map(found).collect(),
            kept,
            concern: evidence
                .iter()
                .filter_map(|e| self.concerns.get(e.observation_id.as_ref()?))
                .map(|seen| (seen.source, seen.seen_on))
                .max_by_key(|(_, on)| *on),
            quiet: signal.is_quiet(self.today),
            withdrawn: !evidence.is_empty() && evidence.iter().all(|e| e.withdrawn),
            on_paper: signal.may_lie_open() && evidence.iter().any(|one| self.may_be_asked(one)),
            reading: signal.read_until.map(|until| Reading {
                until,
                read_at: signal.read_at,
                is_reminded: signal.reminded_at.is_some(),
            }),
        }
    }

    /// Whether what a signal rests on may be asked about: a finding, or an observation that may go home.
    fn may_be_asked(&self, evidence: &Evidence) -> bool {
        let seen = evidence.observation_id.as_ref();
        !evidence.withdrawn
            && seen.is_none_or(|id| self.concerns.get(id).is_some_and(|seen| seen.may_go_home))
    }

    /// How many school days a mentor has for a row.
    pub(super) fn days_left(&self, row: &Row) -> Option<u32> {
        let calendar = self.calendars.get(&row.school_id)?;
        Some(calendar.days_between(self.today, row.mentor_until?))
    }

    pub(super) fn row(&self, signal: &Signal, evidence: &[Evidence]) -> Row {
        let group = signal
            .group_id
            .as_ref()
            .and_then(|id| self.groups.get(id))
            .map(|group| (group.id.clone(), group.name.clone()));
        let school = self.schools.get(&signal.school_id).cloned().unwrap_or_default();
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
            severity: signal.severity,
            human: signal.human,
            state: signal.state,
            look_on: signal.look_on,
            mentor_until: signal.mentor_until,
            days_left: None,
            mentor: mentor(signal),
            held_by_me: self
                .owners
                .get(&signal.subject)
                .is_some_and(|owner| owner.held.account_id == self.me),
            owner: self.owners.get(&signal.subject).cloned(),
            reopened: signal.reopened,
            again: false,
            mine: match &signal.pupil_id {
                Some(id) => self.own_pupils.contains(id),
                None => signal.group_id.as_ref().is_some_and(|id| self.own_groups.contains(id)),
            },
            coordinated: self.coordinated.contains(&signal.school_id),
            raised_at: signal.raised_at,
            changed_at: signal.changed_at,
            parts: vec![self.part(signal, evidence)],
            folded: Vec::new(),
        }
    }
}

/// The series also names the scale: `instrument/informant/scale`.
fn found(evidence: &Evidence) -> Found {
    Found {
        rule: evidence.rule.clone(),
        list: evidence.series.rsplit_once('/').map_or("", |(list, _)| list).to_owned(),
        round: evidence.round.clone(),
        severity: evidence.severity,
    }
}
