"""Numbers a therapist, a journal and a payer can trust: the arithmetic of one child's progress.

Needs NumPy and `scipy.special` only; both are loaded when the first function is used, not here.
Start with `compare(before, after)`, `theil_sen(y)`, `forecast_levels(y, ...)`; see docs/statistics.
"""

from __future__ import annotations

import importlib
from typing import Any

_MODULES = {
    "single_case": "pnd pem pand ird nap tau tau_u tau_bc smd lrr log_odds_ratio pogo percent_change cdc trend_check "
    "compare",
    "trend": "theil_sen split_middle mann_kendall ols celeration autocorrelation",
    "scores": "convert sem confidence_interval regressed_true_score reliable_change cutoff_c disagrees_with_normal",
    "attainment": "gas_t gas_change check_ladder level_reached",
    "mastery": "Rule Advice mastered probability_at_least false_mastery recommend_rule",
    "forecast": "forecast_levels time_to_goal fit_prior default_prior",
    "watch": "Budget skill_lost stalled setting_gap drifting",
    "agreement": "percent_agreement weighted_kappa icc bland_altman",
    "scoring": "crps_normal crps_ensemble pinball interval_score brier coverage reliability_curve pit",
    "results": "Result",
    "cautions": "Caution",
    "series": "pad",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = [*_HOME]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    if name in _HOME:
        return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, *_MODULES])
