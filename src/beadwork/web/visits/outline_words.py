"""What the pages of a visit's plan show: entries with reasons in sentences, what to mind, and answers to “why not?”."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.activities.choosing import Fault, Pick, Reason, WhyNot, faults, why_not
from beadwork.activities.models import ClearanceKind
from beadwork.activities.names import name_of
from beadwork.activities.sentences import LABELS, say, say_difference, say_fault, why
from beadwork.people.models import FactKind
from beadwork.visits.models import Part, PlannedActivity
from beadwork.visits.proposing import Chooser

MOST = 20


@dataclass(frozen=True)
class Entry:
    """One activity on the page; `key` names it in forms (its row, or its slug while it is only proposed)."""

    key: str
    slug: str
    part: str
    name: str
    minutes: int
    purpose: str = ""
    why: str = ""
    reasons: tuple[tuple[str, str, float], ...] = ()
    mind: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    is_danger: bool = False
    origin: str = ""
    instead_of: str = ""
    materials: tuple[str, ...] = ()
    is_unreviewed: bool = False
    is_known: bool = False


@dataclass(frozen=True)
class PartShown:
    """One part of the visit."""

    part: str
    label: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(one.minutes for one in self.entries)


def parts_of(entries: Iterable[Entry]) -> list[PartShown]:
    """The entries by part; a part without any is left out."""
    told = list(entries)
    shown = [
        PartShown(part, str(label), [one for one in told if one.part == part]) for part, label in Part.choices
    ]
    return [part for part in shown if part.entries]


def entry_of(chooser: Chooser, pick: Pick) -> Entry:
    """A pick as an entry."""
    return _entry(chooser, pick.slug, pick.slug, pick.part, pick.minutes, pick.why)


def picks_of(chooser: Chooser) -> list[Entry]:
    """What is proposed."""
    return [entry_of(chooser, pick) for pick in chooser.proposal.picks]


def entries_of(chooser: Chooser, rows: Iterable[PlannedActivity]) -> list[Entry]:
    """What stands in a plan, held against the rules as they are today."""
    told = list(rows)
    names = {row.pk: row.name for row in told}
    return [_planned(chooser, row, names) for row in told if row.taken_out_at is None]


def _planned(chooser: Chooser, row: PlannedActivity, names: Mapping[Any, str]) -> Entry:
    reasons = tuple(
        Reason(one["name"], one["points"], tuple(one["words"]), tuple(one["numbers"])) for one in row.why
    )
    more = {"origin": row.get_origin_display() if row.origin != "proposed" else "", "name": row.name}
    more["instead_of"] = names.get(row.instead_of_id, "")
    return _entry(chooser, str(row.pk), row.slug, row.part, row.minutes, reasons, **more)


def _entry(
    chooser: Chooser, key: str, slug: str, part: str, minutes: int, reasons: Iterable[Reason], **more: Any
) -> Entry:
    place = chooser.shelf.place.get(slug)
    if place is None:
        return Entry(key, slug, part, minutes=minutes, **({"name": slug} | more))
    activity, child = chooser.shelf.activities[place], chooser.visit.child.name
    language, goals = get_language() or "en", {str(goal.pk): goal.name for goal in chooser.goals}
    broken = faults(activity, chooser.situation, chooser.shelf)
    told = tuple(reasons)
    return Entry(
        key, slug, part, minutes=minutes, purpose=activity.says("purpose", language), why=why(told, child, goals),
        reasons=tuple((str(LABELS[one.name]), say(one, child, goals), one.points) for one in told),
        mind=tuple(_mind(activity, chooser, language)), faults=tuple(say_fault(one) for one in broken),
        is_danger=_is_danger(broken), materials=activity.materials, is_unreviewed=not activity.is_reviewed,
        is_known=True,         **(more | {"name": activity.in_words(language)}),
    )  # fmt: skip


def _is_danger(broken: Iterable[Fault]) -> bool:
    return any(one.kind == "danger" for one in broken)


def _mind(activity: Any, chooser: Chooser, language: str) -> list[str]:
    """What the activity says about this child's precautions and equipment."""
    now = chooser.situation
    care = [
        f"{name_of('precaution', one.when).capitalize()}: {one.do.said(language)}"
        for one in activity.precautions
        if one.when in now.precautions | now.implied.keys()
    ]
    lay_out = [
        f"{name_of('equipment', one.equipment).capitalize()}: {one.how.said(language)}"
        for one in activity.with_equipment
        if one.equipment in now.equipment
    ]
    return care + lay_out


def care_told(chooser: Chooser) -> dict[str, Any]:
    """What stands on top of every page of the plan: dangers as noted, what is checked, what is not, what is decided."""
    known = chooser.known
    by_word = {one.word: one.id for one in known.noted if one.kind == ClearanceKind.APPROACH}
    ruled_out = {one.word: one.id for one in known.noted if one.kind == ClearanceKind.RULED_OUT}
    return {
        "care": known.texts(FactKind.ALLERGY, FactKind.PRECAUTION),
        "sensitive": known.texts(FactKind.SENSITIVITY),
        "unchecked": known.unchecked,
        "implied": [
            (word, name_of("precaution", word), name_of(*origin.split("/")))
            for word, origin in known.implied.items()
        ],
        "avoided": _words("sensory", known.of(FactKind.SENSITIVITY) - known.approached),
        "approached": [(name_of("sensory", word), by_word[word]) for word in sorted(known.approached)],
        "ruled_out": [(name_of("precaution", word), ruled_out[word]) for word in sorted(known.ruled_out)],
    }


def _words(vocabulary: str, slugs: Iterable[str]) -> list[tuple[str, str]]:
    return [(slug, name_of(vocabulary, slug)) for slug in sorted(slugs)]


@dataclass(frozen=True)
class Answer:
    """One activity with why it is not proposed (or that it is)."""

    slug: str
    name: str
    purpose: str
    answers: list[str]
    is_excluded: bool
    is_danger: bool
    is_planned: bool


def answers(chooser: Chooser, words: str, planned: set[str]) -> tuple[list[Answer], int]:
    """The activities whose name or purpose has the words (without any: none), and how many more there are."""
    language, wanted = get_language() or "en", words.casefold().split()
    found = [
        one
        for one in chooser.shelf.activities
        if wanted and all(word in _said(one, language) for word in wanted)
    ]
    return [_answer(chooser, one, language, planned) for one in found[:MOST]], max(0, len(found) - MOST)


def _said(activity: Any, language: str) -> str:
    told = (activity.in_words(language), activity.family_words(language), activity.says("purpose", language))
    return " ".join(told).casefold()


def _answer(chooser: Chooser, activity: Any, language: str, planned: set[str]) -> Answer:
    told = why_not(chooser.ranking, chooser.proposal, activity.slug)
    return Answer(
        activity.slug, activity.in_words(language), activity.says("purpose", language),
        [_("It is in the plan.")] if activity.slug in planned else _tell(chooser, told, language),
        is_excluded=bool(told.faults), is_danger=_is_danger(told.faults), is_planned=activity.slug in planned,
    )  # fmt: skip


def _tell(chooser: Chooser, told: WhyNot, language: str) -> list[str]:
    if told.faults:
        return [say_fault(one) for one in told.faults]
    if told.chosen:
        return [_("It is proposed.")]
    if told.too_long:
        return [_("It would fit today, but not into the minutes that are left beside the others.")]
    taken = chooser.shelf.activities[chooser.shelf.place[told.taken]].in_words(language)
    ahead = _("For “%(part)s” it came %(rank)d of %(of)d; “%(taken)s” was %(points)s points ahead.") % {
        "part": Part(told.part).label, "rank": told.rank, "of": told.of, "taken": taken, "points": f"{told.points:.0f}"
    }  # fmt: skip
    return [ahead, *say_difference(told)]
