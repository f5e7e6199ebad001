"""Facts in sentences: deterministic, in the language of the moment, each with the rows it rests on."""

from collections.abc import Iterator

from beadwork.notes.facts import Facts
from beadwork.notes.sentences import assessment, family, objective, plan, subjective
from beadwork.notes.sentences.sentence import NOTE, Part, Sentence, Source

__all__ = ["NOTE", "Part", "Sentence", "Source", "write"]


def write(facts: Facts) -> tuple[Sentence, ...]:
    """The sentences of a note in order, then the family's."""
    return tuple(_written(facts))


def _written(facts: Facts) -> Iterator[Sentence]:
    yield from subjective.said(facts)
    yield from objective.seen(facts)
    yield from assessment.meant(facts)
    yield from plan.next_steps(facts)
    yield from family.told(facts)
