"""Puts a school of 70 people to work on `baken serve` and tells how long its pages take, from the request to the last byte.

Each of them does something every five seconds for as long as it runs: three times in four looks, once writes. The load is made
on the same machine. Every answer that is not the right one is an error.
"""

import argparse
import collections
import contextlib
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import school

sys.path.insert(0, str(Path(__file__).parents[1] / "import"))
from compare import Postgres, Sqlite, server  # noqa: E402

OPEN_ROWS, EVERY = 60, 5.0
PASSWORD = "een lang wachtwoord voor de proef"


class Service:
    """The program on a database, with its background work."""

    def __init__(self, program, database, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.program, self.folder = program, folder
        self.env = dict(
            os.environ,
            BAKEN_DATABASE_URL=database.url(),
            BAKEN_SECRET="0123456789abcdef0123456789abcdef",
            BAKEN_HTTP_ADDRESS=f"127.0.0.1:{self.port}",
            BAKEN_PUBLIC_URL=f"http://127.0.0.1:{self.port}",
            BAKEN_MAIL_DIR=str(folder / "mail"),
        )

    def run(self, *words, typed=None):
        done = subprocess.run([str(self.program), *map(str, words)], env=self.env, input=typed, text=True, capture_output=True, cwd=self.folder)
        if done.returncode != 0:
            sys.exit(f"failed: {' '.join(map(str, words))}\n{done.stderr[-3000:]}")
        return done.stdout

    @contextlib.contextmanager
    def serving(self):
        with open(self.folder / "serve.log", "w") as log:
            process = subprocess.Popen([str(self.program), "serve"], env=self.env, stdout=log, stderr=log, cwd=self.folder)
            try:
                for _ in range(200):
                    with contextlib.suppress(OSError):
                        if self.ask("GET", "/readyz")[0] == 200:
                            break
                    time.sleep(0.1)
                else:
                    sys.exit("the service does not answer")
                yield
            finally:
                process.terminate()
                process.wait()

    def ask(self, method, path, form=None, body=None, cookie=None, token=None):
        """A request of its own connection; gives status, headers and text."""
        headers = {"Cookie": cookie or "", "Origin": f"http://127.0.0.1:{self.port}"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if form is not None:
            body, headers["Content-Type"] = urllib.parse.urlencode(form), "application/x-www-form-urlencoded"
        elif body is not None:
            body, headers["Content-Type"] = json.dumps(body), "application/json"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()


def prepare(service, data):
    """Brings the school in; gives the group of each person and when everything is there."""
    service.run("migrate")
    service.run("import", "roster", data / "roster.csv", "--school", "99ZZ")
    for name in "before.csv", "last.csv":
        service.run("import", "scores", data / name, "--school", "99ZZ")
        service.run("signal", "--school", "99ZZ")

    for email, role, group in school.people():
        service.run("user", "add", "--email", email, "--name", email.split("@")[0], "--role", role, "--school", "99ZZ", typed=PASSWORD)
        if group:
            service.run("user", "tie", "--email", email, "--as", "mentor", "--school", "99ZZ", "--group", group)


def everything(service, path, token):
    """All items of a list of the API."""
    found, cursor = [], ""
    while cursor is not None:
        status, _, text = service.ask("GET", f"{path}{'&' if '?' in path else '?'}{cursor and 'cursor=' + cursor}", token=token)
        if status != 200:
            sys.exit(f"{path}: {status} {text}")
        page = json.loads(text)
        found += page["items"]
        cursor = page.get("next")
    return found


def fill_up(service):
    """Adds concerns of people until so many rows are open; gives the ids of the pupils of those rows."""
    token = service.run("token", "issue", "--email", "z0@wilgen.example").strip()
    pupils = [one["id"] for one in everything(service, "/api/v1/pupils", token)]

    def rows():
        shown = [one for one in everything(service, "/api/v1/signals", token) if one.get("pupil") and one["state"] not in ENDED and one["severity"] != "C"]
        return list(dict.fromkeys(one["pupil"] for one in shown))

    raised = rows()
    others = [pupil for pupil in pupils if pupil not in set(raised)]
    for pupil in others[: max(0, OPEN_ROWS - len(raised))]:
        seen = {"pupil": pupil, "domain": "stemming", "tone": "concern", "source": "staff", "text": "Zit er stil bij", "seen_on": time.strftime("%Y-%m-%d")}
        status, _, text = service.ask("POST", "/api/v1/observations", body=seen, token=token)
        if status != 201:
            sys.exit(f"an observation: {status} {text}")
    return rows(), len(raised)


ENDED = {"no_action", "closed"}


class Worker(threading.Thread):
    """One person at work."""

    def __init__(self, service, person, pupils, until, tell):
        super().__init__(daemon=True)
        self.service, (self.email, self.role, _), self.until, self.tell = service, person, until, tell
        self.pupils, self.dice, self.cookie = pupils, random.Random(person[0]), None

    def log_in(self):
        status, headers, _ = self.service.ask("POST", "/inloggen", form={"email": self.email, "password": PASSWORD, "back": ""})
        if status != 303:
            sys.exit(f"{self.email} cannot log in: {status}")
        self.cookie = headers["Set-Cookie"].split(";")[0]

    def run(self):
        begin = time.monotonic() + self.dice.uniform(0, EVERY)
        while begin < self.until:
            time.sleep(max(0.0, begin - time.monotonic()))
            self.act()
            begin += EVERY

    def act(self):
        pupil = self.dice.choice(self.pupils)
        today = time.strftime("%Y-%m-%d")
        what, method, path, form = self.dice.choices(
            [
                ("the list", "GET", "/signalen", None),
                ("a pupil's page", "GET", f"/leerlingen/{pupil}", None),
                ("an observation", "POST", "/observaties/nieuw", {"leerling": pupil, "text": "Lachte in de kring", "domain": "stemming", "tone": "strength", "source": "staff", "seen_on": today}),
                ("a conversation", "POST", f"/leerlingen/{pupil}/gesprek", {"with": "pupil", "held_on": today, "line": "Gaat wel weer", "agreed": ""}),
            ],
            [6, 6, 3, 1],
        )[0]
        start = time.perf_counter()
        try:
            status, _, text = self.service.ask(method, path, form=form, cookie=self.cookie)
        except OSError as error:
            status, text = 0, str(error)
        wall = time.perf_counter() - start
        right = status == (200 if method == "GET" else 303)
        self.tell(f"{what}, {self.role}", wall, None if right else f"{status} {text[:300]}")


def at_work(service, open_pupils, minutes):
    """Lets everybody work; gives the times of each kind and the errors."""
    times, errors, lock = collections.defaultdict(list), [], threading.Lock()

    def tell(kind, wall, error):
        with lock:
            times[kind].append(wall)
            if error:
                errors.append(f"{kind}: {error}")

    token = service.run("token", "issue", "--email", "z0@wilgen.example").strip()
    of_group = collections.defaultdict(list)
    for one in everything(service, "/api/v1/pupils", token):
        for group in one["groups"]:
            of_group[group].append(one["id"])
    until = time.monotonic() + 3600
    workers = [Worker(service, person, of_group[person[2]] if person[2] else open_pupils, until, tell) for person in school.people()]
    with ThreadPoolExecutor(4) as some:
        list(some.map(Worker.log_in, workers))
    for worker in workers:
        worker.until = time.monotonic() + 60 * minutes
        worker.start()
    for worker in workers:
        worker.join()
    return times, errors


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baken", type=Path, required=True, help="the program; a release build, or the figures mean nothing")
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    parser.add_argument("--work", type=Path, help="where the databases stand; default: the temporary folder")
    args = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory(dir=args.work) as folder, contextlib.ExitStack() as stack:
        folder = Path(folder)
        folder.chmod(0o777)
        school.files(folder)
        databases = []
        for name in ("sqlite", "postgres"):
            if args.only in (None, name):
                (folder / name).mkdir()
                if name == "postgres":
                    stack.enter_context(server(folder / name))
                    databases.append(Postgres(folder / name, folder / name))
                else:
                    databases.append(Sqlite(folder / name))
        for database in databases:
            database.fresh()
            service = Service(args.baken.resolve(), database, folder)
            prepare(service, folder)
            with service.serving():
                pupils, raised = fill_up(service)
                times, errors = at_work(service, pupils, args.minutes)
            rate = sum(map(len, times.values())) / 60 / args.minutes
            print(f"## {database.name}\n\n{len(pupils)} open rows ({raised} raised from scores), {len(school.people())} people, {args.minutes:g} minutes, {rate:.1f} requests per second, {os.cpu_count()} processors, {len(errors)} errors\n")
            print("| | requests | median, ms | p95, ms | longest, ms |\n|---|---:|---:|---:|---:|")
            for kind, walls in sorted(times.items()):
                walls = sorted(1000 * wall for wall in walls)
                print(f"| {kind} | {len(walls)} | {statistics.median(walls):.0f} | {walls[int(0.95 * (len(walls) - 1))]:.0f} | {walls[-1]:.0f} |")
            print(flush=True)
            for error in errors[:5]:
                print(error, file=sys.stderr)
            failed |= bool(errors)
    sys.exit(failed)


if __name__ == "__main__":
    main()
