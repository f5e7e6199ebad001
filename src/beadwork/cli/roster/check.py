"""From the cells of a line to an entry that can be brought in, or to every reason why not."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from beadwork.cli.roster.columns import COLUMNS
from beadwork.cli.roster.read import Line

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LANGUAGES = ("en", "es")
YES_OR_NO = {"yes": True, "no": False, "": False}
WEEKS = range(21, 46)


@dataclass(frozen=True)
class Bad:
    """Why a line cannot be brought in: the column (empty: the whole line) and the reason."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True)
class Entry:
    """A child, and the caregiver of this line if it names one."""

    line: int
    child_id: str
    given_name: str
    family_name: str
    called: str
    born_on: date
    gestation_days: int | None
    caregiver_name: str
    caregiver_email: str
    caregiver_phone: str
    relation: str
    home: str
    language: str
    may_decide: bool


def check(line: Line) -> Entry | list[Bad]:
    """The entry, or everything that is wrong with the line."""
    cells = {name: " ".join(line.cells.get(name, "").split()) for name in COLUMNS}
    wrong = [*_shape(line, cells), *_words(cells)]
    if wrong:
        return [Bad(line.number, column, reason) for column, reason in wrong]
    weeks = cells.pop("gestation_weeks")
    return Entry(
        line=line.number,
        born_on=date.fromisoformat(cells.pop("born_on")),
        gestation_days=int(weeks) * 7 if weeks else None,
        caregiver_email=cells.pop("caregiver_email").lower(),
        language=cells.pop("language").lower() or "en",
        may_decide=YES_OR_NO[cells.pop("may_decide").lower()],
        **cells,
    )


def _shape(line: Line, cells: dict[str, str]) -> list[tuple[str, str]]:
    """What is wrong whatever the cells mean: too many of them, missing ones, long ones, characters nobody can see."""
    wrong = []
    if line.too_many:
        wrong.append(("", f"{line.too_many} more cells than columns: put cells with a comma into quotes"))
    for name, text in cells.items():
        column = COLUMNS[name]
        if column.is_needed and not text:
            wrong.append((name, "is empty"))
        if len(text) > column.longest and name not in MEANT:
            wrong.append((name, f"is {len(text)} characters long; {column.longest} fit"))
        if any(unicodedata.category(one) in ("Cc", "Cs") for one in text):
            wrong.append((name, "holds a character that cannot be stored"))
    return wrong


def _words(cells: dict[str, str]) -> list[tuple[str, str]]:
    """What is wrong with the meaning of the cells."""
    wrong = [(name, reason) for name, says in MEANT.items() if (reason := says(cells[name]))]
    about_caregiver = [cells[name] for name in ("caregiver_email", "caregiver_phone", "relation")]
    if any(about_caregiver) and not cells["caregiver_name"]:
        wrong.append(("caregiver_name", "is empty, but the line says something about a caregiver"))
    if cells["caregiver_name"] and not cells["relation"]:
        wrong.append(("relation", "is empty: mother, father, grandmother, foster carer …"))
    return wrong


def _day(text: str) -> str:
    if not text:
        return ""
    if not ISO_DAY.fullmatch(text):
        return f"“{text[:20]}” is not a day as year-month-day, like 2021-04-03; other orders are not guessed"
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"“{text}” is not a day of the calendar"
    return ""


def _weeks(text: str) -> str:
    fits = not text or (text.isascii() and text.isdigit() and len(text) < 4 and int(text) in WEEKS)
    return "" if fits else f"“{text[:20]}” is not a number of weeks from {WEEKS.start} to {WEEKS.stop - 1}"


def _email(text: str) -> str:
    fits = not text or (EMAIL.fullmatch(text) and len(text) <= COLUMNS["caregiver_email"].longest)
    return "" if fits else f"“{text[:40]}” is not an e-mail address"


def _language(text: str) -> str:
    return "" if text.lower() in ("", *LANGUAGES) else f"“{text[:20]}” is not one of {', '.join(LANGUAGES)}"


def _yes_or_no(text: str) -> str:
    return "" if text.lower() in YES_OR_NO else f"“{text[:20]}” is not yes or no"


MEANT = {
    "born_on": _day,
    "gestation_weeks": _weeks,
    "caregiver_email": _email,
    "language": _language,
    "may_decide": _yes_or_no,
}
