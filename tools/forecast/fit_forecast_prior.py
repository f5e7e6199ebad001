"""Learn the forecast's default prior from published series and write it beside the library.

    python tools/forecast/fit_forecast_prior.py FOLDER

FOLDER holds CSV files as tools/forecast/published_series.py reads them; only the weights learned go into the library.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from published_series import whole

from beadwork.stats import forecast_prior
from beadwork.stats.forecast_grid import NODES

OUT = Path(forecast_prior.__file__).with_name("forecast_prior.json")


def main() -> None:
    """Learn from every whole series with enough points, starting from even weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    cases = [case for case in whole(parser.parse_args().folder) if len(case.level) >= forecast_prior.LEAST]
    even = np.full(NODES, 1 / NODES)
    weights = forecast_prior.learned(forecast_prior.likelihoods([case.level for case in cases]), even)
    sets = sorted({case.dataset for case in cases})
    kept = {
        "source": f"{len(cases)} published single-case series: {', '.join(sets)}",
        "series": len(cases),
        "weights": [float(f"{weight:.5g}") for weight in weights],
    }
    OUT.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    print(f"{OUT.name}: learned from {len(cases)} series of {len(sets)} data sets")


if __name__ == "__main__":
    main()
