"""Messages about one child, and who has read them."""

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow, User


class Message(ChildRow):
    """One message in a child's conversation; it is not edited and not taken back."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000)
    sent_at = models.DateTimeField()

    privacy = classify(child="text", housekeeping="by sent_at")

    class Meta:
        indexes = [models.Index(fields=["child", "sent_at"], name="message_child_sent")]

    def is_new_to(self, user: User) -> bool:
        """Whether somebody else wrote it and this person has not read it yet."""
        return self.by_id != user.pk and all(reading.by_id != user.pk for reading in self.readings.all())


class Reading(Row):
    """Somebody read a message."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="readings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    privacy = classify(housekeeping="message by read_at")

    class Meta:
        constraints = [UniqueConstraint(fields=["message", "by"], name="reading_once")]
