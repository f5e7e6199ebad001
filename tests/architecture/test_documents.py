"""What a newcomer reads: decisions are short, dated and in their index; every document is found from the first."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.once
DOCS = Path(__file__).resolve().parents[2] / "docs"
DECISIONS = sorted(DOCS.glob("decisions/0*.md"))
MOST_LINES = 25
STATUS = re.compile(r"Date: \d{4}-\d\d-\d\d · Status: (holds|replaced by \[\d{4}\])")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_short_dated_and_numbered_like_its_file(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert STATUS.match(lines[2])


def test_no_two_decisions_have_one_number():
    numbers = [path.name[:4] for path in DECISIONS]
    assert sorted(set(numbers)) == numbers


def test_the_index_of_decisions_names_each_of_them():
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((0[^)]+)\)", index) == [path.name for path in DECISIONS]


@pytest.mark.parametrize("index", sorted(DOCS.rglob("README.md")), ids=lambda path: path.parent.name)
def test_an_index_names_each_document_of_its_folder(index):
    text = index.read_text(encoding="utf-8")
    pages = {*index.parent.glob("*.md"), *index.parent.glob("*/README.md")} - {index}
    names = sorted(str(page.relative_to(index.parent)) for page in pages)
    assert [name for name in names if f"]({name})" not in text] == []
