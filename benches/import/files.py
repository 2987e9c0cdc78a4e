"""Makes a roster and a file of scores of one school. All fictitious."""

import random


def board(folder, pupils, rounds):
    """Writes `roster.csv` and `scores.csv` (ten scales a pupil and round); gives how many scores there are."""
    random.seed(1)
    with open(folder / "roster.csv", "w") as out:
        out.write("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n")
        for pupil in range(pupils):
            out.write(f"{pupil:06};Kind{pupil};Naam{pupil};2014-01-{pupil % 28 + 1:02};g{pupil // 25};5\n")
    scales = ["welbevinden", "betrokkenheid", "concentratie", "contact", "weerbaarheid"]
    count = 0
    with open(folder / "scores.csv", "w") as out:
        out.write("leerlingnummer;afnamedatum;instrument;informant;schaal;score;groep;invuller\n")
        for at in range(rounds):
            day = f"{2026 - (at + 1) // 2}-{'03-05' if at % 2 else '10-05'}"
            for pupil in range(pupils):
                lines = [
                    f"{pupil:06};{day};eigen;{who};{scale};{random.randint(0, 40)};g{pupil // 25};leerkracht{pupil // 25}\n"
                    for who in ("leerkracht", "leerling")
                    for scale in scales
                ]
                count += len(lines)
                out.write("".join(lines))
    return count
