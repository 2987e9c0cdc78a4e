"""Writes fictitious scores for the benchmark: scores.csv in the long form, and bench.toml, the list they belong to.

Eight scales, six half-yearly rounds, groups of 25, schools of 250. A score is a lasting trait, a slowly changing state
and an error (shares .45, .35, .20; the state keeps .7 per half-year), rounded to 0..40. Pupils are made in blocks, each
from its own seed, and a block is made anew for every round: so the file can be any size while memory stays small.
"""

import argparse
from pathlib import Path

import numpy as np

SCALES = [
    # code, name, domain, high_is
    ("energie", "Energie", "energie", "strength"),
    ("aandach", "Aandacht", "concentratie", "strength"),
    ("vriend1", "Vrienden", "leeftijdgenoten", "strength"),
    ("inzet01", "Inzet", "motivatie", "strength"),
    ("onrust1", "Onrust", "gedrag", "concern"),
    ("somber1", "Somberheid", "stemming", "concern"),
    ("angst01", "Angst", "emoties", "concern"),
    ("tobben1", "Tobben", "veerkracht", "concern"),
]
ROUNDS = ["2023-10-02", "2024-03-04", "2024-09-30", "2025-03-03", "2025-09-29", "2026-03-02"]
TRAIT, STATE, DECAY, ERROR = 0.45, 0.35, 0.70, 0.20
COMMON = 0.4  # what the scales of one list share, of each part
GROUP = 25
SCHOOL = 250
BLOCK = 10_000  # pupils at a time; whole schools
HEADER = b"leerlingnummer;afnamedatum;instrument;informant;schaal;score;school;groep\n"


def parts(rng, pupils):
    """Standard normal figures per pupil and scale that go together as scales of one list do."""
    own = rng.standard_normal((pupils, len(SCALES)), dtype=np.float32)
    shared = rng.standard_normal((pupils, 1), dtype=np.float32)
    return np.sqrt(COMMON) * shared + np.sqrt(1 - COMMON) * own


def scores(seed, first, pupils, last):
    """The scores of a block of pupils in round `last`; the rounds before are drawn again on the way."""
    rng = np.random.default_rng([seed, first])
    trait, state = parts(rng, pupils), parts(rng, pupils)
    for _ in range(last):
        state = DECAY * state + np.sqrt(1 - DECAY**2) * parts(rng, pupils)
    error = np.random.default_rng([seed, first, last]).standard_normal(state.shape, dtype=np.float32)
    worse = np.sqrt(TRAIT) * trait + np.sqrt(STATE) * state + np.sqrt(ERROR) * error
    sign = np.array([1 if scale[3] == "concern" else -1 for scale in SCALES])
    return np.clip(np.rint(np.where(sign > 0, 14, 26) + 7 * sign * worse), 0, 40).astype(np.int64)


def digits(numbers, width):
    """Whole numbers as digits, one byte each, with leading zeros."""
    powers = 10 ** np.arange(width - 1, -1, -1)
    return (numbers[:, None] // powers % 10 + ord("0")).astype(np.uint8)


def text(words):
    return np.array([list(word.encode()) for word in words], dtype=np.uint8)


def school_names(numbers):
    """99AA, 99AB … 99ZZ, 98AA …: no real school has these."""
    letters = ord("A") + np.stack([numbers // 26 % 26, numbers % 26], axis=1)
    return np.hstack([digits(99 - numbers // 676, 2), letters.astype(np.uint8)])


def rows(seed, first, pupils, at, missing):
    """The lines of a block in a round, as bytes. A byte 0 stands for nothing and is taken out at the end."""
    pupil = np.arange(first, first + pupils)
    group = pupil // GROUP
    day = np.datetime64(ROUNDS[at]) + group % 15
    names = ("4a", "4b", "5a", "5b", "6a", "6b", "7a", "7b", "8a", "8b")
    before = [digits(pupil + 1, 7), text([";"]), text(np.datetime_as_string(day)), text([";bench;leerkracht;"])]
    after = [text([";"]), school_names(pupil // SCHOOL), text([";"]), text(names)[group % len(names)], text(["\n"])]
    # Per pupil first, then each repeated for the scales.
    per_pupil = [np.broadcast_to(part, (pupils, part.shape[1])) for part in before + after]
    count = len(SCALES)
    lead = np.repeat(np.hstack(per_pupil[:4]), count, axis=0)
    tail = np.repeat(np.hstack(per_pupil[4:]), count, axis=0)
    scale = np.tile(text([scale[0] + ";" for scale in SCALES]), (pupils, 1))
    value = scores(seed, first, pupils, at).ravel()
    score = digits(value, 2)
    score[value < 10, 0] = 0
    lines = np.hstack([lead, scale, score, tail])
    if missing:
        kept = np.random.default_rng([seed, first, at, 1]).random(len(lines)) >= missing
        lines = lines[kept]
    lines = lines.ravel()
    return lines[lines != 0].tobytes()


def instrument():
    head = """code = "bench"
name = "Bench"
version = "1"
source = "fictitious; made for the benchmark"
date = 2026-01-01
licence = "free; no item texts"
stability = { trait = 0.45, state = 0.35, decay = 0.70, error = 0.20 }
"""
    scale = '\n[[scale]]\ncode = "{}"\nname = "{}"\ndomain = "{}"\nmin = 0\nmax = 40\nhigh_is = "{}"\n'
    return head + "".join(scale.format(*each) for each in SCALES)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pupils", type=int, default=25_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missing", type=float, default=0.0, help="share of scores left out")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "bench.toml").write_text(instrument())
    with open(args.out / "scores.csv", "wb") as file:
        file.write(HEADER)
        for at in range(len(ROUNDS)):
            for first in range(0, args.pupils, BLOCK):
                file.write(rows(args.seed, first, min(BLOCK, args.pupils - first), at, args.missing))


if __name__ == "__main__":
    main()
