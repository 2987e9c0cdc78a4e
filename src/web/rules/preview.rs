//! A look ahead in words: a row a round, and the names of those the rulesets differ on.

use super::read::day;
use crate::ground::Message;
use crate::insight::rules::preview::{Differs, Preview};
use crate::signals::model::Level;
use crate::web::page::Page;
use crate::web::scales;

/// A look ahead as it is read.
pub(super) struct Shown {
    /// The ruleset's name, as it is chosen by.
    pub(super) set: String,
    /// The day its thresholds are of.
    pub(super) dated: String,
    /// What each rule that runs asks.
    pub(super) asks: Vec<String>,
    /// The rounds, newest first: label, the present ruleset, the other one.
    pub(super) rows: Vec<(String, String, String)>,
    /// Who would be new.
    pub(super) new: Vec<Who>,
    /// Whether somebody is among both: told of in another round.
    pub(super) moved: bool,
    /// Who would not be told any more.
    pub(super) gone: Vec<Who>,
}

/// Somebody the rulesets differ on.
pub(super) struct Who {
    /// The name.
    pub(super) name: String,
    /// The page.
    pub(super) href: String,
    /// The rounds, each with the sentence of what was found.
    pub(super) rounds: Vec<(String, String)>,
}

/// `asks`: what each of its rules asks.
pub(super) fn shown(page: &Page, set: &str, (found, asks): (&Preview, Vec<String>)) -> Shown {
    let rows = found.lines.iter().rev().map(|line| {
        let round = scales::round(page.w, &line.round);
        let named =
            if line.starting_picture { page.t1("ahead-starting-picture", "round", &round) } else { round };
        (named, page.say(&line.present.said()), page.say(&line.other.said()))
    });
    Shown {
        set: set.to_owned(),
        dated: day(page, &found.ruleset.1),
        asks,
        rows: rows.collect(),
        new: found.new.iter().map(|one| who(page, one)).collect(),
        moved: found.new.iter().any(|new| found.gone.iter().any(|gone| gone.id == new.id)),
        gone: found.gone.iter().map(|one| who(page, one)).collect(),
    }
}

fn who(page: &Page, one: &Differs) -> Who {
    let round = |(label, reason): &(String, Message)| (scales::round(page.w, label), page.say(reason));
    let href = match one.level {
        Level::Pupil => format!("/leerlingen/{}", one.id),
        Level::Group => format!("/groepen/{}", one.id),
        Level::School => format!("/school?school={}", one.id),
    };
    Who { name: one.name.clone(), href, rounds: one.rounds.iter().map(round).collect() }
}
