//! The places that a roster gives: the home group from a day on, home groups in turn for a pupil who moved, clusters.

use chrono::{Days, NaiveDate};

use super::Work;
use crate::evidence::files::RosterRow;
use crate::evidence::imports::{clusters, people_store, stays};
use crate::ground::{Conn, GroupId, PupilId, Result, clock, ids};
use crate::school::model::Membership;

impl Work<'_> {
    /// Ends and begins places in clusters as the row says; those that begin do so on a day.
    pub(super) fn enter_clusters(
        &mut self,
        conn: &mut Conn,
        pupil: &PupilId,
        row: &RosterRow,
        from: NaiveDate,
    ) -> Result<()> {
        let change = clusters::change(row, &self.known, pupil, self.today);
        for (place, ends_on) in change.ends {
            self.log.changed("membership", &place.id, place)?;
            people_store::update_membership(conn, &Membership { ends_on, ..place.clone() })?;
        }
        let begins: Vec<String> = change.begins.into_iter().map(ToOwned::to_owned).collect();
        for name in &begins {
            let group_id = self.group(conn, name, clock::school_year(self.today))?;
            let place = Membership { cluster: true, ..Self::place(pupil, row, &group_id, (from, None)) };
            self.take(place)?;
        }
        Ok(())
    }

    /// The home groups of a pupil who moved, in the school years that the row names: what is held there becomes what the
    /// row says, in their order.
    pub(super) fn seat_in_turn(&mut self, conn: &mut Conn, pupil: &PupilId, row: &RosterRow) -> Result<()> {
        let named = stays::named(row, self.today);
        for of_year in named.chunk_by(|one, two| one.school_year == two.school_year) {
            let Some(first) = of_year.first() else { continue };
            let held: Vec<Membership> =
                stays::held(&self.known, pupil, first.school_year).into_iter().cloned().collect();
            let until = held.last().and_then(|last| last.ends_on);
            for (at, named) in of_year.iter().enumerate() {
                let group_id = self.group(conn, named.group, named.school_year)?;
                let Some(place) = held.get(at) else {
                    let until = named.ends_on.or(until.filter(|last| *last > named.starts_on));
                    let place = Self::place(pupil, row, &group_id, (named.starts_on, until));
                    let year = named.year.unwrap_or_default().to_owned();
                    self.take(Membership { year, ends_on: until, ..place })?;
                    continue;
                };
                let becomes = Membership { group_id, ..stays::becomes(place, named) };
                if becomes != *place {
                    self.log.changed("membership", &place.id, place)?;
                    people_store::update_membership(conn, &becomes)?;
                }
            }
            for surplus in held.iter().skip(of_year.len()) {
                self.log.changed("membership", &surplus.id, surplus)?;
                let ends_on = surplus.starts_on.pred_opt();
                people_store::update_membership(conn, &Membership { ends_on, ..surplus.clone() })?;
            }
        }
        Ok(())
    }

    /// A place from a day on, until a day where the list names none.
    pub(super) fn seat(
        &mut self,
        pupil: &PupilId,
        row: &RosterRow,
        group: &GroupId,
        days: (NaiveDate, Option<NaiveDate>),
    ) -> Result<()> {
        let place = Self::place(pupil, row, group, days);
        self.take(place)
    }

    fn place(
        pupil: &PupilId,
        row: &RosterRow,
        group: &GroupId,
        (from, until): (NaiveDate, Option<NaiveDate>),
    ) -> Membership {
        Membership {
            id: ids::fresh(),
            pupil_id: pupil.clone(),
            group_id: group.clone(),
            year: row.year.clone().unwrap_or_default(),
            starts_on: from,
            ends_on: row.ends_on.or(until).filter(|last| *last >= from),
            cluster: false,
        }
    }

    fn take(&mut self, place: Membership) -> Result<()> {
        self.log.made("membership", &place.id)?;
        self.memberships.push(place);
        Ok(())
    }

    /// For a pupil who comes back: the first day of this school year, or the day after the last place in it.
    pub(super) fn first_free_day(&self, pupil: &PupilId) -> NaiveDate {
        let places = self.known.memberships.get(pupil);
        let last = places.and_then(|places| places.iter().filter_map(|place| place.ends_on).max());
        let after = last.and_then(|last| last.checked_add_days(Days::new(1)));
        after.unwrap_or_else(|| self.year_start()).max(self.year_start())
    }
}
