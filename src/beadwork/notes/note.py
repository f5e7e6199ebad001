"""A note before it is signed: the sentences of the record, and over them what people edited or added, line by line."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils import timezone
from django.utils.translation import override

from beadwork.library.own import library_of
from beadwork.notes.asked import Asked, asked_of
from beadwork.notes.facts import Facts, gather
from beadwork.notes.fingerprint import fingerprint
from beadwork.notes.minutes import Minutes, minutes_of
from beadwork.notes.models import Note
from beadwork.notes.others import Names, names_beside, unnamed, without
from beadwork.notes.sentences import NOTE, Part, Sentence, Source, write
from beadwork.visits.models import NoteDraft, Visit

BY_LETTER = {part[0]: part for part in (*NOTE, Part.FAMILY)}


@dataclass(frozen=True)
class Line:
    """One line: `written` is what the record says, `drafts` what people wrote over it (several: not settled yet).

    `name`: what the practice calls it, for a part it asks for that only a person can write.
    """

    key: str
    part: Part
    written: str = ""
    sources: tuple[Source, ...] = ()
    drafts: tuple[NoteDraft, ...] = ()
    name: str = ""

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
        """As a signed note keeps it; an edited line with what the record said."""
        sources = [{"kind": one.kind, "id": str(one.id), "words": one.words} for one in self.sources]
        written = {"written": self.written} if self.is_edited and self.written else {}
        return {
            "key": self.key, "part": self.part.value, "text": f"{self.name}: {self.text}" if self.name else self.text,
            "edited": self.is_edited, "sources": sources,
        } | written  # fmt: skip


@dataclass(frozen=True)
class NoteText:
    """The whole note in one language, with the facts it was written from and the names that may not stand in it."""

    facts: Facts
    language: str
    beside: Names = ()
    asked: tuple[Asked, ...] = ()
    lines: tuple[Line, ...] = ()

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

    @cached_property
    def minutes(self) -> Minutes:
        """Minutes by activity and kind."""
        told = minutes_of(self.facts.activities, library_of(self.facts.visit.practice))
        return [one | {"name": without(str(one["name"]), self.beside)} for one in told]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) over everything the note says, with its sources."""
        return fingerprint(self.language, [line.frozen() for line in self.said], self.minutes)

    @property
    def mark(self) -> str:
        """What a page carries that showed it: the fingerprint of the note and of what the family would read."""
        return fingerprint(self.fingerprint, [line.frozen() for line in self.for_family], [])


def note_text(visit: Visit, language: str, *, without: Collection[UUID] = ()) -> NoteText:
    """The note of a visit as it would be signed now, in a language; `without` some drafts, as it was before them.

    Times are the practice's, whoever reads it and from where: the same record gives the same note.
    """
    with override(language), timezone.override(visit.practice.zone):
        facts, beside = gather(visit), names_beside(visit)
        written = (unnamed(sentence, beside) for sentence in write(facts))
        asked = asked_of(visit)
        return NoteText(
            facts, language, beside, asked, tuple(_lines(written, asked, _drafts(visit, without)))
        )


def written_after(note: Note) -> list[NoteDraft]:
    """Texts that came after signing (a device sent them late) and were not added since: the newest of each line."""
    late = NoteDraft.objects.standing().filter(
        occasion=note.visit.occasion_id, received_at__gt=note.signed_at
    )
    late = late.exclude(text="").exclude(pk__in=note.addenda.values("pk")).select_related("by")
    newest = {(draft.part, draft.by_id): draft for draft in late.order_by("received_at", "at", "pk")}
    said = {line["text"] for line in note.lines}
    return [draft for draft in newest.values() if draft.text not in said]


def _drafts(visit: Visit, without: Collection[UUID]) -> dict[str, list[NoteDraft]]:
    """The newest texts by line: drafts on which no other was written, as they came."""
    drafts = NoteDraft.objects.standing().filter(occasion=visit.occasion_id).exclude(pk__in=without)
    drafts = drafts.select_related("by")
    drafts = list(drafts.order_by("received_at", "pk"))
    built_on = {draft.base for draft in drafts}
    newest: dict[str, list[NoteDraft]] = {}
    for draft in drafts:
        if draft.pk not in built_on:
            newest.setdefault(draft.part, []).append(draft)
    return newest


def _lines(
    sentences: Iterable[Sentence], asked: Iterable[Asked], drafts: dict[str, list[NoteDraft]]
) -> Iterable[Line]:
    """Part by part: the record's sentences, what is asked for, edits whose sentence is gone, a person's own words."""
    by_part: dict[Part, list[Line]] = {part: [] for part in BY_LETTER.values()}
    left = dict(drafts)
    for one in sentences:
        mine = tuple(left.pop(one.key, ()))
        by_part[one.part].append(Line(one.key, one.part, one.text, one.sources, mine))
    for wanted in asked:
        if wanted.is_own:
            texts = tuple(left.pop(wanted.key, ()))
            by_part[wanted.part].append(Line(wanted.key, wanted.part, drafts=texts, name=str(wanted.name)))
    for key, mine_too in sorted(left.items()):
        part = BY_LETTER.get(key[0])
        if part and not key.endswith("-own"):
            by_part[part].append(Line(key, part, drafts=tuple(mine_too)))
    for part, lines in by_part.items():
        own = f"{part[0]}-own"
        yield from [*lines, Line(own, part, drafts=tuple(left.get(own, ())))]
