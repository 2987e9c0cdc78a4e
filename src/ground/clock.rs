//! The only source of now. Times are stored in UTC; what a school calls today is Amsterdam's date.

use std::sync::{Arc, Mutex};

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, SubsecRound, Utc};

/// Tells the time: the machine's, or one that tests set by hand.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    Real,
    /// A clock that stands still until it is moved.
    Fixed(Arc<Mutex<NaiveDateTime>>),
}

impl Clock {
    /// A clock that stands still at this moment (UTC).
    #[must_use]
    pub fn fixed(at: NaiveDateTime) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    /// Now, in UTC, cut to microseconds: PostgreSQL keeps no finer.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
            Self::Real => Utc::now().naive_utc().trunc_subsecs(6),
            Self::Fixed(at) => at.lock().map_or_else(|broken| *broken.into_inner(), |at| *at),
        }
    }

    /// Today in Amsterdam.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        local(self.now()).date()
    }

    /// Moves a fixed clock forward; the real one goes by itself.
    pub fn advance(&self, by: Duration) {
        if let Self::Fixed(at) = self {
            let mut at = at.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *at += by;
        }
    }
}

/// A stored moment as the clock on the school's wall shows it.
#[must_use]
pub fn local(at: NaiveDateTime) -> NaiveDateTime {
    at.and_utc().with_timezone(&chrono_tz::Europe::Amsterdam).naive_local()
}

/// The school year a date falls in, by the year it began in: it turns on 1 August.
#[must_use]
pub fn school_year(on: NaiveDate) -> i32 {
    if on.month() >= 8 { on.year() } else { on.year() - 1 }
}

/// The first day of the round a date falls in, and of the next one: autumn from 1 August, spring from 1 January.
#[must_use]
pub fn round_of(on: NaiveDate) -> (NaiveDate, NaiveDate) {
    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    if on.month() >= 8 {
        (day(on.year(), 8), day(on.year() + 1, 1))
    } else {
        (day(on.year(), 1), day(on.year(), 8))
    }
}

/// Age in whole years on a day; none before birth, or beyond any age.
#[must_use]
pub fn age(born: NaiveDate, on: NaiveDate) -> Option<u8> {
    on.years_since(born).and_then(|age| u8::try_from(age).ok())
}

/// The first day of a school year.
#[must_use]
pub fn school_year_start(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 8, 1).unwrap_or_default()
}
