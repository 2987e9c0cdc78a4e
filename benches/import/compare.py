"""Times `baken import` beside what the databases themselves have for it: `sqlite3 .import` and PostgreSQL's `COPY`.

The same scores go into the same table with the same keys and indexes, each time into an empty one. The peers get the
rows as they stand in the table at the end: no names to look up, nothing to check. Wall time and peak memory are of the
whole process; for PostgreSQL the server's memory is not in it.
"""

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from files import board

SCHEMA_ROWS = "pupil_key, series_key, round_key, taken_on, value, origin_key"


def measure(command, env):
    """Runs a command; gives wall seconds and peak memory in MB."""
    start = time.perf_counter()
    out = tempfile.TemporaryFile()
    pid = os.posix_spawnp(command[0], command, env, file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)])
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        out.seek(0)
        sys.exit(f"failed: {' '.join(command)}\n{out.read().decode()[-3000:]}")
    return wall, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


class Sqlite:
    """A database in a file, with the settings that Baken uses."""

    name, peer = "SQLite", "sqlite3 .import"

    def __init__(self, folder):
        self.folder = folder

    def url(self):
        return f"sqlite://{self.folder / 'baken.db'}"

    def fresh(self):
        for file in self.folder.glob("baken.db*"):
            file.unlink()

    def sql(self, text):
        run = subprocess.run(["sqlite3", str(self.folder / "baken.db"), text], check=True, capture_output=True, text=True)
        return run.stdout.strip()

    def dump(self, rows):
        with open(rows, "w") as out:
            subprocess.run(["sqlite3", "-csv", str(self.folder / "baken.db"), f"SELECT {SCHEMA_ROWS} FROM scores ORDER BY rowid"], check=True, stdout=out)

    def empty(self):
        self.sql("DELETE FROM scores; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")

    def load(self, rows, keys):
        pragmas = f"PRAGMA foreign_keys={'ON' if keys else 'OFF'}"
        return ["sqlite3", str(self.folder / "baken.db"), "-cmd", "PRAGMA synchronous=NORMAL", "-cmd", pragmas, "-cmd", ".mode csv", f".import {rows} scores"]


class Postgres:
    """A server of its own in a folder, without a port."""

    name, peer = "PostgreSQL", "COPY"

    def __init__(self, folder, socket):
        self.folder, self.socket = folder, socket

    def url(self):
        return f"postgres://baken@%2F{str(self.socket)[1:].replace('/', '%2F')}/baken"

    def psql(self, text, base="baken"):
        command = ["psql", "-h", str(self.socket), "-U", "baken", "-d", base, "-v", "ON_ERROR_STOP=1", "-qAtc", text]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    sql = psql

    def fresh(self):
        self.psql("DROP DATABASE IF EXISTS baken", "postgres")
        self.psql("CREATE DATABASE baken", "postgres")

    def dump(self, rows):
        with open(rows, "w") as out:
            subprocess.run(["psql", "-h", str(self.socket), "-U", "baken", "-d", "baken", "-qc", f"COPY (SELECT {SCHEMA_ROWS} FROM scores ORDER BY ctid) TO STDOUT WITH CSV"], check=True, stdout=out)

    def empty(self):
        self.psql("TRUNCATE scores")

    def load(self, rows, _keys):
        return ["psql", "-h", str(self.socket), "-U", "baken", "-d", "baken", "-v", "ON_ERROR_STOP=1", "-qc", f"\\copy scores ({SCHEMA_ROWS}) FROM '{rows}' WITH CSV"]


@contextlib.contextmanager
def server(folder):
    """Starts PostgreSQL as whoever may run it; stops it in the end."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if not initdb:
        sys.exit("PostgreSQL is not installed (Debian: postgresql).")
    pg_ctl = str(Path(initdb).with_name("pg_ctl"))
    who = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"] if os.geteuid() == 0 else []
    folder.chmod(0o777)
    data = folder / "data"
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([*who, initdb, "-D", str(data), "-U", "baken", "--auth=trust", "--encoding=UTF8", "--no-locale"], **quiet)
    options = f"-k {folder} -c listen_addresses= -c max_wal_size=4GB -c shared_buffers=512MB"
    subprocess.run([*who, pg_ctl, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start"], **quiet)
    try:
        yield
    finally:
        subprocess.run([*who, pg_ctl, "-D", str(data), "-m", "immediate", "stop"], **quiet)


def baken(program, database, *words):
    env = dict(os.environ, BAKEN_DATABASE_URL=database.url(), BAKEN_SECRET="0123456789abcdef0123456789abcdef")
    return measure([str(program), *map(str, words)], env)


def one(program, database, data, work, scores):
    """One run of each; gives baken's and the peers' figures."""
    database.fresh()
    baken(program, database, "migrate")
    roster = baken(program, database, "import", "roster", data / "roster.csv", "--school", "99ZZ")
    ours = baken(program, database, "import", "scores", data / "scores.csv", "--school", "99ZZ")
    stored = int(database.sql("SELECT count(*) FROM scores"))
    if stored != scores:
        sys.exit(f"{stored} of {scores} scores are stored")
    again = baken(program, database, "import", "scores", data / "scores.csv", "--school", "99ZZ")
    rows = work / "rows.csv"
    database.dump(rows)
    found = {"baken": ours, "baken, the same file again": again}
    for keys in [False, True] if database.name == "SQLite" else [True]:
        database.empty()
        name = database.peer + (", foreign keys checked" if keys and database.name == "SQLite" else "")
        found[name] = measure(database.load(rows, keys), dict(os.environ))
        if int(database.sql("SELECT count(*) FROM scores")) != scores:
            sys.exit(f"{name} did not store all")
    rows.unlink()
    return roster, found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baken", type=Path, required=True, help="the program; a release build, or the figures mean nothing")
    parser.add_argument("--pupils", type=int, default=25_000, help="160 scores each")
    parser.add_argument("--rounds", type=int, default=16)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    parser.add_argument("--work", type=Path, help="where the databases stand; default: the temporary folder")
    args = parser.parse_args()
    program = args.baken.resolve()
    with tempfile.TemporaryDirectory(dir=args.work) as folder, contextlib.ExitStack() as stack:
        folder = Path(folder)
        folder.chmod(0o777)
        scores = board(folder, args.pupils, args.rounds)
        size = (folder / "scores.csv").stat().st_size / 1e6
        print(f"{scores:,} scores of {args.pupils:,} pupils, {size:.0f} MB, median of {args.runs} runs, {os.cpu_count()} processors (load {os.getloadavg()[0]:.1f})\n")
        databases = []
        if args.only != "postgres":
            (folder / "sqlite").mkdir()
            databases.append(Sqlite(folder / "sqlite"))
        if args.only != "sqlite":
            (folder / "pg").mkdir()
            stack.enter_context(server(folder / "pg"))
            databases.append(Postgres(folder / "pg", folder / "pg"))
        for database in databases:
            runs = [one(program, database, folder, folder, scores) for _ in range(args.runs)]
            median = {name: [statistics.median(run[1][name][at] for run in runs) for at in (0, 1)] for name in runs[0][1]}
            print(f"## {database.name}\n\n| | wall, s | scores per second | peak memory, MB | baken's rate, of this |\n|---|---:|---:|---:|---:|")
            for name, (wall, memory) in median.items():
                share = f"{wall / median['baken'][0]:.2f}" if not name.startswith("baken") else ""
                print(f"| {name} | {wall:.1f} | {scores / wall:,.0f} | {memory:.0f} | {share} |")
            print(f"\nThe roster before it: {statistics.median(run[0][0] for run in runs):.1f} s.\n", flush=True)


if __name__ == "__main__":
    main()
