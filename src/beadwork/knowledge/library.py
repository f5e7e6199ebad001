"""A folder of content as a library: which files a kind has, its entries, its items, its digest.

A kind is one file (`area.toml`), a folder (`activity/…/*.toml`), or a vocabulary (`words/setting.toml`, or a folder of
that name); it may be both. Every file has a [passport], which an item may answer for itself where it differs.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from beadwork.knowledge import compiled, shapes
from beadwork.knowledge.files import ContentError, digest
from beadwork.knowledge.item import Item
from beadwork.knowledge.kinds import KINDS, VOCABULARIES


class Library:
    """The content of one folder. `keep` is a folder for what was parsed, so that the next start need not parse."""

    def __init__(
        self, folder: Path, *, keep: Path | None = None, kinds: Mapping[str, type[Item]] = KINDS
    ) -> None:
        self.folder, self.keep, self.kinds = folder, keep, kinds
        self._items: dict[str, tuple[Any, ...]] = {}
        self._by_slug: dict[str, dict[str, Any]] = {}

    def items(self, kind: str) -> tuple[Any, ...]:
        """Every item of a kind, in the order of its files.

        `KeyError` for an unknown kind, `ContentError` for a bad file.
        """
        if kind not in self._items:
            made = self.kinds[kind]
            entries = compiled.entries(self, kind)
            self._items[kind] = tuple(_item(made, kind, entry) for entry in entries)
        return self._items[kind]

    def item(self, kind: str, slug: str) -> Any:
        """One item. `KeyError` where there is none."""
        if kind not in self._by_slug:
            self._by_slug[kind] = {one.slug: one for one in self.items(kind)}
        return self._by_slug[kind][slug]

    def all(self) -> Iterator[Any]:
        """Every item of every kind."""
        for kind in self.kinds:
            yield from self.items(kind)

    def files(self, kind: str) -> list[Path]:
        """The files of a kind, in order of path."""
        home = self.folder / "words" if kind in VOCABULARIES else self.folder
        one = home / f"{kind}.toml"
        return [*([one] if one.exists() else []), *sorted((home / kind).rglob("*.toml"))]

    def strangers(self) -> list[str]:
        """Content files that belong to no kind."""
        known = {path for kind in self.kinds for path in self.files(kind)}
        known.add(self.folder / "version.toml")
        return [self.name(path) for path in sorted(self.folder.rglob("*.toml")) if path not in known]

    def name(self, path: Path) -> str:
        """A file as messages call it."""
        return path.relative_to(self.folder).as_posix()

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """Every entry of a kind as it is written, each with its `file` and the passport that holds for it."""
        return [entry for path in self.files(kind) for entry in self._entries(path)]

    def _entries(self, path: Path) -> Iterator[dict[str, Any]]:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{self.name(path)}: {error}") from error
        passport = content.get("passport", {})
        for entry in content.get("item", []):
            own = entry.get("passport", {})
            yield entry | {"file": self.name(path), "passport": passport | own}

    def faults(self, kind: str, entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """What is wrong with the shape of a kind's entries."""
        seen: set[str] = set()
        for entry in entries:
            slug = str(entry.get("slug") or "(no slug)")
            given = {name: value for name, value in entry.items() if name != "file"}
            yield from shapes.faults(self.kinds[kind], given, f"{entry['file']}: {slug}")
            if slug in seen:
                yield f"{entry['file']}: {slug} stands there twice; rename one of them"
            seen.add(slug)

    @cached_property
    def version(self) -> str:
        """The number people use for the whole of the content."""
        number: str = tomllib.loads((self.folder / "version.toml").read_text(encoding="utf-8"))["version"]
        return number

    @cached_property
    def digest(self) -> str:
        """A fingerprint of every content file: two libraries with one digest say the same."""
        return digest(self.folder, sorted(self.folder.rglob("*.toml")))


def _item(made: type[Item], kind: str, entry: dict[str, Any]) -> Item:
    item: Item = shapes.read(made, entry, kind=kind, file=entry["file"])
    return item
