//! More files at once: the first is looked at, the others wait behind it, because scores cannot be laid beside a roster
//! that is not stored yet. Whoever decides on one is shown the next.

use super::{
    actor::Actor,
    file::File,
    model::Waiting,
    own_profiles::known_to,
    packed::{Packed, Said},
    report::{from_json, to_json},
    sort::{Offer, Unsorted, sort_out},
    stage::stage,
    store,
    upload::Upload,
    waiting_store,
};
use crate::evidence::files::{Catalogue, Kind, Part, Points, Profiles, Source};
use crate::ground::{Clock, Conn, Db, Error, ImportId, Message, Result};
use crate::school::store::school;

/// Sorts an offer out, checks that every file can be read, sets the first aside and lets the others wait behind it. Gives
/// the import to look at. Refused as a whole, with the name of the file, where one cannot be read. The school's own profiles
/// count beside those that are given.
pub fn offer(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    (catalogue, profiles): (&dyn Catalogue, &Profiles),
    offer: Offer,
) -> Result<ImportId, Unsorted> {
    let known = db.read_blocking(|conn| known_to(conn, actor, profiles, &offer.school)).map_err(whole)?;
    offer_known(db, clock, actor, (catalogue, &known), offer)
}

/// The same where all profiles are known that count.
pub(super) fn offer_known(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    (catalogue, profiles): (&dyn Catalogue, &Profiles),
    offer: Offer,
) -> Result<ImportId, Unsorted> {
    let uploads = sort_out(offer, profiles)?;
    let Some((first, rest)) = uploads.split_first() else {
        return Err(whole(Error::Refused(Message::new("import-no-file"))));
    };
    let mut waiting = Vec::new();
    for upload in rest {
        let packed = pack(upload, catalogue, clock);
        waiting.push(packed.map_err(|error| (upload.file_name.clone(), error))?);
    }
    let id = stage(db, clock, actor, catalogue, first, &mut |_, _| {})
        .map_err(|error| (first.file_name.clone(), error))?;
    for one in &mut waiting {
        one.import_id = id.clone();
    }
    db.write_blocking(|conn| waiting_store::insert(conn, &waiting)).map_err(whole)?;
    Ok(id)
}

/// Sets the next file aside that waits behind an import which was decided on; none where none waits. A file that cannot be
/// set aside any more is refused with its name; those behind it wait on, and so does it while the school is busy.
pub fn go_on(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    (catalogue, profiles): (&dyn Catalogue, &Profiles),
    decided: &ImportId,
) -> Result<Option<ImportId>, Unsorted> {
    let next = db.read_blocking(|conn| {
        let Some(next) = waiting_store::first(conn, decided)? else {
            return Ok(None);
        };
        let import = store::import(conn, decided)?;
        Ok(Some((next, school(conn, &import.school_id)?.brin)))
    });
    let Some((next, brin)) = next.map_err(whole)? else {
        return Ok(None);
    };
    let profiles = db.read_blocking(|conn| known_to(conn, actor, profiles, &brin)).map_err(whole)?;
    let (files, points, said) = unpack(&next.files).map_err(whole)?;
    let again = Offer {
        school: brin,
        kind: Kind::from_code(&next.kind),
        points,
        files,
        profile: said.profile,
        given: said.given,
        ..Offer::default()
    };
    let staged = sort_out(again, &profiles).and_then(|uploads| {
        let lost = || whole(Error::internal("a file waited without content"));
        let upload = uploads.first().ok_or_else(lost)?;
        let staged = stage(db, clock, actor, catalogue, upload, &mut |_, _| {});
        staged.map_err(|error| (upload.file_name.clone(), error))
    });
    // A school that is busy is tried again; a file that cannot be read any more would stand in the way of the others.
    if matches!(&staged, Ok(_) | Err((_, Error::Refused(_)))) {
        db.write_blocking(|conn| waiting_store::take(conn, &next)).map_err(whole)?;
    }
    let id = staged?;
    db.write_blocking(|conn| waiting_store::follow(conn, decided, &id)).map_err(whole)?;
    Ok(Some(id))
}

/// The files that wait behind an import, in their order, without their content.
pub fn waiting(conn: &mut Conn, id: &ImportId) -> Result<Vec<Waiting>> {
    waiting_store::behind(conn, id)
}

/// Reads a file that will wait, and packs it.
fn pack(upload: &Upload, catalogue: &dyn Catalogue, clock: &Clock) -> Result<Waiting> {
    let bytes = upload.bytes.all()?;
    let source = Source::of(&bytes, &upload.beside)?;
    let file = File::read(upload, &source, catalogue, clock.today())?;
    let kind = file.kind();
    let (good, refused) = file.rows(&upload.school)?;
    let profile = upload.layout.profile.as_ref().map(|profile| profile.name.clone());
    let said = Said { profile, given: upload.layout.given.clone() };
    let main = Packed::new(&upload.file_name, &bytes, upload.points, said);
    let beside = upload.beside.iter().map(|part| Packed::new(&part.name, &part.bytes, None, Said::default()));
    let count = |rows: usize| i32::try_from(rows).map_err(Error::internal);
    Ok(Waiting {
        import_id: ImportId(String::new()),
        seq: 0,
        file_name: upload.file_name.clone(),
        kind: kind.code().to_owned(),
        good: count(good)?,
        refused: count(refused)?,
        files: to_json(&std::iter::once(main).chain(beside).collect::<Vec<_>>())?,
    })
}

/// The files, the scale that was chosen for ratings, and how the first is to be read.
fn unpack(files: &str) -> Result<(Vec<Part>, Option<Points>, Said)> {
    let files: Vec<Packed> = from_json(files)?;
    let points = files.first().and_then(Packed::points);
    let said = files.first().map(|file| file.said.clone()).unwrap_or_default();
    Ok((files.into_iter().map(Packed::unpack).collect::<Result<_>>()?, points, said))
}

/// What is wrong with no file in particular.
const fn whole(error: Error) -> Unsorted {
    (String::new(), error)
}
