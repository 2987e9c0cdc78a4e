//! What may be shown of groups to who is not their mentor or coordinator (`signals.md` 4.1): nothing under the
//! smallest size, nothing that follows from the rest by subtraction, no share close to none or all. Pure.

/// Which of these sizes must stay hidden: those under the smallest size, and where exactly one is hidden the
/// next smallest too, so that it does not follow from the total. A size of zero hides nothing.
#[must_use]
pub fn hidden(sizes: &[usize], smallest: usize) -> Vec<bool> {
    let mut hide: Vec<bool> = sizes.iter().map(|n| (1..smallest).contains(n)).collect();
    if hide.iter().filter(|hidden| **hidden).count() == 1 {
        let next = sizes
            .iter()
            .enumerate()
            .filter(|(_, n)| **n >= smallest.max(1))
            .min_by_key(|(_, n)| **n)
            .map(|(i, _)| i);
        if let Some(hidden) = next.and_then(|i| hide.get_mut(i)) {
            *hidden = true;
        }
    }
    hide
}

/// A share in whole percents as it may be shown: never closer to none or all than 5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Under five percent.
    Few,
    /// As many percent.
    Percent(usize),
    /// Over ninety-five percent.
    Nearly,
}

impl Share {
    /// The share of `part` in `whole`; none of nothing.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Option<Self> {
        let percent = (part * 200 + whole).checked_div(whole * 2)?;
        Some(match percent {
            0..5 => Self::Few,
            96.. => Self::Nearly,
            percent => Self::Percent(percent),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_under_ten_are_hidden() {
        assert_eq!(hidden(&[9, 8, 24, 10], 10), [true, true, false, false]);
    }

    #[test]
    fn one_hidden_group_takes_the_next_smallest_along() {
        assert_eq!(hidden(&[24, 9, 21, 26], 10), [false, true, true, false]);
        assert_eq!(hidden(&[24, 0, 21], 10), [false, false, false]);
        assert_eq!(hidden(&[4], 10), [true]);
        assert!(hidden(&[], 10).is_empty());
    }

    #[test]
    fn shares_never_come_close_to_none_or_all() {
        assert_eq!(Share::of(0, 100), Some(Share::Few));
        assert_eq!(Share::of(4, 100), Some(Share::Few));
        assert_eq!(Share::of(5, 100), Some(Share::Percent(5)));
        assert_eq!(Share::of(1, 3), Some(Share::Percent(33)));
        assert_eq!(Share::of(95, 100), Some(Share::Percent(95)));
        assert_eq!(Share::of(96, 100), Some(Share::Nearly));
        assert_eq!(Share::of(1, 0), None);
    }
}
