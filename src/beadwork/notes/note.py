"""A note before it is signed: the sentences of the record, and over them what people edited or added, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.utils.translation import override

from beadwork.notes.facts import Facts, gather
from beadwork.notes.fingerprint import fingerprint
from beadwork.notes.sentences import NOTE, Part, Sentence, Source, write
from beadwork.visits.models import NoteDraft, Visit

BY_LETTER = {part[0]: part for part in (*NOTE, Part.FAMILY)}


@dataclass(frozen=True)
class Line:
    """One line: `written` is what the record says, `drafts` what people wrote over it (several: not settled yet)."""

    key: str
    part: Part
    written: str = ""
    sources: tuple[Source, ...] = ()
    drafts: tuple[NoteDraft, ...] = ()

    @property
    def text(self) -> str:
        """What it says now; empty for a line that was left out."""
        return self.drafts[-1].text if self.drafts else self.written

    @property
    def is_own(self) -> bool:
        """Whether it is the place for a person's own words in a part."""
        return self.key.endswith("-own")

    @property
    def is_edited(self) -> bool:
        """Whether a person wrote what it says."""
        return bool(self.drafts) and self.text != self.written

    @property
    def base(self) -> UUID | None:
        """The draft that a new one is written on."""
        return self.drafts[-1].pk if self.drafts else None

    @property
    def rivals(self) -> tuple[NoteDraft, ...]:
        """Other texts of the same line, that nobody has settled yet."""
        return self.drafts[:-1]

    def frozen(self) -> dict[str, object]:
        """As a signed note keeps it."""
        sources = [{"kind": one.kind, "id": str(one.id), "words": one.words} for one in self.sources]
        return {
            "key": self.key, "part": self.part.value, "text": self.text, "edited": self.is_edited, "sources": sources,
        }  # fmt: skip


@dataclass(frozen=True)
class NoteText:
    """The whole note in one language, with the facts it was written from."""

    facts: Facts
    language: str
    lines: tuple[Line, ...] = field(default=())

    def of(self, part: Part) -> list[Line]:
        """The lines of a part, a person's own words last."""
        return [line for line in self.lines if line.part == part]

    @property
    def said(self) -> list[Line]:
        """The lines that say something, the family's apart."""
        return [line for line in self.lines if line.text and line.part != Part.FAMILY]

    @property
    def for_family(self) -> list[Line]:
        """What the family would read."""
        return [line for line in self.of(Part.FAMILY) if line.text]

    @property
    def minutes(self) -> list[dict[str, object]]:
        """Minutes by activity."""
        return [{"name": one.words, "minutes": one.number} for one in self.facts.activities]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) over everything the note says, with its sources."""
        return fingerprint(self.language, [line.frozen() for line in self.said], self.minutes)

    @property
    def mark(self) -> str:
        """What a page carries that showed it: the fingerprint of the note and of what the family would read."""
        return fingerprint(self.fingerprint, [line.frozen() for line in self.for_family], [])


def note_text(visit: Visit, language: str) -> NoteText:
    """The note of a visit as it would be signed now, in a language."""
    with override(language):
        facts = gather(visit)
        return NoteText(facts, language, tuple(_lines(write(facts), _drafts(visit))))


def _drafts(visit: Visit) -> dict[str, list[NoteDraft]]:
    """The newest texts by line: drafts on which no other was written, as they came."""
    drafts = NoteDraft.objects.standing().filter(occasion=visit.occasion_id).select_related("by")
    drafts = list(drafts.order_by("received_at", "pk"))
    built_on = {draft.base for draft in drafts}
    newest: dict[str, list[NoteDraft]] = {}
    for draft in drafts:
        if draft.pk not in built_on:
            newest.setdefault(draft.part, []).append(draft)
    return newest


def _lines(sentences: Iterable[Sentence], drafts: dict[str, list[NoteDraft]]) -> Iterable[Line]:
    """Part by part: the record's sentences, edited lines whose sentence is gone, and a person's own words."""
    by_part: dict[Part, list[Line]] = {part: [] for part in BY_LETTER.values()}
    left = dict(drafts)
    for one in sentences:
        mine = tuple(left.pop(one.key, ()))
        by_part[one.part].append(Line(one.key, one.part, one.text, one.sources, mine))
    for key, mine_too in sorted(left.items()):
        part = BY_LETTER.get(key[0])
        if part and not key.endswith("-own"):
            by_part[part].append(Line(key, part, drafts=tuple(mine_too)))
    for part, lines in by_part.items():
        own = f"{part[0]}-own"
        yield from [*lines, Line(own, part, drafts=tuple(left.get(own, ())))]
