"""Goals that take attempts, as the recording screen needs them: scale, points, ladder, the last help and level."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce
from django.utils.translation import override

from beadwork.plan.models import Goal, GoalVersion, SupportLevel
from beadwork.progress.series import many_series
from beadwork.progress.words import say_point
from beadwork.record.models import Attempt
from beadwork.sync.words import LANGUAGES

GoalsTold = dict[str, tuple[UUID, dict[str, Any]]]
"""By id: whose, and what there is to say."""


def goals_of(child_ids: Iterable[UUID], on: date) -> GoalsTold:
    """The children's goals that are worked on, in an order that does not change during a visit."""
    goals = list(_worked_on(on).filter(child__in=child_ids).prefetch_related("points"))
    last = _last_levels(goals)
    return {str(goal.pk): (goal.child_id, _told(goal, last.get(goal.pk))) for goal in goals}


def _worked_on(on: date) -> QuerySet[Goal]:
    versions = GoalVersion.objects.filter(goal=OuterRef("pk"))
    holds, first = versions.filter(effective_on__lte=on).order_by("-number"), versions.order_by("number")
    last = Attempt.objects.standing().filter(goal=OuterRef("pk")).order_by("-at")

    def said(name: str) -> Coalesce:
        return Coalesce(Subquery(holds.values(name)[:1]), Subquery(first.values(name)[:1]))

    return (
        Goal.objects.worked_on()
        .annotate(
            does=said("does"),
            target=Subquery(holds.values("target")[:1]),
            target_support=Subquery(holds.values("target_support")[:1], output_field=UUIDField()),
            last_support=Subquery(last.values("support")[:1], output_field=UUIDField()),
        )
        .order_by("written_at", "name", F("pk"))
    )


def _last_levels(goals: list[Goal]) -> dict[UUID, dict[str, str]]:
    """The level of each goal's last occasion, in words of each language."""
    last: dict[UUID, dict[str, str]] = {}
    for language in LANGUAGES:
        with override(language):
            for id, series in many_series(goals).items():
                if series.points:
                    last.setdefault(id, {})[language] = say_point(series.measure, series.points[-1])
    return last


def _told(goal: Any, last: dict[str, str] | None) -> dict[str, Any]:
    points = [
        {"value": point.value, "words": {"en": point.words_en, "es": point.words_es or point.words_en}}
        for point in goal.points.all()
    ]
    return {
        "name": goal.name, "does": goal.does, "scale": goal.scale, "unit": goal.unit, "low": goal.low,
        "high": goal.high, "better": goal.better, "ladder": str(goal.ladder_id), "points": points,
        "target": goal.target, "target_support": _id(goal.target_support), "last_support": _id(goal.last_support),
        "last": last,
    }  # fmt: skip


def _id(id: UUID | None) -> str | None:
    return str(id) if id else None


def ladders_of(ids: Iterable[str]) -> dict[str, Any]:
    """The ladders, each with its kinds of help, most help first."""
    ladders: dict[str, Any] = {}
    levels = SupportLevel.objects.filter(ladder__in=set(ids)).select_related("ladder").order_by("rank")
    for level in levels:
        ladder = ladders.setdefault(str(level.ladder_id), {"name": level.ladder.name, "levels": []})
        ladder["levels"].append(_level(level))
    return ladders


def _level(level: SupportLevel) -> dict[str, Any]:
    words = {"en": level.name_en or level.name_es, "es": level.name_es or level.name_en}
    return {
        "id": str(level.pk),
        "rank": level.rank,
        "slug": level.slug,
        "name": words,
        "alone": level.is_alone,
    }
