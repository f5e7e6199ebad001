"""Plainness: what families read is at school grade 6 or below, in both languages.

The formulas are rough on a single sentence, so an item's family texts are read together. Where they make fewer than
`ENOUGH` words, they are read together with the other short items of their file: a milestone list, a set of words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from beadwork.knowledge.checks.finding import Finding
from beadwork.knowledge.item import Item
from beadwork.knowledge.library import Library
from beadwork.knowledge.reading import EASE_AT_LEAST, GRADE_AT_MOST, ease_es, grade_en, sentences_of, words_of
from beadwork.knowledge.shapes import Words, leaves
from beadwork.knowledge.text import Text

ENOUGH = 40
LABEL = 3  # so many words are a name, not prose; the formulas say nothing about names
LONGEST_SENTENCE = 25
MEASURES: dict[str, tuple[Callable[[str], float], Callable[[float], bool], str]] = {
    "en": (grade_en, lambda grade: grade > GRADE_AT_MOST, f"at grade {{:.1f}}, above {GRADE_AT_MOST:g}"),
    "es": (ease_es, lambda ease: ease < EASE_AT_LEAST, f"with an ease of {{:.0f}}, below {EASE_AT_LEAST:g}"),
}


def check(library: Library) -> Iterator[Finding]:
    """Family texts that are too hard, and single sentences that are too long."""
    for where, texts in readings(library):
        yield from _too_hard(where, texts)
        yield from _too_long(where, texts)


def readings(library: Library) -> Iterator[tuple[str, list[Text]]]:
    """What is read together, and where it stands: one item, or the short items of one file."""
    short: dict[str, list[Text]] = defaultdict(list)
    for item in library.all():
        texts = list(family_texts(item))
        if any(is_enough(texts, language) for language in MEASURES):
            yield f"{item.file}: {item.slug}", texts
        elif texts:
            short[item.file] += texts
    yield from short.items()


def family_texts(item: Item) -> Iterator[Text]:
    """What families read of an item, names of three words and fewer aside."""
    texts = (value for _, shape, value in leaves(item) if isinstance(shape, Words) and shape.family)
    return (text for text in texts if len(words_of(text.en)) > LABEL)


def joined(texts: Iterable[Text], language: str) -> str:
    """Texts as one, each at least a sentence of its own."""
    return "\n".join(text.said(language).replace("{child}", "Mia") for text in texts)


def is_enough(texts: list[Text], language: str) -> bool:
    """Whether texts are long enough together for a formula to mean something."""
    return len(words_of(joined(texts, language))) >= ENOUGH


def measured(texts: list[Text], language: str) -> float:
    """The grade (English) or the ease (Spanish) of texts read together."""
    return MEASURES[language][0](joined(texts, language))


def _too_hard(where: str, texts: list[Text]) -> Iterator[Finding]:
    for language, (_, is_hard, words) in MEASURES.items():
        if not is_enough(texts, language):
            continue
        figure = measured(texts, language)
        if is_hard(figure):
            says = f"families read this ({language}) {words.format(figure)}; shorter words and sentences, first: "
            yield Finding(where, f"{says}“{_hardest(texts, language)}”")


def _hardest(texts: list[Text], language: str) -> str:
    sign = 1 if language == "en" else -1
    sentences = [one.strip() for text in texts for one in sentences_of(text.said(language))]
    return max(sentences, key=lambda one: sign * MEASURES[language][0](one))


def _too_long(where: str, texts: list[Text]) -> Iterator[Finding]:
    for text in texts:
        for said in text:
            for sentence in sentences_of(said):
                if (count := len(words_of(sentence))) > LONGEST_SENTENCE:
                    yield Finding(
                        where,
                        f"a sentence of {count} words for families; make two: “{sentence.strip()[:60]}…”",
                    )
