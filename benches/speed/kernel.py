"""The sums over pupils as arrays, for the peers that hand their z-scores over to numpy (pandas and Polars).

`z` is pupils x scales x rounds with NaN where nothing was measured. Weights are solved once per set of rounds or scales
that really occurs.
"""

from math import erf

import numpy as np

from model import HALF_YEAR, LAMBDA, Z90, Weights, ewma_variance, fit, pattern_weights, shrink

# A fine table of the normal distribution: linear between its points it is right to 3e-8, and far quicker than erf.
GRID = np.linspace(-8, 8, 16_001)
TABLE = np.array([0.5 + 0.5 * erf(x / 2**0.5) for x in GRID])


def share_below(z):
    return np.interp(z, GRID, TABLE)


def pairwise(x):
    """Correlations between columns over the rows that have both, and how many those are."""
    there = np.isfinite(x)
    if there.all():
        n = np.full((x.shape[1],) * 2, float(len(x)))
        with np.errstate(all="ignore"):
            return np.corrcoef(x, rowvar=False), n
    x, there = np.where(there, x, 0.0), there.astype(float)
    n, sx, sxx, sxy = there.T @ there, x.T @ there, (x * x).T @ there, x.T @ x
    with np.errstate(all="ignore"):
        spread = np.sqrt((sxx - sx * sx / n) * (sxx.T - sx.T * sx.T / n))
        r = (sxy - sx * sx.T / n) / spread
    return np.where(n > 2, r, np.nan), n


def codes(x):
    """The set of what is there in each row, as bits."""
    return np.isfinite(x) @ (1 << np.arange(x.shape[1]))


def stability_of(bench, z, days, mode):
    if mode == "given":
        return bench.stability
    r, n = pairwise(z)
    later, earlier = np.tril_indices(len(days), -1)
    return fit(bench.stability, (days[later] - days[earlier]) / HALF_YEAR, n[later, earlier], r[later, earlier])


def by_set(x):
    """Each set of things that occurs, with its rows; one slice where all rows are alike."""
    sets = codes(x)
    found = np.unique(sets)
    for one in found:
        yield int(one), slice(None) if len(found) == 1 else sets == one


def expect(bench, z, days, mode):
    """Surprises of every round, and the figures of the last one: expected z, its variance, level."""
    pupils, scales, rounds = z.shape
    surprise = np.full((pupils, scales, rounds), np.nan)
    expected, variance, level = (np.full((pupils, scales), np.nan) for _ in range(3))
    for s in range(scales):
        stability = stability_of(bench, z[:, s], days, mode)
        for t in range(rounds):
            for past, at in by_set(z[:, s, :t]):
                if t < rounds - 1 and not past:
                    continue
                weights = Weights(stability, days, past, t)
                before, now = np.nan_to_num(z[at, s, :t]), z[at, s, t]
                guess = before @ weights.beta
                if past:
                    surprise[at, s, t] = (now - guess) / np.sqrt(weights.variance)
                if t == rounds - 1:
                    if past:
                        expected[at, s], variance[at, s] = guess, weights.variance
                    true = before @ weights.level[:-1] + now * weights.level[-1]
                    level[at, s] = share_below((true - weights.cut) / weights.level_sd)
    return surprise, expected, variance, level


def trends(surprise):
    """The patterns of each round added up by EWMA, standardised; NaN where the last round has none."""
    pupils, scales, rounds = surprise.shape
    value, count = np.zeros((pupils, scales)), np.zeros((pupils, scales), dtype=np.int8)
    there = np.zeros((pupils, scales), dtype=bool)
    for t in range(1, rounds):
        r = surprise[:, :, t]
        correlation = shrink(*pairwise(r))
        there = np.isfinite(r)
        s = np.empty_like(value)
        for present, at in by_set(r):
            s[at] = np.nan_to_num(r[at]) @ pattern_weights(correlation, present).T if present else 0.0
        value = np.where(there, LAMBDA * s + (1 - LAMBDA) * value, value)
        count += there
    scale = np.sqrt(ewma_variance(np.arange(rounds + 1)))[count]
    return np.divide(value, scale, out=np.full_like(value, np.nan), where=there)


def figures(bench, z, days, curves, mode):
    """All figures of the last round, each pupils x scales. `curves`: per scale its scores and their z, both rising."""
    surprise, expected, variance, level = expect(bench, z, days, mode)
    out = {"surprise": surprise[:, :, -1], "trend": trends(surprise), "level_probability": level}
    half = Z90 * np.sqrt(variance)
    for name, at in (("expected", expected), ("expected_low", expected - half), ("expected_high", expected + half)):
        out[name] = np.empty_like(expected)
        for s, (scores, z_there) in enumerate(curves):
            out[name][:, s] = np.interp(bench.signs[s] * at[:, s], z_there, scores)
    low, high = out["expected_low"], out["expected_high"]
    out["expected_low"], out["expected_high"] = np.minimum(low, high), np.maximum(low, high)
    out["shift"] = z[:, :, -1] - expected  # surprise * sqrt(variance)
    out["rounds_used"] = np.isfinite(z).sum(axis=2)
    return out
