"""How hard the families' texts are to read: the distribution, as a table."""

from collections import Counter
from collections.abc import Iterator

from beadwork.knowledge import library
from beadwork.knowledge.checks.plainness import is_enough, joined, readings
from beadwork.knowledge.reading import EASE_AT_LEAST, GRADE_AT_MOST, ease_es, grade_en

HEAD = f"""## How hard it reads

Texts that families read, an item's together (very short items with the others of their file). English by the
Flesch–Kincaid grade, at most {GRADE_AT_MOST:g}; Spanish by the ease of Fernández Huerta, at least {EASE_AT_LEAST:g}
(higher is easier).

"""


def section() -> str:
    """One table a language: from, to below, and how many texts."""
    grades, eases = [grade_en(text) for text in _texts("en")], [ease_es(text) for text in _texts("es")]
    tables = [*_table("English, grade", grades, 1), "", *_table("Spanish, ease", eases, 10)]
    return HEAD + "\n".join(tables) + "\n\n"


def _texts(language: str) -> list[str]:
    """What the check reads: texts too short for a formula are left out."""
    found = [texts for _, texts in readings(library()) if is_enough(texts, language)]
    return [joined(texts, language) for texts in found]


def _table(title: str, figures: list[float], step: int) -> Iterator[str]:
    counted = Counter(int(figure // step) * step for figure in figures)
    yield f"| {title} | texts |\n|---|---:|"
    for start in sorted(counted):
        yield f"| {start} to {start + step} | {counted[start]} |"
