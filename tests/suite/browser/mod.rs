//! Journeys in a real browser: every screen in four looks (desk and phone, light and dark) without an objection of
//! axe, and the few things that must go quickly with keys or thumbs.

mod imports;
mod keys;
mod screens;
mod walks;

use serde_json::json;

use crate::journeys::Town;
use crate::journeys::referring::{link_in, sent};
use crate::support::cast::{COORDINATOR, MENTOR};
use crate::support::{Database, MailServer};

/// A school in the middle of its year: a signal, a concern, a strength, conversations, a referral that was sent.
pub struct Year {
    /// The school and its people.
    pub town: Town,
    /// The referral, and the code of its link.
    pub referral: (String, String),
    /// The path of the partner's link.
    pub link: String,
    _mail: MailServer,
}

/// Lets that much of the year go by.
pub async fn half_a_year() -> Year {
    let mail = MailServer::start();
    let url = mail.url();
    let town = Town::with(Database::sqlite(), move |config| config.smtp_url = url);
    let signal = town.noor_has_fallen().await;
    for (tone, text) in [("concern", "Zat drie keer alleen in de pauze."), ("strength", "Hielp een kleuter.")]
    {
        let seen = json!({
            "pupil": town.cast.noor, "domain": "leeftijdgenoten", "tone": tone, "source": "staff",
            "text": text, "seen_on": "2026-03-11",
        });
        town.api(MENTOR).post("/api/v1/observations", seen).await.is(201);
    }
    let of_group = json!({
        "group": town.cast.group_6b, "domain": "motivatie", "tone": "concern", "source": "staff",
        "text": "De groep is onrustig na de pauze.", "seen_on": "2026-03-11",
    });
    town.api(COORDINATOR).post("/api/v1/observations", of_group).await.is(201);
    let referral = sent(&town, &signal).await;
    town.app.work().await;
    let link = link_in(&mail.mails());
    Year { town, referral, link, _mail: mail }
}
