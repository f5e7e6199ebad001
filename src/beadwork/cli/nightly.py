"""`beadwork nightly`: the outlook of every goal, brought up to date in batches. Run it by cron; twice does no harm."""

from collections.abc import Iterator
from typing import Any

from beadwork.cli import ground
from beadwork.cli.say import say

BATCH = 500  # goals: a few seconds and a few megabytes


def run(arguments: list[str]) -> int:
    """Every goal that is worked on, practice by practice."""
    ground.set_up()
    from django.utils import timezone

    now = timezone.now()
    done = computed = 0
    for goals in _goals():
        kept = _keep(goals, now)
        done, computed = done + len(kept), computed + sum(outlook.computed_at == now for outlook in kept)
    say(f"beadwork: {done} outlooks are up to date, {computed} of them computed now")
    return 0


def _goals() -> Iterator[list[Any]]:
    from beadwork.plan.models import Goal

    worked_on = Goal.objects.worked_on().order_by("practice", "pk")
    ids = list(worked_on.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = Goal.objects.filter(pk__in=ids[start : start + BATCH])
        yield list(batch.with_versions().select_related("practice", "outlook"))


def _keep(goals: list[Any], now: Any) -> list[Any]:
    from beadwork.progress.actions import keep_outlooks
    from beadwork.progress.forecast import question_of
    from beadwork.progress.mastery import rule_of
    from beadwork.progress.series import many_series

    strings = many_series(goals)
    asked = {}
    for goal in goals:
        series, today = strings[goal.pk], now.astimezone(goal.practice.zone).date()
        if question := question_of(series, rule_of(goal.version_on(today), series.measure)):
            asked[goal] = question
    return list(keep_outlooks(asked, at=now).values())
