//! `baken sociogram`: how the pupils of a group judge each other, on a file alone, no database. Reads ratings and writes
//! a row per pupil as the contract names it. The computing is `analytics::sociogram`.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{
    analyse::{SHOWN, tell},
    cells::{figure, finished, no_file, open},
    written,
};
use crate::evidence::files::header::Column;
use crate::{
    analytics::sociogram::{ALPHA, Method, PupilStatus, Status, statuses},
    evidence::files::{Points, read_ratings, write::harmless},
    ground::{Clock, Error, Message, Result, Words},
};

/// Sociometric status of each pupil, by the ratings or choices that pupils of a group give each other. The file out is
/// the school's own; its status words are for the person who works with it, not to be said of a child.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example: baken sociogram oordelen.csv --points 3 --out sociogram.csv

oordelen.csv:
  groep;afnamedatum;beoordelaar;beoordeelde;oordeel
  4;2026-03-02;001;002;3
  4;2026-03-02;001;003;1

oordeel: 1 up to the number of points, high = likes; or + and - for choices. Negative choices are not needed for the \
file to be read, but without judgements on both sides of the middle no status can be determined.")]
pub struct Args {
    /// A file with ratings, one row per pupil who judges and pupil who is judged.
    #[arg(value_name = "RATINGS.csv")]
    ratings: PathBuf,
    /// How many points a rating can have; without it the ratings must tell.
    #[arg(long, value_parser = ["3", "5", "7", "9"])]
    points: Option<String>,
    /// How a status is determined.
    #[arg(long, default_value = "ssrat", value_parser = Method::ALL.map(Method::code))]
    method: String,
    /// The file for the results.
    #[arg(long, value_name = "OUT.csv")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args, clock: &Clock) -> Result<ExitCode> {
    let points = args.points.as_deref().and_then(Points::read);
    let method = Method::from_code(&args.method).unwrap_or(Method::Ssrat);
    written::must_be_free(&args.out, [&args.ratings])?;
    let bytes = std::fs::read(&args.ratings).map_err(|cause| no_file(&args.ratings, &cause))?;
    let ratings = read_ratings(&bytes, points, clock.today())?;
    let shown = ratings.refused.get(..SHOWN).unwrap_or(&ratings.refused);
    tell::refused(&args.ratings.display().to_string(), shown, ratings.refused.len());
    if ratings.rows.is_empty() {
        return Err(Error::Refused(Message::new("analysis-no-rows")));
    }
    let found = statuses(&ratings.rows, ratings.points, method, ALPHA);
    write(&args.out, &found)?;
    let groups: BTreeSet<_> = found.iter().map(|one| (&one.group, one.date)).collect();
    let told = Message::new("sociogram-told")
        .with("points", u32::from(ratings.points.highest()))
        .with("groups", groups.len())
        .with("pupils", found.len())
        .with("refused", ratings.refused.len());
    eprintln!("{}", Words::default().say(&told));
    let dropped = Column::dropped(&ratings.columns);
    if !dropped.is_empty() {
        let columns = dropped.join(", ");
        eprintln!("{}", Words::default().t1("import-told-dropped", "columns", columns));
    }
    Ok(ExitCode::SUCCESS)
}

fn write(out: &Path, found: &[PupilStatus]) -> Result<()> {
    let words = Words::default();
    let header = "group;date;pupil;raters;sympathy;antipathy;preference;impact;status;note";
    let mut csv = open(out, header)?;
    for one in found {
        csv.write_record([
            &*harmless(&one.group),
            &one.date.to_string(),
            &harmless(&one.pupil),
            &one.raters.map_or_else(String::new, |raters| raters.to_string()),
            &figure(one.figures.sympathy),
            &figure(one.figures.antipathy),
            &figure(one.figures.preference),
            &figure(one.figures.impact),
            one.status.map_or("", Status::code),
            &one.note.as_ref().map_or_else(String::new, |note| words.say(note)),
        ])
        .map_err(Error::internal)?;
    }
    finished(csv)?.keep()
}
