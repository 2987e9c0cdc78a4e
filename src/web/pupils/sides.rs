//! A pupil's strengths and concerns, side by side.

use super::read::Known;
use crate::analytics::standing::Standing;
use crate::evidence::observations::Tone;
use crate::ground::Message;
use crate::web::page::Page;
use crate::web::scales::{self};

/// Strengths and concerns side by side: scales by their two words, and what people saw.
pub(super) fn sides(page: &Page, known: &Known) -> (Vec<String>, Vec<String>) {
    let (mut strengths, mut concerns) = (Vec::new(), Vec::new());
    for scale in &known.scales {
        for line in &scale.lines {
            let Some(standing) = line.standing else {
                continue;
            };
            let said = Message::new("side-scale")
                .with("scale", &scale.name)
                .with("words", scales::words(page.w, standing))
                .with("who", scales::informant(page.w, line.informant));
            match standing {
                s if Standing::is_concern(s) => concerns.push(page.say(&said)),
                s if Standing::is_strength(s) => strengths.push(page.say(&said)),
                _ => {}
            }
        }
    }
    for seen in known.told.observations.iter().take(6) {
        let said = Message::new("side-seen")
            .with("domain", page.domain(&seen.domain))
            .with("date", page.date(&seen.seen_on));
        match seen.tone {
            Tone::Concern => concerns.push(page.say(&said)),
            Tone::Strength => strengths.push(page.say(&said)),
            Tone::Note => {}
        }
    }
    (strengths, concerns)
}
