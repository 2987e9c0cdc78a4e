//! What schools are divided into: groups, nothing, year levels. A unit is one whole number, so that grouping by it is
//! quick and sorting by it sorts by school first.

/// Who belongs to no unit of a split.
pub(super) const NOWHERE: u64 = i64::MAX.cast_unsigned();

/// A way to divide schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    Group,
    School,
    Year,
}

impl Split {
    pub const ALL: [Self; 3] = [Self::Group, Self::School, Self::Year];

    /// The name of its column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::School => "school",
            Self::Year => "year",
        }
    }

    /// The unit of who is in this school, group and year level.
    pub fn unit(self, school: u32, group: Option<u32>, year: Option<u32>) -> u64 {
        let part = match self {
            Self::Group => group,
            Self::School => Some(0),
            Self::Year => year,
        };
        part.map_or(NOWHERE, |part| u64::from(school) << 32 | u64::from(part))
    }

    /// The school, group and year level of a unit; of the last two, what the split tells.
    pub fn parts(self, unit: u64) -> (u32, Option<u32>, Option<u32>) {
        let half = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let part = Some(half(unit & u64::from(u32::MAX)));
        let is = |split: Self| part.filter(|_| self == split);
        (half(unit >> 32), is(Self::Group), is(Self::Year))
    }
}
