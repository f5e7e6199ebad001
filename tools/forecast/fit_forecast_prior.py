"""Learn the forecast's default prior from published series and write it beside the library.

    python tools/forecast/fit_forecast_prior.py FOLDER

FOLDER holds CSV files as tools/forecast/published_series.py reads them; only the weights learned go into the library.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from published_series import whole

from beadwork.stats import forecast_prior
from beadwork.stats.forecast_changes import KINDS
from beadwork.stats.forecast_grid import NODES

OUT = Path(forecast_prior.__file__).with_name("forecast_prior.json")


def main() -> None:
    """Learn from every whole series with enough points, starting from even weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    cases = [case for case in whole(parser.parse_args().folder) if len(case.level) >= forecast_prior.LEAST]
    even = np.full(NODES, 1 / NODES)
    levels, phases = [case.level for case in cases], [case.phase for case in cases]
    weights = forecast_prior.learned(forecast_prior.likelihoods(levels), even)
    kinds = np.full((len(KINDS), NODES), 1 / (len(KINDS) * NODES))
    within, changes = forecast_prior.learned_by_phase(
        forecast_prior.likelihoods_by_phase(levels, phases), kinds
    )
    sets = sorted({case.dataset for case in cases})
    kept = {
        "source": f"{len(cases)} published single-case series: {', '.join(sets)}",
        "series": len(cases),
        "weights": _rounded(weights),
        "within": _rounded(within),
        "changes": _rounded(changes),
    }
    OUT.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    print(f"{OUT.name}: learned from {len(cases)} series of {len(sets)} data sets")


def _rounded(weights: Any) -> list[float]:
    return [float(f"{weight:.5g}") for weight in weights]


if __name__ == "__main__":
    main()
