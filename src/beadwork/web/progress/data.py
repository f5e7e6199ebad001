"""A series as comma-separated values."""

import csv

from django.http import HttpResponse
from django.utils.translation import gettext as _

from beadwork.plan.models import Goal
from beadwork.plan.models.scale import Scale
from beadwork.progress.level import successes
from beadwork.progress.picture.figure import setting_words
from beadwork.progress.series import Point, Series

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run instead of show


def as_csv(goal: Goal, series: Series) -> HttpResponse:
    """A download for a spreadsheet, oldest occasion first; numbers with a point, days as YYYY-MM-DD."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{goal.child.slug}-{goal.slug}.csv"'
    table = csv.writer(response)
    table.writerow(_head())
    table.writerows(_row(series.measure.scale, point) for point in series)
    return response


def _head() -> list[str]:
    return [
        _("Day"), _("Where"), _("Level"), _("Tries"), _("Succeeded"), _("Share alone"), _("Usual help"),
        _("Most help"), _("Said"),
    ]  # fmt: skip


def _row(scale: str, point: Point) -> list[object]:
    return [
        point.on.isoformat(),
        setting_words(point.setting),
        round(point.level, 3),
        point.tries,
        successes(point.tallies) if scale == Scale.ACCURACY else "",
        round(point.alone, 3),
        safe(point.usual.name),
        safe(point.most.name),
        safe(" ".join(point.remarks)),
    ]


def safe(words: str) -> str:
    """Text that a spreadsheet shows and does not run."""
    return f"'{words}" if words.startswith(FORMULA) else words
