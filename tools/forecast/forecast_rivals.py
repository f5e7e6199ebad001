"""What others would forecast from a series: single numbers for the coming visits, without any bands."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

Forecaster = Callable[[Any, int], Any]


def last_value(y: Any, visits: int) -> Any:
    """The last level goes on."""
    return np.full(visits, y[-1])


def mean_of_three(y: Any, visits: int) -> Any:
    """The mean of the last three levels goes on."""
    return np.full(visits, np.mean(y[-3:]))


def least_squares(y: Any, visits: int) -> Any:
    """The ordinary line goes on."""
    return np.polyval(np.polyfit(np.arange(len(y)), y, 1), len(y) - 1 + _ahead(visits))


def theil_sen(y: Any, visits: int) -> Any:
    """The line with the median of all slopes goes on."""
    i, j = np.triu_indices(len(y), 1)
    slope = np.median((y[j] - y[i]) / (j - i))
    return np.median(y - slope * np.arange(len(y))) + slope * (len(y) - 1 + _ahead(visits))


def simple_smoothing(y: Any, visits: int) -> Any:
    """Exponential smoothing without a trend, its weight the best of twenty in hindsight."""
    best = min((_smoothed(y, weight) for weight in np.linspace(0.05, 1, 20)), key=lambda pair: pair[0])
    return np.full(visits, best[1])


def damped_smoothing(y: Any, visits: int) -> Any:
    """Exponential smoothing with a damped trend (statsmodels' ExponentialSmoothing)."""
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    make = ExponentialSmoothing(y, trend="add", damped_trend=True, initialization_method="estimated")
    return _or_mean(lambda: make.fit().forecast(visits), y, visits)


def ets(y: Any, visits: int) -> Any:
    """ETS of statsmodels with additive error and damped additive trend."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    make = lambda: ETSModel(y, error="add", trend="add", damped_trend=True).fit(disp=0)  # noqa: E731
    return _or_mean(lambda: make().forecast(visits), y, visits)


def ets_level(y: Any, visits: int) -> Any:
    """ETS of statsmodels with additive error and no trend."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    return _or_mean(lambda: ETSModel(y, error="add").fit(disp=0).forecast(visits), y, visits)


def theta(y: Any, visits: int) -> Any:
    """Theta method of statsmodels."""
    from statsmodels.tsa.forecasting.theta import ThetaModel

    make = lambda: ThetaModel(y, period=1, deseasonalize=False).fit()  # noqa: E731
    return _or_mean(lambda: make().forecast(visits), y, visits)


RIVALS: dict[str, Forecaster] = {
    "last value": last_value,
    "mean of last three": mean_of_three,
    "least-squares line": least_squares,
    "Theil-Sen line": theil_sen,
    "simple smoothing": simple_smoothing,
    "damped smoothing": damped_smoothing,
    "ETS (A, Ad, N)": ets,
    "ETS (A, N, N)": ets_level,
    "Theta": theta,
}


def _smoothed(y: Any, weight: float) -> tuple[float, float]:
    level, missed = y[0], 0.0
    for value in y[1:]:
        missed += (value - level) ** 2
        level += weight * (value - level)
    return missed, level


def _or_mean(forecast: Callable[[], Any], y: Any, visits: int) -> Any:
    """The forecast; where the fit breaks down (a constant series, say), the mean of the last three."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            told = np.asarray(forecast(), dtype=float)
        except (ValueError, np.linalg.LinAlgError, ZeroDivisionError):
            return mean_of_three(y, visits)
    return np.where(np.isfinite(told), told, np.mean(y[-3:]))


def _ahead(visits: int) -> Any:
    return np.arange(1, visits + 1)
