//! Absence of a pupil as it is shown: the counts by period, and what published criteria say of them in sentences. Whoever sees
//! the scores sees it. The criteria themselves: `evidence::attendance::criteria`.

use crate::evidence::attendance::criteria::{self, Told};
use crate::evidence::attendance::{Attendance, store};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, Message, Result, Scope};
use crate::school::{Pupil, closed_weeks, store as people};

/// What was counted, and what explains it.
#[derive(Debug, Clone, Default)]
pub struct Absence {
    /// The periods of this school year and the one before, newest first.
    pub periods: Vec<Attendance>,
    /// What a criterion says of this school year, and where it comes from.
    pub told: Vec<(Message, Message)>,
}

/// The absence of a pupil, who was found through the scope.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, scope: &Scope, pupil: &Pupil) -> Result<Absence> {
    let school = people::school(conn, &pupil.school_id)?;
    let calendar = closed_weeks::calendar(conn, &school)?;
    let year = school_year(scope.today);
    let mut periods = store::of_pupil(conn, pupil)?;
    periods.retain(|one| one.ends_on >= school_year_start(year - 1));
    let now = periods.iter().take_while(|one| one.ends_on >= school_year_start(year));
    let now: Vec<Attendance> = now.cloned().collect();
    let told = criteria::told(&now, &calendar).iter().map(|told| (sentence(told), source(told))).collect();
    Ok(Absence { periods, told })
}

fn sentence(told: &Told) -> Message {
    Message::new(if told.within { "absence-reached" } else { "absence-perhaps" })
        .with("criterion", told.criterion.code.as_str())
        .with("counted", (told.counted * 10.0).round() / 10.0)
        .with("least", told.criterion.from)
        .with("weeks", told.criterion.weeks)
        .with("from", told.from.to_string())
        .with("until", told.until.to_string())
}

fn source(told: &Told) -> Message {
    Message::new("absence-source")
        .with("source", told.criterion.source.as_str())
        .with("date", told.criterion.date.to_string())
        .with("confirmed", if told.criterion.confirmed { "yes" } else { "no" })
}
