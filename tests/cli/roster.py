"""Rosters for tests."""

from beadwork.cli.roster.columns import COLUMNS, written


def roster_of(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    """A roster with these rows; what a row does not say is as in the template."""
    usual = {column.name: column.example for column in COLUMNS.values()}
    cells = [list((usual | row).values()) for row in rows]
    return written([list(COLUMNS), *cells], delimiter).encode()
