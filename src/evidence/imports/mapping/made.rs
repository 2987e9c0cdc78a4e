//! The answers made into a profile and what holds for this file alone, or what is wrong with them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Answers, Choice, Holds, Problem, UNUSED, choices, instrument_of};
use crate::evidence::files::dates::DateForm;
use crate::evidence::files::look::{Dates, Marks, dates_in, marks_in};
use crate::evidence::files::number::Decimal;
use crate::evidence::files::profile::{ScaleColumn, Typed};
use crate::evidence::files::{Kind, Look, Profile, ours};
use crate::evidence::informant::Informant;
use crate::evidence::instruments::Catalogue;
use crate::evidence::score_type::ScoreType;
use crate::ground::Message;

/// What the answers come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The profile.
    pub profile: Profile,
    /// What holds for all rows of this file alone, by our name of the column.
    pub given: BTreeMap<String, String>,
}

impl Answers {
    /// Makes them into a profile. `base`: the one that was filled in beforehand; what the form does not ask is kept of it,
    /// and where nothing else was said it comes back as it is. `source`: what the profile says of where it is from; `today`: the last day that a list can be of.
    ///
    /// # Errors
    /// All that is wrong, in the order of the form.
    pub fn made(
        &self,
        look: &Look,
        base: Option<&Profile>,
        catalogue: &Catalogue,
        (source, today): (&str, NaiveDate),
    ) -> Result<Made, Vec<Problem>> {
        let Some(holds) = self.holds() else {
            return Err(vec![problem("soort", Message::new("columns-say-what"))]);
        };
        let base = base.filter(|base| base.kind == holds.kind());
        let mut problems = Vec::new();
        let mut profile = Profile {
            name: self.name.trim().to_owned(),
            kind: holds.kind(),
            source: base.map_or(source, |base| &base.source).to_owned(),
            marks: Vec::new(),
            columns: BTreeMap::new(),
            scales: BTreeMap::new(),
            skip: Vec::new(),
            given: base.map(|base| base.given.clone()).unwrap_or_default(),
            date_format: None,
            decimal: None,
            sex: base.and_then(|base| base.sex),
        };
        self.columns(look, holds, catalogue, &mut profile, &mut problems);
        let mut given = self.of_all_rows(holds, catalogue, &mut profile, &mut problems);
        self.forms(look, base, &mut profile, &mut problems);
        if let Some(date) = self.day(today, &mut problems) {
            let written =
                profile.date_format.as_ref().map_or_else(|| date.to_string(), |form| form.write(date));
            given.insert("afnamedatum".to_owned(), written);
        }
        let has = |name: &str| {
            profile.columns.contains_key(name) || profile.given.contains_key(name) || given.contains_key(name)
                // Of a day that cannot be it was said already what is wrong.
                || (name == "afnamedatum" && !self.date.is_empty())
        };
        for ours in ours::columns_of(holds.kind()).iter().filter(|ours| ours.needed) {
            if !has(ours.dutch) && (holds.has(ours.dutch) || ours.dutch == "instrument") {
                problems.push(missing(ours.dutch, holds));
            }
        }
        if holds == Holds::Wide && profile.scales.is_empty() {
            problems.push(problem("k0", Message::new("columns-no-scale")));
        }
        if profile.name.is_empty() {
            problems.push(problem("naam", Message::new("columns-name")));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Made { profile: like(profile, base, look), given })
    }

    /// Which column is which.
    fn columns(
        &self,
        look: &Look,
        holds: Holds,
        catalogue: &Catalogue,
        profile: &mut Profile,
        problems: &mut Vec<Problem>,
    ) {
        let known = choices(holds, instrument_of(catalogue, &self.instrument));
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for at in self.places(look, |_| true) {
            let (said, field) = (self.of(at), format!("k{at}"));
            let Some(column) = look.columns.get(at).map(|column| &column.name) else { continue };
            if said == UNUSED || said.is_empty() {
                if look.header.is_known(at) {
                    profile.skip.push(column.clone());
                }
                continue;
            }
            let Some(choice) = known.iter().find(|choice| choice.code == said) else {
                let message = Message::new("columns-unknown").with("column", column.as_str());
                problems.push(problem(&field, message));
                continue;
            };
            if let Some(other) = seen.insert(said, column) {
                let message =
                    Message::new("columns-twice").with("column", column.as_str()).with("other", other);
                problems.push(problem(&field, message));
                continue;
            }
            profile.marks.push(column.clone());
            match scale_of(choice) {
                Some(scale) => drop(profile.scales.insert(column.clone(), scale)),
                None => drop(profile.columns.insert(said.to_owned(), column.clone())),
            }
        }
    }

    /// What holds for all rows: what is the source's goes in the profile, what is this file's is given back.
    fn of_all_rows(
        &self,
        holds: Holds,
        catalogue: &Catalogue,
        profile: &mut Profile,
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<String, String> {
        let mut given = BTreeMap::new();
        if holds == Holds::Roster {
            return given;
        }
        if !self.instrument.is_empty() && instrument_of(catalogue, &self.instrument).is_none() {
            let message =
                Message::new("columns-instrument-unknown").with("instrument", self.instrument.as_str());
            problems.push(problem("lijst", message));
        }
        if !self.informant.is_empty() && Informant::from_code(&self.informant).is_none() {
            problems.push(problem("informant", Message::new("row-informant-unknown")));
        }
        profile.given.retain(|ours, _| !["instrument", "informant"].contains(&ours.as_str()));
        let said = [
            ("instrument", "lijst", &self.instrument),
            ("informant", "informant", &self.informant),
            ("meetmoment", "meetmoment", &self.round),
            ("afnamedatum", "datum", &self.date),
        ];
        for (ours, field, value) in said.into_iter().filter(|(_, _, value)| !value.trim().is_empty()) {
            if let Some(column) = profile.columns.get(ours) {
                let message = Message::new("columns-beside").with("column", column.as_str());
                problems.push(problem(field, message));
            }
            match ours {
                "meetmoment" => drop(given.insert(ours.to_owned(), value.trim().to_owned())),
                "afnamedatum" => {}
                _ => drop(profile.given.insert(ours.to_owned(), value.trim().to_owned())),
            }
        }
        given
    }

    /// How dates and numbers are written: as the columns show, else as was said.
    fn forms(&self, look: &Look, base: Option<&Profile>, profile: &mut Profile, problems: &mut Vec<Problem>) {
        let is_date = |ours: &str| ours.ends_with("datum");
        let dates = self.places(look, is_date);
        let form = DateForm::new(&self.date_form);
        profile.date_format = match dates_in(look, Some(&dates)) {
            Dates::None => base.and_then(|base| base.date_format.clone()),
            Dates::Usual => None,
            Dates::Only(form) => Some(form),
            Dates::Open(forms) => {
                let known = base.and_then(|base| base.date_format.clone());
                let said = form.or(known).filter(|form| forms.contains(form));
                if said.is_none() {
                    problems.push(problem("datumvorm", Message::new("columns-date-form")));
                }
                said
            }
        };
        let numbers = self.places(look, |said| said == "score" || said.starts_with('='));
        let known = base.and_then(|base| base.decimal);
        profile.decimal = match (marks_in(look, Some(&numbers)), decimal(&self.decimal)) {
            (Marks::Clear, _) => known,
            (Marks::Open, said) => {
                if said.or(known).is_none() {
                    problems.push(problem("decimaal", Message::new("columns-decimal")));
                }
                said.or(known)
            }
        };
    }

    /// The day of the list, where it was typed.
    fn day(&self, today: NaiveDate, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
        if self.date.is_empty() || self.holds() == Some(Holds::Roster) {
            return None;
        }
        let day: Option<NaiveDate> = self.date.parse().ok();
        let wrong = match day {
            None => Message::new("form-no-date").with("value", self.date.as_str()),
            Some(day) if day > today => Message::new("row-date-future").with("last", today.to_string()),
            Some(_) => return day,
        };
        problems.push(problem("datum", wrong));
        day
    }
}

/// The profile as it was, where the answers say nothing else: its headers may be fewer than those that were pointed at.
fn like(profile: Profile, base: Option<&Profile>, look: &Look) -> Profile {
    let Some(base) = base.filter(|base| base.name == profile.name) else { return profile };
    let same = |ours: &String, theirs: &String| {
        let usual = || look.place_of(theirs).and_then(|at| ours::by_name(profile.kind, &look.header, at));
        base.columns.get(ours) == Some(theirs) || (!base.columns.contains_key(ours) && usual() == Some(ours))
    };
    let columns = profile.columns.iter().all(|(ours, theirs)| same(ours, theirs));
    // A column that this file lacks says nothing against the profile.
    let scales = profile.scales.iter().all(|(theirs, scale)| base.scales.get(theirs) == Some(scale));
    let skip = profile.skip.iter().all(|column| base.skip.contains(column));
    let forms = profile.date_format == base.date_format && profile.decimal == base.decimal;
    if columns && scales && skip && forms && profile.given == base.given {
        return base.clone();
    }
    profile
}

/// The scale of a choice, with its unit where that is not the usual one.
fn scale_of(choice: &Choice) -> Option<ScaleColumn> {
    let mut parts = choice.code.strip_prefix('=')?.split('=');
    let scale = parts.next()?.to_owned();
    Some(match parts.next().and_then(ScoreType::from_code) {
        Some(score_type) => ScaleColumn::Typed(Typed { scale, score_type }),
        None => ScaleColumn::Code(scale),
    })
}

fn decimal(word: &str) -> Option<Decimal> {
    match word {
        "point" => Some(Decimal::Point),
        "comma" => Some(Decimal::Comma),
        _ => None,
    }
}

/// A column that is missing, at the field where it can be said.
fn missing(ours: &'static str, holds: Holds) -> Problem {
    match (ours, holds.kind()) {
        ("instrument", Kind::Scores) => problem("lijst", Message::new("columns-missing-instrument")),
        ("informant", Kind::Scores) => problem("informant", Message::new("columns-missing-informant")),
        ("afnamedatum", Kind::Scores) => problem("datum", Message::new("columns-missing-date")),
        _ => {
            let english = ours::columns_of(holds.kind()).iter().find(|one| one.dutch == ours);
            let english = english.map_or(ours, |one| one.english);
            problem("k0", Message::new("columns-missing").with("column", ours).with("english", english))
        }
    }
}

fn problem(field: &str, said: Message) -> Problem {
    Problem { field: field.to_owned(), said }
}
