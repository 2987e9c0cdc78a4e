//! Outcomes that came in computed, of a school and its groups on one scale and day. Nobody sees the answers behind them by
//! role, so the smallest size holds for every reader; and what is left of the school when the shown groups are taken off is
//! held to it too.

use super::{Disclosed, Hidden, disclose, few};

/// What may be given of one measurement, in the order of the rows: whether a row is of the whole school, of how many pupils
/// it is, and the figure.
pub fn totals<T>(smallest: u32, rows: Vec<(bool, usize, T)>) -> Vec<Disclosed<T>> {
    let smallest = (smallest as usize).max(1);
    let mut hidden: Vec<Option<Hidden>> =
        rows.iter().map(|(_, pupils, _)| (*pupils < smallest).then_some(Hidden::Few)).collect();
    let whole =
        rows.iter().find(|(whole, pupils, _)| *whole && *pupils >= smallest).map(|(_, pupils, _)| *pupils);
    while let Some(whole) = whole {
        let shown = rows.iter().zip(&hidden).filter(|((whole, ..), hidden)| !whole && hidden.is_none());
        let sum: usize = shown.map(|((_, pupils, _), _)| pupils).sum();
        if !few(whole.abs_diff(sum), smallest) {
            break;
        }
        // The smallest group that is shown goes along, so that what is left is of more pupils.
        let groups =
            rows.iter().zip(hidden.iter_mut()).filter(|((whole, ..), hidden)| !whole && hidden.is_none());
        let Some((_, hide)) = groups.min_by_key(|((_, pupils, _), _)| *pupils) else { break };
        *hide = Some(Hidden::Derivable);
    }
    rows.into_iter().zip(hidden).map(|((.., figure), hidden)| disclose(hidden, || figure)).collect()
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
        // 49 − 20 − 25 leaves four: the group of 20 is hidden with them.
        assert_eq!(
            shown(&[(true, 49), (false, 20), (false, 25), (false, 4)]),
            [Ok(()), Err(Hidden::Derivable), Ok(()), Err(Hidden::Few)]
        );
        // Nor those of no group that came in.
        assert_eq!(shown(&[(true, 49), (false, 45)]), [Ok(()), Err(Hidden::Derivable)]);
        // Enough are left, or none: nothing to hide.
        assert_eq!(shown(&[(true, 55), (false, 20), (false, 25)]), [Ok(()); 3]);
        assert_eq!(shown(&[(true, 45), (false, 20), (false, 25)]), [Ok(()); 3]);
        assert_eq!(shown(&[(false, 20), (false, 4)]), [Ok(()), Err(Hidden::Few)]);
    }
}
