"""F17's tools: the n-th statement of the database fails, and the whole database is compared before and after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from typing import Any

from django.db import OperationalError, connection, transaction

MOST_STATEMENTS = 200


class Broken(OperationalError):
    """What a statement that fails raises here; a room that swallows it is found out."""


class Breaker:
    """Lets statements through until the n-th, which fails without being run. Undoing is not counted: it has to work."""

    def __init__(self, nth: int) -> None:
        self.left = nth
        self.broke = False
        self.undoing = False

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        """One statement."""
        self.undoing = sql.startswith("ROLLBACK") or (self.undoing and sql.startswith("RELEASE"))
        if not self.undoing:
            self.left -= 1
        if self.left == 0 and not self.broke:
            self.broke = True
            raise Broken(sql[:200])
        return execute(sql, params, many, context)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything(*, but: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Every row of every table, in words that can be compared."""
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in _tables() - but}


@cache
def _tables() -> frozenset[str]:
    return frozenset(connection.introspection.table_names())


def _rows(cursor: Any, table: str) -> list[str]:
    cursor.execute(f'SELECT * FROM "{table}"')  # a name from the database itself
    return sorted(map(repr, cursor.fetchall()))


def break_each_statement(act: Callable[[], Any]) -> int:
    """Let each statement of an act fail in turn: the state is the one before, and the error is told. How many it has.

    `act` takes nothing and is a partial of things that can be copied, so that a failed try leaves nothing in them.
    """
    before = everything()
    for nth in range(1, MOST_STATEMENTS):
        with undone():
            if _finished(act, nth, before):
                return nth - 1
    raise AssertionError(f"more than {MOST_STATEMENTS} statements")


def _finished(act: Callable[[], Any], nth: int, before: dict[str, list[str]]) -> bool:
    """Try with the n-th statement failing; whether the act had fewer, and so did all of its work."""
    breaker, told = Breaker(nth), False
    try:
        with connection.execute_wrapper(breaker):
            deepcopy(act)()
    except Broken:
        told = True
        transaction.set_rollback(
            False
        )  # an act without a transaction of its own asks ours to undo: here it stays
    assert told == breaker.broke, f"statement {nth} failed and nobody was told"
    if breaker.broke:
        assert changes(before, everything()) == {}, f"statement {nth} failed and something stayed"
        deepcopy(act)()  # and trying again works
    assert changes(before, everything()), "the act changes something, so that this test tests something"
    return not breaker.broke


def changes(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, set[str]]:
    """The tables that differ, with the rows that do."""
    return {
        table: set(before[table]) ^ set(after[table]) for table in before if before[table] != after[table]
    }
