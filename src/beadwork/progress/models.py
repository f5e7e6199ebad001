"""Where a goal is going, as last computed: kept so that a page computes nothing that has not changed."""

from django.db import models

from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.plan.models import Goal


class Outlook(ChildRow):
    """What `forecast.py` said about one goal. It rests on the record alone and can be made again from it at any time.

    `question` is the fingerprint of everything it was computed from; another fingerprint makes it stale. `told` holds
    plain numbers (see `forecast.Answer`); the words are made when somebody reads them, in her language.
    """

    goal = models.OneToOneField(Goal, models.PROTECT, related_name="outlook")
    question = models.CharField(max_length=64)
    told = models.JSONField()
    computed_at = models.DateTimeField()

    privacy = classify(child="told", housekeeping="goal question computed_at")
