"""What the practice did with its library before the first child of today: read, amended, replaced, set aside, added."""

from datetime import datetime, timedelta
from typing import Any

from beadwork.demo.cast import Cast
from beadwork.demo.texts import content
from beadwork.library import actions
from beadwork.library.entries import entry_of
from beadwork.library.own import library_of

A_YEAR = timedelta(days=365)


def keep_library(cast: Cast, now: datetime) -> None:
    """Work at the review desk, by the made-up clinical lead of this practice and nobody else."""
    said = content("library")
    for reviewed in said["reviewed"]:
        _review(cast, reviewed, _at(reviewed, now))
    _put_ours(cast, said["amended"], _at(said["amended"], now), wholly=False)
    _put_ours(cast, said["replaced"], _at(said["replaced"], now), wholly=True)
    aside, own = said["aside"], said["own"]
    of = (cast.practice, aside["kind"], aside["slug"])
    actions.set_aside(*of, reason=aside["reason"], by=cast.director, at=_at(aside, now))
    actions.add(cast.practice, own["text"], by=cast.therapists[0].user, at=_at(own, now))


def _at(said: dict[str, Any], now: datetime) -> datetime:
    return now - timedelta(weeks=said["weeks_ago"])


def _review(cast: Cast, reviewed: dict[str, Any], at: datetime) -> None:
    pairs = [(reviewed["kind"], slug) for slug in reviewed["slugs"]]
    actions.review_all(cast.practice, pairs, next_review=at.date() + A_YEAR, by=cast.director, at=at)


def _put_ours(cast: Cast, said: dict[str, Any], at: datetime, *, wholly: bool) -> None:
    """The text that came with a line more, or with some of its fields written anew; read over by the lead herself."""
    entry = entry_of(library_of(cast.practice).item(said["kind"], said["slug"])) | said.get("text", {})
    if "field" in said:
        entry[said["field"]] = [*entry[said["field"]], said["add"]]
    actions.amend(
        cast.practice, said["kind"], said["slug"], entry, reason=said["reason"], wholly=wholly,
        next_review=at.date() + A_YEAR, by=cast.director, at=at,
    )  # fmt: skip
