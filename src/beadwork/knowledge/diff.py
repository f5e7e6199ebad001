"""What changed between two folders of content, told for a clinician: added, taken out, reworded, other sources.

It reads the files as they are written, so that content of an older shape can be compared as well.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` is empty for what was added, `after` for what was taken out; `where` for whole items."""

    kind: str
    slug: str
    where: str
    before: str
    after: str

    @property
    def is_of_passport(self) -> bool:
        """Whether source, licence or review changed, and not the words."""
        return self.where.startswith("passport")


def changes(old: Path, new: Path) -> list[Change]:
    """Everything that is not the same, item by item."""
    before, after = _read(old), _read(new)
    found: list[Change] = []
    for key in sorted(before.keys() | after.keys()):
        found += _of_item(key, before.get(key), after.get(key))
    return found


def told(found: list[Change]) -> str:
    """The changes as lines of plain words."""
    if not found:
        return "Nothing changed."
    lines, last = [], ("", "")
    for change in found:
        if (change.kind, change.slug) != last and change.where:
            lines.append(f"Changed: {change.kind} {change.slug}")
        last = (change.kind, change.slug)
        lines += _lines(change)
    return "\n".join([_summary(found), "", *lines])


def _summary(found: list[Change]) -> str:
    whole = [change for change in found if not change.where]
    added = sum(not change.before for change in whole)
    touched = {(change.kind, change.slug) for change in found if change.where}
    resourced = {(change.kind, change.slug) for change in found if change.is_of_passport}
    return (
        f"{added} items added, {len(whole) - added} taken out, {len(touched)} changed"
        f" ({len(resourced)} of them in source, licence or review)."
    )


def _lines(change: Change) -> Iterator[str]:
    if not change.where:
        verb, name = ("Taken out", change.before) if change.before else ("Added", change.after)
        yield f"{verb}: {change.kind} {change.slug}, “{name}”"
        return
    yield f"  {change.where}"
    if change.before:
        yield f"    before: {change.before}"
    yield f"    {'now:   ' if change.after else 'now it is gone'} {change.after}".rstrip()


def _of_item(
    key: tuple[str, str], before: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> list[Change]:
    if before is None or after is None:
        return [Change(*key, "", (before or {}).get("name.en", ""), (after or {}).get("name.en", ""))]
    return [
        Change(*key, where, before.get(where, ""), after.get(where, ""))
        for where in dict.fromkeys([*before, *after])
        if before.get(where) != after.get(where)
    ]


def _read(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Every item of a folder by kind and slug, its values by their place."""
    found = {}
    for path in sorted(folder.rglob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in content.get("item", []):
            whole = entry | {"passport": content.get("passport", {}) | entry.get("passport", {})}
            flat = dict(_flat(whole))
            found[_kind(path.relative_to(folder)), flat.get("slug", "?")] = flat
    return found


def _kind(path: Path) -> str:
    parts = [part.removesuffix(".toml") for part in path.parts if part != "words"]
    return parts[0]


def _flat(value: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """A tree of tables and lists as places and strings: "steps 2.en"."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _flat(one, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from _flat(one, f"{where} {number}")
    else:
        yield where, str(value)
