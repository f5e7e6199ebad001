"""The ladder of support: an ordered list of named kinds of help. Never averaged as if it were a number."""

from django.db import models
from django.utils.translation import get_language

from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import Practice


class Ladder(Row):
    """An ordered list of support levels, the practice's own or made for one goal."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="ladders")
    name = models.CharField(max_length=60)
    is_standard = models.BooleanField(default=False)

    privacy = classify(practice="name is_standard", housekeeping="practice")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice"], condition=models.Q(is_standard=True), name="ladder_one_standard"
            )
        ]

    def __str__(self) -> str:
        return self.name


class SupportLevel(Row):
    """One rung: `rank` 0 is the most help; `is_alone` marks the rungs that count as doing it alone."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="levels")
    rank = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=40)
    name_en = models.CharField(max_length=60)
    name_es = models.CharField(max_length=60, blank=True)
    family_en = models.CharField(max_length=80)
    family_es = models.CharField(max_length=80, blank=True)
    is_alone = models.BooleanField(default=False)

    privacy = classify(
        practice="rank slug name_en name_es family_en family_es is_alone", housekeeping="ladder"
    )

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["ladder", "rank"], name="supportlevel_rank_once"),
            models.UniqueConstraint(fields=["ladder", "slug"], name="supportlevel_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The clinician's word, in the reader's language."""
        return in_language(self.name_en, self.name_es)

    @property
    def family_name(self) -> str:
        """The family's words, in the reader's language."""
        return in_language(self.family_en, self.family_es)


def in_language(english: str, spanish: str) -> str:
    """The text in the language of the page; the other one where it is missing."""
    if (get_language() or "en").startswith("es"):
        return spanish or english
    return english or spanish
