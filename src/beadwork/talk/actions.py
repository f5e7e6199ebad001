"""Writing into a child's conversation, and having read it."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.people.access import Can, require
from beadwork.people.models import Child, User
from beadwork.talk.models import Message, Reading
from beadwork.talk.notify import tell_of_message
from beadwork.talk.problems import MESSAGE_CONFLICT, MESSAGE_TOO_LONG, NOTHING_WRITTEN
from beadwork.talk.queries import people_in, unread_messages

LONGEST = 4000


@transaction.atomic
def send_message(child: Child, text: str, *, id: UUID, by: User, at: datetime) -> Message:
    """Send a message to everybody in the child's conversation; the others get an e-mail that says only that.

    The same `id` with the same words twice is one message.
    """
    require(by, Can.TALK, child, at=at)
    text = text.replace("\r\n", "\n").strip()
    _check(text)
    message, is_new = Message.objects.get_or_create(
        pk=id,
        defaults={"practice_id": child.practice_id, "child": child, "by": by, "text": text, "sent_at": at},
    )
    if not is_new:
        return _the_same(message, child, text, by)
    record_event("message.sent", by=by, about=message, at=at)
    transaction.on_commit(partial(tell_of_message, list(people_in(child, at=at).exclude(pk=by.pk))))
    return message


def _check(text: str) -> None:
    if not text:
        raise NOTHING_WRITTEN()
    if len(text) > LONGEST:
        raise MESSAGE_TOO_LONG(length=len(text), most=LONGEST)


def _the_same(message: Message, child: Child, text: str, by: User) -> Message:
    if (message.child_id, message.text, message.by_id) != (child.pk, text, by.pk):
        raise MESSAGE_CONFLICT()
    return message


@transaction.atomic
def mark_read(child: Child, *, by: User, at: datetime, messages: Iterable[Message] | None = None) -> int:
    """Note that somebody read the conversation (or only the `messages` shown to her): how many were new to her."""
    require(by, Can.TALK, child, at=at)
    new = (
        unread_messages(by).filter(child=child)
        if messages is None
        else [one for one in messages if one.child_id == child.pk and one.is_new_to(by)]
    )
    readings = [Reading(message=one, by=by, read_at=at) for one in new]
    Reading.objects.bulk_create(readings, ignore_conflicts=True)
    record_event("conversation.read", by=by, about=child, at=at, new=len(readings))
    return len(readings)
