"""Times `baken analyse` against pandas, Polars and DuckDB doing the same work, and holds their figures side by side.

The four run alternately, so that whatever else the machine does falls on all of them. Wall time and peak resident
memory are of the whole process, from start to exit, as the system counts them. This script stays small on purpose: a
process starts with the memory of who started it, so nothing big may be loaded here (the figures are compared by a
process of their own, `agree.py`).
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = ["pandas", "polars", "duckdb"]


def python(script, *args):
    return [sys.executable, str(HERE / script), *map(str, args)]


def measure(command, quiet):
    """Runs a command; gives wall seconds, processor seconds and peak memory in MB (the largest of it and its children)."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)])
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}\nRun it by hand to see why.")
    # Linux counts in KB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6


def agree(*files):
    print(subprocess.run(python("agree.py", *files), check=True, capture_output=True, text=True).stdout)


def report(found, rows):
    median = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in found.items()}
    fastest = min(PEERS, key=lambda name: median[name][0])
    leanest = min(PEERS, key=lambda name: median[name][2])
    runs = len(found["baken"])
    print(f"{rows:,} scores, {os.cpu_count()} processors, median of {runs} alternating runs "
          f"(load at the end: {os.getloadavg()[0]:.1f})\n")
    print("| | wall, s | slowest run, s | processor, s | peak memory, MB |\n|---|---:|---:|---:|---:|")
    for name in found:
        wall, cpu, memory = median[name]
        print(f"| {name} | {wall:.2f} | {max(run[0] for run in found[name]):.2f} | {cpu:.2f} | {memory:.0f} |")
    print(f"\nbaken's time is {median['baken'][0] / median[fastest][0]:.2f} of the fastest peer's ({fastest}), "
          f"its memory {median['baken'][2] / median[leanest][2]:.2f} of the leanest's ({leanest}).\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baken", type=Path, required=True, help="the program; a release build, or the figures mean nothing")
    parser.add_argument("--pupils", type=int, default=25_000, help="48 scores each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--missing", type=float, default=0.0, help="share of scores left out")
    args = parser.parse_args()
    data = Path(tempfile.gettempdir()) / f"baken-bench-{args.pupils}-{args.missing}"
    scores, bench = data / "scores.csv", data / "bench.toml"
    if not (data / "complete").exists():
        subprocess.run(python("make_scores.py", data, "--pupils", args.pupils, "--missing", args.missing), check=True)
        (data / "complete").touch()
    with open(scores, "rb") as file:
        rows = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) - 1  # and the file is warm
    commands = {"baken": [str(args.baken.resolve()), "analyse", str(scores), "--instrument", str(bench), "--out", str(data / "baken")]}
    for peer in PEERS:
        commands[peer] = python("peers.py", peer, scores, data / f"{peer}.csv")
    found = {name: [] for name in commands}
    quiet = os.open(os.devnull, os.O_WRONLY)
    for _ in range(args.runs):
        for name, command in commands.items():
            found[name].append(measure(command, quiet))
    report(found, rows)

    # Untimed: more decimals among the peers; and with the stability estimated as baken does, against baken.
    deep = [data / f"{peer}-deep.csv" for peer in PEERS]
    for peer, out in zip(PEERS, deep):
        measure(python("peers.py", peer, scores, out, "--decimals", 9, "--stability", "run"), quiet)
    print("Largest differences between the peers (held against pandas), at nine decimals:\n")
    agree(*deep)
    print("baken against pandas; 5e-5 is the rounding to four decimals, and `trend` is defined otherwise:\n")
    agree(deep[0], data / "baken" / "assessments.csv")
    agree(f"{deep[0]}.groups", data / "baken" / "groups.csv")


if __name__ == "__main__":
    main()
