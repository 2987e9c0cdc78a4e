//! The form for a partner: as it is typed, and as the directory wants it.

use serde::Deserialize;

use crate::care::referrals::model::{AccessRoute, Partner};
use crate::ground::{Error, Message, PartnerId, Result};

/// The form as it is typed and sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PartnerForm {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) access_route: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) offer: String,
    pub(super) waiting: String,
}

impl PartnerForm {
    pub(super) fn partner(&self, today: chrono::NaiveDate) -> Result<Partner> {
        let access_route = AccessRoute::from_word(&self.access_route)
            .ok_or_else(|| Error::Refused(Message::new("partner-no-route")))?;
        let waiting = self.waiting.trim().to_owned();
        Ok(Partner {
            id: PartnerId::fresh(),
            name: self.name.clone(),
            kind: self.kind.clone(),
            access_route,
            email: self.email.clone(),
            phone: self.phone.trim().to_owned(),
            offer: self.offer.trim().to_owned(),
            waiting_told_on: (!waiting.is_empty()).then_some(today),
            waiting,
        })
    }
}
