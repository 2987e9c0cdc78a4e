//! What was chosen in the form of a draft.

use crate::care::referrals::model::{About, Choice, ConsentAnswer, Ground, Purpose};
use crate::care::referrals::prepare::{Answered, Prepared};
use crate::ground::{Error, Message, Result};
use crate::web::fields::Fields;
use crate::web::referrals::asked::given_by;

/// What was chosen in the form.
pub(super) fn prepared(fields: Fields<'_>) -> Result<Prepared> {
    let text = |name: &str| fields.text(name).trim().to_owned();
    Ok(Prepared {
        question: text("question"),
        ground: Ground::from_word(fields.text("ground")),
        ground_note: text("ground_note"),
        informed: text("informed"),
        informed_on: fields.date("informed_on")?,
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
            parent_view_with: text("parent_view_with"),
            parent_view_on: fields.date("parent_view_on")?,
            // Said by the server: who goes through the words is who is logged in.
            parent_view_by: None,
        },
    })
}

/// The answer about consent in the form.
pub(super) fn answered(fields: Fields<'_>) -> Result<Answered> {
    let missing = || Error::Refused(Message::new("consent-form-incomplete"));
    Ok(Answered {
        given_by: given_by(fields)?,
        about: About::from_word(fields.text("about")).unwrap_or(About::Transfer),
        answer: ConsentAnswer::from_word(fields.text("answer")).ok_or_else(missing)?,
        purpose: Purpose::from_word(fields.text("purpose")).unwrap_or(Purpose::AnswerAndReport),
        until: fields.date("until")?,
        written: fields.text("form") == "written",
        given_on: fields.date("given_on")?.ok_or_else(missing)?,
        note: fields.text("consent_words").to_owned(),
    })
}
