//! More files at once: the first is looked at, the others wait behind it, because scores cannot be laid beside a roster
//! that is not stored yet. What each will do is foretold, and who agrees stores them all at once.

use super::{
    accept::{Consent, accept},
    actor::Actor,
    counts::counts,
    look::opened,
    model::Waiting,
    own_profiles::known_to,
    packed::{Packed, Said},
    rehearsal::{Forecast, foretell},
    report::{from_json, to_json},
    sort::{Offer, Unsorted, sort_out, whole},
    stage::stage,
    store,
    upload::{Upload, check},
    waiting_store,
};
use crate::evidence::files::{Catalogue, Kind, Part, Points, Profiles};
use crate::ground::{Clock, Conn, Db, Error, ImportId, Message, Result};
use crate::school::store::school;

/// More bytes than this are not foretold.
const LARGE: u64 = 16 * 1024 * 1024;

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
    let forecasts = match foretold(db, clock, actor, catalogue, &uploads)? {
        Some(forecasts) => forecasts.into_iter().skip(1).map(Some).collect(),
        None => vec![None; rest.len()],
    };
    let mut waiting = Vec::new();
    for (upload, forecast) in rest.iter().zip(forecasts) {
        let packed = pack(upload, catalogue, clock, forecast.as_ref());
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

/// What more than one file would do; none where they are so large that storing them twice takes long.
fn foretold(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    uploads: &[Upload],
) -> Result<Option<Vec<Forecast>>, Unsorted> {
    let sizes =
        uploads.iter().map(|upload| upload.bytes.size()).collect::<Result<Vec<_>>>().map_err(whole)?;
    if uploads.len() < 2 || sizes.iter().sum::<u64>() > LARGE {
        return Ok(None);
    }
    foretell(db, clock, actor, catalogue, uploads).map(Some)
}

/// Stores an import and, one after the other, what waits behind it, as long as each does what was foretold; what was
/// refused then is left out. Gives the last one, which waits to be decided where it does something else.
pub fn store_all(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    known: (&dyn Catalogue, &Profiles),
    first: &ImportId,
    changes: bool,
) -> Result<ImportId, Unsorted> {
    db.read_blocking(|conn| opened(conn, actor, first)).map_err(whole)?;
    let mut id = first.clone();
    loop {
        let consent = Consent { all_or_nothing: false, changes };
        let (now, today) = (clock.now(), clock.today());
        db.write_blocking(|conn| accept(conn, now, today, actor, &id, consent)).map_err(whole)?;
        let next = db.read_blocking(|conn| waiting_store::first(conn, &id)).map_err(whole)?;
        let Some(staged) = go_on(db, clock, actor, known, &id)? else { return Ok(id) };
        id = staged;
        let import = db.read_blocking(|conn| store::import(conn, &id)).map_err(whole)?;
        let counts = counts(&import).map_err(whole)?;
        let forecast = next.map(|one| one.forecast()).transpose().map_err(whole)?.flatten();
        let as_told = forecast.is_some_and(|forecast| forecast.holds(&counts));
        if !as_told || counts.good() == 0 || (import.brake.is_some() && !changes) {
            return Ok(id);
        }
    }
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
        next_year: said.next_year,
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

/// Packs a file that will wait; one of which nothing was foretold is read, so that it is known to be readable.
fn pack(
    upload: &Upload,
    catalogue: &dyn Catalogue,
    clock: &Clock,
    forecast: Option<&Forecast>,
) -> Result<Waiting> {
    let bytes = upload.bytes.all()?;
    let kind = upload.kind.ok_or_else(|| Error::internal("a file waits without a kind"))?;
    let (good, refused) = match forecast {
        Some(forecast) => (forecast.counts.good(), forecast.counts.refused),
        None => check(upload, catalogue, clock.today())?,
    };
    let profile = upload.layout.profile.as_ref().map(|profile| profile.name.clone());
    let said = Said { profile, given: upload.layout.given.clone(), next_year: upload.next_year };
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
        forecast: forecast.map(to_json).transpose()?,
        files: to_json(&std::iter::once(main).chain(beside).collect::<Result<Vec<_>>>()?)?,
    })
}

/// The files, the scale that was chosen for ratings, and how the first is to be read.
fn unpack(files: &str) -> Result<(Vec<Part>, Option<Points>, Said)> {
    let files: Vec<Packed> = from_json(files)?;
    let points = files.first().and_then(Packed::points);
    let said = files.first().map(|file| file.said.clone()).unwrap_or_default();
    Ok((files.into_iter().map(Packed::unpack).collect::<Result<_>>()?, points, said))
}
