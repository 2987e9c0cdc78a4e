//! Files that a command writes: whole or not at all. Each is written under a name of its own in the same folder and gets
//! the name that was asked for once all is well; what stood there before stays until then.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::ground::{Error, Message, Result, Words};

/// Refuses, before anything is done, a file to write that is one of the files to read, or a folder.
pub(super) fn must_be_free<'a>(out: &Path, inputs: impl IntoIterator<Item = &'a PathBuf>) -> Result<()> {
    let same = |path: &Path| std::fs::canonicalize(path).ok();
    if out.is_dir() {
        return Err(refused(out, "written-onto-folder"));
    }
    if out.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(refused(out, "written-no-folder"));
    }
    match same(out) {
        Some(at) if inputs.into_iter().any(|input| same(input).as_ref() == Some(&at)) => {
            Err(refused(out, "written-onto-input"))
        }
        _ => Ok(()),
    }
}

/// Refuses a file where a folder is to be written to.
pub(super) fn must_be_folder(out: &Path) -> Result<()> {
    if out.exists() && !out.is_dir() { Err(refused(out, "written-into-file")) } else { Ok(()) }
}

fn refused(file: &Path, key: &'static str) -> Error {
    Error::Refused(Message::new(key).with("file", file.display().to_string()))
}

/// A file in the making. Dropped before `keep` it leaves nothing behind.
#[derive(Debug)]
pub(super) struct Output {
    file: BufWriter<Target>,
    path: PathBuf,
}

#[derive(Debug)]
enum Target {
    Beside(NamedTempFile),
    /// No file that could be replaced: a pipe, a device.
    Straight(File),
}

impl Output {
    /// Begins a file.
    pub fn open(path: &Path) -> Result<Self> {
        let failed = |cause: std::io::Error| not_written(path, &cause);
        // A link stays one, and what it points to is replaced.
        let at = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_special = std::fs::metadata(&at).is_ok_and(|known| !known.is_file());
        let target = if is_special {
            Target::Straight(File::create(&at).map_err(failed)?)
        } else {
            let folder = at.parent().filter(|folder| !folder.as_os_str().is_empty());
            Target::Beside(builder().tempfile_in(folder.unwrap_or(Path::new("."))).map_err(failed)?)
        };
        Ok(Self { file: BufWriter::new(target), path: at })
    }

    /// Gives the file its name: nothing more is written.
    pub fn keep(self) -> Result<()> {
        let Self { file, path } = self;
        let failed = |cause: &std::io::Error| not_written(&path, cause);
        match file.into_inner().map_err(|cause| failed(cause.error()))? {
            Target::Beside(file) => file.persist(&path).map(drop).map_err(|cause| failed(&cause.error)),
            Target::Straight(mut file) => file.flush().map_err(|cause| failed(&cause)),
        }
    }

    /// Sends on what waits, so that `keep` has little left that may fail.
    pub fn finish(&mut self) -> Result<()> {
        self.file.flush().map_err(|cause| self.failed(&cause))
    }

    /// What to say when writing failed.
    pub fn failed(&self, cause: &std::io::Error) -> Error {
        not_written(&self.path, cause)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Beside(file) => file.write(bytes),
            Self::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Self::Beside(file) => file.flush(),
            Self::Straight(file) => file.flush(),
        }
    }
}

/// Files that others may read as any file that a program makes, not the owner alone.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".baken-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

/// That a file or folder could not be written: no fault of what was given.
pub(super) fn not_written(path: &Path, cause: &std::io::Error) -> Error {
    let message = Message::new("written-failed")
        .with("file", path.display().to_string())
        .with("problem", cause.to_string());
    Error::Internal(Words::default().say(&message))
}
