//! What can be filled in before anybody is asked: from a profile that nearly fits, from names that are known, and from the
//! scales of the instrument that has most of them.

use std::cmp::Reverse;

use super::{Answers, Holds, UNUSED, instrument_of};
use crate::evidence::files::dates::DateForm;
use crate::evidence::files::number::Decimal;
use crate::evidence::files::{Kind, Look, Profile, ours};
use crate::evidence::instruments::{Catalogue, Instrument};

impl Answers {
    /// What is known of a list; `base`: the profile that would be taken, if there is one.
    #[must_use]
    pub fn guess(look: &Look, base: Option<&Profile>, catalogue: &Catalogue) -> Self {
        let mut answers = Self::default();
        if let Some(base) = base {
            let given = |name: &str| base.given.get(name).cloned().unwrap_or_default();
            answers.name.clone_from(&base.name);
            (answers.instrument, answers.informant) = (given("instrument"), given("informant"));
            answers.date_form = base.date_format.as_ref().map(DateForm::pattern).unwrap_or_default();
            base.decimal.map_or("", Decimal::code).clone_into(&mut answers.decimal);
        }
        let holds = base.and_then(Holds::of).or_else(|| by_header(look));
        holds.map_or("", Holds::code).clone_into(&mut answers.holds);
        if answers.instrument.is_empty() && holds == Some(Holds::Wide) {
            best(look, catalogue).map_or("", |list| &list.code).clone_into(&mut answers.instrument);
        }
        answers.fill_in(look, base, catalogue);
        answers
    }

    /// Fills in what the columns seem to be, where nothing was said of them.
    pub fn fill_in(&mut self, look: &Look, base: Option<&Profile>, catalogue: &Catalogue) {
        self.uses.resize(look.columns.len(), UNUSED.to_owned());
        let Some(holds) = self.holds() else { return };
        let instrument = instrument_of(catalogue, &self.instrument).filter(|_| holds == Holds::Wide);
        if let Some(base) = base.filter(|base| base.kind == holds.kind()) {
            let own = base.columns.iter().map(|(ours, theirs)| (theirs, ours.clone()));
            let usual = instrument.and_then(|list| list.score_types.first());
            let scales = base.scales.iter().map(|(theirs, scale)| {
                let unit = scale.score_type().filter(|unit| Some(unit) != usual);
                let unit = unit.map(|unit| format!("={}", unit.code())).unwrap_or_default();
                (theirs, format!("={}{unit}", scale.code()))
            });
            for (theirs, what) in own.chain(scales) {
                look.place_of(theirs).into_iter().for_each(|at| self.say(at, what.clone()));
            }
        }
        let skipped =
            |at: usize| base.is_some_and(|base| base.skip.iter().any(|name| look.place_of(name) == Some(at)));
        for at in 0..look.columns.len() {
            if !look.is_free(at) || skipped(at) {
                continue;
            }
            let named = ours::by_name(holds.kind(), &look.header, at).filter(|ours| holds.has(ours));
            let scale = || instrument.and_then(|list| scale(list, look, at)).map(|code| format!("={code}"));
            if let Some(what) = named.map(ToOwned::to_owned).or_else(scale) {
                self.say(at, what);
            }
        }
    }

    /// Says what a column is, unless it is something already, or another column is this.
    fn say(&mut self, at: usize, what: String) {
        if self.of(at) == UNUSED
            && !self.uses.contains(&what)
            && let Some(said) = self.uses.get_mut(at)
        {
            *said = what;
        }
    }
}

/// What the header says; of scores without a column for the score, that there is a column per scale.
fn by_header(look: &Look) -> Option<Holds> {
    match look.kind()? {
        Kind::Roster => Some(Holds::Roster),
        Kind::Scores => {
            let is_score = |at| ours::by_name(Kind::Scores, &look.header, at) == Some("score");
            Some(if (0..look.columns.len()).any(is_score) { Holds::Long } else { Holds::Wide })
        }
        Kind::Sociogram | Kind::Items | Kind::Attendance | Kind::Totals => None,
    }
}

/// The instrument with most of its scales among the columns, at least two, and more than any other.
fn best<'a>(look: &Look, catalogue: &'a Catalogue) -> Option<&'a Instrument> {
    let found =
        |list: &Instrument| (0..look.columns.len()).filter(|at| scale(list, look, *at).is_some()).count();
    let mut lists: Vec<_> =
        catalogue.all().filter(|list| !list.totals_only).map(|list| (found(list), list)).collect();
    lists.sort_by_key(|(found, _)| Reverse(*found));
    match lists.as_slice() {
        [(most, list), rest @ ..] if *most >= 2 && rest.iter().all(|(found, _)| found < most) => Some(list),
        _ => None,
    }
}

/// The scale that a column is by its name.
fn scale(list: &Instrument, look: &Look, at: usize) -> Option<String> {
    let name = look.columns.get(at)?.name.trim().to_lowercase();
    let found = list.scales.iter().find(|one| {
        [&one.code, &one.name]
            .iter()
            .any(|known| known.to_lowercase().replace('-', " ") == name.replace(['-', '_'], " "))
    });
    found.map(|scale| scale.code.clone())
}
