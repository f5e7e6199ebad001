"""Words as people type them: without accents and capitals, in either language, with the small words left out."""

import re
import unicodedata

SMALL = frozenset({
    "a", "al", "and", "are", "con", "de", "del", "el", "en", "for", "in", "is", "it", "la", "las", "lo", "los", "no",
    "o", "of", "on", "or", "para", "por", "que", "se", "su", "sus", "the", "to", "un", "una", "with", "y", "your",
})  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_ACCENT = re.compile(r"[\u0300-\u036f]+")


def folded(text: str) -> str:
    """A text in small letters without accents."""
    return _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))


def tokens(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(folded(text))


def asked(text: str) -> list[str]:
    """The words of a question that tell something; all of them where none does."""
    found = tokens(text)
    return [word for word in found if word not in SMALL] or found


def beginnings(word: str) -> tuple[str, ...]:
    """A word as asked and, for a plural, its singular: a beginning finds what goes on."""
    if len(word) > 4 and word.endswith("es"):  # "trenes" finds "tren", "scissors" stays
        return (word, word[:-1], word[:-2])
    return (word, word[:-1]) if len(word) > 3 and word.endswith("s") else (word,)
