//! A row of the list, in words: from what triage gives to what a person reads.

use chrono::{Days, NaiveDate};

use crate::care::triage::list::{Part, Row as Given};
use crate::care::triage::mentor::View;
use crate::door::Person;
use crate::evidence::observations::Source;
use crate::ground::calendar::Calendar;
use crate::ground::{Message, Words};
use crate::signals::model::Level;
use crate::signals::state::State;
use crate::web::charts::{self, Spark};
use crate::web::page::{domain, long_date};

/// What a person typed in a form that was refused: the row, the event and the fields.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The signal (or, for a mentor's answer, the pupil) the form was about.
    pub about: String,
    /// Which of the row's forms.
    pub event: String,
    /// The date typed.
    pub look_on: String,
    /// The text typed.
    pub note: String,
}

/// What the person may do on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// All decisions.
    Decide,
    /// The mentor's answer.
    Answer,
    /// Go on with what the mentor has taken up, or end it.
    GoOn,
    /// Look.
    Look,
}

/// A row as it is read.
#[derive(Debug)]
pub struct Row {
    /// The signal the decision is made on.
    pub id: String,
    /// The subject's name.
    pub name: String,
    /// The subject's page.
    pub href: String,
    /// Group and school.
    pub place: String,
    /// `A`, `B` or `C`.
    pub severity: &'static str,
    /// The severity as a word.
    pub severity_word: String,
    /// What is the matter: domain and sentence.
    pub sentences: Vec<(String, String)>,
    /// The small chart, as SVG; empty without a series.
    pub chart: String,
    /// Who worries and since when; what the mentor said; where it stands.
    pub remarks: Vec<String>,
    /// What the person may do.
    pub may: May,
    /// The pupil's id; empty for groups and schools.
    pub pupil: String,
    /// The date a conversation is looked back on, as proposed or typed.
    pub talk_until: String,
    /// The date to watch until, as proposed or typed.
    pub watch_until: String,
    /// The form that was refused, to be shown open.
    pub typed: Typed,
}

impl Row {
    /// The row in the person's words.
    #[must_use]
    pub fn of(row: &Given, person: &Person, many_schools: bool, typed: Option<&Typed>) -> Self {
        let w = person.words();
        let today = person.0.today;
        let may = may(row);
        let pupil = row.pupil.as_ref().map_or_else(String::new, |id| id.0.clone());
        let group = row.group.as_ref();
        let about = |typed: &&Typed| typed.about == row.id.0 || typed.about == pupil;
        let typed = typed.filter(about).cloned().unwrap_or_default();
        let date = |event: &str, days: u64| match typed.event.as_str() {
            now if now == event => typed.look_on.clone(),
            _ => today.checked_add_days(Days::new(days)).unwrap_or(today).to_string(),
        };
        Self {
            id: row.id.0.clone(),
            name: match row.level {
                Level::Group => w.t1("group-title", "name", &row.name),
                Level::Pupil | Level::School => row.name.clone(),
            },
            href: match row.level {
                Level::Pupil => format!("/leerlingen/{pupil}"),
                Level::Group => {
                    format!("/groepen/{}", group.map_or("", |(id, _)| id.0.as_str()))
                }
                Level::School => "/school".to_owned(),
            },
            place: place(row, many_schools),
            severity: row.severity.as_str(),
            severity_word: severity(w, row.severity.as_str()),
            sentences: row.parts.iter().filter_map(|part| sentence(w, part)).collect(),
            chart: chart(w, row),
            remarks: remarks(w, row, today),
            may,
            talk_until: date("in_conversation", 14),
            watch_until: date("watching", 42),
            pupil,
            typed,
        }
    }
}

/// The word of a severity: `eerst bespreken`, `deze periode`, `ter informatie`.
#[must_use]
pub fn severity(w: Words, severity: &str) -> String {
    w.t1("severity", "severity", severity)
}

/// One's own pupil is answered for first, also by a coordinator; a person's concern is hers to decide at once.
fn may(row: &Given) -> May {
    let answers = row.mine && row.level == Level::Pupil && row.state == State::WithMentor;
    match row.state {
        _ if answers && !(row.human && row.coordinated) => May::Answer,
        _ if row.coordinated => May::Decide,
        State::InConversation if row.level == Level::Pupil => May::GoOn,
        _ => May::Look,
    }
}

fn place(row: &Given, many_schools: bool) -> String {
    let group = match row.level {
        Level::Pupil => row.group.as_ref().map(|(_, name)| name.clone()),
        Level::Group | Level::School => None,
    };
    let school = (many_schools && row.level != Level::School).then(|| row.school.clone());
    [group, school].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn sentence(w: Words, part: &Part) -> Option<(String, String)> {
    let mut said = w.say(part.sentence.as_ref()?);
    if part.withdrawn {
        said = format!("{said} ({})", w.t("source-withdrawn"));
    }
    Some((domain(w, &part.domain), said))
}

fn chart(w: Words, row: &Given) -> String {
    let Some(kept) = row.parts.iter().find_map(|part| part.kept.as_ref()) else {
        return String::new();
    };
    let scores: Vec<f64> = kept.history.iter().map(|point| point.score).collect();
    let listed: Vec<String> = scores.iter().map(|score| charts::figure(*score)).collect();
    let name = w.say(
        &Message::new("spark-name")
            .with("scale", &kept.scale_name)
            .with("scores", listed.join(", "))
            .with("min", charts::figure(kept.min))
            .with("max", charts::figure(kept.max)),
    );
    charts::spark(&Spark {
        scores: &scores,
        min: kept.min,
        max: kept.max,
        high_is_good: kept.high_is_good,
        name: &name,
    })
}

fn remarks(w: Words, row: &Given, today: NaiveDate) -> Vec<String> {
    let mut said = Vec::new();
    let mut concerns: Vec<(Source, NaiveDate, &str)> = row
        .parts
        .iter()
        .filter_map(|part| part.concern.map(|(who, on)| (who, on, part.domain.as_str())))
        .collect();
    concerns.sort_by_key(|(_, on, _)| std::cmp::Reverse(*on));
    for (who, on, about) in concerns {
        let concern = Message::new("concern-by")
            .with("who", who.as_str())
            .with("date", long_date(w, on))
            .with("domain", domain(w, about));
        said.push(w.say(&concern));
    }
    if let Some((view, choice, note)) = &row.mentor {
        said.push(mentor(w, view, choice.as_deref(), note));
    }
    said.push(stands(w, row, today));
    if row.reopened {
        said.push(w.t("signal-reopened"));
    }
    said
}

/// What the mentor said, in a line.
#[must_use]
pub fn mentor(w: Words, view: &str, choice: Option<&str>, note: &str) -> String {
    let view = View::from_word(view).unwrap_or(View::Unknown);
    let mut said = w.t1("mentor-said", "view", view.as_str());
    if let Some(choice) = choice {
        said = format!("{said}, {}", w.t1("mentor-does", "choice", choice));
    }
    if note.is_empty() { said } else { format!("{said}: “{note}”") }
}

fn stands(w: Words, row: &Given, today: NaiveDate) -> String {
    let state = row.state.as_str();
    match (row.state, row.mentor_until, row.look_on) {
        (State::WithMentor, Some(until), _) => {
            let calendar = Calendar::of_region(&row.region);
            let left = today
                .iter_days()
                .skip(1)
                .take_while(|day| *day <= until)
                .filter(|day| calendar.is_school_day(*day))
                .count();
            w.say(&Message::new("mentor-days-left").with("days", left))
        }
        (State::InConversation | State::Watching, _, Some(on)) => {
            w.say(&Message::new("state-until").with("state", state).with("date", long_date(w, on)))
        }
        _ => w.say(
            &Message::new("state-since")
                .with("state", state)
                .with("date", long_date(w, crate::ground::clock::local(row.raised_at).date())),
        ),
    }
}
