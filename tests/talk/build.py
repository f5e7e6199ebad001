"""A conversation for tests."""

from datetime import timedelta

from beadwork.core.ids import new_id
from beadwork.people.models import User
from beadwork.talk.actions import send_message
from beadwork.talk.models import Message
from tests.world import World


def said(world: World, text: str, by: User, *, minutes: int = 0) -> Message:
    """A message about Mia, sent some minutes after the world's moment."""
    return send_message(world.mia, text, id=new_id(), by=by, at=world.now + timedelta(minutes=minutes))
