"""The work in DuckDB: SQL for all that grows with the rows, numpy for the small solves in between.

Surprises, patterns, EWMA and the interpolation are SQL too; the weights for each set of rounds or scales come in as
small tables (`w0`, `w1` … one per round, `p1`, `p2` …), joined on the set as bits.
"""

import duckdb
import numpy as np

from model import (CONCERN, FIRST, HALF_YEAR, LAMBDA, Z90, Bench, Weights, ewma_variance, fit, pattern_weights,
                   rounds_of, shrink, z_of_counts)


def run(path, out, mode, decimals):
    bench, db = Bench(path), duckdb.connect()
    db.execute("SET preserve_insertion_order = false")
    # Φ by Abramowitz and Stegun 26.2.17, right to 7.5e-8; DuckDB has none of its own.
    tail = "0.3989422804014327 * exp(-x * x / 2) * u * (0.319381530 + u * (-0.356563782 + u * (1.781477937 + u * (" \
           "-1.821255978 + u * 1.330274429))))"
    db.execute(f"CREATE MACRO upper_tail(x, u) AS {tail}")
    db.execute("CREATE MACRO share_below(x) AS CASE WHEN x < 0 THEN upper_tail(-x, 1 / (1 - 0.2316419 * x)) "
               "ELSE 1 - upper_tail(x, 1 / (1 + 0.2316419 * x)) END")
    labels, days = read(db, bench, path)
    now, size = len(labels) - 1, len(bench.scales)
    normalise(db, bench, now)
    surprises(db, bench, days, mode)
    patterns(db, now, size)
    assess(db, bench, labels[-1])
    groups = f"""SELECT round, school, "group", instrument, informant, scale, count(*) AS n, avg(score) AS mean,
        count(shift) AS matched, avg(shift) AS shift, avg((z >= {CONCERN})::INT) AS share_concern
        FROM assessed GROUP BY ALL"""
    if out:
        write(db, out, groups, decimals)
    else:
        db.execute(groups).fetchnumpy()


def table(db, name, columns, rows):
    """A small table from Python."""
    db.execute(f"CREATE TABLE {name} ({columns})")
    if rows:  # in one go: row by row is slow
        marks = f"({', '.join('?' * len(rows[0]))})"
        db.execute(f"INSERT INTO {name} VALUES {', '.join([marks] * len(rows))}", [cell for row in rows for cell in row])


def read(db, bench, path):
    scales = ", ".join(f"'{code}'" for code in bench.scales)
    db.execute(f"CREATE TYPE scale_name AS ENUM ({scales})")
    kinds = "{'leerlingnummer': 'VARCHAR', 'afnamedatum': 'DATE', 'instrument': 'VARCHAR', 'informant': 'VARCHAR', " \
            "'schaal': 'scale_name', 'score': 'SMALLINT', 'school': 'VARCHAR', 'groep': 'VARCHAR'}"
    db.execute(f"""CREATE TABLE raw AS SELECT school, leerlingnummer AS pupil, groep, afnamedatum AS day, schaal AS scale, score
        FROM read_csv(?, delim=';', header=true, quote='', auto_detect=false, columns={kinds})""", [path])
    counts = db.execute("SELECT day, count(*) FROM raw GROUP BY day").fetchall()
    labels, days, of_date = rounds_of(counts)
    table(db, "dates", "day DATE, turn TINYINT", list(of_date.items()))
    return labels, days


def normalise(db, bench, now):
    """The mid-percentile map, and a row per pupil and scale with a z per round."""
    counts = db.execute("SELECT scale, score, count(*) FROM raw GROUP BY ALL ORDER BY ALL").fetchall()
    rows = []
    for code, sign in zip(bench.scales, bench.signs):
        values = [(score, n) for scale, score, n in counts if scale == code]
        z = z_of_counts([n for _, n in values])
        after = list(zip([score for score, _ in values][1:], z[1:])) + [(None, None)]
        rows += [(code, score, float(sign * at), float(at), *map(float_or_none, next_one))
                 for (score, _), at, next_one in zip(values, z, after)]
    table(db, "map", "scale scale_name, score SMALLINT, z DOUBLE, own DOUBLE, next_score DOUBLE, next_own DOUBLE", rows)
    columns = ", ".join(f"max(z) FILTER (turn = {t}) AS z{t}" for t in range(now + 1))
    db.execute(f"""CREATE TABLE wide AS
        SELECT school, pupil, scale, max(groep) FILTER (turn = {now}) AS groep, max(score) FILTER (turn = {now}) AS score, {columns}
        FROM raw JOIN dates USING (day) JOIN map USING (scale, score) GROUP BY school, pupil, scale""")
    db.execute("DROP TABLE raw")


def float_or_none(value):
    return None if value is None else float(value)


def bits(columns):
    return " + ".join(f"({name} IS NOT NULL)::INT * {1 << at}" for at, name in enumerate(columns)) or "0"


def dot(columns, weights):
    return " + ".join(f"coalesce({name}, 0) * {w}" for name, w in zip(columns, weights)) or "0"


def stabilities(db, bench, days, mode):
    """Per scale: the list's, or drawn towards the run's own correlations between rounds."""
    if mode == "given":
        return dict.fromkeys(bench.scales, bench.stability)
    pairs = [(b, a) for a in range(len(days)) for b in range(a)]
    asked = ", ".join(f"corr(z{a}, z{b}), regr_count(z{a}, z{b})" for b, a in pairs)
    lags = np.array([days[a] - days[b] for b, a in pairs]) / HALF_YEAR
    found = {}
    for code, *figures in db.execute(f"SELECT scale, {asked} FROM wide GROUP BY scale").fetchall():
        r = np.array([np.nan if x is None else x for x in figures[::2]])
        found[code] = fit(bench.stability, lags, np.array(figures[1::2], dtype=float), r)
    return found


def surprises(db, bench, days, mode):
    """A row per pupil and scale with the surprise of each round and the last round's figures."""
    now = len(days) - 1
    stability = stabilities(db, bench, days, mode)
    sets = db.execute(f"SELECT DISTINCT scale, {bits([f'z{t}' for t in range(now + 1)])} FROM wide").fetchall()
    asked, joins = [], []
    for t in range(1, now + 1):
        past = [f"z{s}" for s in range(t)]
        rows = []
        for code, before in sorted({(code, every & (1 << t) - 1) for code, every in sets if every >> t & 1}):
            w = Weights(stability[code], days, before, t)
            if before or t == now:
                rows.append((code, before, float(w.variance), bool(before), float(w.level_sd), float(w.cut),
                             *map(float, w.beta), *map(float, w.level)))
        betas, levels = [f"b{s}" for s in range(t)], [f"l{s}" for s in range(t + 1)]
        table(db, f"w{t}", "scale scale_name, past INT, v DOUBLE, known BOOL, sd DOUBLE, cut DOUBLE, "
              + ", ".join(f"{name} DOUBLE" for name in betas + levels), rows)
        joins.append(f"LEFT JOIN w{t} ON w{t}.scale = wide.scale AND w{t}.past = {bits(past)}")
        guess = dot(past, [f"w{t}.{b}" for b in betas])
        asked.append(f"CASE WHEN w{t}.known THEN (z{t} - ({guess})) / sqrt(w{t}.v) END AS r{t}")
        if t == now:
            true = dot([*past, f"z{t}"], [f"w{t}.{level}" for level in levels])
            used = " + ".join(f"(z{s} IS NOT NULL)::INT" for s in range(t + 1))
            asked.append(f"""CASE WHEN w{t}.known AND z{t} IS NOT NULL THEN {guess} END AS guess, w{t}.v AS v,
                CASE WHEN z{t} IS NOT NULL THEN share_below(({true} - w{t}.cut) / w{t}.sd) END AS level, {used} AS used""")
    db.execute(f"""CREATE TABLE surprise AS SELECT school, pupil, groep, wide.scale AS scale, score, z{now} AS z,
        {", ".join(asked)} FROM wide {" ".join(joins)}""")
    db.execute("DROP TABLE wide")


def patterns(db, now, size):
    """Per round the correlation of the scales' surprises; then each scale's pattern, added up by EWMA: `trend`."""
    scales = range(size)
    turns = range(1, now + 1)
    codes = [row[0] for row in db.execute("SELECT unnest(enum_range(NULL::scale_name))::VARCHAR").fetchall()]
    columns = ", ".join(f"max(r{t}) FILTER (scale = '{codes[s]}') AS r{t}_{s}" for t in turns for s in scales)
    db.execute(f"CREATE TABLE flat AS SELECT school, pupil, {columns} FROM surprise GROUP BY school, pupil")
    pairs = [(a, b) for a in scales for b in range(a)]
    for t in turns:
        asked = ", ".join(f"corr(r{t}_{a}, r{t}_{b}), regr_count(r{t}_{a}, r{t}_{b})" for a, b in pairs)
        figures = db.execute(f"SELECT {asked} FROM flat").fetchone()
        r, n = np.full((size, size), np.nan), np.zeros((size, size))
        for (a, b), one, count in zip(pairs, figures[::2], figures[1::2]):
            r[a, b] = r[b, a] = np.nan if one is None or count <= 2 else one
            n[a, b] = n[b, a] = count
        correlation = shrink(r, n)
        sets = db.execute(f"SELECT DISTINCT {bits([f'r{t}_{s}' for s in scales])} FROM flat").fetchall()
        rows = [(present, codes[s], *weights.tolist()) for (present,) in sets if present
                for s, weights in enumerate(pattern_weights(correlation, present))]
        table(db, f"p{t}", "present INT, scale scale_name, " + ", ".join(f"q{s} DOUBLE" for s in scales), rows)
    sets = ", ".join(f"{bits([f'r{t}_{s}' for s in scales])} AS m{t}" for t in turns)
    joins = " ".join(f"LEFT JOIN p{t} ON p{t}.present = m{t} AND p{t}.scale = surprise.scale" for t in turns)
    steps = []
    for t in turns:
        value, count = (f"e{t - 1}", f"k{t - 1}") if t > 1 else ("0", "0")
        s = dot([f"r{t}_{i}" for i in scales], [f"p{t}.q{i}" for i in scales])
        steps.append(f"CASE WHEN r{t} IS NULL THEN {value} ELSE {LAMBDA} * ({s}) + {1 - LAMBDA} * {value} END AS e{t}, "
                     f"{count} + (r{t} IS NOT NULL)::INT AS k{t}")
    scale = " ".join(f"WHEN {k} THEN {ewma_variance(k) ** 0.5}" for k in turns)
    db.execute(f"""CREATE TABLE trend AS SELECT school, pupil, groep, surprise.scale AS scale, score, z, r{now} AS surprise,
        guess, v, level, used, {", ".join(steps)}, CASE WHEN r{now} IS NOT NULL THEN e{now} / CASE k{now} {scale} END END AS trend
        FROM surprise JOIN (SELECT *, {sets} FROM flat) USING (school, pupil) {joins}
        WHERE z IS NOT NULL""")
    db.execute("DROP TABLE surprise; DROP TABLE flat")


def assess(db, bench, label):
    """The rows of the last round; the expected scores by the line between the two points of the map around them."""
    signs = " ".join(f"WHEN '{code}' THEN {sign}" for code, sign in zip(bench.scales, bench.signs))
    # Below the lowest point stands the lowest score.
    db.execute("""CREATE TABLE curve AS SELECT scale, own, score, next_own, next_score FROM map
        UNION ALL SELECT scale, -1e9, min(score), NULL, NULL FROM map GROUP BY scale""")
    ends, joins = [], []
    for name, shift in (("mid", "0"), ("one", f"-{Z90} * sqrt(v)"), ("two", f"{Z90} * sqrt(v)")):
        joins.append(f"ASOF LEFT JOIN curve {name} ON {name}.scale = t.scale AND sign * (guess + {shift}) >= {name}.own")
        ends.append(f"""coalesce({name}.score + (sign * (guess + {shift}) - {name}.own) / ({name}.next_own - {name}.own)
            * ({name}.next_score - {name}.score), {name}.score) AS {name}_score""")
    db.execute(f"""CREATE TABLE narrow AS SELECT school, groep, pupil, scale, score, z, guess, mid_score, one_score, two_score,
        surprise, trend, level, used
        FROM (SELECT t.*, {", ".join(ends)}
            FROM (SELECT *, CASE scale {signs} END AS sign FROM trend) t {" ".join(joins)})""")
    # What stands in every row is added only while writing.
    db.execute(f"""CREATE VIEW assessed AS SELECT '{label}' AS round, school, groep AS "group", pupil,
        '{bench.code}' AS instrument, '{bench.version}' AS version, '{bench.informant}' AS informant, scale, score, z,
        mid_score AS expected, least(one_score, two_score) AS expected_low, greatest(one_score, two_score) AS expected_high,
        surprise, trend, level AS level_probability, used AS rounds_used,
        CASE WHEN used = 1 THEN '{FIRST}' END AS note, z - guess AS shift FROM narrow""")
    db.execute("DROP TABLE trend")


def write(db, out, groups, decimals):
    def shown(*names):
        return ", ".join(f"{name}::DECIMAL(18, {decimals}) AS {name}" for name in names)

    db.execute("SET preserve_insertion_order = true")
    figures = shown("score", "z", "expected", "expected_low", "expected_high", "surprise", "trend", "level_probability")
    db.execute(f"""COPY (SELECT round, school, "group", pupil, instrument, version, informant, scale, {figures},
        rounds_used, note FROM assessed ORDER BY school, "group", pupil, scale) TO '{out}' (DELIMITER ';', HEADER)""")
    db.execute(f"""COPY (SELECT round, school, "group", instrument, informant, scale, n, {shown("mean")}, matched,
        {shown("shift", "share_concern")} FROM ({groups}) ORDER BY school, "group", scale)
        TO '{out}.groups' (DELIMITER ';', HEADER)""")
