//! `signals.csv`: a row for each finding.

use std::path::Path;

use rayon::prelude::*;

use super::order::Order;
use crate::cli::analyse::names::Names;
use crate::cli::cells::{figure, finished, name, open};
use crate::cli::written::Output;
use crate::evidence::files::write::harmless;
use crate::evidence::instruments::Domain;
use crate::ground::{Error, Result, Words};
use crate::signals::finding::Finding;

/// For how many findings sentences are made at once.
const AT_ONCE: usize = 512;

pub(super) fn signals(path: &Path, found: &[Finding], names: &Names, order: &Order<'_>) -> Result<Output> {
    let mut rows: Vec<&Finding> = found.iter().collect();
    rows.sort_by_cached_key(|f| {
        let who = (f.level.as_str(), f.school, f.group, f.pupil);
        let what = (f.rule.as_str(), f.severity, domain(f));
        let series = (&f.instrument, f.informant, &f.scale, f.whole_list);
        (order.place(&f.round), who, what, series)
    });
    let mut csv = open(
        path,
        "round;level;school;group;pupil;rule;severity;domain;instrument;informant;scale;observed;expected;\
         expected_low;expected_high;statistic;threshold;rounds_used;n;reason",
    )?;
    for rows in rows.chunks(AT_ONCE) {
        let reasons: Vec<String> = rows.par_iter().map(|f| Words::default().say(&f.reason)).collect();
        for (f, reason) in rows.iter().zip(&reasons) {
            csv.write_record([
                &harmless(&f.round),
                f.level.as_str(),
                name(&names.schools, Some(f.school)),
                name(&names.groups, f.group),
                name(&names.pupils, f.pupil.and_then(|at| u32::try_from(at).ok())),
                f.rule.as_str(),
                f.severity.as_str(),
                domain(f),
                &f.instrument,
                f.informant.code(),
                &f.scale,
                &figure(Some(f.observed)),
                &figure(f.expected),
                &figure(f.expected_low),
                &figure(f.expected_high),
                &figure(Some(f.statistic)),
                &figure(Some(f.threshold)),
                &f.rounds_used.to_string(),
                &f.n.map(|n| n.to_string()).unwrap_or_default(),
                reason,
            ])
            .map_err(Error::internal)?;
        }
    }
    finished(csv)
}

fn domain(finding: &Finding) -> &'static str {
    finding.domain.map_or("", Domain::code)
}
