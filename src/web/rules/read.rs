//! What the page of the rules needs, read in one go; and what holds, in words.

use chrono::NaiveDate;

use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope};
use crate::insight::disclosure::{Disclosed, Reader};
use crate::insight::rules::rates::{self, Rate};
use crate::school::rulesets::{self, Choice};
use crate::school::{School, store as people};
use crate::signals::finding::Rule;
use crate::signals::ruleset::{self, Ruleset};
use crate::web::page::Page;

pub(super) struct Known {
    pub(super) school: School,
    pub(super) reader: Reader,
    pub(super) rates: Vec<(Rule, Disclosed<Rate>)>,
    present: Ruleset,
    choices: Vec<(Choice, String)>,
    open_until: Option<NaiveDate>,
}

pub(super) fn read(conn: &mut Conn, scope: &Scope, wanted: &str, smallest: u32) -> Result<(Known, Entry)> {
    let mut own = scope.schools_as(Role::Coordinator);
    own.extend(scope.schools_as(Role::Leader));
    let school = people::schools_of(conn, scope)?
        .into_iter()
        .find(|school| {
            own.contains(&school.id) && (wanted.is_empty() || school.id == SchoolId(wanted.to_owned()))
        })
        .ok_or(Error::NotFound("school"))?;
    let reader = Reader::of(scope, &school.id, smallest);
    let rates = rates::of_school(conn, scope, &school.id, reader)?;
    let present = Ruleset::of_school(conn, &school)?;
    let choices = rulesets::choices(conn, &school.id)?;
    let open_until = rulesets::open_until(conn, &school.id, scope.today)?;
    let entry = Entry::by(scope, "view-rules", "school", &school.id).at(scope, &school.id);
    Ok((Known { school, reader, rates, present, choices, open_until }, entry))
}

/// A day as it stands in a ruleset, in words.
pub(super) fn day(page: &Page, written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |date| page.date(&date))
}

impl Known {
    /// What the rules that hold now ask.
    pub(super) fn asks(&self, page: &Page) -> Vec<String> {
        self.present.told(page.w)
    }

    /// What holds now, what waits, and whether a round is open.
    pub(super) fn now(&self, page: &Page) -> Vec<String> {
        let mut said = vec![
            page.say(
                &Message::new("rules-now")
                    .with("name", &self.school.ruleset)
                    .with("date", day(page, &self.present.date.to_string())),
            ),
        ];
        if let Some(waits) = self.waits() {
            said.push(
                page.say(
                    &Message::new("rules-waits")
                        .with("name", &waits.ruleset)
                        .with("date", page.date(&waits.starts_on)),
                ),
            );
        }
        said.push(match self.open_until {
            Some(next) => page.t1("rules-open", "date", &page.date(&next)),
            None => page.t("rules-between"),
        });
        said
    }

    /// The choice that waits for the next round.
    pub(super) fn waits(&self) -> Option<&Choice> {
        self.choices.first().map(|(choice, _)| choice).filter(|choice| choice.waits())
    }

    /// The first day on which another ruleset can take effect.
    pub(super) fn first_day(&self, today: NaiveDate) -> NaiveDate {
        self.open_until.unwrap_or(today)
    }

    /// Whether choosing this ruleset would change what holds or what waits.
    pub(super) fn may_choose(&self, set: &str) -> bool {
        self.waits().is_some()
            || set != self.school.ruleset
            || Ruleset::find(set).is_ok_and(|found| found != self.present)
    }

    /// The rulesets to look ahead with: name, how it is called, and what it is in short.
    pub(super) fn sets(&self, page: &Page) -> Vec<(String, String, String)> {
        let said = |name: String| {
            let key = if name == self.school.ruleset { "rules-set-present" } else { "rules-set" };
            (name.clone(), page.t1(key, "name", &name), page.t1("rules-about", "name", &name))
        };
        ruleset::names().into_iter().map(said).collect()
    }

    /// What was chosen, newest first: the day, and who chose what.
    pub(super) fn history(&self, page: &Page) -> Vec<(String, String)> {
        let latest = self.choices.first().map(|(choice, _)| choice.id.as_str());
        let line = |(choice, by): &(Choice, String)| {
            let (became, on) = match choice.in_force_on {
                Some(on) => ("in-force", on),
                None if choice.withdrawn_at.is_some() => ("withdrawn", choice.starts_on),
                None if latest == Some(choice.id.as_str()) => ("waits", choice.starts_on),
                None => ("replaced", choice.starts_on),
            };
            let said = Message::new("rules-chosen")
                .with("name", &choice.ruleset)
                .with("by", by)
                .with("became", became)
                .with("date", page.date(&on));
            (page.day_of(&choice.chosen_at), page.say(&said))
        };
        self.choices.iter().map(line).collect()
    }
}
