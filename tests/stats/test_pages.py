"""The pages of docs/statistics: examples run, the index is whole, pictures are what the code draws."""

import doctest
import re
from pathlib import Path

import pytest

from beadwork import stats
from tools import statistics_pictures

pytestmark = pytest.mark.once

PAGES = Path(__file__).resolve().parents[2] / "docs" / "statistics"
NAMES = sorted(page.name for page in PAGES.glob("*.md"))
INDEX = (PAGES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "README.md"])
def test_the_examples_of_a_page(name):
    text = (PAGES / name).read_text(encoding="utf-8").replace("\n```", "\n\n")
    example = doctest.DocTestParser().get_doctest(text, {}, name, str(PAGES / name), 0)
    said = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    outcome = runner.run(example, out=said.append)
    assert outcome.attempted > 0
    assert outcome.failed == 0, "".join(said)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "README.md"])
def test_a_page_is_in_the_index_and_says_when_not_to_use_it(name):
    assert f"]({name})" in INDEX
    text = (PAGES / name).read_text(encoding="utf-8")
    assert name == "tutorial.md" or re.search(r"^## (When|What).*", text, re.M)


def test_the_index_leads_somewhere():
    for target in re.findall(r"\]\(([\w-]+\.md)\)", INDEX):
        assert target in NAMES


def test_every_function_has_its_place_in_the_index():
    mine = {"single_case", "trend", "scores", "attainment", "agreement"}
    for name, module in stats._HOME.items():
        if module in mine:
            assert f"`{name}`" in INDEX


@pytest.mark.parametrize("draw", statistics_pictures.DRAWINGS, ids=lambda draw: draw.__name__)
def test_a_picture_is_what_the_code_draws(draw):
    file = statistics_pictures.PICTURES / f"{draw.__name__}.svg"
    assert file.read_text(encoding="utf-8") == draw().svg(), "run: python -m tools.statistics_pictures"
    assert len(file.read_bytes()) < 6000
