"""What families send from outside: kept once, not too many, welcomed as a child with her first worry, or closed."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.intake.actions import NewEnquiry, close_enquiry, send_enquiry, welcome
from beadwork.intake.actions.enquiries import MOST_AN_HOUR
from beadwork.intake.models import Concern, Enquiry
from beadwork.people.models import Child


def new(world, **changes) -> NewEnquiry:
    said = {
        "name": "Rosa Lund",
        "contact": "555 0100",
        "child_name": "Lia",
        "words": "Waves, claps.\nNot yet: walks.",
    }
    return NewEnquiry(**said | {"born_on": world.today - timedelta(days=400)} | changes)


def sent(world, **changes) -> Enquiry:
    return send_enquiry(world.practice, new(world, **changes), at=world.now)


def refused(call, number: int) -> None:
    with pytest.raises(Problem) as raised:
        call()
    assert raised.value.kind.number == number


def test_it_is_kept_word_for_word_and_an_event_says_so(world):
    assert sent(world, words=" “walks”\n 🧦 ").words == " “walks”\n 🧦 "
    assert Event.objects.filter(what="enquiry.sent", by_id=None, practice_id=world.practice.pk).exists()


def test_a_double_click_is_one_enquiry(world):
    id = new_id()
    for _ in range(2):
        send_enquiry(world.practice, new(world), at=world.now, id=id)
    assert Enquiry.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"words": " \n"}, 200),
        ({"words": "x" * 4001}, 201),
        ({"contact": "x" * 121}, 201),
        ({"contact": " "}, 205),
        ({"name": ""}, 205),
        ({"child_name": ""}, 205),
    ],
)
def test_what_cannot_be_answered_is_not_kept(world, changes, number):
    refused(lambda: sent(world, **changes), number)
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("days", [-1, 23 * 366])
def test_a_birthday_to_come_or_of_a_grown_up_is_refused(world, days):
    refused(lambda: sent(world, born_on=world.today - timedelta(days=days)), 206)


def test_a_machine_that_sends_is_stopped_for_an_hour_and_only_at_that_practice(world):
    for _ in range(MOST_AN_HOUR):
        sent(world)
    refused(lambda: sent(world), 207)
    send_enquiry(world.elsewhere, new(world), at=world.now)
    send_enquiry(world.practice, new(world), at=world.now + timedelta(hours=1, seconds=1))


@pytest.mark.parametrize("who", ["ana", "dana", "ruth"])
def test_welcoming_makes_the_child_and_her_first_worry_once(world, who):
    enquiry, by = sent(world), {"by": getattr(world, who), "at": world.now}
    child = welcome(enquiry, **by)
    assert welcome(enquiry, **by) == child
    assert (child.given_name, child.born_on, child.practice) == ("Lia", enquiry.born_on, world.practice)
    concern = Concern.objects.get(child=child)
    assert (concern.words, concern.said_by_name) == (enquiry.words, "Rosa Lund")
    assert not Enquiry.objects.waiting().exists()


def test_closing_takes_a_reason_and_happens_once(world):
    enquiry, by = sent(world), {"by": world.dana, "at": world.now}
    refused(lambda: close_enquiry(enquiry, " ", **by), 201)
    close_enquiry(enquiry, "Called back", **by)
    assert close_enquiry(enquiry, "Again", **by).closed_because == "Called back"


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "eve"])
def test_nobody_else_may_welcome_or_close(world, who):
    enquiry, by = sent(world), {"by": getattr(world, who), "at": world.now}
    refused(lambda: welcome(enquiry, **by), 100)
    refused(lambda: close_enquiry(enquiry, "No", **by), 100)
    assert not Child.objects.filter(given_name="Lia").exists()


def test_the_practice_has_a_name_for_links_and_no_two_the_same(world):
    from beadwork.people.actions import open_practice

    here = {"kind": "clinic", "time_zone": "UTC", "language": "en", "director": world.eve, "at": world.now}
    assert world.practice.slug == "wooden-bead"
    assert open_practice("Wooden Bead", **here).slug == "wooden-bead-2"
    assert open_practice("木", **here).slug == "practice"
