//! Those who are asked about a referral, with what each answered last: the pupil, and the adults around the pupil.

use super::read::Draft;
use crate::care::referrals::ground;
use crate::care::referrals::model::{About, Consent, ConsentAnswer, last};
use crate::ground::{AdultId, Error, Message, Result, Words};
use crate::school::adults::AdultKind;
use crate::web::fields::Fields;
use crate::web::page::long_date;
use crate::web::pupils::adults::authority;

/// Somebody who is asked.
pub(super) struct Asked {
    /// `pupil`, or the adult's id.
    pub(super) id: String,
    /// Who, and what this person is to the child.
    pub(super) name: String,
    /// What is known of the authority.
    pub(super) authority: String,
    /// Whether the answer is needed.
    pub(super) is_needed: bool,
    /// The last words on the transfer and on the content, as sentences.
    pub(super) answers: Vec<String>,
    /// Whether the last word on the transfer is yes.
    pub(super) has_given: bool,
}

/// Those who are asked.
pub(super) fn asked(w: Words, draft: &Draft) -> Vec<Asked> {
    let needed = draft.age.map(ground::needed);
    let pupil = Asked {
        id: "pupil".to_owned(),
        name: w.t("given-by-pupil"),
        authority: String::new(),
        is_needed: needed.is_some_and(|needed| needed.pupil),
        answers: answers(w, draft, None),
        has_given: has_given(draft, None),
    };
    let adults = draft.adults.iter().filter(|adult| adult.kind != AdultKind::Chosen).map(|adult| Asked {
        id: adult.id.to_string(),
        name: format!("{}, {}", adult.name, w.t(&format!("adult-kind-{}", adult.kind))),
        authority: authority(w, adult),
        is_needed: needed.is_some_and(|needed| needed.includes(Some(&adult.id), &draft.adults)),
        answers: answers(w, draft, Some(&adult.id)),
        has_given: has_given(draft, Some(&adult.id)),
    });
    std::iter::once(pupil).chain(adults).collect()
}

/// Whose answer a form holds; no adult is the pupil.
pub(super) fn given_by(fields: Fields<'_>) -> Result<Option<AdultId>> {
    match fields.text("given_by") {
        "" => Err(Error::Refused(Message::new("consent-form-incomplete"))),
        "pupil" => Ok(None),
        adult => Ok(Some(AdultId(adult.to_owned()))),
    }
}

fn has_given(draft: &Draft, who: Option<&AdultId>) -> bool {
    last(&draft.consents, who, About::Transfer).is_some_and(|one| one.answer == ConsentAnswer::Given)
}

fn answers(w: Words, draft: &Draft, who: Option<&AdultId>) -> Vec<String> {
    let sentence = |one: &Consent| {
        let parts = one.parts.split(' ').filter(|part| !part.is_empty());
        let parts: Vec<String> = parts.map(|part| w.t(&format!("part-{part}"))).collect();
        let said = Message::new("consent-said")
            .with("about", one.about.as_str())
            .with("answer", w.t(&format!("consent-answer-{}", one.answer)))
            .with("form", one.form.as_str())
            .with("date", long_date(w, one.given_on))
            .with("parts", parts.join(", "))
            .with("purpose", w.t(&format!("consent-purpose-{}", one.purpose)))
            .with("until", one.until.map_or_else(|| w.t("consent-no-end"), |on| long_date(w, on)));
        let is_other = one.about == About::Transfer
            && one.answer == ConsentAnswer::Given
            && one.parts_hash != draft.parts_hash;
        let is_void = if is_other { format!(" {}", w.t("consent-void")) } else { String::new() };
        let note = if one.note.is_empty() { String::new() } else { format!(" “{}”", one.note) };
        format!("{}{note}{is_void}", w.say(&said))
    };
    [About::Transfer, About::Content]
        .into_iter()
        .filter_map(|about| last(&draft.consents, who, about))
        .map(sentence)
        .collect()
}
