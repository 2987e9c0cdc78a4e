"""Makes the school that is at work: its files and its people. All fictitious."""

import datetime
import random

PUPILS, GROUP, FALLEN = 500, 25, 45
GROUPS = PUPILS // GROUP
DAYS = [(datetime.date.today() - datetime.timedelta(days=7 + 182 * back)).isoformat() for back in (3, 2, 1, 0)]
SCALES = ["welbevinden", "betrokkenheid", "concentratie", "contact", "weerbaarheid"]


def files(folder):
    """Writes `roster.csv`, `before.csv` (three quiet rounds) and `last.csv`, in which some pupils fell."""
    dice = random.Random(1)
    usual = {(pupil, scale): dice.gauss(27, 4) for pupil in range(PUPILS) for scale in SCALES}
    fallen = set(dice.sample(range(PUPILS), FALLEN))
    with open(folder / "roster.csv", "w") as out:
        out.write("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n")
        for pupil in range(PUPILS):
            out.write(f"{pupil:06};Kind{pupil};Naam{pupil};2014-01-{pupil % 28 + 1:02};{group(pupil)};5\n")
    for name, days in ("before.csv", DAYS[:-1]), ("last.csv", DAYS[-1:]):
        with open(folder / name, "w") as out:
            out.write("leerlingnummer;afnamedatum;instrument;informant;schaal;score;groep\n")
            for day in days:
                for (pupil, scale), mean in usual.items():
                    fell = 18 if day == DAYS[-1] and pupil in fallen and scale == SCALES[0] else 0
                    score = min(40, max(0, round(mean - fell + dice.gauss(0, 2))))
                    out.write(f"{pupil:06};{day};eigen;leerkracht;{scale};{score};{group(pupil)}\n")


def group(pupil):
    """The name of a pupil's group."""
    return f"g{pupil // GROUP}"


def people():
    """Who works there: address, role, and the group of who has one. Three mentors to a group, ten coordinators."""
    mentors = [(f"m{n}@wilgen.example", "mentor", f"g{n % GROUPS}") for n in range(3 * GROUPS)]
    return mentors + [(f"z{n}@wilgen.example", "coordinator", None) for n in range(10)]
