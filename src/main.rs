//! The program `baken`: hands the command line to `baken::cli` and its answer to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    baken::cli::run()
}
