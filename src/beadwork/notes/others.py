"""In a group each child has a note of her own, and no other child's name stands in it.

What the record says is written with “another child” in its place; words of a person that name one are not signed.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from beadwork.core.problems import Problem
from beadwork.notes.problems import ANOTHER_CHILD
from beadwork.notes.sentences.sentence import Sentence, Source
from beadwork.people.models import Child
from beadwork.visits.models import Visit

Names = tuple[str, ...]


def names_beside(visit: Visit) -> Names:
    """What other children are called whose visit with the same person overlapped this one, the whole name first.

    A name that is also the child's own is left out: nobody could tell whose it is.
    """
    if visit.started_at is None:
        return ()
    beside = Child.objects.filter(
        visits__staff=visit.staff_id, visits__started_at__lte=visit.finished_at or visit.started_at
    )
    beside = beside.filter(visits__finished_at__gte=visit.started_at).exclude(pk=visit.child_id)
    beside = beside.exclude(given_name=visit.child.given_name).order_by("given_name", "pk").distinct()
    names = {name for child in beside for name in (child.full_name, child.given_name)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def named(names: Names, texts: Iterable[str]) -> list[Problem]:
    """A problem for each other child whose name stands in one of the texts."""
    said = "\n".join(texts)
    found = [name for name in names if _called(name).search(said)]
    return [
        ANOTHER_CHILD(name=name)
        for name in found
        if not any(name in longer for longer in found if longer != name)
    ]


def unnamed(sentence: Sentence, names: Names) -> Sentence:
    """A sentence and its sources without other children's names."""
    if not names:
        return sentence
    sources = tuple(Source(one.kind, one.id, without(one.words, names)) for one in sentence.sources)
    return replace(sentence, text=without(sentence.text, names), sources=sources)


def without(text: str, names: Names) -> str:
    """A text with “another child” in the place of other children's names."""
    for name in names:
        text = _called(name).sub(_("another child"), text)
    return text


def _called(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
