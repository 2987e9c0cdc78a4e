//! The order of rounds in the files.

use crate::analytics::Layout;

/// Rounds in order of date.
pub(super) struct Order<'a> {
    pub(super) layout: &'a Layout,
    /// The labels in order of date; those of one date by name.
    pub(super) labels: Vec<&'a str>,
}

impl<'a> Order<'a> {
    pub(super) fn of(layout: &'a Layout) -> Self {
        let rounds = layout.cycles.iter().flatten();
        let mut dated: Vec<(f64, &str)> = rounds
            .filter_map(|round| {
                let label = layout.labels.get(round.label as usize)?;
                Some((round.median_day, label.as_str()))
            })
            .collect();
        dated.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        let mut labels = Vec::new();
        for (_, label) in dated {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        Self { layout, labels }
    }

    pub(super) fn place(&self, label: &str) -> usize {
        let mut labels = self.labels.iter();
        labels.position(|known| *known == label).unwrap_or(0)
    }
}
