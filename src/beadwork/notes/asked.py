"""The parts a note has to have: named, in an order, by setting and by payer.

The usual lists hold until a practice sets its own; where they come from is in docs/decisions. A payer's list is what
the practice wrote down of what that payer asks for, with where it says so. Nothing here says what anybody pays for.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beadwork.notes.models import FollowedPayer, NoteParts, Setting
from beadwork.notes.sentences.sentence import NOTE, Part
from beadwork.people.models import Practice
from beadwork.people.models.practice import PracticeKind
from beadwork.plan.models.ladder import in_language
from beadwork.plan.models.plan import Place
from beadwork.visits.models import Visit

if TYPE_CHECKING:
    from beadwork.notes.note import NoteText

MOST_NAME = 80
SLUG = re.compile(r"[a-z0-9-]{1,30}")


@dataclass(frozen=True)
class Asked:
    """One part that is asked for: a known one by its `slug`, or a practice's own with its names and where it stands."""

    slug: str
    part: Part
    en: str = ""
    es: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the practice's own: then it has a line of its own in the note."""
        return bool(self.en or self.es)

    @property
    def name(self) -> str | Promise:
        """What it is called, in the reader's language."""
        return in_language(self.en, self.es) if self.is_own else KNOWN[self.slug].name

    @property
    def key(self) -> str:
        """The line somebody writes it in, if the record does not say it."""
        return f"{self.part[0]}-asked-{self.slug}" if self.is_own else f"{self.part[0]}-own"

    def is_met(self, note: "NoteText") -> bool:
        """Whether the note says it: from the record, or in somebody's own words in its place."""
        if any(line.key == self.key and line.text for line in note.lines):
            return True
        return not self.is_own and KNOWN[self.slug].is_said(note)


@dataclass(frozen=True)
class Known:
    """A part the product knows, and how it sees that the record says it."""

    name: Promise
    part: Part
    is_said: Callable[["NoteText"], bool]


def _says(part: Part, *starts: str) -> Callable[["NoteText"], bool]:
    """Whether a line of a part says something: any, or one whose key begins so."""
    begins = tuple(f"{part[0]}-{start}" for start in starts or ("",))
    return lambda note: any(line.text and line.key.startswith(begins) for line in note.of(part))


def _each_goal(note: "NoteText") -> bool:
    """Whether every goal that was tried stands in the objective part with its level."""
    said = {line.key for line in note.of(Part.OBJECTIVE) if line.text}
    return all(f"o-goal-{one.goal.pk.hex[-16:]}" in said for one in note.facts.goals)


KNOWN: dict[str, Known] = {
    "subjective": Known(_("Subjective"), Part.SUBJECTIVE, _says(Part.SUBJECTIVE)),
    "objective": Known(_("Objective"), Part.OBJECTIVE, _says(Part.OBJECTIVE)),
    "each-goal": Known(_("Each goal that was tried"), Part.OBJECTIVE, _each_goal),
    "minutes": Known(_("Activities and their minutes"), Part.OBJECTIVE, _says(Part.OBJECTIVE, "activities")),
    "response": Known(_("How the child was"), Part.OBJECTIVE, _says(Part.OBJECTIVE, "response")),
    "assessment": Known(_("Assessment"), Part.ASSESSMENT, _says(Part.ASSESSMENT)),
    "skill": Known(_("Why it took a therapist"), Part.ASSESSMENT, _says(Part.ASSESSMENT, "skill")),
    "plan": Known(_("Plan"), Part.PLAN, _says(Part.PLAN)),
    "home": Known(_("What goes on at home"), Part.PLAN, _says(Part.PLAN, "home")),
    "next-visit": Known(_("The next visit"), Part.PLAN, _says(Part.PLAN, "visit")),
}
SOAP = ("subjective", "objective", "each-goal", "assessment", "plan")
USUAL: dict[str, tuple[str, ...]] = {
    Setting.CLINIC: SOAP,
    Setting.HOSPITAL: ("subjective", "objective", "each-goal", "minutes", "response", "assessment", "plan"),
    Setting.SCHOOL: ("objective", "each-goal", "assessment", "plan"),
    Setting.HOME: (*SOAP, "home"),
}
"""In class nobody from home is asked before a visit."""


def usual(setting: str) -> tuple[Asked, ...]:
    """The list that holds until a practice sets its own."""
    return tuple(known(slug) for slug in USUAL[setting])


def known(slug: str) -> Asked:
    """A part the product knows."""
    return Asked(slug, KNOWN[slug].part)


def is_known(one: Asked) -> bool:
    """Whether it may stand in a list: a known part, or an own one with a name in both languages and a place."""
    if not one.is_own:
        return one.slug in KNOWN
    names = all(0 < len(name.strip()) <= MOST_NAME for name in (one.en, one.es))
    return names and one.part in NOTE and one.slug not in KNOWN and bool(SLUG.fullmatch(one.slug))


def stored(one: Asked) -> dict[str, str]:
    """As a version keeps it."""
    own = {"part": one.part.value, "en": one.en.strip(), "es": one.es.strip()} if one.is_own else {}
    return {"slug": one.slug, **own}


def read(parts: Iterable[dict[str, Any]]) -> tuple[Asked, ...]:
    """A version's list."""
    return tuple(
        Asked(one["slug"], Part(one["part"]), one["en"], one["es"]) if "part" in one else known(one["slug"])
        for one in parts
    )


def setting_of(visit: Visit) -> str:
    """Where a visit counts as held: its place, or, at the practice, what kind of place that is."""
    if visit.place in (Place.SCHOOL, Place.HOME):
        return str(Setting(visit.place))
    kinds = {PracticeKind.HOSPITAL: Setting.HOSPITAL, PracticeKind.SCHOOL: Setting.SCHOOL}
    return str(kinds.get(PracticeKind(visit.practice.kind), Setting.CLINIC))


def asked_of(visit: Visit) -> tuple[Asked, ...]:
    """The parts the note of a visit has to have: the payer's list its child follows, the practice's, or the usual."""
    setting, payer = setting_of(visit), payer_of(visit)
    lists = NoteParts.objects.filter(practice=visit.practice_id, setting=setting, payer__in={"", payer})
    newest = {one.payer: one for one in lists.order_by("number")}
    chosen = newest.get(payer) or newest.get("")
    return read(chosen.parts) if chosen else usual(setting)


def payer_of(visit: Visit) -> str:
    """Whose list the child's notes follow; "" is the practice's own."""
    chosen = FollowedPayer.objects.filter(child=visit.child_id).order_by("chosen_at", "pk").last()
    return chosen.payer if chosen else ""


def lists_of(practice: Practice) -> list[str]:
    """Payers of which the practice has a list."""
    lists = NoteParts.objects.filter(practice=practice).exclude(payer="")
    return sorted(set(lists.values_list("payer", flat=True)))
