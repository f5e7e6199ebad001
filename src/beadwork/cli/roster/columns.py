"""The columns of a roster, and the template to fill in."""

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its name, whether each row needs it, how long its cells may be, and an example."""

    name: str
    example: str
    is_needed: bool = False
    longest: int = 100


COLUMNS = {
    column.name: column
    for column in (
        Column("child_id", "C-1042", is_needed=True, longest=60),
        Column("given_name", "Amina", is_needed=True),
        Column("family_name", "Diallo"),
        Column("called", "Mina"),
        Column("born_on", "2021-04-03", is_needed=True, longest=10),
        Column("gestation_weeks", "38", longest=2),
        Column("caregiver_name", "Awa Diallo", longest=120),
        Column("caregiver_email", "awa@example.org", longest=254),
        Column("caregiver_phone", "555 0100", longest=40),
        Column("relation", "mother", longest=40),
        Column("home", "Oak Street", longest=60),
        Column("language", "en", longest=2),
        Column("may_decide", "yes", longest=3),
    )
}
ABOUT_BAD_ROWS = ("line", "column", "reason")
"""What the file of bad rows has besides; ignored when it comes back mended."""


def template() -> str:
    """A roster with one made-up child."""
    return written([list(COLUMNS), [column.example for column in COLUMNS.values()]])


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    """Rows as text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()
