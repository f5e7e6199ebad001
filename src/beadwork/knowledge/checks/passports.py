"""Passports: a review is claimed whole or not at all, by somebody we know, and falls due."""

from collections.abc import Iterator
from datetime import date, timedelta

from beadwork.knowledge.checks.finding import Finding, error, warning
from beadwork.knowledge.item import Item
from beadwork.knowledge.library import Library

LICENCES = {"CC BY 4.0", "public domain"}
SOON = timedelta(days=60)


def check(library: Library, *, on: date) -> Iterator[Finding]:
    """Every item's passport, on a day."""
    for item in library.all():
        yield from _licence(item)
        if bad := [
            name for name in ("reviewed_on", "next_review") if not _is_day(getattr(item.passport, name))
        ]:
            yield error(item, f"passport {' and '.join(bad)}: write a day as 2027-05-01")
        else:
            yield from _review(item, on)
            yield from _due(item, on)


def _licence(item: Item) -> Iterator[Finding]:
    if item.passport.licence not in LICENCES:
        yield error(item, f"passport licence: one of {', '.join(sorted(LICENCES))}")


def _review(item: Item, on: date) -> Iterator[Finding]:
    """Who and when come together; nobody reviews in the future."""
    passport = item.passport
    if bool(passport.reviewed_by) != bool(passport.reviewed_on):
        yield error(item, "passport: reviewed_by and reviewed_on come together, or both stay empty")
    elif passport.reviewed_on and date.fromisoformat(passport.reviewed_on) > on:
        yield error(item, "passport reviewed_on: that day has not come yet")


def _due(item: Item, on: date) -> Iterator[Finding]:
    due = date.fromisoformat(item.passport.next_review)
    if due <= on:
        yield error(item, f"its review was due on {due}: review it, or take it out")
    elif due - on <= SOON:
        yield warning(item, f"its review is due on {due}")


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False
