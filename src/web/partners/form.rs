//! The form for a partner: as it is typed, and as the directory wants it.

use serde::Deserialize;

use crate::care::referrals::model::{AccessRoute, Offer, Partner};
use crate::ground::{Error, Message, OfferId, PartnerId, Result};

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
    pub(super) regions: String,
    pub(super) informal: String,
    pub(super) address: String,
}

impl PartnerForm {
    pub(super) fn partner(&self, today: chrono::NaiveDate) -> Result<Partner> {
        let access_route = AccessRoute::from_word(&self.access_route)
            .ok_or_else(|| Error::Refused(Message::new("partner-no-route")))?;
        let waiting = self.waiting.trim().to_owned();
        Ok(Partner {
            phone: self.phone.trim().to_owned(),
            offer: self.offer.trim().to_owned(),
            waiting_told_on: (!waiting.is_empty()).then_some(today),
            waiting,
            regions: self.regions.trim().to_owned(),
            informal: !self.informal.is_empty(),
            address: self.address.trim().to_owned(),
            ..Partner::named(&self.name, &self.kind, access_route, &self.email)
        })
    }

    /// The form as it stands for a partner.
    pub(super) fn of(partner: &Partner) -> Self {
        Self {
            name: partner.name.clone(),
            kind: partner.kind.clone(),
            access_route: partner.access_route.to_string(),
            email: partner.email.clone(),
            phone: partner.phone.clone(),
            offer: partner.offer.clone(),
            waiting: partner.waiting.clone(),
            regions: partner.regions.clone(),
            informal: if partner.informal { "1".to_owned() } else { String::new() },
            address: partner.address.clone(),
        }
    }
}

/// The form for something a partner offers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OfferForm {
    pub(super) name: String,
    pub(super) ages_from: String,
    pub(super) ages_to: String,
    pub(super) text: String,
    pub(super) access_route: String,
    pub(super) waiting: String,
    pub(super) end: String,
}

impl OfferForm {
    /// The form as it stands for an offer.
    pub(super) fn of(offer: &Offer) -> Self {
        let age = |age: Option<i32>| age.map_or_else(String::new, |age| age.to_string());
        Self {
            name: offer.name.clone(),
            ages_from: age(offer.ages_from),
            ages_to: age(offer.ages_to),
            text: offer.text.clone(),
            access_route: offer.access_route.to_string(),
            waiting: offer.waiting.clone(),
            end: String::new(),
        }
    }

    /// Whether the offer ends.
    pub(super) const fn ends(&self) -> bool {
        !self.end.is_empty()
    }

    pub(super) fn offer(&self, partner: &PartnerId, now: chrono::NaiveDateTime) -> Result<Offer> {
        let access_route = AccessRoute::from_word(&self.access_route)
            .ok_or_else(|| Error::Refused(Message::new("partner-no-route")))?;
        let age = |text: &str| match text.trim() {
            "" => Ok(None),
            text => text
                .parse::<u8>()
                .map(|age| Some(i32::from(age)))
                .map_err(|_no_age| Error::Refused(Message::new("offer-no-age").with("value", text))),
        };
        let waiting = self.waiting.trim().to_owned();
        Ok(Offer {
            id: OfferId::fresh(),
            partner_id: partner.clone(),
            name: self.name.trim().to_owned(),
            ages_from: age(&self.ages_from)?,
            ages_to: age(&self.ages_to)?,
            text: self.text.trim().to_owned(),
            access_route,
            waiting_told_on: (!waiting.is_empty()).then_some(crate::ground::clock::local(now).date()),
            waiting,
            created_at: now,
            retired_at: None,
        })
    }
}
