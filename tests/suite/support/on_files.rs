//! Commands that work on files alone (`baken analyse`, `baken sociogram`), as a school runs them, and their golden files.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use super::checkout;

/// A golden file of a command.
pub fn golden(command: &str, name: &str) -> PathBuf {
    checkout().join("tests/golden").join(command).join(name)
}

/// `baken COMMAND INPUT --out OUT …` in the folder of OUT, so that no `./config` of ours plays along.
pub fn run(command: &str, input: &Path, out: &Path, more: &[&str]) -> Output {
    run_with(command, &[input], out, more)
}

/// The same with several arguments before `--out`.
pub fn run_with(command: &str, input: &[&Path], out: &Path, more: &[&str]) -> Output {
    prepared(command, input, out, more).output().unwrap()
}

/// The same, and the computation on so many threads.
pub fn run_on(threads: usize, command: &str, input: &Path, out: &Path) -> Output {
    prepared(command, &[input], out, &[]).env("POLARS_MAX_THREADS", threads.to_string()).output().unwrap()
}

/// The same where no file may grow beyond so many kilobytes, as on a disk that is full.
#[cfg(target_os = "linux")]
pub fn with_room(kilobytes: u32, command: &str, input: &Path, out: &Path, more: &[&str]) -> Output {
    let mut shell = Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\"", &kilobytes.to_string()]);
    complete(shell.arg(env!("CARGO_BIN_EXE_baken")), command, &[input], out, more);
    shell.output().unwrap()
}

fn prepared(command: &str, input: &[&Path], out: &Path, more: &[&str]) -> Command {
    let mut baken = Command::new(env!("CARGO_BIN_EXE_baken"));
    complete(&mut baken, command, input, out, more);
    baken
}

fn complete(baken: &mut Command, command: &str, input: &[&Path], out: &Path, more: &[&str]) {
    let folder = out.parent().filter(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    baken.arg(command).args(input).arg("--out").arg(out).args(more).current_dir(folder);
}
