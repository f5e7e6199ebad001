"""What went before in a child's visits, as the chooser needs it: which activity, how the child was, how tries went.

An activity is known by its slug; one without it by its name, if an activity of the shelf has that in any language.
A response names what it was during; one that names nothing counts for the activity noted nearest in time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Avg, Case, CharField, F, FloatField, Min, UUIDField, Value, When

from beadwork.activities.choosing import Done, Shelf
from beadwork.knowledge import items
from beadwork.plan.models.scale import Better
from beadwork.record.models import Attempt, Response
from beadwork.visits.models import DoneActivity

YEARS = timedelta(days=731)
NEAR = timedelta(minutes=15)
BEFORE = 3
"""A visit's tries at a goal are held against the visits just before it, so many at most."""

Serves = Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Held:
    """One visit: its activities (name, slug, moment), responses (kind, strength, during, moment), level by goal."""

    activities: list[tuple[str, str, datetime]] = field(default_factory=list)
    responses: list[tuple[str, float, str, datetime]] = field(default_factory=list)
    levels: dict[str, float] = field(default_factory=dict)

    @property
    def begun(self) -> datetime:
        """When the first of it was seen."""
        return min(at for _name, _slug, at in self.activities)


def history(rows: Iterable[tuple[Any, ...]], shelf: Shelf, serves: Serves, today: date) -> tuple[Done, ...]:
    """Everything done, the latest visit first. `serves`: the goals (keys) each activity (slug) serves."""
    visits = sorted((one for one in _held(rows) if one.activities), key=lambda one: one.begun, reverse=True)
    names = names_of(shelf)
    done = []
    for number, visit in enumerate(visits, 1):
        gains = _gains(visit, visits[number : number + BEFORE])
        felt = _felt(visit)
        for name, known, at in visit.activities:
            if slug := known or names.get(name.casefold()):
                gain = _mean(gains[goal] for goal in serves.get(slug, ()) if goal in gains)
                done.append(Done(slug, number, max(0, (today - at.date()).days), _mean(felt[name]), gain))
    return tuple(done)


@lru_cache(maxsize=32)
def names_of(shelf: Shelf) -> dict[str, str]:
    """The slug of an activity by each of its names, in small letters; of two with one name the first by slug."""
    named: dict[str, str] = {}
    for one in shelf.activities:
        for name in (*one.name, *(one.family or ())):
            named.setdefault(name.casefold(), one.slug)
    return named


def _held(rows: Iterable[tuple[Any, ...]]) -> list[Held]:
    visits: dict[UUID, Held] = defaultdict(Held)
    for what, occasion, at, words, which, goal, success, value, low, high, better in rows:
        visit = visits[occasion]
        if what == "activity":
            visit.activities.append((words, which, at))
        elif what == "response":
            visit.responses.append((words, value, which, at))
        elif (level := _level(success, value, low, high, better)) is not None:
            visit.levels[str(goal)] = level
    return list(visits.values())


def _level(success: float | None, value: float | None, low: float, high: float, better: str) -> float | None:
    """How well tries went, 0–1 on the goal's scale; None where nothing was measured."""
    if success is not None:
        return success
    if value is None:
        return None
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return 1.0 - share if better == Better.LOWER else share


def _gains(visit: Held, before: list[Held]) -> dict[str, float]:
    """By goal, how much better tries went than on average in the visits just before."""
    usual = {goal: _mean(one.levels[goal] for one in before if goal in one.levels) for goal in visit.levels}
    return {goal: level - usual[goal] for goal, level in visit.levels.items() if usual[goal] is not None}  # type: ignore[operator]


def _felt(visit: Held) -> dict[str, list[float]]:
    """By the name of an activity, how engaged each response about it says the child was."""
    felt: dict[str, list[float]] = defaultdict(list)
    names = {name for name, _slug, _at in visit.activities}
    for kind, strength, during, at in visit.responses:
        name = during if during in names else _nearest(visit, at) if not during else None
        if name is not None:
            felt[name].append(engagement(kind, strength))
    return felt


def _nearest(visit: Held, at: datetime) -> str | None:
    distance, name = min((abs(at - when), name) for name, _slug, when in visit.activities)
    return name if distance <= NEAR else None


def engagement(kind: str, strength: float) -> float:
    """A response as a number 0–1: a good one above a half, a hard one below, more so the stronger it was."""
    away = strength / 6
    return 0.5 + away if kind in _good() else 0.5 - away


@lru_cache(maxsize=1)
def _good() -> frozenset[str]:
    return frozenset(one.slug for one in items("response") if one.mood == "good")


def _mean(values: Iterable[float]) -> float | None:
    said = list(values)
    return sum(said) / len(said) if said else None


def rows(child_id: UUID, now: datetime) -> list[tuple[Any, ...]]:
    """Activities, responses and the mean of tries by goal, of two years of a child's visits, in one query.

    `which`: the slug of an activity, or what a response was during.
    """
    since = {"child": child_id, "at__gte": now - YEARS, "at__lt": now, "occasion__visit__isnull": False}
    activities = _told(DoneActivity.objects, "activity", since, at=F("at"), words=F("name"), which=F("slug"))
    responses = _told(
        Response.objects,
        "response",
        since,
        at=F("at"),
        words=F("kind"),
        which=F("during"),
        value=_float(F("strength")),
    )
    worked = Case(When(success=True, then=1.0), When(success=False, then=0.0), output_field=FloatField())
    tries = Attempt.objects.standing().filter(**since).values("occasion", "goal")
    tries = tries.annotate(the_at=Min("at"), the_success=Avg(worked), the_value=Avg("value"))
    tries = tries.annotate(
        the_what=_text("try"), the_words=_text(""), the_which=_text(""), the_low=F("goal__low"),
        the_high=F("goal__high"), the_better=F("goal__better"),
    )  # fmt: skip
    measured = tries.order_by().values_list(
        "the_what", "occasion", "the_at", "the_words", "the_which", "goal", "the_success", "the_value", "the_low",
        "the_high", "the_better",
    )  # fmt: skip
    return list(measured.union(activities, responses, all=True))  # the first tells the types of the columns


def _told(manager: Any, what: str, since: dict[str, Any], **said: Any) -> Any:
    columns = {name: said.get(name, empty) for name, empty in EMPTY.items()}
    found = manager.standing().filter(**since).order_by()
    found = found.annotate(the_what=_text(what), **{f"the_{name}": value for name, value in columns.items()})
    return found.values_list("the_what", "occasion", *(f"the_{name}" for name in EMPTY))


def _float(value: Any) -> Any:
    return value * Value(1.0, output_field=FloatField())


def _text(words: str) -> Any:
    return Value(words, output_field=CharField())


_NO_NUMBER = Value(None, output_field=FloatField())
EMPTY: dict[str, Any] = {
    "at": None, "words": _text(""), "which": _text(""), "goal": Value(None, output_field=UUIDField()),
    "success": _NO_NUMBER, "value": _NO_NUMBER, "low": _NO_NUMBER, "high": _NO_NUMBER, "better": _text(""),
}  # fmt: skip
