//! What an outside partner is, as a row, and by which way it can be reached. Which grounds fit one: `partners`.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::PartnerId;
use crate::ground::db::schema::partners;
use crate::ground::ids::words_enum;

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
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = partners, treat_none_as_default_value = false)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Its kind: `schoolmaatschappelijk-werk`, `jeugdteam`, `samenwerkingsverband` …
    pub kind: String,
    /// How it can be reached.
    pub access_route: AccessRoute,
    /// The verified e-mail address for the link.
    pub email: String,
    /// The telephone number.
    pub phone: String,
    /// What it offers, in a line.
    pub offer: String,
    /// The waiting time as last told.
    pub waiting: String,
    /// When it was told.
    pub waiting_told_on: Option<NaiveDate>,
}
