"""A practice's library: what came with the product, and the practice's word about it last."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from beadwork.knowledge import KINDS, Item, Library, library
from beadwork.library.entries import entry_faults, entry_of, fingerprint, item_of
from beadwork.library.models import Said, Version
from beadwork.people.models import Practice

MOST_PRACTICES = 32  # so many libraries are kept in memory


@dataclass(frozen=True, slots=True)
class Word:
    """The practice's newest word about one item, without its texts."""

    what: str
    base_digest: str
    is_own: bool
    reviewer_id: UUID | None
    reviewed_on: date | None
    next_review: date | None


class OwnLibrary:
    """The interface of `knowledge.Library`, with a practice's word last.

    What was set aside is in no list, and can still be found by its slug: what was done with it stays readable.
    `unfit`: own texts that no longer have the shape their kind asks for; the text that came stands in for them.
    """

    def __init__(self, shipped: Library, rows: list[Version], newest: UUID | None) -> None:
        self.shipped, self.kinds, self.newest = shipped, shipped.kinds, newest
        self._digests: dict[tuple[str, str], str] = {}
        self.words = {(row.kind, row.slug): _word(row) for row in rows}
        self.unfit: set[tuple[str, str]] = set()
        self._own = dict(self._read(rows))
        self._items: dict[str, tuple[Any, ...]] = {}

    def items(self, kind: str) -> tuple[Any, ...]:
        """Every item of a kind that is offered here: as it came, amended or replaced in its place; added ones last."""
        if kind not in self._items:
            came = {one.slug: self._as_said(one) for one in self.shipped.items(kind)}
            own = {slug: one for (of, slug), one in self._own.items() if of == kind}
            all_of_it = (came | own).values()
            self._items[kind] = tuple(one for one in all_of_it if not self.is_set_aside(kind, one.slug))
        return self._items[kind]

    def item(self, kind: str, slug: str) -> Any:
        """One item, set aside or not. `KeyError` where there is none."""
        if (kind, slug) in self._own:
            return self._own[kind, slug]
        return self._as_said(self.shipped.item(kind, slug))

    def all(self) -> Iterator[Any]:
        """Every item of every kind that is offered here."""
        for kind in self.kinds:
            yield from self.items(kind)

    def is_set_aside(self, kind: str, slug: str) -> bool:
        """Whether the practice does not want it offered."""
        word = self.words.get((kind, slug))
        return word is not None and word.what == Said.SET_ASIDE

    def is_own(self, kind: str, slug: str) -> bool:
        """Whether the text is the practice's, and not the one that came."""
        return (kind, slug) in self._own

    def has_moved(self, kind: str, slug: str) -> bool:
        """Whether the text that came has changed, or gone, since the practice said something about it."""
        word = self.words.get((kind, slug))
        return bool(word and word.base_digest) and self._digest(kind, slug) != word.base_digest

    @cached_property
    def digest(self) -> str:
        """A fingerprint: two libraries with one digest say the same."""
        return f"{self.shipped.digest}/{self.newest}"

    def _read(self, rows: list[Version]) -> Iterator[tuple[tuple[str, str], Any]]:
        for row in rows:
            own = not row.base_digest
            if row.data and row.kind in KINDS:
                if entry_faults(row.kind, row.data, own=own):
                    self.unfit.add((row.kind, row.slug))
                else:
                    made = item_of(row.kind, row.data, own=own)
                    yield (row.kind, row.slug), _with_review(made, self.words[row.kind, row.slug])

    def _as_said(self, came: Any) -> Any:
        """The item that came, or the practice's text of it; a review holds for the very text that was reviewed."""
        key = (came.kind, came.slug)
        if key in self._own:
            return self._own[key]
        word = self.words.get(key)
        if word is None or word.reviewer_id is None or self.has_moved(*key):
            return came
        return _with_review(came, word)

    def _digest(self, kind: str, slug: str) -> str:
        if (kind, slug) not in self._digests:
            self._digests[kind, slug] = digest_of(self.shipped, kind, slug)
        return self._digests[kind, slug]


def digest_of(shipped: Library, kind: str, slug: str) -> str:
    """The fingerprint of an item that came; empty where there is none (any more)."""
    try:
        return fingerprint(entry_of(shipped.item(kind, slug)))
    except KeyError:
        return ""


def _word(row: Version) -> Word:
    return Word(
        row.what, row.base_digest, not row.base_digest, row.reviewer_id, row.reviewed_on, row.next_review
    )


def _with_review(item: Item, word: Word) -> Item:
    """An item with the practice's reviewer (the id of a member of staff) in its passport; none where nobody was."""
    return replace(item, passport=replace(item.passport, **_review(item, word)))


def _review(item: Item, word: Word) -> Mapping[str, str]:
    if word.reviewer_id is None or word.reviewed_on is None or word.next_review is None:
        return {"reviewed_by": "", "reviewed_on": ""}
    return {
        "reviewed_by": str(word.reviewer_id),
        "reviewed_on": word.reviewed_on.isoformat(),
        "next_review": word.next_review.isoformat(),
    }


_kept: OrderedDict[tuple[UUID, str], OwnLibrary] = OrderedDict()
_lock = Lock()


def newest_of(practice: Any) -> QuerySet[Any, UUID]:
    """The id of the newest version at a practice, for a query of something else (`OuterRef`) or one of its own."""
    return Version.objects.filter(practice=practice).order_by("-number").values_list("pk", flat=True)[:1]


def library_of(practice: Practice) -> OwnLibrary:
    """The library of a practice. One query, unless somebody changed it since it was last asked for."""
    return library_at(practice, newest_of(practice).first())


def library_at(practice: Practice, newest: UUID | None) -> OwnLibrary:
    """The library of a practice whose newest version is known: no query, unless it changed since last asked for."""
    key = (practice.pk, library().digest)
    with _lock:
        known = _kept.get(key)
        if known is not None and known.newest == newest:
            _kept.move_to_end(key)
            return known
    said = list(Version.objects.newest(practice).defer("base")) if newest else []
    return _keep(key, OwnLibrary(library(), said, newest))


def _keep(key: tuple[UUID, str], made: OwnLibrary) -> OwnLibrary:
    with _lock:
        _kept[key] = made
        _kept.move_to_end(key)
        while len(_kept) > MOST_PRACTICES:
            _kept.popitem(last=False)
    return made
