//! `baken rollover`: the change of school year, as the screen does it. The roster of the new year comes in before, by
//! `baken import`; the act is taken back by `baken import undo`.

use std::process::ExitCode;

use clap::Args as ClapArgs;
use serde_json::json;

use super::setting;
use crate::evidence::imports::Actor;
use crate::evidence::imports::rollover::{self, Plan, Who};
use crate::ground::{Clock, Config, Db, Error, ImportId, Message, Result, SchoolId, Words};
use crate::school::store;

/// Changes the school year: places and ties of the old year end on 31 July, who is not in the roster of the new year leaves.
///
/// Examples:
///   baken import roster leerlingen-2026.csv --school 99ZZ --next-year --accept-changes
///   baken rollover --school 99ZZ --dry-run
///   baken rollover --school 99ZZ --join 5/6
#[derive(Debug, ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The school's BRIN.
    #[arg(long)]
    school: String,
    /// Make one group of what arrived in parts, by the name of the whole: `5/6` of `5/6 (5)` and `5/6 (6)`.
    #[arg(long, value_name = "NAME")]
    join: Vec<String>,
    /// Only show what would happen.
    #[arg(long)]
    dry_run: bool,
    /// Print the outcome as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: &Config, clock: &Clock) -> Result<ExitCode> {
    let db = setting::open(config)?;
    let school = db
        .read_blocking(|conn| store::school_by_brin(conn, &args.school))?
        .ok_or(Error::NotFound("school"))?;
    let year = rollover::year_at_hand(clock.today());
    let plan = db.read_blocking(|conn| rollover::plan(conn, Actor::Cli, &school.id, year))?;
    if args.join.iter().any(|name| !plan.wholes.iter().any(|whole| whole.name == *name)) {
        return Err(Error::Refused(Message::new("join-unknown").with("names", args.join.join(", "))));
    }
    // A plan without groups is refused by the act: a rehearsal tells the same.
    let act = act(&db, clock, &school.id, year, args)?;
    if args.json {
        println!("{}", as_json(&plan, act.as_ref()));
    } else {
        tell(&plan, act.as_ref());
    }
    Ok(ExitCode::SUCCESS)
}

/// Does it, or rehearses it; gives the act that stands.
fn act(db: &Db, clock: &Clock, school: &SchoolId, year: i32, args: &Args) -> Result<Option<ImportId>> {
    let now = clock.now();
    let work = |conn: &mut _| rollover::roll_over(conn, now, Actor::Cli, school, year, &args.join);
    if args.dry_run {
        db.rehearse_blocking(work)?;
        return Ok(None);
    }
    db.write_blocking(work).map(Some)
}

fn as_json(plan: &Plan, act: Option<&ImportId>) -> serde_json::Value {
    let goes = plan.goes.iter().map(|(from, to, pupils)| json!({"from": from, "to": to, "pupils": pupils}));
    let who = |people: &[Who]| -> Vec<_> {
        people.iter().map(|one| json!({"group": one.group, "pupil": one.number})).collect()
    };
    let groups = plan
        .groups
        .iter()
        .map(|group| json!({"name": group.name, "pupils": group.pupils, "mentors": group.mentors}));
    let wholes = plan.wholes.iter().map(|whole| json!({"name": whole.name, "parts": whole.parts}));
    json!({
        "import": act,
        "stored": act.is_some(),
        "year": plan.year,
        "goes": goes.collect::<Vec<_>>(),
        "leaves": who(&plan.leaves),
        "comes": who(&plan.comes),
        "groups": groups.collect::<Vec<_>>(),
        "ended": plan.ended,
        "ties": plan.ties,
        "wholes": wholes.collect::<Vec<_>>(),
    })
}

fn tell(plan: &Plan, act: Option<&ImportId>) {
    let words = Words::default();
    println!("{} {}", words.t("rollover-title"), plan.year);
    for (from, to, pupils) in &plan.goes {
        println!("{from} → {to}: {pupils}");
    }
    for (key, people) in [("rollover-leaves", &plan.leaves), ("rollover-comes", &plan.comes)] {
        println!("{} ({})", words.t(key), people.len());
        for one in people {
            println!("  {} · {}", one.group, one.number);
        }
    }
    println!("{}", words.t("rollover-groups"));
    for group in &plan.groups {
        let tied = group.mentors.join(", ");
        let tied = if tied.is_empty() { words.t("rollover-untied") } else { tied };
        println!("  {}: {} {} · {tied}", group.name, group.pupils, words.t("rollover-pupils"));
    }
    if !plan.ended.is_empty() {
        println!("{} {}", words.t("rollover-ended"), plan.ended.join(", "));
    }
    println!("{} {}", words.t("rollover-ties"), plan.ties);
    for whole in &plan.wholes {
        println!("{}: {} → {}", words.t("rollover-wholes"), whole.parts.join(" + "), whole.name);
    }
    match act {
        Some(act) => println!("{}", words.t1("import-told-undo", "import", act.0.as_str())),
        None => println!("{}", words.t("rollover-rehearsed")),
    }
}
