"""What a child's record says in the words the chooser goes by, and what it says in none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, Value

from beadwork.activities.models import ClearanceKind
from beadwork.evaluation.models import Observation
from beadwork.knowledge import item
from beadwork.people.meaning import meaning
from beadwork.people.models import Child, ChildFact, FactKind

Words = frozenset[str]
NO_WORDS: Words = frozenset()
MARKED, OBSERVED = "marked", "observed"
DEVICES: Words = frozenset({"feeding-tube"})
"""Equipment that is a precaution of the same name."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A fact (kind, text, chosen word), a clearance (kind, word), or what was seen of a step or in a task.

    Of a step: `MARKED`, the state, "path/step". Of a task: `OBSERVED`, the help it took, the task's slug.
    `at`, `by`: when, and who said so.
    """

    id: UUID
    kind: str
    text: str
    word: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is noted, and its words by kind.

    `implied`: precautions that may come with a condition or are a device, as precaution → "condition/…" or
    "equipment/…". `ruled_out` were implied and are cleared.
    """

    noted: tuple[Noted, ...]
    words: Mapping[str, Words]
    implied: Mapping[str, str]
    approached: Words
    ruled_out: Words

    def of(self, kind: str) -> Words:
        """The words of one kind of fact."""
        return self.words.get(kind, NO_WORDS)

    def texts(self, *kinds: str) -> list[str]:
        """What is noted of some kinds, as people wrote it."""
        return [one.text for one in self.noted if one.kind in kinds]

    @property
    def unchecked(self) -> list[Noted]:
        """Dangers that no vocabulary knows wholly: the chooser cannot check them."""
        return [
            one
            for one in self.noted
            if one.kind in FactKind and ChildFact(kind=one.kind, text=one.text, word=one.word).is_unchecked
        ]


def noted(child: Child) -> tuple[Noted, ...]:
    """The facts and the clearances of a child that hold, and what was seen of her steps, in one query."""
    facts = (
        child.childfacts.current()
        .order_by()
        .values_list("pk", "kind", "text", "word", "noted_at", "noted_by__name")
    )
    clearances = child.clearances.filter(ended_at=None).values_list(
        "pk", "kind", _text(""), "word", "given_at", "given_by__name"
    )
    marks = child.skillmarks.values_list("pk", _text(MARKED), "state", "step", "noted_at", "noted_by__name")
    tried = Observation.objects.filter(evaluation__child=child).exclude(support="")
    tasks = tried.values_list("pk", _text(OBSERVED), "support", "task", "evaluation__started_at", _text(""))
    rows = facts.union(clearances, marks, tasks, all=True)
    return tuple(sorted((Noted(*row) for row in rows), key=lambda one: one.id))


def _text(words: str) -> Value:
    return Value(words, output_field=CharField())


def known(noted: Iterable[Noted]) -> Known:
    """What is known from what is noted."""
    said = tuple(noted)
    words = {kind.value: _words(said, kind) for kind in FactKind}
    cleared = {kind: frozenset(one.word for one in said if one.kind == kind) for kind in ClearanceKind}
    ruled_out, comes_with = cleared[ClearanceKind.RULED_OUT], _comes_with(words)
    still = comes_with.keys() - ruled_out - words[FactKind.PRECAUTION]
    return Known(
        noted=said, words=words, implied={precaution: comes_with[precaution] for precaution in sorted(still)},
        approached=cleared[ClearanceKind.APPROACH], ruled_out=ruled_out & comes_with.keys(),
    )  # fmt: skip


def _words(said: tuple[Noted, ...], kind: str) -> Words:
    return NO_WORDS.union(*(meaning(kind, one.text, one.word).words for one in said if one.kind == kind))


def _comes_with(words: Mapping[str, Words]) -> dict[str, str]:
    """Precautions that may come with a condition, and those that are a device."""
    conditions = {
        precaution: f"condition/{word}"
        for word in sorted(words[FactKind.CONDITION])
        for precaution in item("condition", word).precautions
    }
    devices = {word: f"equipment/{word}" for word in words[FactKind.EQUIPMENT] & DEVICES}
    return conditions | devices
