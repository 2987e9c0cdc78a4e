//! One PostgreSQL for the whole run, from the system's binaries, in a folder of its own without a port
//! (docs/adr/0012). Which database a test gets is `database`'s matter.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use baken::ground::Db;
use diesel::{Connection, PgConnection, RunQueryDsl};

use super::process::first_line_of;

/// Makes a cluster, starts it, says where, and clears it away when standard input ends.
const SCRIPT: &str = r#"
trap : INT TERM HUP
set -e
bin=$1
folder=$(mktemp -d "${TMPDIR:-/tmp}/baken-pg-XXXXXX")
stop() { "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
cd "$folder"
"$bin/initdb" -D data -U baken --auth=trust --encoding=UTF8 --no-locale --no-sync >log 2>&1 || { cat log >&2; exit 1; }
"$bin/pg_ctl" -D data -w -l log -o "-k $folder -c listen_addresses= -c fsync=off -c full_page_writes=off \
  -c synchronous_commit=off -c max_connections=300 -c max_wal_size=256MB" start >/dev/null || { cat log >&2; exit 1; }
echo "$folder"
cat >/dev/null
"#;

/// The server, and the lock that lets one test at a time copy the template.
struct Server {
    _shell: Child,
    folder: String,
    copying: Mutex<u32>,
}

static SERVER: LazyLock<Server> = LazyLock::new(start);

/// A fresh, migrated database: its name and address. Give it back with [`drop_database`].
pub fn fresh_database() -> (String, String) {
    let mut made = SERVER.copying.lock().unwrap_or_else(PoisonError::into_inner);
    *made += 1;
    let name = format!("test_{made}");
    administer(&format!("CREATE DATABASE {name} TEMPLATE migrated"));
    let url = url(&name);
    (name, url)
}

/// Removes a test's database, also where a connection is still open.
pub fn drop_database(name: &str) {
    administer(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
}

fn start() -> Server {
    let bin = newest_binaries();
    let mut command = match other_user() {
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", user, "--regid", user, "--init-groups", "sh"]);
            command
        }
        None => Command::new("sh"),
    };
    command.args(["-c", SCRIPT, "postgres"]).arg(&bin).current_dir("/");
    let (shell, folder) = first_line_of(command);
    let server = Server { _shell: shell, folder, copying: Mutex::new(0) };
    administer_at(&server.folder, "CREATE DATABASE migrated");
    let db = Db::open(&url_at(&server.folder, "migrated"), 1).expect("the template opens");
    db.migrate().expect("the migrations run on PostgreSQL");
    server
}

/// PostgreSQL refuses to run as root; then the user it was packaged with runs it, or failing that nobody.
fn other_user() -> Option<&'static str> {
    let whoami = Command::new("id").arg("-u").output().expect("id runs");
    if whoami.stdout != b"0\n" {
        return None;
    }
    let exists = |user: &str| Command::new("id").arg(user).output().is_ok_and(|out| out.status.success());
    Some(if exists("postgres") { "postgres" } else { "nobody" })
}

/// The folder with the binaries of the newest version found, Debian's place first.
fn newest_binaries() -> PathBuf {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = debian
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let bin = entry.path().join("bin");
            (version >= 15 && bin.join("initdb").exists()).then_some((version, bin))
        })
        .max();
    newest
        .map(|(_, bin)| bin)
        .or_else(on_path)
        .expect("no PostgreSQL from version 15 found: `make test` installs Debian's package `postgresql`")
}

#[expect(clippy::disallowed_methods, reason = "the settings do not hold the search path")]
fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| Path::new(folder).join("initdb").exists())
}

fn url(database: &str) -> String {
    url_at(&SERVER.folder, database)
}

fn url_at(folder: &str, database: &str) -> String {
    format!("postgres:///{database}?host={folder}&user=baken")
}

fn administer(statement: &str) {
    administer_at(&SERVER.folder, statement);
}

/// Runs a statement that no transaction may hold. A template somebody still closes is tried again.
fn administer_at(folder: &str, statement: &str) {
    let mut last = None;
    for _ in 0..50 {
        let done = PgConnection::establish(&url_at(folder, "postgres"))
            .map_err(|e| e.to_string())
            .and_then(|mut conn| diesel::sql_query(statement).execute(&mut conn).map_err(|e| e.to_string()));
        match done {
            Ok(_) => return,
            Err(error) => last = Some(error),
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{statement}: {last:?}");
}
