"""Language: both languages are there in earnest, and some words are not said of a child."""

import re
from collections.abc import Iterator

from beadwork.knowledge.checks.finding import Finding, error
from beadwork.knowledge.library import Library
from beadwork.knowledge.reading import words_of
from beadwork.knowledge.shapes import Words, leaves
from beadwork.knowledge.text import Text

SAME_AT_MOST = 2  # words that may be the same in both languages: a name, "Animal", "No"
FORBIDDEN = {
    "en": [
        r"delay(?:s|ed|ing)?", r"(?:ab)?normal (?:child|children|kid|kids|development|developing)",
        r"normally developing",
        r"(?:will|can|could|may|might|would) never",
        r"never (?:will|be able|learn|walk|talk|speak|read|write|catch up)",
        r"retard\w*", r"handicap\w*", r"suffer(?:s|ing)? from", r"(?:wheelchair|bed)[ -]bound", r"confined to",
        r"(?:low|high)[ -]functioning", r"behind (?:other|his|her|their) (?:children|peers|age|classmates)",
        r"catch(?:es|ing)? up (?:with|to)", r"non-?compliant", r"lazy", r"naughty", r"bad (?:child|behaviou?r|parent)",
    ],
    "es": [
        r"retras\w*", r"retard\w*", r"atrasad[oa]s?", r"niñ[oa]s? (?:a?normal(?:es)?)", r"desarrollo (?:a?normal)",
        r"nunca (?:podr|va|ser|logr|aprend|camin|habl|lee|escrib)\w*", r"jamás", r"minusv\w+", r"discapacitad[oa]s?",
        r"sufre(?:n)? de", r"confinad[oa]s?", r"postrad[oa]s?", r"(?:bajo|alto) funcionamiento",
        r"perezos[oa]s?", r"malcriad[oa]s?", r"mal comportamiento", r"alcanzar a (?:los|las) (?:demás|otros|otras)",
    ],
}  # fmt: skip
_FORBIDDEN = {
    language: re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
    for language, patterns in FORBIDDEN.items()
}
# Small words that give a language away. None of them is a word of the other.
TELLING = {
    "en": {"the", "and", "with", "of", "to", "for", "is", "are", "your", "you", "it", "or", "from", "that"},
    "es": {"el", "la", "los", "las", "y", "con", "de", "para", "que", "una", "del", "en", "su", "sus", "por"},
}


def check(library: Library) -> Iterator[Finding]:
    """Texts that are not translated, and words that are not said of a child."""
    for item in library.all():
        for where, shape, value in leaves(item):
            if isinstance(shape, Words) and not shape.proper:
                yield from (error(item, f"{where}: {fault}") for fault in faults(value))


def faults(text: Text) -> Iterator[str]:
    """What is wrong with one text."""
    if text.en == text.es and len(words_of(text.en)) > SAME_AT_MOST:
        yield "English and Spanish are the same; translate it"
    for language, said in text._asdict().items():
        if found := _FORBIDDEN[language].search(said):
            yield f"“{found.group()}” is not said here; say what the child does and what helps"
        if _reads_like(said) not in {language, ""}:
            yield f"the {language} text reads like the other language; translate it"


def _reads_like(text: str) -> str:
    """The language whose small words a text has, where it has at least two of one and none of the other."""
    said = [word.lower() for word in words_of(text)]
    counts = {language: sum(word in telling for word in said) for language, telling in TELLING.items()}
    likely, other = sorted(counts, key=lambda language: -counts[language])
    return likely if counts[likely] > 1 and not counts[other] else ""
