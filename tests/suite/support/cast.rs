//! The fixed cast of the journeys: a primary school with one person a role, a neighbour school of the same board,
//! and three partners. All of it comes in by the use cases that a school itself goes through.

use baken::care::referrals::model::{AccessRoute, Partner};
use baken::care::referrals::partners;
use baken::evidence::imports::{self, Actor, Consent, Upload};
use baken::evidence::instruments::Catalogue;
use baken::ground::audit::Entry;
use baken::ground::scope::Role;
use baken::ground::{
    AccountId, AdultId, Clock, Conn, Db, GroupId, ImportId, PartnerId, PupilId, Result, SchoolId,
};
use baken::school::accounts::manage::{self, NewAccount};
use baken::school::accounts::store as accounts;
use baken::school::adults::{self, AdultKind, Authority, Told};
use baken::school::store;

pub use super::people::{
    ADMIN, ADMINISTRATION, COORDINATOR, LEADER, MENTOR, NEIGHBOUR, OFFICER, ONE_A_ROLE, OTHER_MENTOR,
    PASSWORD, STAFF,
};
use super::rosters::{neighbours_roster, roster};
use super::server::morning;

/// How many pupils each group of De Wilgen has.
pub const GROUP_SIZE: usize = 20;

/// Who and what there is, once the cast has gathered.
#[derive(Debug, Clone)]
pub struct Cast {
    /// De Wilgen, BRIN 99ZZ.
    pub school: SchoolId,
    /// De Elzen, BRIN 99ZY.
    pub neighbours: SchoolId,
    /// The other mentor's group.
    pub group_6a: GroupId,
    /// The mentor's group.
    pub group_6b: GroupId,
    /// The neighbours' group.
    pub group_7a: GroupId,
    /// Tom Bakker, in 6A.
    pub tom: PupilId,
    /// Noor Vos, in 6B, ten years old.
    pub noor: PupilId,
    /// Sam Overkant, in the neighbours' 7A.
    pub sam: PupilId,
    /// School social work: the school may ask directly.
    pub social_work: PartnerId,
    /// The youth team: reached through the municipality.
    pub youth_team: PartnerId,
    /// The samenwerkingsverband: has a task of its own in law.
    pub partnership: PartnerId,
    /// Noor's mother: has authority, seen in the administration.
    pub mother: AdultId,
    /// Noor's father: has authority, as her mother says.
    pub father: AdultId,
}

/// Brings schools, people, pupils and partners in.
pub fn gather(db: &Db) -> Cast {
    db.write_blocking(|conn| {
        let school = store::add_school(conn, morning(), "99ZZ", "De Wilgen", "po")?;
        let neighbours = store::add_school(conn, morning(), "99ZY", "De Elzen", "po")?;
        for (role, email) in ONE_A_ROLE {
            let at = (role != Role::Admin).then(|| school.clone());
            join(conn, email, &[(role, at)])?;
        }
        join(conn, OTHER_MENTOR, &[(Role::Mentor, Some(school))])?;
        join(conn, NEIGHBOUR, &[(Role::Coordinator, Some(neighbours))])
    })
    .expect("the people");
    let clock = Clock::fixed(morning());
    bring_in(db, &clock, "99ZZ", &roster());
    bring_in(db, &clock, "99ZY", &neighbours_roster());
    db.write_blocking(|conn| {
        let partner = |conn: &mut Conn, name, kind, route| {
            partners::add(conn, morning(), &by(), partner(name, kind, route))
        };
        Ok((
            partner(conn, "Schoolmaatschappelijk werk", "schoolmaatschappelijk-werk", AccessRoute::Direct)?,
            partner(conn, "Jeugdteam", "jeugdteam", AccessRoute::Municipality)?,
            partner(conn, "Samenwerkingsverband", "samenwerkingsverband", AccessRoute::Samenwerkingsverband)?,
        ))
    })
    .and_then(|partners| find(db, partners))
    .and_then(|cast| with_parents(db, cast))
    .expect("the cast")
}

/// The parents of Noor, as the coordinator writes them down.
fn with_parents(db: &Db, mut cast: Cast) -> Result<Cast> {
    let day = morning().date();
    db.write_blocking(|conn| {
        let account = accounts::by_email(conn, COORDINATOR)?.expect("the coordinator").id;
        let scope = accounts::scope(conn, &account, day)?;
        let mut parent = |name: &str, authority, source: &str| {
            let told = Told {
                name: name.to_owned(),
                kind: AdultKind::Parent,
                authority,
                alone: false,
                source: source.to_owned(),
                on: Some(day),
            };
            adults::add(conn, &scope, morning(), &cast.noor, &told)
        };
        cast.mother = parent("Ilse Vos", Authority::Known, "administratie")?;
        cast.father = parent("Bram Vos", Authority::Stated, "moeder")?;
        Ok(cast)
    })
}

/// Who makes the cast, for the log.
fn by() -> Entry {
    Entry::of("test", "gather", "cast", "")
}

fn join(conn: &mut Conn, email: &str, roles: &[(Role, Option<SchoolId>)]) -> Result<AccountId> {
    let new =
        NewAccount { email, name: email.split('@').next().unwrap_or_default(), password: PASSWORD, roles };
    manage::add(conn, morning(), &by(), &new)
}

fn partner(name: &str, kind: &str, access_route: AccessRoute) -> Partner {
    Partner {
        phone: "085 000 00 00".to_owned(),
        offer: "gesprekken".to_owned(),
        waiting: "2 weken".to_owned(),
        waiting_told_on: Some(morning().date()),
        verified_how: "gebeld".to_owned(),
        verified_on: Some(morning().date()),
        ..Partner::named(name, kind, access_route, &format!("aanmelden@{kind}.example"))
    }
}

/// Brings a file in at a school, changes even where they are many.
pub fn bring_in(db: &Db, clock: &Clock, brin: &str, text: &str) -> ImportId {
    let upload = Upload {
        school: brin.to_owned(),
        file_name: "bestand.csv".to_owned(),
        bytes: text.as_bytes().to_vec().into(),
        ..Upload::default()
    };
    let catalogue = Catalogue::shipped().expect("the instruments");
    let id = imports::stage(db, clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {})
        .expect("a file that can be read");
    let consent = Consent { all_or_nothing: true, changes: true };
    let (now, today) = (clock.now(), clock.today());
    db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent)).expect("accepted");
    id
}

fn find(db: &Db, partners: (PartnerId, PartnerId, PartnerId)) -> Result<Cast> {
    db.read_blocking(|conn| {
        let school = store::school_by_brin(conn, "99ZZ")?.expect("De Wilgen").id;
        let neighbours = store::school_by_brin(conn, "99ZY")?.expect("De Elzen").id;
        let group = |conn: &mut Conn, school: &SchoolId, name: &str| {
            let places = store::places(conn, school, morning().date())?;
            let place = places.into_iter().find(|(_, group)| group.name == name);
            Ok::<_, baken::ground::Error>(place.expect("the group").1.id)
        };
        let pupil = |conn: &mut Conn, school: &SchoolId, number: &str| {
            use baken::ground::db::schema::pupils;
            use diesel::prelude::*;
            pupils::table
                .filter(pupils::school_id.eq(school))
                .filter(pupils::number.eq(number))
                .select(pupils::id)
                .first::<PupilId>(conn)
                .map_err(baken::ground::Error::from)
        };
        Ok(Cast {
            group_6a: group(conn, &school, "6A")?,
            group_6b: group(conn, &school, "6B")?,
            group_7a: group(conn, &neighbours, "7A")?,
            tom: pupil(conn, &school, "001")?,
            noor: pupil(conn, &school, "021")?,
            sam: pupil(conn, &neighbours, "001")?,
            school,
            neighbours,
            social_work: partners.0,
            youth_team: partners.1,
            partnership: partners.2,
            mother: AdultId(String::new()),
            father: AdultId(String::new()),
        })
    })
}
