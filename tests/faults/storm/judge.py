"""The judge: reads the database without the product, and compares it with the tablet's ledger."""

import sqlite3
from collections import Counter
from contextlib import closing
from typing import Any
from uuid import UUID

import psycopg

from tests.faults.storm.tablet import Tablet, digest

TABLES = {
    "attempt": "record_attempt", "response": "record_response", "remark": "record_remark",
    "activity": "visits_doneactivity", "take_back": "record_attempt",
}  # fmt: skip


def rows(url: str, sql: str) -> list[tuple[Any, ...]]:
    """What the database says."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            return file.execute(sql).fetchall()
    with psycopg.connect(url) as line:
        return line.execute(sql).fetchall()


def ids(url: str, sql: str) -> list[str]:
    """A column of ids, each as the tablet writes it."""
    return [str(row[0] if isinstance(row[0], UUID) else UUID(row[0])) for row in rows(url, sql)]


def lost(url: str, tablet: Tablet) -> set[str]:
    """What was acknowledged and is not there: its arrival with its mark, and its row in the table of its kind."""
    marks = {str(UUID(str(id))): mark for id, mark in rows(url, "SELECT id, digest FROM devices_arrival")}
    stored = {table: set(ids(url, f"SELECT id FROM {table}")) for table in set(TABLES.values())}
    return {
        id
        for id in tablet.safe
        if marks.get(id) != digest(tablet.entries[id])
        or ((table := TABLES.get(tablet.entries[id]["kind"])) and id not in stored[table])
    }


def doubled(url: str) -> list[str]:
    """Ids that are stored more than once, or rows that no arrival stands for."""
    found = [id for table in sorted(set(TABLES.values())) for id in ids(url, f"SELECT id FROM {table}")]
    arrived = set(ids(url, "SELECT id FROM devices_arrival"))
    return [id for id, times in Counter(found).items() if times > 1 or id not in arrived]


def counted_in_events(url: str) -> int:
    """How many attempts the events say were recorded (the audit's own count)."""
    said = "data::json->>'count'" if url.startswith("postgres") else "json_extract(data, '$.count')"
    sql = f"SELECT COALESCE(SUM(CAST({said} AS INTEGER)), 0) FROM core_event WHERE what = 'attempts.recorded'"
    return int(rows(url, sql)[0][0])


def number_of(url: str, table: str) -> int:
    """How many rows a table has."""
    return int(rows(url, f"SELECT COUNT(*) FROM {table}")[0][0])
