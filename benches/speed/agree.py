"""Says how far figures lie apart in two or more files with assessments (or groups): the largest difference per column.

The first file is what the others are held against. Rows are matched by their key columns; a row that only one file has,
and a figure that only one file has, are counted.
"""

import argparse

import polars as pl

KEYS = ["round", "school", "group", "pupil", "instrument", "version", "informant", "scale"]


def read(path):
    return pl.read_csv(path, separator=";", infer_schema=False)


def apart(one, other, columns):
    """(column, largest difference, figures that only one side has); and rows that only one side has."""
    keys = [key for key in KEYS if key in one.columns and key in other.columns]
    both = one.join(other, on=keys, how="inner", suffix="_other")
    alone = len(one) + len(other) - 2 * len(both)
    found = []
    for column in columns:
        a = pl.col(column).replace("", None).cast(pl.Float64)
        b = pl.col(f"{column}_other").replace("", None).cast(pl.Float64)
        gap, lonely = both.select((a - b).abs().max(), (a.is_null() != b.is_null()).sum().alias("lonely")).row(0)
        found.append((column, gap, lonely))
    return found, alone


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    first = read(args.files[0])
    others = [read(path) for path in args.files[1:]]
    told = [c for c in first.columns if c not in [*KEYS, "note"] and all(c in other.columns for other in others)]
    print("| | rows | rows of one only | " + " | ".join(told) + " |")
    print("|---" * (3 + len(told)) + "|")
    for path, other in zip(args.files[1:], others):
        found, alone = apart(first, other, told)
        cells = [("-" if gap is None else f"{gap:.1e}") + (f" ({lonely} missing)" if lonely else "") for _, gap, lonely in found]
        print(f"| {path.rsplit('/', 1)[-1]} | {len(other)} | {alone} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
