//! Outcomes that came in computed, of a school and its groups on one scale and day. Nobody sees the answers behind them by
//! role, so the smallest size holds for every reader; and what is left of the school when the shown groups are taken off is
//! held to it too.

use super::{Disclosed, Hidden, disclose, few};

/// What may be given of one measurement, in the order in which the rows first came in, those of one import from large to
/// small: whether a row is of the whole school, of how many pupils it is, and the figure. A row is hidden where beside those
/// before it, which may have been seen, it would leave a few of the school: the later one, so that nothing that was shown
/// has to be taken back. Once hidden it stays so.
pub fn totals<T>(smallest: u32, rows: Vec<(bool, usize, T)>) -> Vec<Disclosed<T>> {
    let smallest = (smallest as usize).max(1);
    let (mut whole, mut groups) = (None, 0);
    let each = rows.into_iter().map(|(is_whole, pupils, figure)| {
        let (next_whole, next_groups) =
            if is_whole { (Some(pupils), groups) } else { (whole, groups + pupils) };
        let leaves_few = next_whole.is_some_and(|whole: usize| few(whole.abs_diff(next_groups), smallest));
        let hidden =
            if pupils < smallest { Some(Hidden::Few) } else { leaves_few.then_some(Hidden::Derivable) };
        if hidden.is_none() {
            (whole, groups) = (next_whole, next_groups);
        }
        disclose(hidden, || figure)
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(rows: &[(bool, usize)]) -> Vec<Result<(), Hidden>> {
        let rows = rows.iter().map(|(whole, pupils)| (*whole, *pupils, ())).collect();
        totals(10, rows).iter().map(|held| held.shown().copied()).collect()
    }

    #[test]
    fn nothing_of_fewer_than_the_smallest_size_goes_out() {
        assert_eq!(
            shown(&[(true, 9), (false, 10), (false, 3)]),
            [Err(Hidden::Few), Ok(()), Err(Hidden::Few)]
        );
    }

    #[test]
    fn a_hidden_group_cannot_be_had_by_taking_the_others_off_the_school() {
        // 49 − 25 − 20 leaves four: the group of 20 is hidden with them.
        assert_eq!(
            shown(&[(true, 49), (false, 25), (false, 20), (false, 4)]),
            [Ok(()), Ok(()), Err(Hidden::Derivable), Err(Hidden::Few)]
        );
        // Nor those of no group that came in.
        assert_eq!(shown(&[(true, 49), (false, 45)]), [Ok(()), Err(Hidden::Derivable)]);
        // Enough are left, or none: nothing to hide.
        assert_eq!(shown(&[(true, 55), (false, 20), (false, 25)]), [Ok(()); 3]);
        assert_eq!(shown(&[(true, 45), (false, 25), (false, 20)]), [Ok(()); 3]);
        assert_eq!(shown(&[(false, 20), (false, 4)]), [Ok(()), Err(Hidden::Few)]);
    }

    #[test]
    fn what_comes_later_is_hidden_and_what_was_shown_goes_on_standing() {
        // 20 was seen; with 28 after it one pupil of the 49 would be left.
        assert_eq!(shown(&[(true, 49), (false, 20), (false, 28)]), [Ok(()), Ok(()), Err(Hidden::Derivable)]);
        // Nor is the whole shown when it comes after groups that would leave a few of it.
        assert_eq!(shown(&[(false, 20), (false, 28), (true, 49)]), [Ok(()), Ok(()), Err(Hidden::Derivable)]);
    }
}
