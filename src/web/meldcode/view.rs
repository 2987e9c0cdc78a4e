//! What stands in a file, as it is shown: steps, papers with their readers, who is named, who looked.

use chrono::NaiveDate;

use crate::care::meldcode::{Content, File, Line, Named, Paper, Reader, Step, Taken};
use crate::ground::{AccountId, Error, Message, Result};
use crate::web::page::Page;
use crate::web::timeline::{Names, name};

/// Until when Veilig Thuis should have answered, or that it is late.
pub(super) fn answer(page: &Page, file: &File, today: NaiveDate) -> String {
    file.answer_by.map_or_else(String::new, |until| {
        let how = if until < today { "late" } else { "waits" };
        page.say(&Message::new("meldcode-answer").with("how", how).with("date", page.date(&until)))
    })
}

/// One of the five steps in the list on top.
pub(super) struct Check {
    pub(super) title: String,
    /// The days on which it was taken, or that it was not yet.
    pub(super) when: String,
}

/// The five steps.
pub(super) fn five(page: &Page, taken: &[Taken]) -> Vec<Check> {
    let check = |step: Step| {
        let days: Vec<String> =
            taken.iter().filter(|one| one.step == step).map(|one| page.date(&one.on_date)).collect();
        Check {
            title: page.t1("meldcode-step", "step", step.as_str()),
            when: if days.is_empty() { page.t("meldcode-not-yet") } else { days.join(", ") },
        }
    };
    Step::FIVE.into_iter().map(check).collect()
}

/// A step that was taken.
pub(super) struct StepView {
    pub(super) when: String,
    pub(super) who: String,
    pub(super) title: String,
    /// Each with what it is: facts, an opinion, with whom, a decision.
    pub(super) parts: Vec<(String, String)>,
}

/// A step, as it stands in the file.
pub(super) fn step(page: &Page, names: &Names, taken: &Taken) -> StepView {
    let decision = |key: &str, answer: Option<bool>, reason: &str| {
        answer.map(|yes| {
            let answer = page.t(if yes { "meldcode-yes" } else { "meldcode-no" });
            (page.t(key), format!("{answer}. {reason}"))
        })
    };
    let text = |key: &str, text: &str| (!text.is_empty()).then(|| (page.t(key), text.to_owned()));
    let parts = [
        text("meldcode-with", &taken.consulted),
        text("meldcode-facts", &taken.facts),
        text("meldcode-opinion", &taken.opinion),
        decision("meldcode-report", taken.report, &taken.report_reason),
        decision("meldcode-help", taken.help, &taken.help_reason),
    ];
    StepView {
        when: page.date(&taken.on_date),
        who: name(names, &taken.account_id),
        title: page.t1("meldcode-step", "step", taken.step.as_str()),
        parts: parts.into_iter().flatten().collect(),
    }
}

/// Something that was moved here.
pub(super) struct PaperView {
    pub(super) seen: String,
    pub(super) text: String,
    pub(super) is_quote: bool,
    pub(super) moved: String,
    pub(super) raised: Vec<String>,
    pub(super) readers: Vec<String>,
}

/// A paper, with who had read it.
///
/// # Errors
/// When it cannot be read.
pub(super) fn paper(page: &Page, names: &Names, paper: &Paper) -> Result<PaperView> {
    let content = Content::of(paper)?;
    let readers: Vec<Reader> = serde_json::from_str(&paper.read_by).map_err(Error::internal)?;
    let seen = Message::new(if content.seen_by.is_empty() { "meldcode-seen" } else { "meldcode-seen-by" })
        .with("by", &content.seen_by)
        .with("date", page.date(&content.seen_on))
        .with("domain", page.domain(&content.domain))
        .with("who", name(names, &content.written_by));
    let moved = Message::new("meldcode-moved")
        .with("date", page.day_of(&paper.moved_at))
        .with("who", name(names, &paper.moved_by));
    let notes = content.raised.iter().flat_map(|raised| {
        std::iter::once(&raised.mentor_note).chain(raised.decisions.iter().map(|one| &one.note))
    });
    let reader = |one: &Reader| {
        let mut days: Vec<String> = one.times.iter().map(|at| page.day_of(at)).collect();
        days.dedup();
        let kind = if one.account.is_some() { "account" } else { "partner" };
        let said = Message::new("meldcode-reader").with("kind", kind).with("name", &one.name);
        page.say(&said.with("days", days.join(", ")))
    };
    Ok(PaperView {
        seen: page.say(&seen),
        is_quote: content.source != crate::evidence::observations::Source::Staff,
        moved: page.say(&moved),
        raised: notes.filter(|note| !note.is_empty()).cloned().collect(),
        readers: readers.iter().map(reader).collect(),
        text: content.text,
    })
}

/// The account that wrote what a paper holds, beside who moved it.
pub(super) fn writers(papers: &[Paper]) -> Vec<AccountId> {
    let of = |paper: &Paper| Content::of(paper).ok().map(|content| content.written_by);
    papers.iter().filter_map(of).chain(papers.iter().map(|paper| paper.moved_by.clone())).collect()
}

/// Somebody who is named.
pub(super) struct NamedView {
    pub(super) id: String,
    pub(super) said: String,
    /// Whether it can still be ended.
    pub(super) lasts: bool,
}

/// Who is named, and until when.
pub(super) fn named(page: &Page, names: &Names, one: &Named, today: NaiveDate) -> NamedView {
    let said = Message::new("meldcode-named")
        .with("name", name(names, &one.account_id))
        .with("from", page.date(&one.from_on))
        .with("until", page.date(&one.until_on));
    NamedView { id: one.id.clone(), said: page.say(&said), lasts: one.until_on >= today }
}

/// A line of the file's log.
pub(super) fn line(page: &Page, names: &Names, line: &Line) -> String {
    let who = line.account_id.as_ref().map_or_else(String::new, |id| name(names, id));
    let said = Message::new("meldcode-line").with("action", &line.action).with("who", who);
    page.say(&said.with("date", page.day_of(&line.at)))
}
