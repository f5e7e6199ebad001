"""Scores of standardised tests: conversions, measurement error, reliable change. One number, or an array of numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from .results import Result, normal_quantile
from .series import Floats, check_better, check_option

SCALES = {
    "z": (0.0, 1.0),
    "T": (50.0, 10.0),
    "standard": (100.0, 15.0),
    "scaled": (10.0, 3.0),
    "bot": (15.0, 5.0),
}
_KINDS = ("percentile", *SCALES)
TAIL = 2.0  # beyond this z a small difference in score is a large one in rank


def convert(value: Any, *, frm: str, to: str) -> Result:
    """A score on another scale.

    The scales with their means and standard deviations: "z", "T" (50, 10), "standard" (100, 15), "scaled" (10, 3) and
    "bot" (15, 5); and "percentile". Percentiles go through the normal curve; the published table of an instrument
    comes first. ValueError for percentiles that are not between 0 and 100 (one of 0 or 100 has no score).
    """
    check_option("frm", frm, _KINDS)
    check_option("to", to, _KINDS)
    given = _numbers(value, "value")
    z = _to_z(given, frm)
    flags = {
        "normal_assumed": (frm == "percentile") != (to == "percentile"),
        "tail": _plain(np.abs(z) >= TAIL),
    }
    sentence = f"{to} {{value:.4g}} corresponds to {frm} {{given:.4g}}."
    return _result(_from_z(z, to), f"Conversion from {frm} to {to}", sentence, flags, {"given": given})


def disagrees_with_normal(
    percentile: Any, standard: Any, *, frm: str = "standard", tolerance: float = 3.0
) -> Any:
    """Whether a percentile read from a table lies more than `tolerance` points from the normal curve's: bool or array.

    A hint to look again (a slip of the pen, another scale), never a correction: the instrument's table is right.
    """
    given = _numbers(percentile, "percentile")
    if ((given < 0) | (given > 100)).any():
        raise ValueError("percentile must lie between 0 and 100")
    gap = np.abs(given - np.asarray(convert(standard, frm=frm, to="percentile").value))
    return _plain(gap > tolerance)


def sem(*, sd: Any, reliability: Any) -> Result:
    """Standard error of measurement: sd sqrt(1 - reliability)."""
    value = _sem(sd, reliability)
    return _result(
        value, "Standard error of measurement", "A score wanders by about {value:.2f} by chance.", {}, {}
    )


def confidence_interval(
    score: Any, *, sd: Any, reliability: Any, level: float = 0.95, around: str = "observed", mean: Any = None
) -> Result:
    """The score with its standard error; details: low and high at `level`, and interval() at any other.

    around "observed" takes score and standard error of measurement; "true" takes the regressed true score and the
    standard error of estimation, and needs `mean`.
    """
    if check_option("around", around, ("observed", "true")) == "true":
        if mean is None:
            raise ValueError('around="true" needs the mean of the scale')
        result = regressed_true_score(score, mean=mean, sd=sd, reliability=reliability)
    else:
        value, error = np.broadcast_arrays(_numbers(score, "score"), _sem(sd, reliability))
        sentence = "The score is {value:.4g}; between {low:.1f} and {high:.1f} the true one is likely to lie."
        result = _result(value, "Observed score", sentence, {}, {}, error)
    low, high = result.interval(level)
    return _with(result, low=low, high=high)


def regressed_true_score(score: Any, *, mean: Any, sd: Any, reliability: Any) -> Result:
    """The best guess of the true score, pulled towards the mean: mean + r (score - mean), SE sd sqrt(r (1 - r))."""
    r = _reliability(reliability)
    score, mean = _numbers(score, "score"), _numbers(mean, "mean")
    value, error = np.broadcast_arrays(mean + r * (score - mean), _sem(sd, r) * np.sqrt(r))
    sentence = "The true score is estimated at {value:.1f}."
    return _result(value, "Regressed true score (Kelley 1947)", sentence, {}, {}, error)


def reliable_change(
    before: Any, after: Any, *, sd: Any, reliability: Any, better: str = "higher", level: float = 0.95
) -> Result:
    """Reliable change index: change divided by sqrt(2) SEM, positive when the child improved.

    details: change (in the score's own direction), threshold (smallest reliable change at `level`) and verdict
    ("reliably better", "reliably worse", "within measurement error"). reliability: test-retest, of the same form and
    age band. Source: Jacobson & Truax 1991, with the square root of 2 that the paper of 1984 lacked.
    """
    sign = 1.0 if check_better(better) == "higher" else -1.0
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level!r}")
    change = _numbers(after, "after") - _numbers(before, "before")
    error = np.sqrt(2) * _sem(sd, reliability)
    if (error == 0).any():
        raise ValueError("reliability must be below 1: without measurement error there is no index")
    value = sign * change / error
    beyond = np.abs(value) > normal_quantile(level)
    verdict = np.where(
        beyond, np.where(value > 0, "reliably better", "reliably worse"), "within measurement error"
    )
    details = {"change": change, "threshold": normal_quantile(level) * error, "verdict": verdict}
    sentence = "A change of {change:.4g} is {verdict} (smallest reliable change {threshold:.1f})."
    return _result(
        value, "Reliable change (Jacobson & Truax 1991)", sentence, {}, details, np.ones_like(value)
    )


def cutoff_c(
    *, clinical_mean: Any, clinical_sd: Any, typical_mean: Any, typical_sd: Any, criterion: str = "c"
) -> Result:
    """Where a score is as likely in one group as in the other: (s0 M1 + s1 M0) / (s0 + s1).

    criterion "a" is two standard deviations from the clinical mean towards the typical one, "b" two from the typical
    mean towards the clinical one. Source: Jacobson & Truax 1991.
    """
    check_option("criterion", criterion, ("a", "b", "c"))
    m0, m1 = _numbers(clinical_mean, "clinical_mean"), _numbers(typical_mean, "typical_mean")
    s0, s1 = _spread(clinical_sd, "clinical_sd"), _spread(typical_sd, "typical_sd")
    way = np.sign(m1 - m0)
    value = {"a": m0 + 2 * way * s0, "b": m1 - 2 * way * s1, "c": (s0 * m1 + s1 * m0) / (s0 + s1)}[criterion]
    sentence = "The border between the two groups lies at {value:.4g}."
    flags = {"normal_assumed": criterion == "c"}
    return _result(value, f"Cut-off {criterion} (Jacobson & Truax 1991)", sentence, flags, {})


def _to_z(given: Floats, frm: str) -> Floats:
    if frm != "percentile":
        mean, sd = SCALES[frm]
        return np.asarray((given - mean) / sd)
    from scipy.special import ndtri

    if ((given <= 0) | (given >= 100)).any():
        raise ValueError("a percentile must lie between 0 and 100, both excluded, to have a score")
    return np.asarray(ndtri(given / 100))


def _from_z(z: Floats, to: str) -> Floats:
    if to != "percentile":
        mean, sd = SCALES[to]
        return mean + sd * z
    from scipy.special import ndtr

    return np.asarray(100 * ndtr(z))


def _sem(sd: Any, reliability: Any) -> Floats:
    return np.asarray(_spread(sd, "sd") * np.sqrt(1 - _reliability(reliability)))


def _reliability(reliability: Any) -> Floats:
    r = _numbers(reliability, "reliability")
    if ((r < 0) | (r > 1)).any():
        raise ValueError("reliability must lie between 0 and 1")
    return r


def _spread(sd: Any, name: str) -> Floats:
    spread = _numbers(sd, name)
    if (spread <= 0).any():
        raise ValueError(f"{name} must be above zero")
    return spread


def _numbers(value: Any, name: str) -> Floats:
    try:
        numbers = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be a number or an array of numbers") from None
    if numbers.ndim > 1 or not np.isfinite(numbers).all():
        raise ValueError(f"{name} must be a finite number, or a plain array of finite numbers")
    return numbers


def _plain(value: Any) -> Any:
    value = np.asarray(value)
    return value if value.ndim else value.item()


def _with(result: Result, **details: Any) -> Result:
    from dataclasses import replace

    return replace(result, details={**result.details, **details})


def _result(value: Any, method: str, sentence: str, flags: Any, details: Any, se: Any = None) -> Result:
    value = np.asarray(value)
    told = {name: _plain(np.broadcast_to(item, value.shape)) for name, item in details.items()}
    n = _plain(np.ones(value.shape, int))
    error = None if se is None else _plain(se)
    held = {code: _plain(np.broadcast_to(holds, value.shape)) for code, holds in flags.items()}
    return Result(_plain(value), method, n, sentence, se=error, flags=held, details=told)
