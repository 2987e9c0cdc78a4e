//! Brings the drawn board into an empty database, by the same use cases that a school's own files go through.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};

use super::cast::{self, PASSWORD};
use super::in_hand;
use super::meeting;
use super::partners as directory;
use super::plan::{SchoolPlan, address};
use super::world::{SchoolFiles, World};
use crate::care::referrals::{offers, partners};
use crate::door::State;
use crate::evidence::imports::{self, Actor, Consent, Upload};
use crate::ground::audit::Entry;
use crate::ground::{Conn, PupilId, Result, Role, SchoolId};
use crate::notifications::mailer::Mailer;
use crate::school::accounts::manage::{self, NewAccount};
use crate::school::accounts::store as accounts;
use crate::school::adults::{self, AdultKind, Authority, Told};
use crate::school::store;
use crate::signals::store as signals;
use crate::worker;

/// Stores schools, people and partners, then imports each school's files in the order a school would:
/// the roster, what came before (its starting picture), the newest round, sociograms. Last, signals are raised.
pub fn fill(state: &State, world: &World) -> Result<()> {
    let (now, today) = (state.clock.now(), state.clock.today());
    state.db.write_blocking(|conn| people(conn, now, today, world))?;
    for school in &world.schools {
        eprintln!("{}: leerlingen en zes meetmomenten inlezen", school.plan.name);
        bring_in(state, school, "leerlingen.csv", &school.roster)?;
        bring_in(state, school, "eerdere-metingen.csv", &school.earlier)?;
        bring_in(state, school, "laatste-meting.csv", &school.latest)?;
        if !school.ratings.is_empty() {
            bring_in(state, school, "sociogrammen.csv", &school.ratings)?;
        }
    }
    eprintln!("Signalen berekenen");
    work(state)?;
    state.db.write_blocking(|conn| {
        in_hand::do_a_little(conn, now, today)?;
        parents(conn, now, today)
    })?;
    meeting::call(state)
}

/// The parents of pupils with a signal, as the coordinators wrote them down, so that a visitor can begin a referral.
fn parents(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<()> {
    for school in store::all_schools(conn)? {
        let Some(account) = accounts::with_role(conn, Role::Coordinator, &school.id)?.into_iter().next()
        else {
            continue;
        };
        let scope = accounts::scope(conn, &account, today)?;
        let open = signals::open_at(conn, &school.id)?;
        let pupils: BTreeSet<PupilId> = open.into_iter().filter_map(|signal| signal.pupil_id).collect();
        for pupil in pupils.iter().take(20) {
            let (of, _) = store::pupil(conn, &scope, pupil)?;
            for (first, authority, source) in
                [("Robin", Authority::Known, "administratie"), ("Jo", Authority::Stated, "de andere ouder")]
            {
                let told = Told {
                    name: format!("{first} {}", of.last_name),
                    kind: AdultKind::Parent,
                    authority,
                    alone: false,
                    source: source.to_owned(),
                    on: Some(today),
                };
                adults::add(conn, &scope, now, pupil, &told)?;
            }
        }
    }
    Ok(())
}

fn people(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, world: &World) -> Result<()> {
    let entry = Entry::of("cli", "demo", "account", "");
    let mut schools: HashMap<&str, SchoolId> = HashMap::new();
    for SchoolFiles { plan, .. } in &world.schools {
        let id = store::add_school(conn, now, plan.brin, plan.name, plan.sector)?;
        add_mentors(conn, now, &entry, plan, &id)?;
        schools.insert(plan.brin, id);
    }
    for person in cast::PEOPLE {
        let roles: Vec<(Role, Option<SchoolId>)> = if person.schools.is_empty() {
            vec![(person.role, None)]
        } else {
            let at = person.schools.iter().filter_map(|brin| schools.get(brin));
            at.map(|id| (person.role, Some(id.clone()))).collect()
        };
        // Whoever is mentor of a group has an account already.
        let is_mentor = person.role == Role::Mentor;
        if !is_mentor {
            add(conn, now, &entry, person.name, person.email, &roles)?;
        }
    }
    for partner in directory::partners(today) {
        let entry = Entry::of("cli", "demo", "partner", "");
        let has_offers = partner.kind == "jeugdgezondheidszorg";
        let id = partners::add(conn, now, &entry, partner)?;
        for offer in directory::offers(&id, today, now).into_iter().filter(|_| has_offers) {
            offers::add(conn, now, &entry, offer)?;
        }
    }
    Ok(())
}

fn add_mentors(
    conn: &mut Conn,
    now: NaiveDateTime,
    entry: &Entry,
    plan: &SchoolPlan,
    school: &SchoolId,
) -> Result<()> {
    for (_, person) in plan.mentors {
        let roles = [(Role::Mentor, Some(school.clone()))];
        add(conn, now, entry, person, &address(person, plan.mail), &roles)?;
    }
    Ok(())
}

fn add(
    conn: &mut Conn,
    now: NaiveDateTime,
    entry: &Entry,
    name: &str,
    email: &str,
    roles: &[(Role, Option<SchoolId>)],
) -> Result<()> {
    let new = NewAccount { email, name, password: PASSWORD, roles };
    manage::add(conn, now, entry, &new).map(|_id| ())
}

fn bring_in(state: &State, school: &SchoolFiles, name: &str, text: &str) -> Result<()> {
    let upload = Upload {
        school: school.plan.brin.to_owned(),
        sector: Some(school.plan.sector.to_owned()),
        file_name: name.to_owned(),
        bytes: text.as_bytes().to_vec().into(),
        ..Upload::default()
    };
    let consent = Consent { all_or_nothing: true, changes: false };
    let import =
        imports::stage(&state.db, &state.clock, Actor::Cli, &*state.instruments, &upload, &mut |_, _| {})?;
    let (now, today) = (state.clock.now(), state.clock.today());
    state.db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &import, consent))
}

/// Does what the imports asked for, as the worker would.
fn work(state: &State) -> Result<()> {
    let mailer = Mailer::new(&state.config)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(crate::ground::Error::internal)?;
    runtime.block_on(async {
        while worker::step(state, &mailer).await? {}
        Ok(())
    })
}
