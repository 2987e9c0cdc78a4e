//! The forms of a file, one a step: which fields a step asks for, and what was typed in them.

use crate::care::meldcode::{File, Step};
use crate::web::fields::Fields;
use crate::web::page::Page;

/// The form of a step.
pub(super) struct StepForm {
    /// The word of the step.
    pub(super) word: &'static str,
    pub(super) title: String,
    pub(super) help: String,
    /// What the field "with whom" is called; empty: there is none.
    pub(super) consulted: String,
    pub(super) has_facts: bool,
    pub(super) has_opinion: bool,
    /// Whether it came back with something to mend.
    pub(super) is_back: bool,
    pub(super) on: String,
    typed: Vec<(String, String)>,
}

impl StepForm {
    /// Whether it is the one with the two decisions.
    pub(super) fn decides(&self) -> bool {
        self.word == Step::Decisions.as_str()
    }

    /// What was typed in a field.
    pub(super) fn value(&self, name: &str) -> String {
        Fields(&self.typed).text(name).to_owned()
    }
}

/// The forms for the steps that a file can take now.
pub(super) fn of(
    page: &Page,
    file: &File,
    today: chrono::NaiveDate,
    typed: &[(String, String)],
) -> Vec<StepForm> {
    let steps = file.state.steps().into_iter();
    // There is nothing to answer before a report was made.
    let steps = steps.filter(|step| *step != Step::Answered || file.answer_by.is_some());
    steps.map(|step| form(page, step, today, typed)).collect()
}

fn form(page: &Page, step: Step, today: chrono::NaiveDate, typed: &[(String, String)]) -> StepForm {
    let word = step.as_str();
    let is_back = Fields(typed).text("step") == word;
    let typed = if is_back { typed.to_vec() } else { Vec::new() };
    let on = if is_back { Fields(&typed).text("on").to_owned() } else { today.to_string() };
    let asks_whom = matches!(step, Step::Consultation | Step::Conversation);
    StepForm {
        word,
        title: page.t1("meldcode-step", "step", word),
        help: page.t1("meldcode-step-help", "step", word),
        consulted: if asks_whom { page.t1("meldcode-whom", "step", word) } else { String::new() },
        has_facts: !matches!(step, Step::Decisions | Step::Closed | Step::Reopened),
        has_opinion: !matches!(step, Step::Decisions | Step::Reported | Step::Answered),
        is_back,
        on,
        typed,
    }
}
