//! What was typed in the form of a draft.

use crate::care::plans::draft::Content;
use crate::care::plans::model::Watched;
use crate::ground::{AccountId, Error, Message, Result};
use crate::web::fields::Fields;

/// What stands in the form.
pub(super) fn content(fields: Fields<'_>) -> Result<Content> {
    let text = |name: &str| fields.text(name).trim().to_owned();
    Ok(Content {
        domains: fields.all("domain"),
        goal: text("goal"),
        watched: watched(fields.text("scale"))?,
        intervention: text("intervention"),
        own_approach: text("own_approach"),
        arrangement: text("arrangement"),
        owner: Some(text("owner")).filter(|id| !id.is_empty()).map(AccountId),
        starts_on: fields.date("starts_on")?,
        evaluate_on: fields.date("evaluate_on")?,
        no_conversation: text("no_conversation"),
        restricted: fields.ticked("restricted"),
    })
}

/// List, informant and scale, joined by `/`; none of nothing.
fn watched(value: &str) -> Result<Option<Watched>> {
    if value.is_empty() {
        return Ok(None);
    }
    let mut parts = value.split('/').map(str::to_owned);
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(instrument), Some(informant), Some(scale), None) => {
            Ok(Some(Watched { instrument, informant, scale }))
        }
        _ => Err(Error::Refused(Message::new("plan-scale-unknown"))),
    }
}
