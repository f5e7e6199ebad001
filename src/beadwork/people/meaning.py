"""What a fact about a child means in the words of the vocabularies: chosen by a person, or read from its text.

Text is read conservatively: a whole text, or a whole part of it between commas, that is exactly a word's name or one of
the things people write for it (`also`), in either language. Nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from beadwork.knowledge import items

VOCABULARIES: Mapping[str, str] = MappingProxyType(
    {
        "interest": "interest",
        "sensitivity": "sensory",
        "allergy": "allergen",
        "precaution": "precaution",
        "condition": "condition",
        "equipment": "equipment",
    }
)
"""The vocabulary of each kind of fact; the other kinds have none."""

DANGERS = frozenset({"allergy", "precaution"})
PARTS = re.compile(r"\s*(?:[,;/+&]|\band\b|\by\b|\be\b)\s*", re.IGNORECASE)
ASIDE = re.compile(r"\([^)]*\)")
NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words a fact stands for. `is_whole`: nothing of the text was left over."""

    words: frozenset[str] = NO_WORDS
    is_whole: bool = False


def meaning(kind: str, text: str, word: str = "") -> Meaning:
    """What a fact means. The word a person chose says all of it."""
    known = _known(VOCABULARIES[kind]) if kind in VOCABULARIES else {}
    read = _read(known, text)
    return Meaning(read.words | {word}, is_whole=True) if word else read


def _read(known: Mapping[str, frozenset[str]], text: str) -> Meaning:
    if whole := known.get(_plain(text)):
        return Meaning(whole, is_whole=True)
    parts = [known.get(_plain(part), NO_WORDS) for part in PARTS.split(text) if part.strip()]
    return Meaning(NO_WORDS.union(*parts), is_whole=bool(parts) and all(parts))


def words_of(kind: str) -> frozenset[str]:
    """Every word a fact of this kind may be given."""
    if kind not in VOCABULARIES:
        return NO_WORDS
    return frozenset(one.slug for one in items(VOCABULARIES[kind]))


@cache
def _known(vocabulary: str) -> Mapping[str, frozenset[str]]:
    """What people write, made plain, and the words it stands for: "nuts" are two allergens."""
    known: dict[str, frozenset[str]] = {}
    for one in items(vocabulary):
        for said in (one.slug.replace("-", " "), *one.name, *one.also):
            plain = _plain(said)
            known[plain] = known.get(plain, NO_WORDS) | {one.slug}
    return known


def _plain(text: str) -> str:
    """Small letters without accents, asides in brackets, or signs."""
    letters = unicodedata.normalize("NFKD", ASIDE.sub(" ", text).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare))
