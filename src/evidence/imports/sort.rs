//! What was offered, sorted out: zips unpacked, sets of files put together, for each file its kind and the profile it asks
//! for, rosters first. Nothing is read row by row here, and nothing stored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::packed::Said;
use super::upload::{Upload, kind_in};
use crate::evidence::files::{
    Content, Kind, Layout, Part, Points, Profile, Profiles, Source, set_names, take_set, unpack,
};
use crate::ground::{Error, Message, Result};

/// What a person offers at once.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// The school's BRIN.
    pub school: String,
    /// The sector of the school, when it has to be made.
    pub sector: Option<String>,
    /// What the files hold; none: told from each.
    pub kind: Option<Kind>,
    /// The scale of ratings; none: the ratings must tell.
    pub points: Option<Points>,
    /// A roster of the school year to come: it counts from that year's first day.
    pub next_year: bool,
    /// The name of the profile to read them by; none: the one that a file's headers ask for.
    pub profile: Option<String>,
    /// What holds for every row, by our Dutch name of the column.
    pub given: BTreeMap<String, String>,
    /// What was said of single files, by name.
    pub said: BTreeMap<String, Said>,
    /// The files.
    pub files: Vec<Part>,
    /// Large lists that stay where they stand on the disk: name and place.
    pub on_disk: Vec<(String, PathBuf)>,
}

/// A file that cannot be sorted out: its name, and why.
pub type Unsorted = (String, Error);

/// What is wrong with no file in particular.
pub(super) const fn whole(error: Error) -> Unsorted {
    (String::new(), error)
}

/// Sorts an offer out.
pub fn sort_out(offer: Offer, profiles: &Profiles) -> Result<Vec<Upload>, Unsorted> {
    if let Some(name) = offer.given.keys().find(|name| !Kind::ALL.iter().any(|kind| kind.has_column(name))) {
        let message = Message::new("import-given-form").with("given", name.as_str());
        return Err(whole(Error::Refused(message)));
    }
    let named = offer.profile.as_deref().map(|name| profiles.named(name)).transpose().map_err(whole)?;
    let mut files = unpacked(offer.files)?;
    let set = take_set(&mut files).map_err(whole)?;
    let files = files.into_iter().map(|file| (file, Vec::new())).chain(set);
    let held = files.map(|(file, beside)| (file.name, Content::Held(file.bytes), beside));
    let on_disk = offer.on_disk.into_iter().map(|(name, path)| (name, Content::OnDisk(path), Vec::new()));
    let files: Vec<(String, Content, Vec<Part>)> = held.chain(on_disk).collect();
    let alone = files.len() == 1;
    let mut uploads = Vec::new();
    for (name, bytes, beside) in files {
        let mut upload = Upload {
            beside,
            school: offer.school.clone(),
            sector: offer.sector.clone(),
            kind: offer.kind,
            points: offer.points,
            next_year: offer.next_year,
            file_name: name,
            bytes,
            ..Upload::default()
        };
        // Among more files a profile that was named is for those that it fits.
        let named = named.as_ref().filter(|profile| alone || fits(profile, &upload));
        let said = offer.said.get(&upload.file_name).cloned().unwrap_or_default();
        let own = said.profile.as_deref().map(|name| profiles.named(name)).transpose();
        let mut given = offer.given.clone();
        given.extend(said.given);
        let laid_out = own.and_then(|own| lay_out(&mut upload, own.as_ref().or(named), profiles, &given));
        laid_out.map_err(|error| (upload.file_name.clone(), error))?;
        uploads.push(upload);
    }
    uploads.sort_by_key(|upload| upload.kind != Some(Kind::Roster));
    Ok(uploads)
}

/// The files, with those of zips in the place of the zips.
pub(super) fn unpacked(offered: Vec<Part>) -> Result<Vec<Part>, Unsorted> {
    let mut files = Vec::new();
    for file in offered {
        let inside = unpack(&file.bytes).map_err(|error| (file.name.clone(), error))?;
        files.extend(inside.unwrap_or_else(|| vec![file]));
    }
    tell_apart(&mut files);
    Ok(files)
}

/// Gives each file a name of its own, since what is said of a file is kept under its name: of `a/scores.csv` and
/// `b/scores.csv` the second becomes `scores (2).csv`. Files of a set are known by their names and keep them.
fn tell_apart(files: &mut [Part]) {
    let set = set_names(files);
    let mut taken: BTreeSet<String> = files.iter().map(|file| file.name.clone()).collect();
    let most = files.len() + 1;
    let mut seen = BTreeSet::new();
    for file in files.iter_mut().filter(|file| !set.contains(&file.name)) {
        if !seen.insert(file.name.clone()) {
            let (stem, end) = match file.name.rfind('.') {
                Some(dot) => file.name.split_at(dot),
                None => (file.name.as_str(), ""),
            };
            let free =
                (2..=most).map(|at| format!("{stem} ({at}){end}")).find(|name| taken.insert(name.clone()));
            file.name = free.unwrap_or_default();
        }
    }
}

/// Whether a file has the headers of a profile.
fn fits(profile: &Profile, upload: &Upload) -> bool {
    let head = upload.bytes.head();
    head.as_ref().is_ok_and(|head| {
        let source = Source::of(head, &upload.beside);
        source.is_ok_and(|source| source.headers().any(|header| profile.matches(&header)))
    })
}

/// Finds out what a file holds, and how it is to be read.
fn lay_out(
    upload: &mut Upload,
    named: Option<&Arc<Profile>>,
    profiles: &Profiles,
    given: &BTreeMap<String, String>,
) -> Result<()> {
    let head = upload.bytes.head()?;
    let source = Source::of(&head, &upload.beside)?;
    let profile = match named {
        Some(profile) => Some(Arc::clone(profile)),
        None => profiles.recognise(&source)?,
    };
    let profile = profile.filter(|profile| upload.kind.is_none_or(|kind| kind == profile.kind));
    let layout = Layout { profile, ..Layout::default() };
    let kind = match upload.kind {
        Some(kind) => kind,
        None => kind_in(&source, &layout)?,
    };
    drop(source);
    drop(head);
    // Only scores are read piece by piece.
    if kind != Kind::Scores {
        upload.bytes = Content::Held(upload.bytes.all()?.into_owned());
    }
    upload.layout = Layout::new(layout.profile, given, kind);
    upload.kind = Some(kind);
    Ok(())
}
