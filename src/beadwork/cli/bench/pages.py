"""`beadwork bench pages`: what a page costs in a big practice, and that other children cost it nothing."""

import argparse
import json
import os
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from beadwork.cli.ground import HOUSE
from beadwork.cli.postgres import embedded_postgres
from beadwork.cli.say import Stop, say

PAGES = ("Today", "Child", "Goal", "Family", "Record")
MOST_QUERIES, GOAL_TO_EMPTY, RECORD_TO_INSERT, GROWTH = 12, 25, 20, 1.5
SMALLER = 10
Figures = dict[str, dict[str, float]]


def run(arguments: list[str]) -> int:
    """Measure in a practice and in one of a tenth of its size; 1 when a figure is missed."""
    parser = argparse.ArgumentParser(prog="beadwork bench pages", description=__doc__)
    parser.add_argument(
        "--children", type=int, default=5000, help="made once, then kept (5000: half an hour)"
    )
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL as well")
    options = parser.parse_args(arguments)
    if options.children < SMALLER * SMALLER:
        raise Stop(f"At least {SMALLER * SMALLER} children are needed to compare with a tenth of them.")
    missed = _report("SQLite", options.children, on_postgresql=False)
    if options.postgres:
        missed += _report("PostgreSQL", options.children, on_postgresql=True)
    say(
        "\nEvery figure is reached."
        if not missed
        else "\nMissed:\n" + "\n".join(f"  {one}" for one in missed)
    )
    return int(bool(missed))


def _report(name: str, children: int, *, on_postgresql: bool) -> list[str]:
    few, many = (_measure(count, on_postgresql=on_postgresql) for count in (children // SMALLER, children))
    say("\n" + table(name, children, few, many))
    return [f"{name}: {one}" for one in misses(few, many)]


def _measure(children: int, *, on_postgresql: bool) -> Figures:
    """One process a database, so that nothing is warm from another."""
    data = Path(os.environ.get("BEADWORK_DATA", "var")).resolve() / "bench"
    folder = data / str(children)
    folder.mkdir(parents=True, exist_ok=True)
    file = f"sqlite:///{folder}/beadwork.sqlite3"
    database: AbstractContextManager[str] = nullcontext(file)
    if on_postgresql:
        database = embedded_postgres(folder / "postgresql")
    say(f"beadwork: a practice with {children} children ({'copied' if on_postgresql else 'made'} once)")
    asked = [str(children), *([file] if on_postgresql else [])]
    with database as url:
        done = subprocess.run(
            [sys.executable, "-m", "beadwork.cli.bench.once", *asked], cwd=HOUSE, stdout=subprocess.PIPE,
            env=os.environ | {"BEADWORK_DATABASE_URL": url, "BEADWORK_DATA": str(data)}, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        raise Stop("The measuring stopped; the lines above say why.")
    figures: Figures = json.loads(done.stdout)
    return figures


def table(name: str, children: int, few: Figures, many: Figures) -> str:
    """The figures as a person reads them. CPU is the server's own; a database beside it has its share in p50."""
    head = (
        f"{name}, {children} children"
        + f"{'p50 ms':>12}{'p95 ms':>9}{'CPU ms':>9}{'× empty':>9}{'queries':>9}"
    )
    width = len(f"{name}, {children} children")
    rows = [
        f"  {row:<{width - 2}}{one['p50']:>12.1f}{one['p95']:>9.1f}{one['cpu']:>9.1f}"
        f"{one['cpu'] / many['empty']['cpu']:>9.1f}{one['queries']:>9.0f}{growth(row, few, many):>9.2f}"
        for row, one in many.items()
    ]
    return "\n".join([f"{head}{'growth':>9}", *rows])


def growth(row: str, few: Figures, many: Figures) -> float:
    """How much longer the quickest request took with ten times the children."""
    return many[row]["quickest"] / few[row]["quickest"]


def misses(few: Figures, many: Figures) -> list[str]:
    """The figures that were not reached, in words."""
    goal = many["Goal"]["cpu"] / many["empty"]["cpu"]
    recording = many["30 attempts"]["cpu"] / many["30 rows"]["cpu"]
    said = {
        f"{page} asks {many[page]['queries']:.0f} queries, {MOST_QUERIES} are allowed": many[page]["queries"]
        > MOST_QUERIES
        for page in PAGES
    }
    said |= {
        f"{page} takes {growth(page, few, many):.1f} times as long with {SMALLER} times the children": growth(
            page, few, many
        )
        > GROWTH
        for page in PAGES
    }
    said[f"Goal costs {goal:.1f} times an empty page, {GOAL_TO_EMPTY} are allowed"] = goal > GOAL_TO_EMPTY
    said[f"30 attempts cost {recording:.1f} times the bare rows, {RECORD_TO_INSERT} are allowed"] = (
        recording > RECORD_TO_INSERT
    )
    return [words for words, is_missed in said.items() if is_missed]
