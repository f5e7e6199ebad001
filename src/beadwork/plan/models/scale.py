"""The scale of a goal: how it is measured, which way is progress, and shares in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scale(models.TextChoices):
    """How a goal is measured. The scale of a goal does not change: another scale is another goal."""

    ACCURACY = "accuracy", _("Accuracy: how many tries succeed")
    STEPS = "steps", _("Steps: how many steps of the task are done")
    COUNT = "count", _("Count: how many times")
    DURATION = "duration", _("Duration: how many seconds it lasts")
    LATENCY = "latency", _("Latency: how many seconds until it begins")
    RATE = "rate", _("Rate: how many a minute")
    ATTAINMENT = "attainment", _("Attainment: five described levels")
    SUPPORT = "support", _("Support: how little help it takes")


class Better(models.TextChoices):
    """Which way is progress."""

    HIGHER = "higher", _("More is better")
    LOWER = "lower", _("Less is better")


def of_tries(percent: float) -> tuple[int, int]:
    """A share of tries as the fewest tries that say it: 90 is 9 of 10, 85 is 17 of 20, 93 is 93 of 100."""
    whole = round(percent)
    tried = next(tried for tried in (10, 20, 100) if whole * tried % 100 == 0)
    return whole * tried // 100, tried
