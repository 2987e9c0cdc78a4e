//! How one file is to be read, beside what it says itself: by a profile, and with what a person said of all its rows.

use std::{collections::BTreeMap, sync::Arc};

use super::{header::Header, kind::Kind, names::has_column, profile::Profile};

/// How one file is to be read. The default: by the usual names.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The profile of its source.
    pub profile: Option<Arc<Profile>>,
    /// What holds for every row, by our Dutch name of the column; wins over what the profile gives.
    pub given: BTreeMap<String, String>,
}

/// A column with the scores of one scale; places as in `Header`.
pub(super) struct Wide {
    pub(super) score: usize,
    pub(super) scale: usize,
    pub(super) score_type: Option<usize>,
}

impl Layout {
    /// A layout for a file of a kind: of what was given, the columns that such files have.
    #[must_use]
    pub fn new(profile: Option<Arc<Profile>>, given: &BTreeMap<String, String>, kind: Kind) -> Self {
        let own = given.iter().filter(|(name, _)| has_column(kind, name));
        Self { profile, given: own.map(|(name, value)| (name.clone(), value.clone())).collect() }
    }

    /// What the profile says that the file holds.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.profile.as_ref().map(|profile| profile.kind)
    }

    /// How many columns of a header only the profile knows.
    pub(super) fn names_in(&self, header: &Header) -> usize {
        let Some(profile) = &self.profile else { return 0 };
        let names = profile.columns.values().chain(profile.scales.keys());
        names.filter(|name| header.place_of(name).is_some()).count()
    }

    /// Says in a header which columns are which, what is given, and how cells are written.
    pub(super) fn name_columns(&self, header: &mut Header) {
        let mut given = BTreeMap::new();
        for column in self.profile.iter().flat_map(|profile| &profile.skip) {
            header.leave_out(column);
        }
        let own = header.clone();
        if let Some(profile) = &self.profile {
            let places = profile
                .columns
                .iter()
                .filter_map(|(ours, theirs)| header.place_of(theirs).map(|at| (at, ours.as_str())));
            for (at, ours) in places.collect::<Vec<_>>() {
                header.is_ours(at, ours);
            }
            // What a profile gives holds where no column says it.
            given.extend(profile.given.iter().filter(|(ours, _)| !own.says(ours)));
            header.dates.clone_from(&profile.date_format);
            header.decimal = profile.decimal;
            header.sexes = profile.sex.unwrap_or_default();
        }
        given.extend(&self.given);
        for (ours, value) in given {
            header.give(ours, value);
        }
        header.drop_reasons();
    }

    /// The columns with the scores of a scale, in the order of the profile's scales. None: the profile names no
    /// scales, so the file is long.
    pub(super) fn wide_columns(&self, header: &mut Header) -> Option<Vec<Wide>> {
        let profile = self.profile.as_ref().filter(|profile| !profile.scales.is_empty())?;
        let mut found = Vec::new();
        for (column, scale) in &profile.scales {
            let Some(score) = header.place_of(column) else { continue };
            header.used(score);
            let place = header.give("schaal", scale.code());
            let unit = scale.score_type().map(|unit| header.give("score_type", unit.code()));
            found.push(Wide { score, scale: place, score_type: unit });
        }
        Some(found)
    }
}
