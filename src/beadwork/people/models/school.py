"""The child's school, and the teacher who helps in class."""

from django.conf import settings
from django.db import models

from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models.child import Child
from beadwork.people.models.practice import Practice
from beadwork.people.models.relation import Relation


class School(Row):
    """A school or nursery that children of the practice go to."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="schools")
    name = models.CharField(max_length=120)

    privacy = classify(practice="name", housekeeping="practice")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "name"], name="school_once")]

    def __str__(self) -> str:
        return self.name


class Teacher(Row):
    """A teacher who may be asked how it goes in class."""

    school = models.ForeignKey(School, models.PROTECT, related_name="teachers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="teaching"
    )
    name = models.CharField(max_length=120)

    privacy = classify(person="name", housekeeping="school user")

    def __str__(self) -> str:
        return self.name


class Schooling(Relation):
    """A child goes to a school; her teacher there, if she is part of the work."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="schoolings")
    school = models.ForeignKey(School, models.PROTECT, related_name="schoolings")
    teacher = models.ForeignKey(Teacher, models.PROTECT, null=True, blank=True, related_name="schoolings")
    room = models.CharField(max_length=60, blank=True)

    privacy = classify(child="room", housekeeping="practice child school teacher")
