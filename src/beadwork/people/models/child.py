"""The child: who she is before what is hard for her."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.knowledge.age import AAP
from beadwork.people.age import Age, age_between, corrected_between
from beadwork.people.meaning import DANGERS, Meaning, meaning
from beadwork.people.models.practice import Practice


class ChildQuerySet(models.QuerySet[Any]):
    """Children, asked by name."""

    def named(self, words: str) -> Self:
        """Children each of whose names' parts the words name, in any order."""
        found = self
        for word in words.split():
            says = Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(called__icontains=word)
            found = found.filter(says | Q(reference__iexact=word))
        return found


class Child(Row):
    """A child of a practice. `slug` is her name in links; `gestation_days` is the length of the pregnancy, if known."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="children")
    slug = models.SlugField(max_length=60, unique=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100, blank=True)
    called = models.CharField(max_length=100, blank=True)
    born_on = models.DateField()
    gestation_days = models.PositiveSmallIntegerField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(
        child="slug given_name family_name called born_on gestation_days reference",
        housekeeping="practice added_at added_by",
    )

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "children"
        constraints = [
            UniqueConstraint(
                fields=["practice", "reference"], condition=~Q(reference=""), name="child_reference_once"
            ),
            CheckConstraint(
                condition=Q(gestation_days=None) | Q(gestation_days__gte=147, gestation_days__lte=315),
                name="child_gestation_21_to_45_weeks",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What she is called."""
        return self.called or self.given_name

    @property
    def full_name(self) -> str:
        """Given name and family name, as on paper."""
        return f"{self.given_name} {self.family_name}".strip()

    def age(self, on: date) -> Age:
        """Age since birth, in whole years, months and days."""
        return age_between(self.born_on, on)

    def corrected_age(self, on: date) -> Age | None:
        """Age counted from the due date, where the practice's rule asks for it; None where it does not."""
        if self.gestation_days is None:
            return None
        return corrected_between(self.born_on, on, self.gestation_days, AAP)


class ChildRow(Row):
    """A row about a child. It carries the child's practice, so that big tables can be split by it."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="%(class)ss")

    privacy = classify(housekeeping="practice child")

    class Meta:
        abstract = True


class ChildFactQuerySet(models.QuerySet[Any]):
    """What is known about children."""

    def current(self) -> Self:
        """Facts that still hold."""
        return self.filter(ended_at=None)


class FactKind(models.TextChoices):
    """What kind of thing is worth knowing about a child."""

    INTEREST = "interest", _("Likes")
    HELPS = "helps", _("What helps")
    SENSITIVITY = "sensitivity", _("Sensitive to")
    ALLERGY = "allergy", _("Food allergy")
    PRECAUTION = "precaution", _("Precaution")
    CONDITION = "condition", _("Condition")
    EQUIPMENT = "equipment", _("Equipment")
    LANGUAGE = "language", _("Language")


class ChildFact(ChildRow):
    """One thing worth knowing about a child; it is ended, never edited.

    `word`: what it is in the vocabulary of its kind (`people.meaning`), where a person chose it.
    """

    kind = models.CharField(max_length=20, choices=FactKind)
    text = models.CharField(max_length=200)
    word = models.SlugField(max_length=60, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(child="kind text word", housekeeping="noted_at noted_by ended_at ended_by")

    objects = ChildFactQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("childfact_kind_known", "kind", FactKind),
            pair("childfact_ended_pair", "ended_at", "ended_by"),
            UniqueConstraint(
                fields=["child", "kind", "text"], condition=Q(ended_at=None), name="childfact_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def means(self) -> Meaning:
        """What it stands for in the vocabulary of its kind."""
        return meaning(self.kind, self.text, self.word)

    @property
    def is_unchecked(self) -> bool:
        """Whether it is a danger that no vocabulary knows wholly: people have to mind it themselves."""
        return self.kind in DANGERS and not self.means.is_whole
