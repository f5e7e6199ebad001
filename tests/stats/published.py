"""The published values, and how each is computed here."""

import json
from pathlib import Path

from beadwork import stats

DATA = Path(__file__).parent / "data"


def of(function, **options):
    """A value's estimate by one of our functions."""
    return lambda a, b, **told: function(a, b, **options, **told)


def limits(level):
    return lambda a, b, **told: stats.nap(a, b, **told).interval(level)


def error(function, **options):
    return lambda a, b, **told: function(a, b, **options, **told).se


def difference_of_slopes(a, b, better):
    return stats.ols(b, better=better).value - stats.ols(a, better=better).value


INDEX = {
    "pnd": of(stats.pnd),
    "pem": of(stats.pem),
    "pand": of(stats.pand),
    "ird": of(stats.ird),
    "nap": of(stats.nap),
    "nap_se": error(stats.nap),
    "nap_se_hanley": error(stats.nap, se="hanley"),
    "nap_se_null": error(stats.nap, se="null"),
    "nap_90": limits(0.9),
    "nap_95": limits(0.95),
    "nap_99": limits(0.99),
    "tau": of(stats.tau),
    "tau_se": error(stats.tau),
    "tau_b": of(stats.tau, kind="tau_b"),
    "tau_b_of_trend": lambda a, b, better: stats.mann_kendall(a, better=better).details["tau"],
    "tau_u": of(stats.tau_u),
    "tau_bc": of(stats.tau_bc),
    "tau_bc_tau_b": of(stats.tau_bc, kind="tau_b"),
    "smd": of(stats.smd),
    "smd_pooled": of(stats.smd, kind="pooled"),
    "smd_uncorrected": of(stats.smd, corrected=False),
    "smd_pooled_uncorrected": of(stats.smd, kind="pooled", corrected=False),
    "difference": lambda a, b, **told: stats.smd(a, b, **told).details["difference"],
    "difference_of_slopes": difference_of_slopes,
    "lrr": of(stats.lrr),
    "lrr_uncorrected": of(stats.lrr, corrected=False),
    "lrr_decreasing": of(stats.lrr, form="decreasing"),
    "lrr_percent": of(stats.lrr, scale="percent"),
    "lrr_median": of(stats.lrr, centre="median"),
    "log_odds_ratio": of(stats.log_odds_ratio),
    "log_odds_ratio_percent": of(stats.log_odds_ratio, scale="percent"),
    "pogo": of(stats.pogo),
}


def values(paper):
    """The values printed for one paper."""
    found = [
        one
        for one in json.loads((DATA / "reference_values.json").read_text())["values"]
        if one["paper"] == paper
    ]
    assert found, f"no value of {paper}"
    return found


def told(value):
    """What a test is called."""
    return f"{value['index']}={value['expected']}"


def computed(value):
    """Our result (or number, or limits) for a value."""
    options = {"goal": value["goal"]} if "goal" in value else {}
    return INDEX[value["index"]](value["before"], value["after"], better=value["better"], **options)


def series():
    """The thirty-four published series."""
    return json.loads((DATA / "published_series.json").read_text())["series"]
