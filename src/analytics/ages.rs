//! Which norm a score has hangs on how old the pupil is that day, and on the sex. What is known of a pupil holds for all of
//! the pupil's scores, whichever row said it: so scores are told apart by it when all rows have been read.

use chrono::NaiveDate;

use super::{
    interned::Interned,
    table::{ScoreTable, Value, number},
};
use crate::{evidence::instruments::Sex, ground::clock};

/// What norms ask of a pupil.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub born: Option<NaiveDate>,
    pub sex: Option<Sex>,
}

impl ScoreTable {
    /// Gives each score the value of its pupil's age and sex.
    pub(super) fn tell_ages_apart(&mut self) {
        let people = std::mem::take(&mut self.people);
        if people.iter().all(|person| *person == Person::default()) {
            return;
        }
        let mut told: Interned<(u32, Option<u8>, Option<Sex>)> = Interned::default();
        let mut scores = self.scores.iter_mut();
        let ends = self.forms.iter().skip(1).map(|next| next.first).chain([number(scores.len())]);
        for (form, end) in self.forms.iter().zip(ends) {
            let Person { born, sex } = people.get(form.pupil as usize).copied().unwrap_or_default();
            let day =
                self.days.all.get(form.day as usize).and_then(|(_, day)| NaiveDate::from_epoch_days(*day));
            let age = born.zip(day).and_then(|(born, day)| clock::age(born, day));
            for score in scores.by_ref().take((end - form.first) as usize) {
                score.value = told.number((score.value, age, sex));
            }
        }
        let value = |(value, age, sex): &(u32, Option<u8>, Option<Sex>)| {
            let value = self.values.get(*value as usize)?;
            Some(Value { age: *age, sex: *sex, ..*value })
        };
        self.values = told.all.iter().filter_map(value).collect();
    }
}
