//! The last sociogram of a group on its page: a picture without names, and what it shows in a sentence.

use crate::analytics::sociogram::Measurement;
use crate::ground::Message;
use crate::insight::FEWEST;
use crate::web::charts;
use crate::web::page::Page;

/// A picture and its sentence.
pub(super) struct SociogramView {
    pub said: String,
    pub picture: String,
}

/// The picture; none where a pupil could be told from it, or nobody judged another both ways.
pub(super) fn view(page: &Page, of: &Measurement) -> Option<SociogramView> {
    let ties = of.ties().filter(|ties| ties.pupils >= FEWEST && ties.pairs > 0)?;
    let said = page.say(
        &Message::new("sociogram-said")
            .with("date", of.on.to_string())
            .with("percent", (ties.response * 100.0).round())
            .with("pupils", ties.pupils)
            .with("mutual", ties.mutual)
            .with("pairs", ties.pairs),
    );
    Some(SociogramView { picture: charts::circle(&of.around()?, &said), said })
}
