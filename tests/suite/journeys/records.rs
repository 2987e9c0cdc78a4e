//! Every kind of record that an address can name, once in the own group, once in another and once in another school. What the
//! journeys make elsewhere by use cases is put down here as rows: the matrix asks who reaches it, not how it came.

use std::collections::BTreeMap;

use baken::door::State;
use baken::evidence::imports::{self, Actor, Upload};
use baken::ground::db::schema::{import_asked, observations};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::ways::{Things, things};
use super::{Town, scores};
use crate::support::cast::{COORDINATOR, NEIGHBOUR, OFFICER, OTHER_MENTOR, STAFF};

/// Where a record is, as seen by the people of the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Noor's, in the mentor's group.
    OwnGroup,
    /// Tom's, in the other group of the school.
    OtherGroup,
    /// Sam's, in the school next door.
    OtherSchool,
}

impl Place {
    /// All places.
    pub const ALL: [Self; 3] = [Self::OwnGroup, Self::OtherGroup, Self::OtherSchool];
}

/// What an address can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Pupil,
    Group,
    Signal,
    Referral,
    Plan,
    Meeting,
    Guest,
    Subject,
    Conversation,
    Observation,
    Letter,
    Adult,
    Release,
    Objection,
    Consent,
    Opening,
    Import,
    Waiting,
    Asked,
    Profile,
    File,
    Person,
    School,
    Account,
    Tie,
    Week,
    StandIn,
    Partner,
    Offer,
    Ruleset,
}

impl Kind {
    /// What stands in an address after this word; `None`: nobody has said so yet.
    pub fn after(word: &str, varies: &str) -> Option<Self> {
        Some(match (word, varies) {
            ("leerlingen" | "pupils" | "mentor", _) => Self::Pupil,
            ("groepen", _) => Self::Group,
            ("signalen" | "signals", _) => Self::Signal,
            ("verwijzingen" | "referrals", _) => Self::Referral,
            ("plannen" | "plans", _) => Self::Plan,
            ("besprekingen", _) => Self::Meeting,
            ("gasten", _) => Self::Guest,
            ("onderwerpen", _) => Self::Subject,
            ("{kind}", _) => Self::Conversation,
            ("observaties", _) => Self::Observation,
            ("brief", _) => Self::Letter,
            ("volwassenen" | "adults", _) => Self::Adult,
            ("inzage", _) => Self::Release,
            ("niet-meenemen", _) => Self::Objection,
            ("toestemming", _) => Self::Consent,
            ("toezicht", _) => Self::Opening,
            ("invoer" | "imports", _) => Self::Import,
            ("kolommen", _) => Self::Asked,
            ("profielen", _) => Self::Profile,
            ("meldcode", _) => Self::File,
            ("personen", _) => Self::Person,
            ("school" | "bewaren", _) => Self::School,
            ("accounts", _) => Self::Account,
            ("banden", _) => Self::Tie,
            ("sluiting", _) => Self::Week,
            ("vervanging", _) => Self::StandIn,
            ("partners", _) => Self::Partner,
            ("aanbod", _) => Self::Offer,
            ("rulesets", _) => Self::Ruleset,
            _ => return None,
        })
    }
}

/// The id of a record of each kind in each place.
pub type Records = BTreeMap<(Kind, Place), String>;

/// Who is named in the file of the meldcode: staff in that of the own group, others elsewhere.
fn named_in(place: Place) -> &'static str {
    match place {
        Place::OwnGroup => STAFF,
        Place::OtherGroup => OTHER_MENTOR,
        Place::OtherSchool => NEIGHBOUR,
    }
}

/// Rows as they are put down; what is in brackets is filled in.
const ROWS: &str = "
INSERT INTO accounts (id, email, name, password_hash, created_at) VALUES
    ('account[n]', 'iemand[n]@wilgen.example', 'Iemand', '', '2026-03-11 08:00:00');
INSERT INTO roles (id, account_id, role, school_id) VALUES ('role[n]', 'account[n]', 'staff', '[school]');
INSERT INTO conversations (id, school_id, pupil_id, with_whom, held_on, line, account_id, created_at) VALUES
    ('conversation[n]', '[school]', '[pupil]', 'pupil', '2026-03-11', 'Een regel', '[account]', '2026-03-11 08:00:00');
INSERT INTO plans (id, school_id, level, pupil_id, state, goal, own_approach, owner_id, starts_on, evaluate_on, account_id,
    created_at, changed_at) VALUES ('plan[n]', '[school]', 'pupil', '[pupil]', 'running', 'Een doel', 'Een aanpak', '[account]',
    '2026-03-11', '2026-06-11', '[account]', '2026-03-11 08:00:00', '2026-03-11 08:00:00');
INSERT INTO conversations (id, school_id, group_id, with_whom, held_on, line, account_id, created_at) VALUES
    ('group-talk[n]', '[school]', '[group]', 'group', '2026-03-11', 'Een regel', '[account]', '2026-03-11 08:00:00');
INSERT INTO plan_steps (id, plan_id, event, actor, from_state, to_state, account_id, at) VALUES
    ('plan-step[n]', 'plan[n]', 'begin', 'person', 'draft', 'running', '[account]', '2026-03-11 08:00:00');
INSERT INTO plan_domains (plan_id, domain) VALUES ('plan[n]', 'motivatie');
INSERT INTO meetings (id, school_id, kind, group_id, held_on, state, account_id, created_at) VALUES
    ('meeting[n]', '[school]', 'group', '[group]', '2026-03-12', 'prepared', '[account]', '2026-03-11 08:00:00');
INSERT INTO meeting_guests (id, meeting_id, job, organisation) VALUES ('guest[n]', 'meeting[n]', 'arts', 'GGD');
INSERT INTO meeting_subjects (id, meeting_id, pupil_id, place) VALUES ('subject[n]', 'meeting[n]', '[pupil]', 0);
INSERT INTO letters (id, school_id, pupil_id, partner_id, taken_by, question, follow_on, account_id, created_at) VALUES
    ('letter[n]', '[school]', '[pupil]', '[partner]', 'parents', 'Wat nu?', '2026-04-10', '[account]', '2026-03-11 08:00:00');
INSERT INTO adults (id, pupil_id, name, kind, authority, account_id, created_at) VALUES
    ('adult[n]', '[pupil]', 'Oma', 'guardian', 'unknown', '[account]', '2026-03-11 08:00:00');
INSERT INTO log_releases (id, pupil_id, asked_by, asked_on, asker, weighed, account_id, released_at) VALUES
    ('release[n]', '[pupil]', 'parent', '2026-03-11', 'Oma', 'Besproken', '[account]', '2026-03-11 08:00:00');
INSERT INTO objections (id, pupil_id, instrument, objected_on, account_id, created_at) VALUES
    ('objection[n]', '[pupil]', 'lijst[n]', '2026-03-11', '[account]', '2026-03-11 08:00:00');
INSERT INTO list_consents (id, pupil_id, instrument, given_by, given_on, account_id, created_at) VALUES
    ('consent[n]', '[pupil]', 'lijst[n]', 'parent', '2026-03-11', '[account]', '2026-03-11 08:00:00');
INSERT INTO openings (id, school_id, pupil_id, account_id, reason, opened_at, open_until) VALUES
    ('opening[n]', '[school]', '[pupil]', '[account]', 'Een reden', '2026-03-11 08:00:00', '2026-03-11 12:00:00');
INSERT INTO profiles (id, school_id, name, body, saved_at) VALUES
    ('profile[n]', '[school]', 'Lijst [n]', 'name = \"lijst[n]\"\nkind = \"scores\"\nsource = \"verzonnen\"\nmatch = [\"Zo heet niets\"]', '2026-03-11 08:00:00');
INSERT INTO meldcode_files (id, pupil_id, pupil_name, school_id, officer_id, state, opened_at) VALUES
    ('file[n]', '[pupil]', 'Een leerling', '[school]', '[officer]', 'open', '2026-03-11 08:00:00');
INSERT INTO meldcode_people (id, file_id, account_id, from_on, until_on, by_account) VALUES
    ('person[n]', 'file[n]', '[named]', '2026-03-11', '2026-06-11', '[officer]');
INSERT INTO closed_weeks (id, school_id, from_on, to_on, name, by_account, created_at) VALUES
    ('week[n]', '[school]', '2026-04-20', '2026-04-24', 'Een week', '[account]', '2026-03-11 08:00:00');
INSERT INTO stand_ins (id, school_id, account_id, stand_in_id, starts_on, ends_on, by_account, created_at) VALUES
    ('stand-in[n]', '[school]', '[officer]', '[account]', '2026-05-11', '2026-05-12', '[account]', '2026-03-11 08:00:00');
INSERT INTO relations (id, account_id, kind, group_id, starts_on) VALUES
    ('tie[n]', '[account]', 'betrokkene', '[group]', '2026-05-11');
INSERT INTO offers (id, partner_id, name, access_route, created_at) VALUES
    ('offer[n]', '[partner]', 'Praatgroep', 'direct', '2026-03-11 08:00:00');
";

/// Makes a record of each kind in each place; gives what the journeys make of them, too. `tag` tells them from others.
pub async fn records(town: &Town, tag: &str) -> (Vec<Things>, Records) {
    let (mut all, mut of) = (Vec::new(), Records::new());
    let office = town.at_the_pages(crate::support::cast::ADMINISTRATION).await;
    let list = format!("Wie{tag};Hoe\n021;4\n");
    let way = office.hand_in("/invoer", &[("school", "99ZZ")], ("lijst.csv", &list)).await.is(303).to;
    let asked = way.rsplit('/').next().expect("an id").to_owned();
    for place in Place::ALL {
        let cast = &town.cast;
        let (coordinator, brin, school, pupil, group) = match place {
            Place::OwnGroup => (COORDINATOR, "99ZZ", &cast.school, &cast.noor, &cast.group_6b),
            Place::OtherGroup => (COORDINATOR, "99ZZ", &cast.school, &cast.tom, &cast.group_6a),
            Place::OtherSchool => (NEIGHBOUR, "99ZY", &cast.neighbours, &cast.sam, &cast.group_7a),
        };
        let made = things(town, coordinator, brin, &pupil.0, &group.0).await;
        let n = format!("-{tag}-{place:?}").to_lowercase();
        let account = town.account(coordinator).0;
        let rows = [
            ("[n]", n.as_str()),
            ("[school]", &school.0),
            ("[pupil]", &pupil.0),
            ("[group]", &group.0),
            ("[account]", &account),
            ("[partner]", &cast.social_work.0),
            ("[officer]", &town.account(OFFICER).0),
            ("[named]", &town.account(named_in(place)).0),
        ];
        let rows = rows.iter().fold(ROWS.to_owned(), |rows, (name, value)| rows.replace(name, value));
        let seen: String = town.write(|conn| {
            conn.batch_execute(&rows)?;
            if place != Place::OwnGroup {
                let mut one: (String, String, String, String, chrono::NaiveDateTime) =
                    import_asked::table.find(&asked).first(conn)?;
                (one.0, one.1) = (format!("asked{n}"), school.0.clone());
                let (id, at, name, offer, on) = one;
                diesel::insert_into(import_asked::table)
                    .values((
                        import_asked::id.eq(id),
                        import_asked::school_id.eq(at),
                        import_asked::file_name.eq(name),
                        import_asked::offer.eq(offer),
                        import_asked::created_at.eq(on),
                    ))
                    .execute(conn)?;
            }
            Ok(observations::table
                .filter(observations::pupil_id.eq(pupil))
                .order(observations::id.desc())
                .select(observations::id)
                .first(conn)?)
        });
        let id = |name: &str| format!("{name}{n}");
        let asked = if place == Place::OwnGroup { asked.clone() } else { id("asked") };
        let found = [
            (Kind::Pupil, made.pupil.clone()),
            (Kind::Group, made.group.clone()),
            (Kind::Signal, made.signal.clone()),
            (Kind::Referral, made.referral.clone()),
            (Kind::Import, made.import.clone()),
            (Kind::Observation, seen),
            (Kind::School, school.0.clone()),
            (Kind::Account, id("account")),
            (Kind::Partner, cast.social_work.0.clone()),
            (Kind::Ruleset, "standaard".to_owned()),
            (Kind::Asked, asked),
            (Kind::Plan, id("plan")),
            (Kind::Meeting, id("meeting")),
            (Kind::Guest, id("guest")),
            (Kind::Subject, id("subject")),
            (Kind::Conversation, id("conversation")),
            (Kind::Letter, id("letter")),
            (Kind::Adult, id("adult")),
            (Kind::Release, id("release")),
            (Kind::Objection, id("objection")),
            (Kind::Consent, id("consent")),
            (Kind::Opening, id("opening")),
            (Kind::Profile, id("profile")),
            (Kind::File, id("file")),
            (Kind::Person, id("person")),
            (Kind::Tie, id("tie")),
            (Kind::Week, id("week")),
            (Kind::StandIn, id("stand-in")),
            (Kind::Offer, id("offer")),
        ];
        of.extend(found.map(|(kind, id)| ((kind, place), id)));
        all.push(made);
    }
    (all, of)
}

/// Has a file wait at each school; its id in each place.
pub fn waiting(town: &Town) -> Records {
    let file = scores(&[(0, "2025-10-06")], |_| None);
    // The last row is of nobody, so that there is something to refuse.
    let rows: Vec<String> = file.lines().take(10).map(str::to_owned).collect();
    let last = rows.last().map(|row| row.replacen("009", "999", 1)).unwrap_or_default();
    let few = [rows, vec![last]].concat().join("\n");
    let State { db, clock, instruments, .. } = &town.app.state;
    let wait = |brin: &str| {
        let upload = Upload {
            school: brin.to_owned(),
            file_name: "bestand.csv".to_owned(),
            bytes: few.clone().into_bytes().into(),
            ..Upload::default()
        };
        let staged = imports::stage(db, clock, Actor::Cli, &**instruments, &upload, &mut |_, _| {});
        staged.expect("a preview").0
    };
    let (own, other) = (wait("99ZZ"), wait("99ZY"));
    let at = |place, id: &String| ((Kind::Waiting, place), id.clone());
    Records::from([at(Place::OwnGroup, &own), at(Place::OtherGroup, &own), at(Place::OtherSchool, &other)])
}
