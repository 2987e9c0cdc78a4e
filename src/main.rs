//! The program `baken`: hands the command line to `baken::cli`.

fn main() {}
