"""Where a child's levels are likely to go in the next visits: calibrated, held to the scale, exact on a grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

from .cautions import Caution, caution
from .forecast_mixture import Mixture
from .forecast_posterior import MIN_POINTS, observed, posterior
from .forecast_prior import Prior, default_prior, fit_prior
from .goal_time import GoalTime, time_to_goal
from .series import Floats

__all__ = [
    "MIN_POINTS",
    "Forecast",
    "GoalTime",
    "Prior",
    "default_prior",
    "fit_prior",
    "forecast_levels",
    "time_to_goal",
]

METHOD = "Exponential approach with lasting swings on a grid, partially pooled"


@dataclass(frozen=True, eq=False)
class Forecast:
    """Levels to expect, one per horizon: arrays (horizons,) for one series, (k, horizons) for a batch.

    NaN, and the caution not_enough_data, where a series has fewer than MIN_POINTS points.
    """

    horizons: tuple[int, ...]
    mean: Floats
    quantiles: Mapping[float, Floats]
    n: Any
    scale: tuple[float, float, str, float | None]
    mixture: Mixture = field(repr=False)
    flags: Mapping[str, Any] = field(default_factory=dict)
    method: str = METHOD

    @property
    def is_batch(self) -> bool:
        """Whether this is about many series."""
        return self.mean.ndim == 2

    def cdf(self, x: Any) -> Floats:
        """Chance of a level at or below x; x is one number or has the shape of `mean`."""
        low, high, better, grain = self.scale
        x = np.broadcast_to(np.asarray(x, dtype=float), self.mean.shape)
        share = _on_grain(x, low, grain)
        share = (share - low) / (high - low)
        inside = self.mixture.below(share) if better == "higher" else 1 - self.mixture.below(1 - share)
        told = np.where(x >= high, 1.0, np.where(x < low, 0.0, inside))
        return np.where(np.isnan(self.mean), np.nan, told)

    def crps(self, actual: Any) -> Floats:
        """Continuous ranked probability score, in units of the scale; `actual` has the shape of `mean`."""
        low, high, better, grain = self.scale
        actual = np.broadcast_to(np.asarray(actual, dtype=float), self.mean.shape)
        if grain is not None:
            return self._stepped_crps(actual)
        share = (actual - low) / (high - low)
        return (high - low) * self.mixture.crps(share if better == "higher" else 1 - share)

    def interval(self, level: float = 0.8) -> tuple[Floats, Floats]:
        """Central range that holds the coming level with this chance."""
        if not 0 < level < 1:
            raise ValueError(f"level must lie between 0 and 1, not {level!r}")
        return self._quantile(0.5 - level / 2), self._quantile(0.5 + level / 2)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions that hold here; for a batch, those that hold for any of its series."""
        return tuple(caution(code) for code, holds in self.flags.items() if np.any(holds))

    def has(self, code: str) -> bool:
        """Whether this caution holds (for a batch: for any series)."""
        return bool(np.any(self.flags.get(code, False)))

    def explain(self) -> Any:
        """One line in plain words about the last horizon; for a batch, a list with one line per series."""
        low, high = self.interval(0.8)
        rows = zip(*(np.atleast_2d(item)[:, -1] for item in (low, high)), np.atleast_1d(self.n), strict=True)
        lines = [_sentence(self.horizons[-1], *row) for row in rows]
        return lines if self.is_batch else lines[0]

    def _quantile(self, chance: float) -> Floats:
        return quantile(self.mixture, self.scale, chance)

    def _stepped_crps(self, actual: Floats) -> Floats:
        low, high, _, grain = self.scale
        assert grain is not None
        steps = low + grain * np.arange(round((high - low) / grain))
        return np.asarray(sum(grain * (self.cdf(step) - (actual <= step)) ** 2 for step in steps))


def forecast_levels(
    y: Any,
    *,
    low: float,
    high: float,
    horizons: Sequence[int] = (1, 3, 5),
    trials: Any = None,
    days: Any = None,
    dose: Any = None,
    better: str = "higher",
    grain: float | None = None,
    phase: Any = None,
    coming: Any = None,
    prior: Prior | None = None,
    quantiles: Sequence[float] = (0.1, 0.25, 0.5, 0.75, 0.9),
) -> Forecast:
    """Forecast the level at coming visits from the points so far, on a scale from `low` to `high`.

    y: one series, or a table (k, width) padded with NaN. horizons: visits ahead, from 1 on. days: when the points
    were seen (rising). trials: tries behind each point, where y is a share of tries. dose: minutes of practice done
    since the point before. grain: the scale's step, where only certain levels exist. phase: the conditions of each
    point, such as "baseline" and "treatment" (a list of labels; for a table a list of such lists): the newest ones get
    a start of their own. coming: the labels of the next visits, the last of which goes on; without it the conditions
    stay. prior: default_prior() or one of fit_prior(). Below MIN_POINTS points there is no forecast (NaN).
    """
    ahead = _checked_horizons(horizons)
    seen = observed(
        y, low=low, high=high, better=better, trials=trials, days=days, dose=dose, phase=phase, coming=coming
    )
    mixture = posterior(seen, prior or default_prior(), ahead)
    scale = (float(low), float(high), better, grain)
    if seen.single:
        mixture = Mixture(*(part[0] for part in (mixture.weight, mixture.mean, mixture.sd)))
    told = {chance: quantile(mixture, scale, chance) for chance in quantiles}
    return Forecast(
        horizons=ahead,
        mean=_mean(mixture, scale),
        quantiles=MappingProxyType(told),
        n=seen.answer(seen.n),
        scale=scale,
        mixture=mixture,
        flags=MappingProxyType(_flags(seen, ahead, prior)),
    )


def quantile(mixture: Mixture, scale: tuple[float, float, str, float | None], chance: float) -> Floats:
    """A quantile on the scale of the series."""
    low, high, better, grain = scale
    if not 0 < chance < 1:
        raise ValueError(f"quantiles must lie between 0 and 1, not {chance!r}")
    share = mixture.quantile(chance) if better == "higher" else 1 - mixture.quantile(1 - chance)
    level = low + (high - low) * share
    if grain is not None:
        level = np.clip(low + grain * np.round((level - low) / grain), low, high)
    return np.where(np.isnan(mixture.mean[..., 0]), np.nan, level)


def _mean(mixture: Mixture, scale: tuple[float, float, str, float | None]) -> Floats:
    low, high, better, _ = scale
    share = mixture.expected()
    return low + (high - low) * (share if better == "higher" else 1 - share)


def _on_grain(x: Floats, low: float, grain: float | None) -> Floats:
    return x if grain is None else low + grain * (np.floor((x - low) / grain + 1e-9) + 0.5)


def _checked_horizons(horizons: Sequence[int]) -> tuple[int, ...]:
    ahead = tuple(int(h) for h in horizons)
    if not ahead or any(h < 1 for h in ahead) or ahead != tuple(horizons):
        raise ValueError("horizons are whole visits ahead, from 1 on")
    return ahead


def _flags(seen: Any, ahead: tuple[int, ...], prior: Prior | None) -> dict[str, Any]:
    short = seen.n < MIN_POINTS
    return {
        "not_enough_data": seen.answer(short),
        "few_points": seen.answer(~short & (seen.n < 2 * MIN_POINTS)),
        "default_prior": seen.answer(np.full(len(short), prior is None)),
        "extrapolated": seen.answer(np.full(len(short), max(ahead) > 5)),
    }


def _sentence(visits: int, low: float, high: float, n: int) -> str:
    if n < MIN_POINTS:
        return f"Not enough data yet: {n} of {MIN_POINTS} points."
    when = "At the next visit" if visits == 1 else f"In {visits} visits"
    return f"{when} the level will lie between {low:.3g} and {high:.3g}, with a chance of 8 in 10."
