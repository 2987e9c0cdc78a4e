//! A roster made visible: pupils, their groups by date, and the mentors who have an account.
//!
//! A pupil who comes in for the first time sits in the group from the first day of this school year, so that
//! scores given before the import find a group; a later change counts from today.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::groups_store;
use super::rows_store;
use super::{
    diff::{Status, roster_status},
    known::Known,
    log::Log,
    mentors,
    model::{Import, PupilRow},
    people_store,
    report::from_json,
};
use crate::evidence::files::RosterRow;
use crate::ground::db::counter;
use crate::ground::{Conn, Error, GroupId, PupilId, Result, clock};
use crate::school::model::Membership;

mod places;

/// Stores the staged rows.
pub fn apply(
    conn: &mut Conn,
    import: &Import,
    now: NaiveDateTime,
    today: NaiveDate,
    log: &mut Log,
) -> Result<()> {
    let staged = rows_store::rows(conn, &import.id, &["new", "changed", "unchanged"])?;
    let rows: Vec<RosterRow> = staged.iter().map(|row| from_json(&row.parsed)).collect::<Result<_>>()?;
    let mut work = Work {
        known: Known::of(conn, &import.school_id)?,
        import,
        today,
        log,
        pupils: Vec::new(),
        memberships: Vec::new(),
    };
    let new = rows.iter().filter(|row| !work.known.pupils.contains_key(&row.number)).count();
    let keys = counter::take(conn, "pupil", i64::try_from(new).map_err(Error::internal)?)?;
    let mut keys = keys..;
    let mut named = Vec::new();
    for row in &rows {
        let status = roster_status(row, &work.known, today);
        // The group of a pupil who left is not made again.
        if let Some(last) = row.left(today) {
            if status == Status::Changed {
                work.leave(conn, row, last)?;
            }
            continue;
        }
        let group = work.group(conn, &row.group, clock::school_year(today))?;
        match status {
            Status::New => work.add(conn, row, &group, keys.next().unwrap_or_default(), now)?,
            Status::Changed => work.change(conn, row, &group)?,
            Status::Unchanged => {}
        }
        if let Some(mentor) = &row.mentor {
            named.push((mentor.clone(), group));
        }
    }
    people_store::insert_pupils(conn, &work.pupils)?;
    people_store::insert_memberships(conn, &work.memberships)?;
    mentors::tie(conn, import, &named, today, log)
}

struct Work<'a> {
    known: Known,
    import: &'a Import,
    today: NaiveDate,
    log: &'a mut Log,
    pupils: Vec<PupilRow>,
    memberships: Vec<Membership>,
}

impl Work<'_> {
    /// The group of a name in a school year; made when there is none.
    fn group(&mut self, conn: &mut Conn, name: &str, year: i32) -> Result<GroupId> {
        let school = &self.import.school_id;
        let (group, made) = groups_store::group_named(conn, school, &mut self.known.groups, name, year)?;
        if made {
            self.log.made("group", &group.id.0)?;
        }
        Ok(group.id.clone())
    }

    fn add(
        &mut self,
        conn: &mut Conn,
        row: &RosterRow,
        group: &GroupId,
        key: i64,
        now: NaiveDateTime,
    ) -> Result<()> {
        let pupil = PupilRow {
            id: PupilId::fresh(),
            key,
            school_id: self.import.school_id.clone(),
            number: row.number.clone(),
            first_name: row.first_name.clone(),
            infix: row.infix.clone(),
            last_name: row.last_name.clone(),
            birth_date: row.birth_date,
            sex: row.sex.clone(),
            created_at: now,
        };
        self.log.made("pupil", &pupil.id.0)?;
        if row.earlier.is_empty() {
            let from = row.starts_on.map_or(self.year_start(), |day| day.max(self.year_start()));
            self.seat(&pupil.id, row, group, (from, None))?;
        } else {
            self.seat_in_turn(conn, &pupil.id, row)?;
        }
        let from = row.starts_on.map_or(self.year_start(), |day| day.max(self.year_start()));
        self.enter_clusters(conn, &pupil.id, row, from)?;
        self.pupils.push(pupil);
        Ok(())
    }

    fn change(&mut self, conn: &mut Conn, row: &RosterRow, group: &GroupId) -> Result<()> {
        let Some(pupil) = self.mend(conn, row)? else {
            return Ok(());
        };
        self.enter_clusters(conn, &pupil.id, row, self.today)?;
        if !row.earlier.is_empty() {
            return self.seat_in_turn(conn, &pupil.id, row);
        }
        let Some(place) = self.known.place(&pupil.id, self.today).cloned() else {
            return self.seat(&pupil.id, row, group, (self.first_free_day(&pupil.id), None));
        };
        let year = row.year.clone().unwrap_or_else(|| place.year.clone());
        if place.group_id == *group && place.year == year {
            return Ok(());
        }
        self.log.changed("membership", &place.id, &place)?;
        // A place of an earlier school year ended with it; one of this year ends the day before today.
        let from = if place.starts_on < self.year_start() { self.year_start() } else { self.today };
        if place.group_id == *group || place.starts_on >= from {
            let group_id = group.clone();
            let mended = Membership { group_id, year, ..place };
            return people_store::update_membership(conn, &mended);
        }
        // What ended the old place, such as a change of year that is known already, ends the new one.
        let until = place.ends_on;
        let ended = Membership { ends_on: from.checked_sub_days(Days::new(1)), ..place };
        people_store::update_membership(conn, &ended)?;
        self.seat(&pupil.id, row, group, (from, until))
    }

    /// What the row says of the pupil; gives the pupil, where known.
    fn mend(&mut self, conn: &mut Conn, row: &RosterRow) -> Result<Option<PupilRow>> {
        let Some(pupil) = self.known.pupils.get(&row.number).cloned() else {
            return Ok(None);
        };
        let renewed = PupilRow {
            first_name: row.first_name.clone(),
            infix: row.infix.clone(),
            last_name: row.last_name.clone(),
            birth_date: row.birth_date.or(pupil.birth_date),
            sex: row.sex.clone().or_else(|| pupil.sex.clone()),
            ..pupil.clone()
        };
        if renewed != pupil {
            self.log.changed("pupil", &pupil.id.0, &pupil)?;
            people_store::update_pupil(conn, &renewed)?;
        }
        Ok(Some(pupil))
    }

    /// A pupil who left: the places of today end with the last day.
    fn leave(&mut self, conn: &mut Conn, row: &RosterRow, last: NaiveDate) -> Result<()> {
        let Some(pupil) = self.mend(conn, row)? else {
            return Ok(());
        };
        let home = self.known.place(&pupil.id, self.today).into_iter();
        let places = home.chain(self.known.clusters(&pupil.id, self.today));
        for place in places.filter(|place| place.ends_on.is_none_or(|end| end > last)) {
            self.log.changed("membership", &place.id, place)?;
            let ends_on = Some(last.max(place.starts_on));
            people_store::update_membership(conn, &Membership { ends_on, ..place.clone() })?;
        }
        Ok(())
    }

    fn year_start(&self) -> NaiveDate {
        clock::school_year_start(clock::school_year(self.today))
    }
}
