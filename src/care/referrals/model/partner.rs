//! What an outside partner is and what it offers, as rows, and by which way it can be reached. Which grounds fit one:
//! `partners`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::{offers, partners};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, OfferId, PartnerId};

words_enum! {
    /// By which way a partner can be reached: schools cannot refer to youth care themselves.
    AccessRoute {
        /// The school may ask directly.
        Direct = "direct",
        /// Through the municipality's youth team.
        Municipality = "municipality",
        /// Through the family doctor or the youth doctor.
        Doctor = "doctor",
        /// Through the partnership for fitting education.
        Samenwerkingsverband = "samenwerkingsverband",
    }
}

/// An outside partner, as in the board's directory.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset, Serialize)]
#[diesel(table_name = partners, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Its kind: `schoolmaatschappelijk-werk`, `jeugdteam`, `samenwerkingsverband` …
    pub kind: String,
    /// How it can be reached; an offer may have a way of its own.
    pub access_route: AccessRoute,
    /// The e-mail address for the link.
    pub email: String,
    /// The telephone number.
    pub phone: String,
    /// What it offers, in a line.
    pub offer: String,
    /// The waiting time as last told.
    pub waiting: String,
    /// When it was told.
    pub waiting_told_on: Option<NaiveDate>,
    /// Municipalities or districts, with commas between; empty: everywhere.
    pub regions: String,
    /// Whether it helps as a neighbour does: gets no data, parents get the address.
    pub informal: bool,
    /// Where it can be found, for a letter.
    pub address: String,
    /// How it was made sure that the e-mail address is this partner's.
    pub verified_how: String,
    /// On which day; none: not yet.
    pub verified_on: Option<NaiveDate>,
    /// By whom.
    pub verified_by: Option<AccountId>,
    /// When it left the directory.
    pub retired_at: Option<NaiveDateTime>,
}

impl Partner {
    /// A partner of which only this is known, with nothing verified.
    #[must_use]
    pub fn named(name: &str, kind: &str, access_route: AccessRoute, email: &str) -> Self {
        Self {
            id: PartnerId::fresh(),
            name: name.to_owned(),
            kind: kind.to_owned(),
            access_route,
            email: email.to_owned(),
            phone: String::new(),
            offer: String::new(),
            waiting: String::new(),
            waiting_told_on: None,
            regions: String::new(),
            informal: false,
            address: String::new(),
            verified_how: String::new(),
            verified_on: None,
            verified_by: None,
            retired_at: None,
        }
    }
}

/// Something a partner offers.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset, Serialize)]
#[diesel(table_name = offers, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Whose.
    pub partner_id: PartnerId,
    /// Its name.
    pub name: String,
    /// From which age, in whole years.
    pub ages_from: Option<i32>,
    /// Up to and including which age.
    pub ages_to: Option<i32>,
    /// What it is, in a line.
    pub text: String,
    /// How it can be reached.
    pub access_route: AccessRoute,
    /// The waiting time as last told.
    pub waiting: String,
    /// When it was told.
    pub waiting_told_on: Option<NaiveDate>,
    /// Since when it stands in the directory.
    pub created_at: NaiveDateTime,
    /// When it ended.
    pub retired_at: Option<NaiveDateTime>,
}

impl Offer {
    /// Whether it is for this age; an age that is not known fits no offer that has limits.
    #[must_use]
    pub fn fits(&self, age: Option<u32>) -> bool {
        let Some(age) = age.and_then(|age| i32::try_from(age).ok()) else {
            return self.ages_from.is_none() && self.ages_to.is_none();
        };
        self.ages_from.is_none_or(|from| age >= from) && self.ages_to.is_none_or(|to| age <= to)
    }
}
