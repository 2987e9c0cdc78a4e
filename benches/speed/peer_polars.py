"""The work in Polars: a lazy scan of only the columns needed, joins and group-bys, one array of z-scores for numpy,
and its own CSV writer."""

import numpy as np
import polars as pl

import kernel
from model import COLUMNS, CONCERN, FIGURES, FIRST, Bench, rounds_of, z_of_counts

KINDS = {
    "leerlingnummer": pl.Categorical, "afnamedatum": pl.Date, "instrument": pl.String, "informant": pl.String,
    "schaal": pl.Enum, "score": pl.Int16, "school": pl.Categorical, "groep": pl.Categorical,
}


def run(path, out, mode, decimals):
    bench = Bench(path)
    kinds = KINDS | {"schaal": pl.Enum(bench.scales)}
    df = (
        pl.scan_csv(path, separator=";", schema=kinds)
        .select(
            school="school", number="leerlingnummer", group="groep", day="afnamedatum", score="score",
            scale=pl.col("schaal").to_physical(),
        )
        .collect(engine="streaming")
    )
    labels, days, of_date = rounds_of(df.group_by("day").len().rows())
    df = df.with_columns(turn=pl.col("day").replace_strict(of_date, return_dtype=pl.UInt8)).drop("day")

    # The mid-percentile map, and a table to look each score's z up in.
    counts = df.group_by("scale", "score").len().sort("scale", "score")
    curves, lookup = [], np.full((len(bench.scales), df["score"].max() + 1), np.nan)
    for (s,), values in counts.group_by("scale", maintain_order=True):
        scores, z = values["score"].to_numpy(), z_of_counts(values["len"])
        curves.append((scores.astype(float), z))
        lookup[s, scores] = bench.signs[s] * z

    # A pupil is a school and a number, as one whole number; numbered in the order of the file to write.
    now = pl.col("turn") == len(labels) - 1
    key = pl.col("school").to_physical().cast(pl.UInt64) * 2**32 + pl.col("number").to_physical()
    df = df.with_columns(key=key)
    pupils = (
        df.lazy()
        .group_by("key")
        .agg(pl.col("school", "number").first(), group=pl.col("group").filter(now).first())
        .sort(pl.col("school", "group", "number").cast(pl.String))
        .with_row_index("pupil")
        .collect()
    )
    df = df.lazy().select("key", "scale", "turn", "score").join(pupils.lazy().select("key", "pupil"), on="key").drop("key").collect()
    z = np.full((len(pupils), len(bench.scales), len(labels)), np.nan)
    scale = df["scale"].to_numpy()
    z[df["pupil"].to_numpy(), scale, df["turn"].to_numpy()] = lookup[scale, df["score"].to_numpy()]
    last = df.filter(now).select("pupil", "scale", "score").sort("pupil", "scale")
    del df, scale

    told = kernel.figures(bench, z, days, curves, mode)
    place = (last["pupil"].to_numpy(), last["scale"].to_numpy())
    told["z"] = z[:, :, -1]
    last = last.with_columns(pl.Series(name, figure[place], nan_to_null=True) for name, figure in told.items())
    del told, z
    last = last.lazy().join(pupils.lazy(), on="pupil", maintain_order="left")
    groups = (
        last.group_by("school", "group", "scale")
        .agg(
            n=pl.len(), mean=pl.col("score").mean(), matched=pl.col("shift").count(), shift=pl.col("shift").mean(),
            share_concern=(pl.col("z") >= CONCERN).mean(),
        )
        .collect()
    )
    if out:
        write(bench, labels[-1], last, groups, out, decimals)


def write(bench, label, last, groups, out, decimals):
    def names(rows):
        scale = pl.col("scale").replace_strict(dict(enumerate(bench.scales)), return_dtype=pl.Enum(bench.scales))
        return rows.with_columns(round=pl.lit(label), instrument=pl.lit(bench.code), informant=pl.lit(bench.informant), scale=scale)

    def shown(*figures):
        return pl.col(*figures).cast(pl.Float64).round(decimals) + 0.0  # never -0

    note = pl.when(pl.col("rounds_used") > 1).then(pl.lit("")).otherwise(pl.lit(FIRST))
    rows = names(last).rename({"pupil": "row", "number": "pupil"})
    rows = rows.with_columns(shown(*FIGURES), version=pl.lit(bench.version), note=note).select(COLUMNS)
    rows.sink_csv(out, separator=";", float_precision=decimals, quote_style="never")
    columns = ["round", "school", "group", "instrument", "informant", "scale", "n", "mean", "matched", "shift", "share_concern"]
    groups = names(groups).sort(pl.col("school", "group", "scale").cast(pl.String))
    groups = groups.with_columns(shown("mean", "shift", "share_concern")).select(columns)
    groups.write_csv(f"{out}.groups", separator=";", float_precision=decimals)
