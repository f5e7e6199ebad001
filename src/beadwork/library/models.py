"""What a practice says about one item of content. Rows are never edited: the newest of an item counts."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import Practice, Staff


class Said(models.TextChoices):
    """What a practice does with an item."""

    REVIEWED = "reviewed", _("Reviewed as it stands")
    AMENDED = "amended", _("Amended")
    REPLACED = "replaced", _("Replaced by our own")
    ADDED = "added", _("Added by us")
    SET_ASIDE = "set-aside", _("Set aside")
    RESTORED = "restored", _("Offered again")
    RETURNED = "returned", _("Back to the text that came")


class VersionQuerySet(models.QuerySet[Any]):
    """Versions of items, the newest last."""

    def of_item(self, practice: Practice, kind: str, slug: str) -> Self:
        """The history of one item, newest first."""
        return self.filter(practice=practice, kind=kind, slug=slug).order_by("-number")

    def newest(self, practice: Practice) -> Self:
        """The version that counts, of every item the practice has said something about."""
        rows = self.filter(practice=practice).order_by()
        numbers = rows.values("kind", "slug").annotate(newest=models.Max("number")).values("newest")
        return self.filter(practice=practice, number__in=numbers).order_by("number")


class Version(Row):
    """One version of one item. `number` counts the versions of a practice, so that the highest tells them all.

    `data`: the practice's own text, in the shape of a content file; empty where the text that came holds.
    `base`, `base_digest`: the text that came, as it was; empty for what the practice added.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=80)
    what = models.CharField(max_length=10, choices=Said)
    data = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    base_digest = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    reviewer = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField(null=True)
    next_review = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy = classify(
        practice="kind slug what data base reason reviewed_on next_review",
        housekeeping="practice number base_digest reviewer by at",
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("library_said_known", "what", Said),
            models.UniqueConstraint(fields=["practice", "number"], name="library_number_once_a_practice"),
            models.CheckConstraint(
                condition=models.Q(reviewer=None, reviewed_on=None, next_review=None)
                | models.Q(
                    reviewer__isnull=False, reviewed_on__isnull=False, next_review__gt=models.F("reviewed_on")
                ),
                name="library_review_whole_or_not",
            ),
            models.CheckConstraint(
                condition=~models.Q(what=Said.REVIEWED) | models.Q(reviewer__isnull=False),
                name="library_reviewed_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["practice", "kind", "slug", "number"], name="library_item_history")]

    @property
    def is_review(self) -> bool:
        """Whether somebody licensed stands behind it."""
        return self.reviewer_id is not None
