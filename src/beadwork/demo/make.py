"""Makes the whole practice: the cast, then one child after another, each from a chance of her own."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from beadwork.demo.care import plan_care
from beadwork.demo.cast import Cast, make_cast
from beadwork.demo.child import add_child
from beadwork.demo.first_look import first_look
from beadwork.demo.history import live
from beadwork.demo.library import keep_library
from beadwork.demo.moments import Calendar
from beadwork.demo.stories import WEEKS, Story, stories
from beadwork.people.models import Practice, Staff

SLOTS = [time(hour) for hour in range(8, 18)]
AROUND_NOW = (1, -2, 2, -1, 3)  # hours; Mia is the next child of the day
WORKDAYS = 5


def make_practice(
    *, children: int, seed: int, now: datetime, progress: Callable[[int, int], None] = lambda done, of: None
) -> Practice:
    """Make a practice with so many children, as of `now` (aware). The same seed and day make the same practice."""
    today = now.date()
    began = now - timedelta(weeks=WEEKS + 4)
    cast = make_cast(children, began.date(), began)
    keep_library(cast, now)
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
    """Each child of a therapist has a slot of her own; the first ones come today, before and after now."""
    turn = number // len(cast.therapists)
    here = now.astimezone(cast.practice.zone)
    if turn < len(AROUND_NOW):
        hour = min(max(here.hour, 10), 17) + AROUND_NOW[turn]
        return Calendar(now, cast.practice.zone, story.since, here.weekday(), time(hour))
    weekday = (here.weekday() + 1 + turn // len(SLOTS)) % WORKDAYS
    return Calendar(now, cast.practice.zone, story.since, weekday, SLOTS[turn % len(SLOTS)])
