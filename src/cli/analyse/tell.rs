//! What `baken analyse` says of its input on stderr: rows that are refused, and what is taken together or kept apart.

use std::collections::BTreeMap;

use super::{SHOWN, names::Names, people::Different};
use crate::{
    analytics::{Analysis, Assessed, Settled},
    evidence::files::Refusal,
    ground::{Message, Words},
};

/// Says how many rows were refused, and of the first ones why.
pub(in crate::cli) fn refused(file: &str, refused: &[Refusal], count: usize) {
    let words = Words::default();
    for refusal in refused {
        let reason = words.say(&refusal.reason);
        let cell = if refusal.value.is_empty() { String::new() } else { format!(" \"{}\"", refusal.value) };
        eprintln!("{file}:{}: {}{cell}: {reason}", refusal.line, refusal.column);
    }
    if count > refused.len() {
        let more = Message::new("analysis-more-refused").with("n", count - refused.len());
        let file = if file.is_empty() { String::new() } else { format!("{file}: ") };
        eprintln!("{file}{}", words.say(&more));
    }
}

/// Where two rows stand: the file and line of the one, and the line of the other, with its file where that is another.
/// `files`: their names, and how many lines come before each.
fn places(files: &[(String, u32)], one: u32, other: u32) -> Option<(&str, u32, String)> {
    let place = |origin: u32| {
        let (name, before) = files.iter().rev().find(|(_, before)| origin > *before)?;
        Some((name.as_str(), origin - before))
    };
    let ((file, line), (other_file, other)) = (place(one)?, place(other)?);
    Some((file, line, if file == other_file { other.to_string() } else { format!("{other_file}:{other}") }))
}

/// Says of which pupils files give two birth dates or sexes, the first ones one by one.
pub(super) fn different(files: &[(String, u32)], different: &[Different]) {
    let words = Words::default();
    for one in different.iter().take(SHOWN) {
        let Some((file, line, other)) = places(files, one.origin, one.other) else { continue };
        let reason = Message::new("row-person-differs").with("column", one.column).with("line", other);
        eprintln!("{file}:{line}: {}: {}", one.column, words.say(&reason));
    }
    if let Some(more) = different.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        eprintln!("{}", words.say(&Message::new("analysis-more-different").with("n", more)));
    }
}

/// Says which rows give a pupil two scores in one round, the first ones one by one.
pub(super) fn twins(files: &[(String, u32)], settled: &Settled, analysis: &Analysis, names: &Names) {
    let words = Words::default();
    for one in settled.contradictions.iter().take(SHOWN) {
        let Some((file, line, other)) = places(files, one.origin, one.other) else { continue };
        let scale = analysis.layout.series(one.series).map_or("", |series| series.key.scale.as_str());
        let round = analysis.layout.labels.get(one.round as usize).map_or("", String::as_str);
        let reason =
            Message::new("row-twice-in-round").with("scale", scale).with("round", round).with("line", other);
        eprintln!("{file}:{line}: leerlingnummer \"{}\": {}", names.pupil(one.pupil), words.say(&reason));
    }
    refused("", &[], settled.contradictions.len().saturating_sub(SHOWN));
}

/// Says which rounds lie so close that they are one, and that pupils without a school stand apart from those with one.
pub(super) fn apart(names: &Names) {
    let words = Words::default();
    for (round, into) in names.joined.iter().take(SHOWN) {
        let joined = Message::new("analysis-rounds-joined").with("round", round).with("into", into);
        eprintln!("{}", words.say(&joined));
    }
    if names.schools.len() > 1 && names.schools.iter().any(String::is_empty) {
        eprintln!("{}", words.t("analysis-no-school"));
    }
}

/// A school and one of its groups.
type InGroup = (u32, Option<u32>);

/// The pupils on whom somebody else filled in for their group than the round before: by list and round, and by group.
#[derive(Debug, Default)]
pub(super) struct OtherHands(BTreeMap<(u32, u32), BTreeMap<InGroup, u32>>);

impl OtherHands {
    /// Takes in a round.
    pub fn take(&mut self, assessed: &Assessed<'_>) {
        for unit in assessed.groups.iter().filter(|unit| unit.changed > 0) {
            let Some(series) = assessed.layout().series(unit.series) else { continue };
            let groups = self.0.entry((series.list, unit.round)).or_default();
            let most = groups.entry((unit.school, unit.group)).or_default();
            *most = unit.changed.max(*most);
        }
    }

    /// Says of how many pupils that is, and what is done about it.
    pub fn tell(&self, analysis: &Analysis) {
        for ((list, round), groups) in &self.0 {
            let of_list = (0..).zip(&analysis.layout.series).find(|(_, series)| series.list == *list);
            let Some((at, series)) = of_list else { continue };
            let told = Message::new("analysis-other-hands")
                .with("list", &series.instrument.name)
                .with("informant", series.key.informant.code())
                .with("round", analysis.layout.label(at, *round))
                .with("n", groups.values().sum::<u32>())
                .with("groups", groups.len());
            eprintln!("{}", Words::default().say(&told));
        }
    }
}

/// Says which totals are not the sum of their scales: how many of each, with the first.
pub(super) fn totals(analysis: &Analysis, names: &Names) {
    let odd = analysis.odd_totals();
    for of_series in odd.chunk_by(|a, b| a.series == b.series) {
        let Some(first) = of_series.first() else { continue };
        let scale = analysis.layout.series(first.series).map_or("", |series| series.key.scale.as_str());
        let round = analysis.layout.labels.get(first.round as usize).map_or("", String::as_str);
        let told = Message::new("analysis-odd-totals")
            .with("n", of_series.len())
            .with("scale", scale)
            .with("pupil", names.pupil(first.pupil))
            .with("round", round)
            .with("total", first.total)
            .with("sum", first.sum);
        eprintln!("{}", Words::default().say(&told));
    }
}
