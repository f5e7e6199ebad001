"""What a newcomer reads: decisions are short, dated and in the index, and every document can be found from the first."""

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


def test_the_index_of_documents_names_each_of_them():
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS) for path in DOCS.rglob("*.md") if path.parent.name != "decisions"]
    assert [str(page) for page in pages if page.name != "README.md" and f"]({page})" not in index] == []
