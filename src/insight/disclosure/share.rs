//! A share in whole percents: coded at the top and the bottom, or for who sees each pupil with what it is of.

/// A share in whole percents as it may be shown: for others than who sees each pupil never closer to none or all than 5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Under five percent.
    Few,
    /// As many percent.
    Percent(usize),
    /// Over ninety-five percent.
    Nearly,
    /// So many of so many: a share of two or three says little without.
    Of {
        /// How many.
        part: usize,
        /// Of how many.
        whole: usize,
    },
}

impl Share {
    /// The share of `part` in `whole`; of nothing it is none.
    pub(in crate::insight) fn of(part: usize, whole: usize) -> Self {
        Self::coded(whole_percent(part, whole))
    }

    /// A share (0–1), coded.
    pub(in crate::insight) fn near(share: f64) -> Self {
        Self::coded(nearest(share))
    }

    /// Whole percents, coded.
    const fn coded(percent: usize) -> Self {
        match percent {
            0..5 => Self::Few,
            96.. => Self::Nearly,
            percent => Self::Percent(percent),
        }
    }
}

/// A share (0–1) in whole percents.
pub(in crate::insight) fn nearest(share: f64) -> usize {
    (0..100_u32).filter(|percent| f64::from(*percent) + 0.5 <= share * 100.0).count()
}

/// A share in whole percents; of nothing it is none.
#[must_use]
pub fn whole_percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_never_come_close_to_none_or_all() {
        assert_eq!(Share::of(0, 100), Share::Few);
        assert_eq!(Share::of(4, 100), Share::Few);
        assert_eq!(Share::of(5, 100), Share::Percent(5));
        assert_eq!(Share::of(1, 3), Share::Percent(33));
        assert_eq!(Share::of(95, 100), Share::Percent(95));
        assert_eq!(Share::of(96, 100), Share::Nearly);
        assert_eq!(Share::of(100, 100), Share::Nearly);
    }
}
