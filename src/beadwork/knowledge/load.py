"""Reads the content files, checks their shape, and keeps them in memory. An error names file and item."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "es")
PASSPORT_FIELDS = {"source", "year", "evidence", "licence", "reviewed_by", "reviewed_on", "next_review"}


class ContentError(ValueError):
    """A content file is not what it should be; the text names the file and what to mend."""


@dataclass(frozen=True, slots=True)
class Passport:
    """Where content comes from and who has checked it. `reviewed_by` is empty until somebody licensed has."""

    source: str
    year: int
    evidence: str
    licence: str
    reviewed_by: str
    reviewed_on: str
    next_review: str


@dataclass(frozen=True)
class Item:
    """One piece of content: names for clinicians, words for families, and whatever else its kind has in `more`."""

    kind: str
    slug: str
    name: Mapping[str, str]
    family: Mapping[str, str]
    passport: Passport
    more: Mapping[str, Any] = field(default_factory=dict)

    def in_words(self, language: str) -> str:
        """The clinician's word in a language ("es-mx" reads as "es"; English where a language is missing)."""
        return _said(self.name, language)

    def family_words(self, language: str) -> str:
        """The family's words in a language; the clinician's where the kind has none."""
        return _said(self.family or self.name, language)

    def says(self, key: str, language: str) -> str:
        """A text of `more`, such as a task's `offer`, in a language."""
        return _said(self.more[key], language)

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody licensed has reviewed it."""
        return bool(self.passport.reviewed_by)


def _said(words: Mapping[str, str], language: str) -> str:
    return words.get(language.split("-")[0]) or words["en"]


@cache
def items(kind: str) -> tuple[Item, ...]:
    """Every item of a kind, in file order. `KeyError` for a kind that does not exist."""
    if kind not in kinds():
        raise KeyError(kind)
    text = files("beadwork.knowledge").joinpath("content", f"{kind}.toml").read_text(encoding="utf-8")
    return parse(kind, tomllib.loads(text))


def item(kind: str, slug: str) -> Item:
    """One item. `KeyError` where there is none."""
    return _by_slug(kind)[slug]


@cache
def _by_slug(kind: str) -> dict[str, Item]:
    return {one.slug: one for one in items(kind)}


@cache
def kinds() -> frozenset[str]:
    """The kinds of content there are."""
    folder = files("beadwork.knowledge").joinpath("content")
    return frozenset(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )


def parse(kind: str, content: dict[str, Any]) -> tuple[Item, ...]:
    """Items from one parsed file. `ContentError` for a missing passport, a missing language or a slug twice."""
    passport = _passport(kind, content.get("passport", {}))
    made = tuple(_item(kind, entry, passport) for entry in content.get("item", []))
    slugs = [one.slug for one in made]
    if twice := {slug for slug in slugs if slugs.count(slug) > 1}:
        raise ContentError(f"{kind}.toml: {', '.join(sorted(twice))} stands there twice; rename one of them.")
    return made


def _passport(kind: str, entries: dict[str, Any]) -> Passport:
    if missing := PASSPORT_FIELDS - entries.keys():
        raise ContentError(
            f"{kind}.toml: the passport lacks {', '.join(sorted(missing))}; add it under [passport]."
        )
    return Passport(**{name: entries[name] for name in PASSPORT_FIELDS})


def _item(kind: str, entry: dict[str, Any], passport: Passport) -> Item:
    slug = entry.get("slug") or "(no slug)"
    for key in ("name", "family"):
        words = entry.get(key, {})
        if (key == "name" or words) and not all(words.get(language) for language in LANGUAGES):
            raise ContentError(f"{kind}.toml: {slug} needs {key} in {' and '.join(LANGUAGES)}.")
    more = {key: value for key, value in entry.items() if key not in {"slug", "name", "family"}}
    return Item(kind, slug, entry["name"], entry.get("family", {}), passport, more)
