"""A person settles what was set aside: into the record with a mark, or out of it with a reason; both are events."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.devices.actions import decline, land
from beadwork.devices.models import SetAside
from beadwork.record.models import Attempt
from beadwork.visits.actions import finish_visit
from tests.devices.build import said, sent, states, tried
from tests.devices.test_setting_aside import closed_goal, ended_job, moved_child

HOUR = timedelta(hours=1)


def set_aside(device, *entries, at):
    sent(device, *entries, at=at)
    return list(SetAside.objects.waiting())


def test_what_a_person_lands_is_the_record_of_whoever_saw_it(world, device, goal, visit):
    ended_job(world, visit, goal)
    entry = tried(goal, visit, world.now + HOUR / 2)
    rows = set_aside(device, entry, at=world.now + HOUR)
    land(rows, "She called and told me.", by=world.ruth, at=world.now + 2 * HOUR)
    kept, row = Attempt.objects.get(), SetAside.objects.get()
    assert (str(kept.pk), kept.by, kept.at) == (entry["id"], world.ana, world.now + HOUR / 2)
    assert (row.landed, row.settled_by, row.because) == (True, world.ruth, "She called and told me.")
    events = dict(
        Event.objects.filter(what__in=["attempts.recorded", "entry.landed"]).values_list("what", "by_id")
    )
    assert events == {"attempts.recorded": world.ruth.pk, "entry.landed": world.ruth.pk}
    assert states(sent(device, entry, at=world.now + 3 * HOUR)) == ["aside"]


def test_a_whole_visit_lands_in_its_order(world, device, goal, planned):
    moved_child(world, planned, goal)
    steps = [said("visit.start", planned, world.now), tried(goal, planned, world.now + HOUR / 4)]
    steps += [said("visit.finish", planned, world.now + HOUR / 2)]
    rows = set_aside(device, *steps, at=world.now + HOUR)
    land(rows[::-1], "Seen", by=world.ruth, at=world.now + HOUR)
    planned.refresh_from_db()
    assert (planned.started_by, planned.minutes) == (world.ana, 30)
    assert Attempt.objects.get().occasion == planned.occasion


def test_an_attempt_at_a_goal_that_was_closed_lands(world, device, goal, visit):
    closed_goal(world, visit, goal)
    rows = set_aside(device, tried(goal, visit, world.now), at=world.now)
    land(rows, "The goal was closed in the morning by mistake.", by=world.ana, at=world.now)
    assert Attempt.objects.count() == 1


def test_an_entry_after_the_end_lands(world, device, goal, visit):
    finish_visit(visit, by=world.ana, at=world.now)
    rows = set_aside(device, tried(goal, visit, world.now + HOUR / 2), at=world.now + HOUR)
    land(rows, "We went on.", by=world.ana, at=world.now + HOUR)
    assert Attempt.objects.count() == 1


def test_of_a_conflict_the_second_content_takes_the_place_of_the_first(world, device, goal, visit):
    first = tried(goal, visit, world.now)
    rows = set_aside(device, first, first | {"success": False}, at=world.now)
    land(rows, "The second is right.", by=world.ana, at=world.now)
    assert Attempt.objects.standing().get().success is False
    assert Attempt.objects.count() == 2


def test_nonsense_does_not_land_and_still_waits(world, device, goal, visit):
    good, bad = tried(goal, visit, world.now), tried(goal, visit, world.now, value=2)
    closed_goal(world, visit, goal)
    rows = set_aside(device, good, bad, at=world.now)
    with pytest.raises(Problem):
        land(rows, "Both", by=world.ana, at=world.now)
    assert not Attempt.objects.exists()
    assert SetAside.objects.waiting().count() == 2


def test_declined_stays_out_with_its_words_and_a_reason(world, device, goal, visit):
    rows = set_aside(device, tried(goal, visit, world.now, value=2), at=world.now)
    decline(rows, "A test", by=world.ana, at=world.now)
    row = SetAside.objects.get()
    assert (row.landed, row.because, row.is_settled, '"value":2' in row.said) == (False, "A test", True, True)
    land(rows, "After all", by=world.ruth, at=world.now)
    row.refresh_from_db()
    assert row.landed is False
    assert Event.objects.filter(what="entry.declined").count() == 1


@pytest.mark.parametrize("because", ["", "  ", "x" * 201])
def test_a_reason_is_needed(world, device, goal, visit, because):
    rows = set_aside(device, tried(goal, visit, world.now, value=2), at=world.now)
    with pytest.raises(Problem) as problem:
        decline(rows, because, by=world.ana, at=world.now)
    assert problem.value.code == "BW-564"


@pytest.mark.parametrize("who", ["ben", "dana", "leo", "eve"])
def test_nobody_else_settles(world, device, goal, visit, who):
    rows = set_aside(device, tried(goal, visit, world.now, value=2), at=world.now)
    with pytest.raises(Problem) as problem:
        land(rows, "Mine", by=getattr(world, who), at=world.now)
    assert problem.value.kind.status == 404


def test_a_person_who_lost_access_does_not_settle_her_own(world, device, goal, visit):
    moved_child(world, visit, goal)
    rows = set_aside(device, tried(goal, visit, world.now), at=world.now)
    with pytest.raises(Problem):
        land(rows, "Mine", by=world.ana, at=world.now)


@pytest.fixture
def at_review(world, device, goal, visit, sign_in):
    """Ana before an attempt and a remark that wait."""
    closed_goal(world, visit, goal)
    entries = [tried(goal, visit, world.now), tried(goal, visit, world.now, success=False)]
    return sign_in(world.ana), set_aside(device, *entries, at=world.now)


def test_the_page_says_what_waits_whose_it_is_and_why(world, goal, at_review):
    page = at_review[0].get(reverse("review")).content.decode()
    for words in (goal.name, "got it", "not yet", "Ana Duarte", "Tablet", "was already closed", "Mia"):
        assert words in page
    assert "2 entries from tablets wait" in at_review[0].get(reverse("today")).content.decode()


def test_the_chosen_one_lands_and_the_other_waits(at_review, visit):
    client, rows = at_review
    form = {"entry": [str(rows[0].pk)], "because": "Seen", "do": "land"}
    assert client.post(reverse("review-settle", args=[visit.pk]), form).status_code == 302
    assert [row.pk for row in SetAside.objects.waiting()] == [rows[1].pk]
    assert Attempt.objects.count() == 1


def test_without_a_reason_the_page_says_so_and_everything_waits(at_review, visit):
    client, rows = at_review
    answer = client.post(reverse("review-settle", args=[visit.pk]), {"entry": [str(row.pk) for row in rows]})
    assert answer.status_code == 400
    assert "The entries still wait." in answer.content.decode()


def test_a_device_is_revoked_on_its_page(world, device, sign_in):
    client = sign_in(world.ana)
    assert device.name in client.get(reverse("devices")).content.decode()
    client.post(reverse("device-revoke", args=[device.pk]))
    device.refresh_from_db()
    assert device.revoked_by == world.ana
    assert device.revoked_at < timezone.now()
    assert "Revoked, not wiped yet" in client.get(reverse("devices")).content.decode()
    assert device.name in sign_in(world.ruth).get(reverse("devices")).content.decode()
    assert device.name not in sign_in(world.ben).get(reverse("devices")).content.decode()


def test_of_a_conflict_the_page_shows_both(world, device, visit, sign_in):
    first = said("remark", visit, world.now, text="Both socks.")
    set_aside(device, first, first | {"text": "One sock."}, at=world.now)
    page = sign_in(world.ana).get(reverse("review")).content.decode()
    assert "One sock." in page
    assert "“Both socks.”" in page
