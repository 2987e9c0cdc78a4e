//! The few ways columns of a frame are read back.

use polars::prelude::*;

/// A column of whole numbers that are always there.
pub(super) fn numbers(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = frame.column(name)?.u32()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of keys.
pub(super) fn keys(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u64>> {
    let column = frame.column(name)?.u64()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of figures that are always there.
pub(super) fn floats(frame: &DataFrame, name: &str) -> PolarsResult<Vec<f64>> {
    let column = frame.column(name)?.f64()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}
