//! Several people on one pupil: the surprises of all who filled in the same list in the same round, scale by scale, as
//! one statistic. `r_c = ΣCZ / √(k + k(k−1)·r)` over the k who did, r estimated in that round and drawn towards .28, what
//! is known of teachers, parents and pupils. The series of one informant keeps its own trend; the two are joined.
//! Source: docs/signals.md, "Several informants" (signals 5.7).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    analysis::Analysis,
    assess::Judged,
    patterns::Moments,
    tracks::{Rounds, Track},
    trend::{self, Found},
};

/// What the surprises of two informants correlate, and the pupils that counts for.
const CORRELATION: f64 = 0.28;
const PRIOR_PUPILS: f64 = 100.0;

/// How much the combination is favoured over the single informant, and what the two are taken to correlate.
const FAVOUR: f64 = 0.7;
const JOINED_CORRELATION: f64 = 0.7;

/// Joins into the trends of each list what all its informants say together.
pub(super) fn join(analysis: &Analysis, judged: &mut [Judged<'_>]) {
    let mut together: BTreeMap<(String, String, String), Vec<usize>> = BTreeMap::new();
    for (at, one) in judged.iter().enumerate() {
        if let Some(key) = one.list.series.first().and_then(|s| analysis.layout.series(*s)).map(|s| &s.key) {
            let label =
                analysis.layout.label(one.list.series.first().copied().unwrap_or_default(), one.until);
            let key = (
                key.instrument.clone(),
                format!("{}/{}", key.version, key.score_type.code()),
                label.to_owned(),
            );
            together.entry(key).or_default().push(at);
        }
    }
    for lists in together.values().filter(|lists| lists.len() > 1) {
        combine(analysis, judged, lists);
    }
}

fn combine(analysis: &Analysis, judged: &mut [Judged<'_>], lists: &[usize]) {
    let members: Vec<&Judged<'_>> = lists.iter().filter_map(|at| judged.get(*at)).collect();
    let scale = |track: &Track| analysis.layout.series(track.series).map(|s| s.key.scale.as_str());
    let mut scales: Vec<&str> = Vec::new();
    for member in &members {
        let own = member.parts.iter().filter_map(|part| member.tracks.get(*part)).filter_map(scale);
        scales.extend(own.filter(|code| !scales.contains(code)).collect::<Vec<_>>());
    }
    let axis = axis(analysis, &members);
    let mut pupils: Vec<u32> = members.iter().flat_map(|member| member.list.pupils.iter().copied()).collect();
    pupils.sort_unstable();
    pupils.dedup();
    let several = several(&members);
    let tracks: Vec<Track> = scales
        .iter()
        .map(|code| {
            let of: Vec<Source<'_>> = members
                .iter()
                .zip(&axis.1)
                .filter_map(|(member, rounds)| {
                    let track = member.tracks.iter().find(|track| scale(track) == Some(code))?;
                    Some(Source { pupils: &member.list.pupils, track, rounds })
                })
                .collect();
            combined(&of, &pupils, axis.0)
        })
        .collect();
    let parts: Vec<usize> = (0..tracks.len()).collect();
    let of =
        trend::trends(&tracks.iter().collect::<Vec<_>>(), &parts, pupils.len(), axis.0.saturating_sub(1));
    let codes: Vec<String> = scales.into_iter().map(ToOwned::to_owned).collect();
    for at in lists {
        let Some(member) = judged.get_mut(*at) else { continue };
        // Who has one informant is judged by that one alone, whoever else has two.
        let place = |pupil: &u32| {
            several.binary_search(pupil).ok()?;
            pupils.binary_search(pupil).ok()
        };
        let places: Vec<Option<usize>> = member.list.pupils.iter().map(place).collect();
        for part in &member.parts {
            let code = member.tracks.get(*part).and_then(scale);
            let found = codes.iter().position(|one| Some(one.as_str()) == code);
            if let (Some(all), Some(own)) =
                (found.and_then(|at| of.scales.get(at)), member.trends.scales.get_mut(*part))
            {
                let second: Vec<Found> = places.iter().map(|at| at_place(all, *at)).collect();
                trend::join(own, &second, JOINED_CORRELATION, FAVOUR);
            }
        }
        if parts.len() > 1 && member.parts.len() > 1 {
            let second: Vec<Found> = places.iter().map(|at| at_place(&of.whole, *at)).collect();
            trend::join(&mut member.trends.whole, &second, JOINED_CORRELATION, FAVOUR);
        }
    }
}

/// The pupils of whom more than one of the lists has a score up to its round, by rank.
fn several(members: &[&Judged<'_>]) -> Vec<u32> {
    let measured =
        |member: &&Judged<'_>, at: usize| member.tracks.iter().any(|track| !track.range(at).is_empty());
    let of_list = |member: &'_ &Judged<'_>| -> Vec<u32> {
        let pupils = member.list.pupils.iter().enumerate();
        pupils.filter(|(at, _)| measured(member, *at)).map(|(_, pupil)| *pupil).collect()
    };
    let mut pupils: Vec<u32> = members.iter().flat_map(of_list).collect();
    pupils.sort_unstable();
    pupils
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() > 1)
        .filter_map(|same| same.first().copied())
        .collect()
}

fn at_place(all: &[Found], at: Option<usize>) -> Found {
    at.and_then(|at| all.get(at)).copied().unwrap_or(Found::NONE)
}

/// The rounds of all lists on one axis, by label: how many, and for each list the place of each of its rounds.
fn axis(analysis: &Analysis, members: &[&Judged<'_>]) -> (u32, Vec<Vec<u32>>) {
    let rounds = |member: &&Judged<'_>| {
        let series = member.list.series.first().copied().unwrap_or_default();
        analysis.layout.rounds(series).get(..=member.until as usize).unwrap_or_default().to_vec()
    };
    let mut labels: Vec<(f64, u32)> = Vec::new();
    for round in members.iter().flat_map(rounds) {
        if !labels.iter().any(|(_, label)| *label == round.label) {
            labels.push((round.median_day, round.label));
        }
    }
    labels.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let place = |label: u32| labels.iter().position(|(_, one)| *one == label).map_or(0, super::table::number);
    let places = members.iter().map(|member| rounds(member).iter().map(|round| place(round.label)).collect());
    (super::table::number(labels.len()), places.collect())
}

/// One informant's view of a scale.
struct Source<'a> {
    pupils: &'a [u32],
    track: &'a Track,
    /// For each of its rounds, the place on the common axis.
    rounds: &'a [u32],
}

/// The combined surprises of one scale, for these pupils over so many rounds.
fn combined(of: &[Source<'_>], pupils: &[u32], rounds: u32) -> Track {
    let width = rounds as usize;
    let mut cursors = vec![0_usize; of.len()];
    // For each pupil and round a place per informant.
    let mut values = vec![f64::NAN; pupils.len() * width * of.len()];
    let mut folded = vec![f64::NAN; pupils.len() * of.len()];
    for (at, pupil) in pupils.iter().enumerate() {
        for (informant, (source, cursor)) in of.iter().zip(&mut cursors).enumerate() {
            if source.pupils.get(*cursor) != Some(pupil) {
                continue;
            }
            let own = source.track.own.get(source.track.range(*cursor)).unwrap_or_default();
            for (round, value) in source.track.rounds_of(*cursor).iter().zip(own) {
                let place = source.rounds.get(*round as usize).map_or(0, |place| *place as usize);
                if let Some(slot) = values.get_mut((at * width + place) * of.len() + informant) {
                    *slot = f64::from(*value);
                }
            }
            if let Some(slot) = folded.get_mut(at * of.len() + informant) {
                *slot = source.track.folded.get(*cursor).map_or(f64::NAN, |value| f64::from(*value));
            }
            *cursor += 1;
        }
    }
    let correlations: Vec<f64> = (0..width)
        .map(|round| {
            let rows = values.chunks(of.len()).skip(round).step_by(width);
            correlation(rows, of.len())
        })
        .collect();
    let last = correlations.last().copied().unwrap_or(CORRELATION);
    let mut track = Track::default();
    let mut rounds = Rounds::with_room(pupils.len(), 0);
    for (of_pupil, folded) in values.chunks(of.len() * width).zip(folded.chunks(of.len())) {
        for ((row, correlation), round) in of_pupil.chunks(of.len()).zip(&correlations).zip(0..) {
            let value = sum(row, *correlation);
            if !value.is_nan() {
                rounds.all.push(round);
                track.own.push(trend::small(value));
            }
        }
        rounds.end_pupil();
        track.folded.push(trend::small(sum(folded, last)));
    }
    track.rounds = Arc::new(rounds);
    track
}

/// The mean correlation between informants, drawn towards what is known.
fn correlation<'a>(rows: impl Iterator<Item = &'a [f64]>, informants: usize) -> f64 {
    let mut moments = Moments::new(informants);
    for row in rows {
        moments.take(row);
    }
    let pairs = (0..informants).flat_map(|a| (0..a).map(move |b| (a, b)));
    let seen: Vec<(f64, f64)> = pairs.filter_map(|(a, b)| moments.correlation(a, b)).collect();
    let n: f64 = seen.iter().map(|(_, n)| n).sum();
    let mean = seen.iter().map(|(r, n)| r * n).sum::<f64>() / n.max(1.0);
    let weight = n / (n + PRIOR_PUPILS);
    weight * mean + (1.0 - weight) * CORRELATION
}

/// The surprises of those who filled in, as one; NaN where nobody did.
fn sum(row: &[f64], correlation: f64) -> f64 {
    let present: Vec<f64> = row.iter().copied().filter(|value| !value.is_nan()).collect();
    let k = present.len() as f64;
    if present.is_empty() {
        f64::NAN
    } else {
        present.iter().sum::<f64>() / (k + k * (k - 1.0) * correlation).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn two_who_agree_say_more_than_one_and_one_alone_says_what_it_says() {
        assert!((sum(&[2.0, 2.0], 0.28) - 4.0 / 2.56_f64.sqrt()).abs() < 1e-12);
        assert!((sum(&[2.0, f64::NAN], 0.28) - 2.0).abs() < 1e-12);
        assert!(sum(&[f64::NAN, f64::NAN], 0.28).is_nan());
    }
}
