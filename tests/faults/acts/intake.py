"""The acts of the room `intake`, once each."""

from functools import partial

from beadwork.intake import actions as intake
from tests.faults.acts.table import SINCE, Act, act, who
from tests.world import World


def enquiry(world: World) -> intake.NewEnquiry:
    """What a family sends from outside."""
    return intake.NewEnquiry("Rosa Lund", "555 0100", "Lia", world.mia.born_on, "Waves.")


@act
def intake_send_enquiry(world: World) -> Act:
    return partial(intake.send_enquiry, world.practice, enquiry(world), at=world.now)


@act
def intake_welcome(world: World) -> Act:
    sent = intake.send_enquiry(world.practice, enquiry(world), at=world.now)
    return partial(intake.welcome, sent, **who(world.dana, world))


@act
def intake_close_enquiry(world: World) -> Act:
    sent = intake.send_enquiry(world.practice, enquiry(world), at=world.now)
    return partial(intake.close_enquiry, sent, "Called back", **who(world.dana, world))


@act
def intake_note_concern(world: World) -> Act:
    return partial(
        intake.note_concern, world.mia, "Socks.", said_by=world.leo_caregiver, **who(world.ana, world)
    )


@act
def intake_refer(world: World) -> Act:
    why = {"reason": "Dressing", "source": "physician", "referred_on": SINCE}
    facts = {"conditions": ["weak grip"], "precautions": ["no peanuts", "splint at night"]}
    return partial(intake.refer, world.mia, **why, **facts, **who(world.ana, world))


@act
def intake_close_referral(world: World) -> Act:
    return partial(intake.close_referral, intake_refer(world)(), "Moved away", **who(world.ana, world))
