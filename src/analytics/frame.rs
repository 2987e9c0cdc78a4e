//! The few ways columns of a frame are read back.

use polars::prelude::*;

/// A column of whole numbers that are always there.
pub(super) fn numbers(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = frame.column(name)?.u32()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of whole numbers with gaps.
pub(super) fn maybe_numbers(frame: &DataFrame, name: &str) -> PolarsResult<Vec<Option<u32>>> {
    Ok(frame.column(name)?.u32()?.iter().collect())
}

/// A column of figures that are always there.
pub(super) fn floats(frame: &DataFrame, name: &str) -> PolarsResult<Vec<f64>> {
    let column = frame.column(name)?.f64()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of figures with gaps.
pub(super) fn maybe_floats(frame: &DataFrame, name: &str) -> PolarsResult<Vec<Option<f64>>> {
    Ok(frame.column(name)?.f64()?.iter().collect())
}
