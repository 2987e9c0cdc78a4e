"""The work in pandas: codes for names, value counts, one array of z-scores for numpy, group-bys, to_csv."""

import numpy as np
import pandas as pd

import kernel
from model import COLUMNS, CONCERN, FIGURES, FIRST, Bench, iso, rounds_of, z_of_counts

NAMES = ["leerlingnummer", "afnamedatum", "schaal", "school", "groep"]


def run(path, out, mode, decimals):
    bench = Bench(path)
    # As a category 0000001 would be read as the number 1; as an object it stays text, each kept once.
    kinds = dict.fromkeys(NAMES, "category") | {"leerlingnummer": "object", "score": "int16"}
    df = pd.read_csv(path, sep=";", usecols=list(kinds), dtype=kinds, na_filter=False)
    for name in NAMES:  # so that sorting goes by name
        names = df[name].astype("category")
        df[name] = names.cat.reorder_categories(names.cat.categories.sort_values())
    del names

    dates = df["afnamedatum"].value_counts()
    labels, days, of_date = rounds_of([(iso(day), count) for day, count in dates.items()])
    turn = np.array([of_date[iso(day)] for day in df["afnamedatum"].cat.categories], dtype=np.int8)
    df["round"] = turn[df["afnamedatum"].cat.codes]
    scale = np.array([bench.scales.index(code) for code in df["schaal"].cat.categories], dtype=np.int8)
    df["scale"] = scale[df["schaal"].cat.codes]

    # The mid-percentile map, then each score's z by looking it up.
    counts = df.groupby(["scale", "score"]).size()
    curves, lookup = [], np.full((len(bench.scales), df["score"].max() + 1), np.nan)
    for s, sign in enumerate(bench.signs):
        values = counts.loc[s]
        z = z_of_counts(values)
        curves.append((values.index.to_numpy(float), z))
        lookup[s, values.index] = sign * z

    # A pupil is a school and a number.
    key = df["school"].cat.codes.astype("int64") * len(df["leerlingnummer"].cat.categories)
    df["pupil"], _ = pd.factorize(key + df["leerlingnummer"].cat.codes)
    last = df["round"].to_numpy() == len(labels) - 1
    z = np.full((df["pupil"].max() + 1, len(bench.scales), len(labels)), np.nan)
    at = (df["pupil"].to_numpy(), df["scale"].to_numpy(), df["round"].to_numpy())
    z[at] = lookup[at[1], df["score"]]
    df = df.loc[last, ["pupil", "scale", "score", "school", "groep", "leerlingnummer"]]
    del at, key, last

    told = kernel.figures(bench, z, days, curves, mode)
    place = (df["pupil"].to_numpy(), df["scale"].to_numpy())
    df["z"] = z[:, :, -1][place]
    for name, figure in told.items():
        df[name] = figure[place]
    df["concern"] = df["z"] >= CONCERN
    groups = df.groupby(["school", "groep", "scale"], observed=True).agg(
        n=("score", "size"), mean=("score", "mean"), matched=("shift", "count"), shift=("shift", "mean"),
        share_concern=("concern", "mean"))
    if out:
        write(bench, labels[-1], df, groups.reset_index(), out, decimals)


def write(bench, label, df, groups, out, decimals):
    def shown(frame, figures):
        return frame.assign(**{name: frame[name].astype(float).round(decimals) + 0.0 for name in figures})  # never -0

    def named(frame):
        scale = pd.Categorical.from_codes(frame["scale"], bench.scales)
        return frame.assign(round=label, instrument=bench.code, informant=bench.informant, scale=scale)

    df = df.sort_values(["school", "groep", "leerlingnummer", "scale"])
    df = named(shown(df, FIGURES)).assign(version=bench.version, note=np.where(df["rounds_used"] > 1, "", FIRST))
    df = df.rename(columns={"groep": "group"}).drop(columns="pupil").rename(columns={"leerlingnummer": "pupil"})
    df.to_csv(out, sep=";", columns=COLUMNS, index=False, float_format=f"%.{decimals}f")
    groups = named(shown(groups.sort_values(["school", "groep", "scale"]), ["mean", "shift", "share_concern"]))
    groups = groups.rename(columns={"groep": "group"})
    columns = ["round", "school", "group", "instrument", "informant", "scale", "n", "mean", "matched", "shift", "share_concern"]
    groups.to_csv(f"{out}.groups", sep=";", columns=columns, index=False, float_format=f"%.{decimals}f")
