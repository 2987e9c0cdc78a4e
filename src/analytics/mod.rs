//! The science: norms, expectation, smoothing, groups. Pure functions over frames; all of polars, no database.
