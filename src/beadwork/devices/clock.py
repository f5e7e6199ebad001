"""When something was seen, made out from a clock that may be wrong by hours, and put right or changed meanwhile."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

UNDER_WAY = timedelta(minutes=2)
A_DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


def ahead_of(sent_at: datetime, received_at: datetime) -> timedelta:
    """How far a device's clock is ahead (behind: negative), in whole seconds.

    Under two minutes it may be the way here, and counts as nothing.
    """
    ahead = timedelta(seconds=round((sent_at - received_at).total_seconds()))
    return timedelta() if abs(ahead) < UNDER_WAY else ahead


def made_out(said: Sequence[datetime], ahead: timedelta, received_at: datetime) -> list[datetime]:
    """The times of entries given in the order of their numbers: as said, less `ahead`, and in that order.

    Nothing was seen after it arrived, nor after what was counted later: where a clock was put back in between, the
    entries before that move to just before the first one after it. A clock put back by more than a day lost its
    battery, and moves nothing.
    """
    arrived = received_at.astimezone(UTC)
    latest, times = arrived, []
    for moment in reversed([min(one.astimezone(UTC) - ahead, arrived) for one in said]):
        latest = moment if moment - latest > A_DAY else min(moment, latest)
        times.append(latest)
        latest -= TICK
    return times[::-1]
