//! The parts of a row in words and as a picture: severity, place, sentence, small chart.

use crate::care::triage::list::{Part, Row as Given};
use crate::ground::{Message, Words};
use crate::signals::model::Level;
use crate::web::charts::{self, Spark};
use crate::web::page::domain;

/// The word of a severity: `eerst bespreken`, `deze periode`, `ter informatie`.
#[must_use]
pub fn severity(w: Words, severity: &str) -> String {
    w.t1("severity", "severity", severity)
}

pub(super) fn place(row: &Given, many_schools: bool) -> String {
    let group = match row.level {
        Level::Pupil => row.group.as_ref().map(|(_, name)| name.clone()),
        Level::Group | Level::School => None,
    };
    let school = (many_schools && row.level != Level::School).then(|| row.school.clone());
    [group, school].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub(super) fn sentence(w: Words, part: &Part) -> Option<(String, String)> {
    let mut said = w.say(part.sentence.as_ref()?);
    if part.withdrawn {
        said = format!("{said} ({})", w.t("source-withdrawn"));
    }
    if part.quiet {
        said = format!("{said} ({})", w.t("part-planned"));
    }
    Some((domain(w, &part.domain), said))
}

pub(super) fn chart(w: Words, row: &Given) -> String {
    let Some(kept) =
        row.parts.iter().filter_map(|part| part.kept.as_ref()).find(|kept| !kept.history.is_empty())
    else {
        return String::new();
    };
    let scores: Vec<f64> = kept.history.iter().map(|point| point.score).collect();
    let listed: Vec<String> = scores.iter().map(|score| charts::figure(w, *score)).collect();
    let name = w.say(
        &Message::new("spark-name")
            .with("scale", &kept.scale_name)
            .with("scores", listed.join(", "))
            .with("min", charts::figure(w, kept.min))
            .with("max", charts::figure(w, kept.max)),
    );
    charts::spark(&Spark {
        scores: &scores,
        min: kept.min,
        max: kept.max,
        high_is_good: kept.high_is_good,
        name: &name,
    })
}
