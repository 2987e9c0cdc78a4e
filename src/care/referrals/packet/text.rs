//! The handover as plain text, in Dutch, for a partner's own form: the same as on the screen, nothing more.

use super::Packet;
use crate::ground::{Message, Words};

impl Packet {
    /// The handover as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let w = Words::default();
        let mut blocks = vec![format!("{} {}, {}", w.t("packet-from"), self.school, self.from)];
        let mut block = |key: &str, lines: Vec<String>| {
            if lines.iter().any(|line| !line.trim().is_empty()) {
                blocks.push(format!("{}\n{}", w.t(key), lines.join("\n")));
            }
        };
        let born = self.birth_date.map(|on| format!(", {} {}", w.t("packet-born"), w.date(on)));
        block("packet-question", vec![self.question.clone()]);
        block("packet-about", vec![format!("{}{}", self.pupil, born.unwrap_or_default())]);
        block("packet-signals", self.signals.iter().map(|line| format!("- {line}")).collect());
        let number = |value: f64| value.to_string().replace('.', ",");
        let series = self.series.iter().map(|one| {
            let points = one.points.iter().map(|(round, score)| format!("{round}: {}", number(*score)));
            let (low, high) = one.range;
            let points = points.collect::<Vec<_>>().join("; ");
            format!("- {} ({}–{}): {points}", one.scale, number(low), number(high))
        });
        block("packet-series", series.collect());
        let seen = self.observations.iter().map(|one| {
            let source = w.t(&format!("source-{}", one.source));
            format!("- {}, {source}: {}", w.date(one.on), one.text)
        });
        block("packet-observations", seen.collect());
        let spoken = self.conversations.iter().map(|one| {
            let with = w.t(&format!("with-{}", one.with));
            format!("- {}, {with}: {}", w.date(one.on), one.line)
        });
        block("packet-conversations", spoken.collect());
        block("packet-tried", vec![self.tried.clone()]);
        block("packet-pupil-view", vec![self.pupil_view.clone()]);
        block("packet-parent-view", vec![self.parent_view.clone()]);
        block("packet-ground-title", vec![self.ground.clone()]);
        blocks.join("\n\n") + "\n"
    }
}

/// The sentence about the ground of what a second person agreed to.
pub(super) fn without_consent(w: Words, ground: &str) -> String {
    w.say(&Message::new("packet-ground-second").with("ground", ground))
}
