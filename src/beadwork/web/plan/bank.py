"""The goal bank as a page shows it: templates for an age and an area, the fitting ages first, in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language, gettext

from beadwork.evaluation.models import Finding
from beadwork.knowledge import Text, item, items
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.library.own import library_of
from beadwork.people.models import Child, Practice
from beadwork.plan.models import Plan
from beadwork.plan.models.scale import Scale

ALL = "all"


def said(text: Text | None) -> str:
    """A text in the reader's language; nothing for none."""
    return "" if text is None else text.said(get_language() or "en")


def for_child(text: str, child: Child) -> str:
    """A text with the child's name in its place."""
    return text.replace("{child}", child.name)


def words_of(kind: str, slugs: Iterable[str]) -> list[str]:
    """The names of items, in the reader's language."""
    return [said(item(kind, slug).name) for slug in slugs]


@dataclass(frozen=True)
class Entry:
    """One template of the bank, ready to be read."""

    slug: str
    name: str
    sentence: str
    scale: str
    ages: str
    measure: str
    usual: str
    family: str
    home: list[str]
    icf: list[str]
    points: list[str]
    is_reviewed: bool


@dataclass(frozen=True)
class Bank:
    """The bank for one choice of age and area."""

    age: str
    area: str
    fitting: list[Entry] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)

    @property
    def all_reviewed(self) -> bool:
        """Whether a clinician has reviewed every template shown."""
        return all(one.is_reviewed for one in (*self.fitting, *self.others))


def templates(practice: Practice) -> tuple[GoalTemplate, ...]:
    """The templates a practice offers: those that came, with its own word last."""
    return library_of(practice).items("goal")


def bank(child: Child, *, age: str, area: str) -> Bank:
    """The templates of an area, or of `ALL`, those for the age apart from the others."""
    found: list[GoalTemplate] = [one for one in templates(child.practice) if area in {ALL, one.area}]
    return Bank(
        age=age, area=area,
        fitting=[_entry(one, child) for one in found if age in one.ages],
        others=[_entry(one, child) for one in found if age not in one.ages],
    )  # fmt: skip


def usual_area(draft: Plan) -> str:
    """The first area in which an evaluation found something hard, and the draft has no goal yet; else all of them."""
    found = Finding.objects.filter(evaluation__child=draft.child_id).exclude(needs="")
    hard = set(found.values_list("area", flat=True)) - set(draft.goals.values_list("area", flat=True))
    known = {one.area for one in templates(draft.practice)} if hard else set()
    return next((one.slug for one in items("area") if one.slug in hard & known), ALL)


def _entry(one: GoalTemplate, child: Child) -> Entry:
    parts = (f"{child.name} {said(one.does)}", said(one.manner), said(one.condition))
    return Entry(
        slug=one.slug, name=said(one.name), sentence=", ".join(filter(None, parts)) + ".",
        scale=str(Scale(one.scale).label).partition(":")[0], ages=", ".join(words_of("age-band", one.ages)),
        measure=said(one.measure), usual=usual(one), family=for_child(said(one.family_words), child),
        home=[for_child(said(text), child) for text in one.home],
        icf=[f"{code} {said(item('icf', code).name)}" for code in one.icf],
        points=[said(point) for point in one.points], is_reviewed=one.is_reviewed,
    )  # fmt: skip


def usual(one: GoalTemplate) -> str:
    """Where children usually begin and where they go: "0–3 of 6 steps · With words → 6 of 6 steps · Alone"."""
    before, after = (_side(one, *side) for side in _sides(one))
    return f"{before} → {after}"


def usual_beginning(one: GoalTemplate) -> str:
    """A hint for the field of the baseline, never a number put into it."""
    return gettext("Usual at the start: {usual}").format(usual=_side(one, *_sides(one)[0]))


def _sides(one: GoalTemplate) -> tuple[tuple[Any, str], tuple[Any, str]]:
    return (one.baseline, one.baseline_support), ((one.target, one.target), one.target_support)


def _side(one: GoalTemplate, span: tuple[float, float], support: str) -> str:
    words = said(item("support", support).name)
    return (
        words if one.scale == Scale.SUPPORT else f"{_span(one, *span)} {_unit(one)}".strip() + f" · {words}"
    )


def _span(one: GoalTemplate, low: float, high: float) -> str:
    """One number, or from one to another; levels of attainment with their signs, as people write them."""
    signed = one.scale == Scale.ATTAINMENT
    ends = [
        (f"{end:+g}" if signed and end else f"{end:g}").replace("-", "−")
        for end in dict.fromkeys((low, high))
    ]
    return (" – " if signed else "–").join(ends)


def _unit(one: GoalTemplate) -> str:
    if one.scale == Scale.STEPS:
        return gettext("of {high} steps").format(high=f"{one.high:g}")
    return said(one.unit) or ("%" if one.scale == Scale.ACCURACY else "")
