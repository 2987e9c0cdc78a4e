//! The handover in words, in Dutch, for a partner's own form or on paper: the same as on the screen, nothing more.

use super::Packet;
use crate::ground::{Message, Words};

impl Packet {
    /// What it says as a title and lines each, in Dutch; what has no words is left out.
    #[must_use]
    pub fn sections(&self) -> Vec<(String, Vec<String>)> {
        let w = Words::default();
        let mut sections = Vec::new();
        let mut part = |key: &str, lines: Vec<String>| {
            if lines.iter().any(|line| !line.trim().is_empty()) {
                sections.push((w.t(key), lines));
            }
        };
        let born = self.birth_date.map(|on| format!(", {} {}", w.t("packet-born"), w.date(on)));
        part("packet-question", vec![self.question.clone()]);
        part("packet-about", vec![format!("{}{}", self.pupil, born.unwrap_or_default())]);
        part("packet-signals", self.signals.clone());
        let number = |value: f64| value.to_string().replace('.', ",");
        let series = self.series.iter().map(|one| {
            let points = one.points.iter().map(|(round, score)| format!("{round}: {}", number(*score)));
            let (low, high) = one.range;
            let points = points.collect::<Vec<_>>().join("; ");
            format!("{} ({}–{}): {points}", one.scale, number(low), number(high))
        });
        part("packet-series", series.collect());
        let seen = self.observations.iter().map(|one| {
            let source = w.t(&format!("source-{}", one.source));
            format!("{}, {source}: {}", w.date(one.on), one.text)
        });
        part("packet-observations", seen.collect());
        let spoken = self.conversations.iter().map(|one| {
            let with = w.t(&format!("with-{}", one.with));
            format!("{}, {with}: {}", w.date(one.on), one.line)
        });
        part("packet-conversations", spoken.collect());
        part("packet-tried", vec![self.tried.clone()]);
        part("packet-pupil-view", vec![self.pupil_view.clone()]);
        part("packet-parent-view", vec![self.parent_view.clone()]);
        part("packet-ground-title", vec![self.ground.clone()]);
        sections
    }

    /// Who asks, as a line in Dutch.
    #[must_use]
    pub fn sender(&self) -> String {
        format!("{} {}, {}", Words::default().t("packet-from"), self.school, self.from)
    }

    /// The handover as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let sections = self.sections().into_iter().map(|(title, lines)| match lines.as_slice() {
            [one] => format!("{title}\n{one}"),
            many => format!("{title}\n- {}", many.join("\n- ")),
        });
        std::iter::once(self.sender()).chain(sections).collect::<Vec<_>>().join("\n\n") + "\n"
    }
}

/// The sentence about the ground of what a second person agreed to.
pub(super) fn without_consent(w: Words, ground: &str) -> String {
    w.say(&Message::new("packet-ground-second").with("ground", ground))
}
