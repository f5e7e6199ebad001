"""Two phases of one child's series, compared: every effect size, each `f(before, after, *, better, ...)`."""

from .choice import Comparison, Pick, compare
from .dominance import nap, tau, tau_bc, tau_u
from .dual import cdc, trend_check
from .overlap import ird, pand, pem, pnd
from .ratios import log_odds_ratio, lrr, percent_change
from .sizes import pogo, smd

__all__ = [
    "Comparison",
    "Pick",
    "cdc",
    "compare",
    "ird",
    "log_odds_ratio",
    "lrr",
    "nap",
    "pand",
    "pem",
    "percent_change",
    "pnd",
    "pogo",
    "smd",
    "tau",
    "tau_bc",
    "tau_u",
    "trend_check",
]
