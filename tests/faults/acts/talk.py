"""The acts of the room `talk`, once each."""

from functools import partial

from beadwork.core.ids import new_id
from beadwork.talk import actions as talk
from tests.faults.acts.table import Act, act, who
from tests.talk.build import said
from tests.world import World


@act
def talk_send_message(world: World) -> Act:
    return partial(talk.send_message, world.mia, "How was today?", id=new_id(), **who(world.leo, world))


@act
def talk_mark_read(world: World) -> Act:
    for text in ("One", "Two"):
        said(world, text, world.leo)
    return partial(talk.mark_read, world.mia, **who(world.ana, world))
