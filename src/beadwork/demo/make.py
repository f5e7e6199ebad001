"""Makes the whole practice: the cast, then one child after another, each from a chance of her own."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from beadwork.demo.care import plan_care
from beadwork.demo.cast import PASSWORD, WHO, Cast, make_cast
from beadwork.demo.child import add_child
from beadwork.demo.first_look import first_look
from beadwork.demo.history import live
from beadwork.demo.moments import Calendar
from beadwork.demo.stories import WEEKS, Story, stories
from beadwork.people.models import Practice, Staff

__all__ = ["PASSWORD", "WHO", "make_practice"]

SLOTS = [time(hour, minute) for hour in range(8, 18) for minute in (0,)]
WORKDAYS = 5
WEEK_OF_THE_FIRST_VISIT = 2


def make_practice(
    *, children: int, seed: int, now: datetime, progress: Callable[[int, int], None] = lambda done, of: None
) -> Practice:
    """Make a practice with so many children, as of `now` (aware). The same seed and day make the same practice."""
    today = now.date()
    began = now - timedelta(weeks=WEEKS + 4)
    cast = make_cast(children, began.date(), began)
    for number, story in enumerate(stories(children, today, Random(seed))):
        _make_child(story, number, cast, now, Random(f"{seed} {number}"))
        progress(number + 1, children)
    return cast.practice


def _make_child(story: Story, number: int, cast: Cast, now: datetime, random: Random) -> None:
    lead = cast.therapists[number % len(cast.therapists)]
    thread = add_child(story, cast, lead, _calendar(story, number, cast, lead, now), random)
    first_look(thread)
    if story.goals:
        routines = plan_care(thread)
        live(thread, routines)


def _calendar(story: Story, number: int, cast: Cast, lead: Staff, now: datetime) -> Calendar:
    """Each child of a therapist has a slot of her own; the first ones come today, so that Today is not empty."""
    turn = number // len(cast.therapists)
    zone = cast.practice.zone
    today = now.astimezone(zone).weekday()
    weekday = today if turn < 5 else (today + 1 + turn // 5) % WORKDAYS
    return Calendar(now, zone, story.since, weekday, SLOTS[(turn * 2) % len(SLOTS)])
