//! What was set out to be reached, held against what was measured.

use super::calibration::{Calibration, ratio};
use super::marks::{Detector, Marks, Signals};
use super::measure::highest;
use super::terminal::{figure, found};

/// How far `trend` may stay under the best known method, in points.
const BEHIND: f64 = 1.5;
/// New false pupils per 100 per round that each ruleset may cost.
const LOADS: [(&str, f64); 2] = [("standaard", 6.0), ("streng", 3.0)];
/// New false pupils per 100 that the first rounds may cost: the starting picture, which is looked at once.
const STARTING: f64 = 15.0;
/// A/B findings on pupils with an event within 0, 1, 2 rounds, by world.
const FOUND: [(&str, [f64; 3]); 3] =
    [("smooth", [53.0, 66.0, 71.0]), ("floor", [47.0, 60.0, 65.0]), ("one-of-five", [43.0, 57.0, 62.0])];
/// Highest share of surprises over lowest, by world: those of one scale without steps, and one where half scores nothing.
const EVEN: [(&str, f64); 11] = [
    ("smooth", 1.25),
    ("raters", 1.25),
    ("missing", 1.25),
    ("sinking", 1.25),
    ("sinking-stable", 1.25),
    ("sinking-apart", 1.25),
    ("normed", 1.25),
    ("nothing", 1.25),
    ("nothing-missing", 1.25),
    ("nothing-raters", 1.25),
    ("half-floor", 1.6),
];
/// Groups that sank found at once (%), and found wrongly per 100.
const GROUPS: (f64, f64) = (80.0, 2.0);
/// How much more one size, year or sex may ring than another.
const APART: f64 = 1.25;

/// A goal and what came of it.
#[derive(Debug, PartialEq)]
pub(super) struct Check {
    pub goal: String,
    pub measured: String,
    pub holds: bool,
}

/// All goals that these worlds can tell about.
pub(super) fn checks(all: &[Marks]) -> Vec<Check> {
    let mut checks: Vec<Check> = all.iter().filter_map(behind).collect();
    let world = |name: &str| all.iter().find(|marks| marks.world == name);
    for (name, goal) in FOUND {
        let Some(signals) = world(name).and_then(|marks| ruleset(marks, "standaard")) else { continue };
        let holds = signals.found.iter().zip(goal).all(|(found, goal)| found.is_some_and(|x| x >= goal));
        checks.push(Check {
            goal: format!("signals of *standaard* in {name} find at least {}", found(&goal.map(Some))),
            measured: found(&signals.found),
            holds,
        });
    }
    for (name, goal) in LOADS {
        let worlds = || all.iter().filter_map(|marks| Some((marks.world, ruleset(marks, name)?)));
        let mean = worlds().max_by(|a, b| a.1.load.total_cmp(&b.1.load));
        let round = worlds().max_by(|a, b| a.1.highest_load.total_cmp(&b.1.highest_load));
        let Some(((world, signals), (round, heaviest))) = mean.zip(round) else { continue };
        checks.push(Check {
            goal: format!(
                "*{name}* costs at most {goal} new false pupils per 100 per round, in every world (mean over the rounds)"
            ),
            measured: format!(
                "{:.2} in {world}; the heaviest single round of all: {:.2}, in {round}",
                signals.load, heaviest.highest_load
            ),
            holds: signals.load <= goal,
        });
    }
    checks.extend(starting(all));
    for (name, goal) in EVEN {
        let Some(ratio) = world(name).and_then(|marks| marks.calibration.highest_over_lowest) else {
            continue;
        };
        checks.push(Check {
            goal: format!("surprise in {name}: highest fifth over lowest at most {goal}"),
            measured: format!("{ratio:.2}"),
            holds: ratio <= goal,
        });
    }
    checks.extend(apart(all));
    for marks in all {
        let Some(groups) = ruleset(marks, "standaard").and_then(|signals| signals.groups.as_ref()) else {
            continue;
        };
        let holds = groups.at_once.is_some_and(|x| x >= GROUPS.0)
            && groups.false_per_100.is_some_and(|x| x <= GROUPS.1);
        checks.push(Check {
            goal: format!(
                "{}: groups that sink found at once at least {} %, at most {} false per 100 groups",
                marks.world, GROUPS.0, GROUPS.1
            ),
            measured: format!("{} %, {}", figure(groups.at_once), figure(groups.false_per_100)),
            holds,
        });
        if let Some(worst) = groups.false_by_fifth.last().copied().flatten() {
            checks.push(Check {
                goal: format!(
                    "{}: of the fifth of the groups whose pupils stood worst, at most {} told wrongly per 100",
                    marks.world, GROUPS.1
                ),
                measured: format!("{worst:.2}"),
                holds: worst <= GROUPS.1,
            });
        }
        if let Some((rise, without)) = groups.rises() {
            checks.push(Check {
                goal: format!(
                    "{}: signals on pupils of groups that sink rise by at most half of what they do without knowing of groups",
                    marks.world
                ),
                measured: format!("{rise:.2} of {without:.2} points"),
                holds: rise <= without / 2.0,
            });
        }
    }
    checks
}

/// The heaviest of the first rounds of *standaard*, whatever the world.
fn starting(all: &[Marks]) -> Option<Check> {
    let of_world = |marks: &Marks| Some(highest(&ruleset(marks, "standaard")?.starting));
    let (world, load) = all
        .iter()
        .filter_map(|marks| Some((marks.world, of_world(marks)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(Check {
        goal: format!(
            "*standaard* costs at most {STARTING} false pupils per 100 in a round of the starting picture"
        ),
        measured: format!("{load:.2} in {world}"),
        holds: load <= STARTING,
    })
}

/// The signals of a ruleset, or of what schools use.
pub(super) fn ruleset<'a>(marks: &'a Marks, name: &str) -> Option<&'a Signals> {
    marks.signals.iter().find(|signals| signals.name == name)
}

/// A detector by name.
pub(super) fn detector<'a>(marks: &'a Marks, name: &str) -> Option<&'a Detector> {
    marks.detectors.iter().find(|detector| detector.name == name)
}

/// By how many points `trend` finds more than the best known method, within 0, 1, 2 rounds.
pub(super) fn ahead(marks: &Marks) -> Option<[f64; 3]> {
    let (trend, best) = (detector(marks, "trend")?, detector(marks, "best known")?);
    let mut ahead = [0.0; 3];
    for ((slot, trend), best) in ahead.iter_mut().zip(trend.found).zip(best.found) {
        *slot = trend? - best?;
    }
    Some(ahead)
}

/// Whether `trend` keeps up with the best known method in a world where something happens.
fn behind(marks: &Marks) -> Option<Check> {
    let ahead = ahead(marks)?;
    Some(Check {
        goal: format!("`trend` in {}: at most {BEHIND} points under the best known method", marks.world),
        measured: points(&ahead),
        holds: ahead.iter().all(|points| *points >= -BEHIND),
    })
}

/// Differences with their sign.
pub(super) fn points(ahead: &[f64]) -> String {
    ahead.iter().map(|points| format!("{points:+.1}")).collect::<Vec<_>>().join(" / ")
}

/// How far sizes, years and sexes lie apart: in the world where they do most.
fn apart(all: &[Marks]) -> Vec<Check> {
    let of_kind = ["group size", "year level", "sex"].into_iter().filter_map(|name| {
        let shares = |even: &Calibration| match name {
            "group size" => ratio(even.by_group_size.values()),
            "year level" => ratio(even.by_year.values()),
            _ => ratio(even.by_sex.values()),
        };
        let worst = all.iter().filter_map(|marks| Some((marks.world, shares(&marks.calibration)?)));
        let (world, ratio) = worst.max_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(Check {
            goal: format!("false pupils by {name}: highest over lowest at most {APART}, in every world"),
            measured: format!("{ratio:.2} in {world}"),
            holds: ratio <= APART,
        })
    });
    of_kind.collect()
}

#[cfg(test)]
mod tests {
    use super::{points, ratio};

    #[test]
    fn differences_keep_their_sign() {
        assert_eq!(points(&[1.04, -0.26]), "+1.0 / -0.3");
    }

    #[test]
    fn one_figure_is_not_apart_from_itself() {
        assert_eq!(ratio([Some(2.0), None].iter()), None);
        assert!((ratio([Some(2.0), Some(3.0)].iter()).unwrap() - 1.5).abs() < 1e-12);
    }
}
