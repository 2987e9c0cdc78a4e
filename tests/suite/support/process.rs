//! Starts programs that must not outlive the tests, also when these are killed.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

/// A shell that ends when our end of its standard input closes, which the kernel sees to.
/// The program runs in a process group of its own, so that Ctrl-C leaves the clearing up to the shell,
/// and what it started in turn ends with it. Its temporary files go with it.
const MINDER: &str = r#"
trap : INT TERM HUP
TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/baken-test-XXXXXX")
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
exec 3<&0
setsid "$@" </dev/null 3<&- &
cat <&3 >/dev/null
kill -s TERM -- -$! 2>/dev/null
for tick in 1 2 3 4 5 6 7 8 9 10; do
    kill -s 0 -- -$! 2>/dev/null || exit 0
    sleep 0.2
done
kill -s KILL -- -$! 2>/dev/null
"#;

/// A program that ends when this value is dropped, and at the latest with this process.
#[derive(Debug)]
pub struct Minded {
    shell: Child,
}

impl Minded {
    /// Starts `program` with `arguments`; what it prints is thrown away.
    pub fn start(program: &str, arguments: &[&str]) -> Self {
        let shell = Command::new("sh")
            .args(["-c", MINDER, "minder", program])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{program} does not start: {e}"));
        Self { shell }
    }
}

impl Drop for Minded {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        self.shell.wait().ok();
    }
}

/// Runs a shell script that goes on in the background, and returns the first line it prints.
/// The script sees the end of its standard input when this process ends, and must then clear up.
pub fn first_line_of(mut command: Command) -> (Child, String) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{command:?} does not start: {e}"));
    let mut line = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out).read_line(&mut line).ok();
    }
    if line.is_empty() {
        let mut said = String::new();
        if let Some(mut err) = child.stderr.take() {
            err.read_to_string(&mut said).ok();
        }
        panic!("{command:?} said nothing but:\n{said}");
    }
    (child, line.trim().to_owned())
}

/// A port of 127.0.0.1 that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .expect("no free port")
}
