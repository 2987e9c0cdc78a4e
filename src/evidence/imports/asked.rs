//! A list that cannot be read by itself waits, with what was offered beside it, until somebody has said what its columns are
//! (`mapping`). Then the offer is tried once more; what was said of the source is kept as a profile of the school.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::asked_store as store;
use super::mapping::{Answers, Made, Problem};
use super::own_profiles::{keep, known_to, taken};
use super::packed::{Packed, Said};
use super::report::{from_json, to_json};
use super::sort::{Offer, Unsorted, unpacked};
use super::waiting::offer_known;
use crate::evidence::files::{Kind, Look, Part, Profile, Profiles, Source};
use crate::evidence::instruments::Catalogue;
use crate::ground::audit;
use crate::ground::db::schema::import_asked;
use crate::ground::{AskedId, Clock, Conn, Db, Error, ImportId, Message, Result, SchoolId};
use crate::school::store::school_by_brin;

/// How long a list waits for an answer: a working day and the evening after it.
const PATIENCE: Duration = Duration::days(1);

/// What is wrong with a list that a person can mend by saying what its columns are.
const ASKED: [&str; 4] =
    ["file-kind-unknown", "file-column-missing", "file-no-scale-column", "profile-unclear"];

/// A list that waits.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_asked, treat_none_as_default_value = false)]
pub struct Asked {
    /// Its id.
    pub id: AskedId,
    /// The school.
    pub school_id: SchoolId,
    /// The file that is asked about.
    pub file_name: String,
    /// All that was offered, packed.
    pub offer: String,
    /// Since when.
    pub created_at: NaiveDateTime,
}

/// An offer as it waits.
#[derive(Serialize, Deserialize)]
struct Kept {
    school: String,
    kind: Option<Kind>,
    #[serde(default)]
    next_year: bool,
    profile: Option<String>,
    said: BTreeMap<String, Said>,
    /// Why the list could not be read by itself; none where a person wanted to be asked.
    why: Option<Message>,
    files: Vec<Packed>,
}

impl Kept {
    /// Packs an offer; `why` its list could not be read by itself.
    fn of(offer: Offer, why: Option<Message>) -> Result<Self> {
        let pack = |part: &Part| Packed::new(&part.name, &part.bytes, offer.points, Said::default());
        let files = offer.files.iter().map(pack).collect::<Result<_>>()?;
        let Offer { school, kind, next_year, profile, said, .. } = offer;
        Ok(Self { school, kind, next_year, profile, said, why, files })
    }
}

/// What a person is asked about a list.
#[derive(Debug)]
pub struct Question {
    /// The list that waits.
    pub asked: Asked,
    /// What it shows.
    pub look: Look,
    /// Why it could not be read by itself.
    pub why: Option<Message>,
    /// The profile that would be taken.
    pub base: Option<Profile>,
    /// The names of profiles that fit as well as each other.
    pub fitting: Vec<String>,
    known: Profiles,
    offer: Offer,
}

impl Question {
    /// Whether it was offered as a roster: for the change of school year, which takes nothing else.
    #[must_use]
    pub fn must_be_roster(&self) -> bool {
        self.offer.kind == Some(Kind::Roster)
    }
}

/// What came of an answer.
#[derive(Debug)]
pub enum Reply {
    /// The offer can be looked at as this import.
    Staged(ImportId),
    /// Another list of the offer is asked about, under the same id.
    Next,
    /// The answers cannot be right.
    Wrong(Vec<Problem>),
    /// The answers make a profile, and the offer cannot be set aside.
    Stopped(Unsorted),
}

/// Whether a list that is refused with this message is asked about.
fn is_asked(why: &Message) -> bool {
    ASKED.contains(&why.key.as_ref())
}

/// Lets an offer wait in which `file` could not be read, and why; an empty name is the first list of it. None: nobody can
/// mend it by saying what columns are.
pub fn ask(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    mut offer: Offer,
    (file, why): (&str, Option<&Message>),
) -> Result<Option<AskedId>> {
    let lists = |kind| matches!(kind, None | Some(Kind::Roster | Kind::Scores));
    if why.is_some_and(|why| !is_asked(why)) || !lists(offer.kind) {
        return Ok(None);
    }
    let files = unpacked(std::mem::take(&mut offer.files)).map_err(|(_, error)| error)?;
    let is_list = |part: &&Part| {
        (file.is_empty() || part.name == file)
            && look_at(&part.bytes).is_ok_and(|look| why.is_none() || lists(look.kind()))
    };
    let Some(file_name) = files.iter().find(is_list).map(|part| part.name.clone()) else {
        return Ok(None);
    };
    let kept = Kept::of(Offer { files, ..offer }, why.cloned())?;
    let (now, packed) = (clock.now(), to_json(&kept)?);
    db.write_blocking(|conn| {
        forget_asked(conn, now)?;
        let school = school_by_brin(conn, &kept.school)?.ok_or(Error::NotFound("school"))?;
        actor.may_import(&school.id)?;
        let id = AskedId::fresh();
        let asked = Asked { id: id.clone(), school_id: school.id, file_name, offer: packed, created_at: now };
        store::insert(conn, &asked)?;
        audit::record(conn, now, &actor.entry("ask-columns", &id))?;
        Ok(Some(id))
    })
}

/// What is asked. A list that nobody answered in time is not there any more, and another school's neither.
pub fn question(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    profiles: &Profiles,
    id: &AskedId,
) -> Result<Question> {
    let mut asked = opened(conn, now, actor, id)?;
    let kept: Kept = from_json(&std::mem::take(&mut asked.offer))?;
    let known = known_to(conn, actor, profiles, &kept.school)?;
    let points = kept.files.first().and_then(Packed::points);
    let files = kept.files.into_iter().map(Packed::unpack).collect::<Result<Vec<_>>>()?;
    let lost = || Error::internal("a list waited without content");
    let part = files.iter().find(|part| part.name == asked.file_name).ok_or_else(lost)?;
    let source = Source::of(&part.bytes, &[])?;
    let look = Look::at(&source)?;
    let said = kept.said.get(&part.name).and_then(|said| said.profile.clone());
    let named = said.or_else(|| kept.profile.clone()).and_then(|name| known.named(&name).ok());
    let base = named.or_else(|| known.recognise(&source).ok().flatten());
    let fitting = if base.is_some() { Vec::new() } else { known.as_fitting(&source) };
    let offer = Offer {
        school: kept.school,
        kind: kept.kind,
        next_year: kept.next_year,
        points,
        profile: kept.profile,
        said: kept.said,
        files,
        ..Offer::default()
    };
    let base = base.map(|base| Profile::clone(&base));
    Ok(Question { asked, look, why: kept.why, base, fitting, known, offer })
}

/// Reads the list as the answers say, and tries the offer once more.
pub fn answer(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &Catalogue,
    mut question: Question,
    answers: &Answers,
) -> Result<Reply> {
    let today = clock.today();
    let source = format!("seen by a school on {today}");
    let base = question.base.as_ref();
    let Made { profile, given } =
        match answers.made(&question.look, base, catalogue, (source.as_str(), today)) {
            Ok(made) => made,
            Err(problems) => return Ok(Reply::Wrong(problems)),
        };
    let is_new = base != Some(&profile);
    let replaces = base.map(|base| base.name.clone());
    if is_new {
        let free = db
            .read_blocking(|conn| taken(conn, &question.asked.school_id, &profile.name, replaces.as_deref()));
        if let Err(Error::Refused(said)) = free {
            return Ok(Reply::Wrong(vec![Problem { field: "naam".to_owned(), said }]));
        }
        free?;
    }
    question.known.add(profile.clone());
    let said = Said { profile: Some(profile.name.clone()), given, ..Said::default() };
    let new = is_new.then_some((&profile, replaces.as_deref()));
    again(db, clock, actor, catalogue, question, (said, new))
}

/// Reads the list by a profile that is known, and tries the offer once more.
pub fn answer_by(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &Catalogue,
    question: Question,
    profile: &str,
) -> Result<Reply> {
    let said = Said { profile: Some(profile.to_owned()), ..Said::default() };
    again(db, clock, actor, catalogue, question, (said, None))
}

/// Tries an offer once more with what was said of its list; `new`: a profile to keep, and the name it may replace.
fn again(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &Catalogue,
    question: Question,
    (said, new): (Said, Option<(&Profile, Option<&str>)>),
) -> Result<Reply> {
    let Question { mut asked, known, mut offer, .. } = question;
    offer.said.insert(asked.file_name.clone(), said);
    let tried = offer_known(db, clock, actor, (catalogue, &known), offer.clone());
    let now = clock.now();
    let keep_it = |conn: &mut Conn| match new {
        Some((profile, replaces)) => {
            let text = profile.text();
            keep(conn, now, actor, &asked.school_id, (profile, &text), replaces)
        }
        None => Ok(()),
    };
    match tried {
        Ok(import) => {
            db.write_blocking(|conn| {
                keep_it(conn)?;
                store::delete(conn, &asked.id)
            })?;
            Ok(Reply::Staged(import))
        }
        Err((file, Error::Refused(why))) if file != asked.file_name && is_asked(&why) => {
            db.write_blocking(keep_it)?;
            asked.offer = to_json(&Kept::of(offer, Some(why))?)?;
            asked.file_name = file;
            db.write_blocking(|conn| store::go_on(conn, &asked))?;
            Ok(Reply::Next)
        }
        Err(stopped) => Ok(Reply::Stopped(stopped)),
    }
}

/// Forgets a list because a person wants it.
pub fn drop_asked(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &AskedId) -> Result<()> {
    opened(conn, now, actor, id)?;
    store::delete(conn, id)?;
    audit::record(conn, now, &actor.entry("forget-columns", id))
}

/// Forgets the lists that nobody answered in time.
pub fn forget_asked(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    store::forget_before(conn, now - PATIENCE)
}

fn opened(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &AskedId) -> Result<Asked> {
    let asked = store::by_id(conn, id, now - PATIENCE)?;
    actor.may_import(&asked.school_id).map(|()| asked).map_err(|_forbidden| Error::NotFound("list"))
}

fn look_at(bytes: &[u8]) -> Result<Look> {
    Look::at(&Source::of(bytes, &[])?)
}
