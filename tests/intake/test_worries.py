"""Worries word for word, and referrals."""

from datetime import timedelta

import pytest
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.intake.actions import close_referral, note_concern, refer
from beadwork.intake.models import Concern, Referral
from beadwork.people.models import FactKind


def refused(call, number: int) -> None:
    with pytest.raises(Problem) as raised:
        call()
    assert raised.value.kind.number == number


def referral(world, **changes) -> Referral:
    said = {"reason": "Dressing takes long", "source": "physician", "referred_on": world.today} | changes
    return refer(world.mia, by=world.ana, at=world.now, **said)


def test_a_worry_is_kept_word_for_word(world):
    words = "  She says:\n“no sock!” 🧦 شكرا  "
    note_concern(world.mia, words, said_by=world.leo_caregiver, by=world.ana, at=world.now)
    assert Concern.objects.get().words == words


def test_a_guardian_says_it_herself_but_not_for_another(world):
    note_concern(world.mia, "Socks", said_by=world.sara_caregiver, by=world.sara, at=world.now)
    call = {"said_by": world.sara_caregiver, "by": world.leo, "at": world.now}
    refused(lambda: note_concern(world.mia, "Socks", **call), 100)


def test_the_same_id_is_one_worry(world):
    id = new_id()
    for _ in range(2):
        note_concern(world.mia, "Socks", by=world.ana, at=world.now, id=id)
    assert Event.objects.filter(what="concern.noted").count() == 1


@pytest.mark.parametrize(("words", "number"), [(" \n", 200), ("x" * 10_000, 201)])
def test_no_words_or_far_too_many_are_refused(world, words, number):
    refused(lambda: note_concern(world.mia, words, by=world.ana, at=world.now), number)


def test_a_referral_brings_conditions_and_precautions_along(world):
    referral(world, conditions=["Low muscle tone", ""], precautions=["No swinging"])
    facts = set(world.mia.childfacts.values_list("kind", "text"))
    assert facts == {(FactKind.CONDITION, "Low muscle tone"), (FactKind.PRECAUTION, "No swinging")}


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"referred_on": "tomorrow"}, 202),
        ({"referred_on": "before birth"}, 202),
        ({"source": "moon"}, 203),
        ({"reason": ""}, 200),
        ({"reason": "x" * 10_000}, 201),
        ({"precautions": ["x" * 300]}, 106),
    ],
)
def test_a_referral_that_cannot_be_is_refused_and_nothing_is_half_done(world, changes, number):
    days = {
        "tomorrow": world.today + timedelta(days=1),
        "before birth": world.mia.born_on - timedelta(days=1),
    }
    if "referred_on" in changes:
        changes = {"referred_on": days[changes["referred_on"]]}
    refused(lambda: referral(world, **changes), number)
    assert not Referral.objects.exists()
    assert not world.mia.childfacts.exists()


def test_closing_twice_closes_once(world):
    taken = referral(world)
    for why in ("Evaluated", "Again"):
        close_referral(taken, why, by=world.ana, at=world.now)
    assert Referral.objects.get().closed_because == "Evaluated"


def test_the_pages_lead_from_the_worry_back_to_the_child(world, sign_in):
    browser, slug = sign_in(world.ana), world.mia.slug
    said = {"id": new_id(), "words": "Socks take half the morning", "said_by": world.leo_caregiver.pk}
    assert browser.post(reverse("concern-new", args=[slug]), said).url == reverse("child", args=[slug])
    taken = {"id": new_id(), "reason": "Dressing", "source": "family", "referred_on": world.today,
             "conditions": "One\nTwo", "precautions": ""}  # fmt: skip
    browser.post(reverse("referral-new", args=[slug]), taken)
    shown = browser.get(reverse("child", args=[slug])).content.decode()
    assert "Socks take half the morning" in shown
    assert "Start the evaluation" in shown


def test_bad_input_is_explained_and_what_was_typed_stays(world, sign_in):
    text = "long " * 2000
    answer = sign_in(world.ana).post(
        reverse("concern-new", args=[world.mia.slug]), {"id": new_id(), "words": text, "said_by": ""}
    )
    shown = answer.content.decode()
    assert "10000 characters long" in shown
    assert text[:4000] in shown


def test_a_double_click_takes_one_referral(world, sign_in):
    said = {"id": new_id(), "reason": "Dressing", "source": "family", "referred_on": world.today}
    for _ in range(2):
        sign_in(world.ana).post(reverse("referral-new", args=[world.mia.slug]), said)
    assert Referral.objects.count() == 1
