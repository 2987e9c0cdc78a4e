//! `baken score`: answers to items become scores of scales, by the instrument's key (`instruments::scoring`), on a file
//! alone. The file is read in pieces; what is kept is one short row of answers for each list that was filled in, and they
//! come out in the order in which they were first met.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{
    analyse::{SHOWN, tell},
    cells::{finished, no_file, open},
    setting, written,
};
use crate::{
    evidence::{
        files::{
            ItemReader, ItemRow, Refusal, items,
            stream::{Stream, encoding_of},
            write::harmless,
        },
        informant::Informant,
        instruments::{Catalogue, Instrument, Missing, parse},
    },
    ground::{Clock, Config, Error, Message, Result, Words},
};

const HEADER: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;school;groep;geboortedatum;geslacht;\
                      versie;meetmoment;invuller";

/// Makes scores of answers, by the key of the list. The file out can be brought in as it is, or go to `baken analyse`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example: baken score who5 antwoorden.csv --out scores.csv

antwoorden.csv, a row for each answer, rows in any order:
  leerlingnummer;afnamedatum;informant;item;antwoord
  001;2026-03-02;leerling;i1;3
  001;2026-03-02;leerling;i2;4

Optional columns, as in a file of scores: instrument, school, groep, geboortedatum, geslacht, versie, meetmoment, \
invuller. Too few answers on a scale: no score, and the reason. The key stands in the instrument's file: see \
docs/instruments.md.")]
pub struct Args {
    /// The instrument's code, or its file.
    #[arg(value_name = "INSTRUMENT|FILE.toml")]
    instrument: String,
    /// A file with answers.
    #[arg(value_name = "ITEMS.csv")]
    items: PathBuf,
    /// The file for the scores.
    #[arg(long, value_name = "SCORES.csv")]
    out: PathBuf,
}

/// A list that was filled in: whose, when, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    school: Option<String>,
    pupil: String,
    date: NaiveDate,
    informant: Informant,
    version: String,
    round: Option<String>,
    rater: Option<String>,
}

/// The answers of one list.
struct Filled {
    key: Key,
    group: Option<String>,
    birth_date: Option<NaiveDate>,
    sex: Option<String>,
    /// By item: the answer, NaN where there is none, and the line where it was met.
    answers: Vec<(f64, usize)>,
}

/// All lists of a file, in the order in which they were first met.
struct Lists<'a> {
    instrument: &'a Instrument,
    all: Vec<Filled>,
    at: FxHashMap<Key, usize>,
    refused: Vec<Refusal>,
    count: usize,
}

/// Runs the command.
pub fn run(args: &Args, config: &Config, clock: &Clock) -> Result<ExitCode> {
    written::must_be_free(&args.out, [&args.items, &PathBuf::from(&args.instrument)])?;
    let (catalogue, instrument) = instrument(&args.instrument, config)?;
    let lists = read(args, &catalogue, &instrument, clock.today())?;
    tell::refused(&args.items.display().to_string(), &lists.refused, lists.count);
    if lists.all.is_empty() {
        return Err(Error::Refused(Message::new("analysis-no-rows")));
    }
    let (scores, missing) = write(&args.out, &lists)?;
    let words = Words::default();
    for reason in missing.iter().take(SHOWN) {
        eprintln!("{}", words.say(reason));
    }
    let told = Message::new("score-told")
        .with("lists", lists.all.len())
        .with("scores", scores)
        .with("missing", missing.len())
        .with("refused", lists.count);
    eprintln!("{}", words.say(&told));
    Ok(ExitCode::SUCCESS)
}

/// The instrument, known by its code or given as a file, if its answers may be made into scores.
fn instrument(given: &str, config: &Config) -> Result<(Catalogue, Arc<Instrument>)> {
    let mut catalogue = setting::catalogue()?;
    let mut code = given.to_owned();
    if Path::new(given).extension().is_some_and(|end| end == "toml") {
        let text = std::fs::read_to_string(given).map_err(|cause| no_file(Path::new(given), &cause))?;
        let own = parse::instrument(given, &text)?;
        code.clone_from(&own.code);
        catalogue.add(own);
    }
    let instrument = catalogue.get(&code).cloned().ok_or_else(|| {
        let known: Vec<_> = catalogue.all().map(|one| one.code.as_str()).collect();
        let message = Message::new("score-instrument-unknown").with("instrument", &code);
        Error::Refused(message.with("known", known.join(", ")))
    })?;
    items::must_have_items(&instrument.code, instrument.items.len())?;
    let allowed = config.licences.get(&instrument.code).is_some_and(|by| !by.trim().is_empty());
    if instrument.scoring.needs_permission && !allowed {
        return Err(Error::Refused(Message::new("score-no-permission").with("instrument", &instrument.code)));
    }
    Ok((catalogue, instrument))
}

fn read<'a>(
    args: &Args,
    catalogue: &Catalogue,
    instrument: &'a Instrument,
    today: NaiveDate,
) -> Result<Lists<'a>> {
    let open = || File::open(&args.items).map_err(|cause| no_file(&args.items, &cause));
    let mut stream = Stream::new(open()?, encoding_of(open()?)?);
    let first = stream.next_piece()?.ok_or_else(|| Error::Refused(Message::new("file-empty")))?;
    let opening = first.opening(&stream, open)?;
    let reader = ItemReader::new(&opening, catalogue, today, &instrument.code)?;
    let mut lists =
        Lists { instrument, all: Vec::new(), at: FxHashMap::default(), refused: Vec::new(), count: 0 };
    let mut piece = Some(first);
    while let Some(rows) = piece {
        reader.piece(&rows, &opening, |row| match row {
            Ok(row) => lists.take(row),
            Err(refusal) => lists.refuse(refusal),
        })?;
        piece = stream.next_piece()?;
    }
    Ok(lists)
}

impl Lists<'_> {
    fn refuse(&mut self, refusal: Refusal) {
        self.count += 1;
        if self.refused.len() < SHOWN {
            self.refused.push(refusal);
        }
    }

    /// Takes in an answer. The same one twice counts once; two that contradict each other count for nothing.
    #[expect(clippy::float_cmp, reason = "the same text gives the same number; nothing is computed")]
    fn take(&mut self, row: ItemRow) {
        let items = &self.instrument.items;
        let Some(at) = items.iter().position(|item| item.code == row.item) else { return };
        let key = Key {
            school: row.school,
            pupil: row.pupil,
            date: row.date,
            informant: row.informant,
            version: row.version,
            round: row.round,
            rater: row.rater,
        };
        let next = self.all.len();
        let place = *self.at.entry(key).or_insert_with_key(|key| {
            self.all.push(Filled {
                key: key.clone(),
                group: row.group,
                birth_date: row.birth_date,
                sex: row.sex,
                answers: vec![(f64::NAN, 0); items.len()],
            });
            next
        });
        let Some(slot) = self.all.get_mut(place).and_then(|list| list.answers.get_mut(at)) else { return };
        if slot.1 == 0 {
            *slot = (row.answer, row.line);
        } else if slot.0 != row.answer {
            slot.0 = f64::NAN;
            let reason = Message::new("score-answer-twice").with("line", slot.1);
            self.refuse(Refusal::at((row.row, row.line), "item", row.item, reason));
        }
    }
}

/// Writes the scores; gives how many, and why others are missing.
fn write(out: &Path, lists: &Lists<'_>) -> Result<(usize, Vec<Message>)> {
    let mut csv = open(out, HEADER)?;
    let (mut count, mut missing) = (0, Vec::new());
    for list in &lists.all {
        let key = &list.key;
        let answers: Vec<f64> = list.answers.iter().map(|(answer, _)| *answer).collect();
        for (scale, scored) in lists.instrument.score(&answers) {
            let score = match scored {
                Ok(score) => score,
                Err(why) => {
                    missing.push(reason(&why, key, &scale.code));
                    continue;
                }
            };
            let text = |text: &Option<String>| harmless(text.as_deref().unwrap_or_default()).into_owned();
            csv.write_record([
                &*harmless(&key.pupil),
                &key.date.to_string(),
                &lists.instrument.code,
                key.informant.code(),
                &scale.code,
                &score.to_string(),
                &text(&key.school),
                &text(&list.group),
                &list.birth_date.map_or_else(String::new, |born| born.to_string()),
                &text(&list.sex),
                &harmless(&key.version),
                &text(&key.round),
                &text(&key.rater),
            ])
            .map_err(Error::internal)?;
            count += 1;
        }
    }
    finished(csv)?.keep()?;
    Ok((count, missing))
}

fn reason(why: &Missing, key: &Key, scale: &str) -> Message {
    let about = |message: Message| {
        message.with("pupil", key.pupil.as_str()).with("date", key.date.to_string()).with("scale", scale)
    };
    match why {
        Missing::TooFew { answered, needed, items } => about(Message::new("score-too-few"))
            .with("answered", *answered)
            .with("needed", *needed)
            .with("items", *items),
        Missing::Part(part) => about(Message::new("score-part")).with("part", part.as_str()),
    }
}
