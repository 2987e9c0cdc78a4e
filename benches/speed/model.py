"""The small sums that the three peers share: the list's scales, how rounds hang together, weights for a set of rounds,
weights of the patterns over scales. Nothing here grows with the number of pupils.

Formulas: mid-percentile z; expected z by the conditional normal distribution, rho(lag) = trait + state * decay^lag;
level = true score beyond P90; patterns m'C^-1 r with m = 1 on the scale and 0.3 on the others. z > 0 is worse.
"""

import tomllib
from datetime import date
from pathlib import Path
from statistics import NormalDist

import numpy as np

NORMAL = NormalDist()
HALF_YEAR = 182.625  # days
CUT = NORMAL.inv_cdf(0.90)
Z90 = 1.645
CONCERN = 0.8416
SPILL = 0.3
PRIOR_PUPILS = 100
PRIOR_PAIRS = 300
LAMBDA = 0.7
COLUMNS = ("round school group pupil instrument version informant scale score z expected expected_low expected_high "
           "surprise trend level_probability rounds_used note").split()
FIGURES = ["score", "z", "expected", "expected_low", "expected_high", "surprise", "trend", "level_probability"]
FIRST = "eerste meting: nog geen verwachting"


class Bench:
    """The list that the scores belong to, read from bench.toml beside them."""

    def __init__(self, scores):
        told = tomllib.loads((Path(scores).parent / "bench.toml").read_text())
        scales = sorted(told["scale"], key=lambda scale: scale["code"])
        self.code, self.version, self.informant = told["code"], told["version"], "leerkracht"
        self.scales = [scale["code"] for scale in scales]
        self.signs = np.array([1.0 if scale["high_is"] == "concern" else -1.0 for scale in scales])
        self.stability = told["stability"]


def season(day):
    """The round of a date: school year and season."""
    if day.month >= 8:
        return f"{day.year}-{day.year + 1} najaar"
    return f"{day.year - 1}-{day.year} voorjaar"


def rounds_of(counts):
    """From (date, how many scores): the labels of the rounds in order, their median days, and the round of each date."""
    of_label = {}
    for day, count in sorted(counts):
        of_label.setdefault(season(day), []).append((day.toordinal(), count))
    found = []
    for label, days in of_label.items():
        ends = np.cumsum([count for _, count in days])
        middle = [days[np.searchsorted(ends, n, side="right")][0] for n in ((ends[-1] - 1) // 2, ends[-1] // 2)]
        found.append((sum(middle) / 2, label))
    found.sort()
    place = {label: at for at, (_, label) in enumerate(found)}
    return [label for _, label in found], np.array([day for day, _ in found]), {
        day: place[season(day)] for day, _ in counts}


def iso(text):
    return date.fromisoformat(text)


def z_of_counts(counts):
    """The z of each value, by rising value, that comes so many times; before the scale's direction."""
    counts = np.asarray(counts, dtype=float)
    share = (np.cumsum(counts) - counts / 2) / counts.sum()
    return np.array([NORMAL.inv_cdf(min(max(p, 1e-4), 1 - 1e-4)) for p in share])


def fit(stability, lags, pairs, correlations):
    """The stability drawn towards the run's own correlations between rounds, by ridge; the decay stays."""
    known = np.isfinite(correlations)
    lags, n, r = lags[known], pairs[known], correlations[known]
    if n.sum() < PRIOR_PAIRS:
        return stability
    f = stability["decay"] ** lags
    left = np.array([[n.sum(), n @ f], [n @ f, n @ f**2]]) + PRIOR_PAIRS * np.eye(2)
    right = np.array([n @ r, n @ (r * f)]) + PRIOR_PAIRS * np.array([stability["trait"], stability["state"]])
    trait, state = np.linalg.solve(left, right)
    trait = min(max(trait, 0.0), 0.95)
    state = min(max(state, 0.0), 0.95 - trait)
    return {"trait": trait, "state": state, "decay": stability["decay"], "error": 1 - trait - state}


class Weights:
    """Weights for one set of earlier rounds (`past`, a bit per round) and the present round."""

    def __init__(self, stability, days, past, now):
        at = [t for t in range(now) if past >> t & 1] + [now]
        lag = np.abs(days[at][:, None] - days[at][None, :]) / HALF_YEAR
        sigma = stability["trait"] + stability["state"] * stability["decay"] ** lag
        np.fill_diagonal(sigma, 1.0)
        c = sigma[:-1, -1]
        self.beta = np.zeros(now)
        self.beta[at[:-1]] = beta = np.linalg.solve(sigma[:-1, :-1], c)
        self.variance = 1 - c @ beta
        true = 1 - stability["error"]
        c = np.append(c, true)
        self.level = np.zeros(now + 1)
        self.level[at] = level = np.linalg.solve(sigma, c)
        self.level_sd = np.sqrt(true - c @ level)
        self.cut = CUT * np.sqrt(true)


def shrink(r, n):
    """The correlations between scales, drawn towards one common correlation by n / (n + 100)."""
    off = ~np.eye(len(r), dtype=bool)
    known = off & np.isfinite(r)
    common = min(max(r[known].mean() if known.any() else 0.0, 0.0), 0.95)
    weight = n / (n + PRIOR_PUPILS)
    shrunk = np.where(known, weight * np.nan_to_num(r) + (1 - weight) * common, common)
    np.fill_diagonal(shrunk, 1.0)
    return shrunk


def pattern_weights(correlation, present):
    """For a set of scales (a bit each): a row of weights per scale; zeros for scales that are not there."""
    size = len(correlation)
    at = [s for s in range(size) if present >> s & 1]
    m = np.full((len(at), len(at)), SPILL)
    np.fill_diagonal(m, 1.0)
    solved = np.linalg.solve(correlation[np.ix_(at, at)], m)
    solved /= np.sqrt((m * solved).sum(axis=0))
    weights = np.zeros((size, size))
    weights[np.ix_(at, at)] = solved.T
    return weights


def ewma_variance(rounds):
    """Of the EWMA after so many standard normal figures."""
    return LAMBDA / (2 - LAMBDA) * (1 - (1 - LAMBDA) ** (2 * rounds))
