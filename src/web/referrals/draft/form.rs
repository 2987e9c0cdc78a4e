//! What was chosen in the form of a draft.

use crate::care::referrals::model::{Authority, Choice, ConsentAnswer, GivenBy, Ground};
use crate::care::referrals::prepare::{Answered, Prepared};
use crate::ground::{Error, Message};
use crate::web::fields::Fields;

/// What was chosen in the form.
pub(super) fn prepared(fields: Fields<'_>) -> Prepared {
    let text = |name: &str| fields.text(name).trim().to_owned();
    Prepared {
        question: text("question"),
        ground: Ground::from_word(fields.text("ground")),
        ground_note: text("ground_note"),
        no_conversation: text("no_conversation"),
        choice: Choice {
            birth_date: fields.ticked("birth_date"),
            signals: fields.all("signal"),
            series: fields.ticked("series"),
            observations: fields.all("observation"),
            conversations: fields.all("conversation"),
            tried: text("tried"),
            pupil_view: text("pupil_view"),
            parent_view: text("parent_view"),
        },
    }
}

/// The answer about consent in the form.
pub(super) fn answered(fields: Fields<'_>) -> Result<Answered, Error> {
    let missing = || Error::Refused(Message::new("consent-form-incomplete"));
    Ok(Answered {
        given_by: GivenBy::from_word(fields.text("given_by")).ok_or_else(missing)?,
        answer: ConsentAnswer::from_word(fields.text("answer")).ok_or_else(missing)?,
        authority: Authority::from_word(fields.text("authority")).unwrap_or(Authority::Unknown),
        written: fields.text("form") == "written",
        given_on: fields.date("given_on")?.ok_or_else(missing)?,
        note: fields.text("consent_words").to_owned(),
    })
}
