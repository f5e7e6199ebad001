"""Holding an evaluation: from who is here to findings that stand."""

from datetime import timedelta

import pytest

from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.evaluation.actions import (
    end_evaluation,
    finish_evaluation,
    save_interview,
    save_observations,
    save_profile,
    start_evaluation,
)
from beadwork.intake.actions import refer
from tests.evaluation.build import begun_evaluation, finished_evaluation


def refused(call, number: int) -> None:
    with pytest.raises(Problem) as raised:
        call()
    assert raised.value.kind.number == number


def test_a_guardian_is_in_the_room(world):
    refused(lambda: start_evaluation(world.mia, caregivers=[], by=world.ana, at=world.now), 250)
    refused(
        lambda: start_evaluation(world.theo, caregivers=[world.leo_caregiver], by=world.ana, at=world.now),
        250,
    )


def test_one_evaluation_at_a_time_and_the_same_id_is_the_same(world):
    first = begun_evaluation(world)
    again = {"caregivers": [world.leo_caregiver], "by": world.ana, "at": world.now}
    assert start_evaluation(world.mia, id=first.pk, **again) == first
    refused(lambda: start_evaluation(world.mia, **again), 251)


def test_what_is_saved_again_takes_the_place_of_what_was(world):
    evaluation, by = begun_evaluation(world), {"by": world.ana, "at": world.now}
    save_interview(evaluation, {"day": "Up at six."}, **by)
    save_interview(evaluation, {"day": "Up at seven.", "sleep": "Well."}, **by)
    save_interview(evaluation, {"day": "Up at seven."}, **by)
    assert dict(evaluation.answers.values_list("question", "text")) == {
        "day": "Up at seven.",
        "sleep": "Well.",
    }
    assert Event.objects.filter(what="interview.saved").count() == 2


def test_two_tabs_do_not_take_away_what_the_other_wrote(world):
    evaluation, by = begun_evaluation(world), {"by": world.ana, "at": world.now}
    save_observations(evaluation, {"beads": {"did": "Two beads", "support": "words"}}, **by)
    save_observations(evaluation, {"ball": {"did": "Caught one", "support": "alone"}}, **by)
    assert evaluation.observations.count() == 2


@pytest.mark.parametrize(
    ("save", "said", "number"),
    [
        (save_interview, {"shoe-size": "27"}, 253),
        (save_interview, {"day": "x" * 10_000}, 254),
        (save_observations, {"beads": {"support": "magic"}}, 253),
        (save_profile, {"telepathy": {"strengths": "Yes"}}, 253),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_it_is_kept(world, save, said, number):
    evaluation = begun_evaluation(world)
    refused(lambda: save(evaluation, said, by=world.ana, at=world.now), number)
    assert not evaluation.answers.exists()
    assert not evaluation.observations.exists()
    assert not evaluation.findings.exists()


def test_it_does_not_end_before_it_starts_or_in_the_future(world):
    evaluation, by = begun_evaluation(world), {"by": world.ana, "at": world.now}
    refused(
        lambda: end_evaluation(evaluation, ended_at=evaluation.started_at - timedelta(minutes=1), **by), 255
    )
    refused(lambda: end_evaluation(evaluation, ended_at=world.now + timedelta(minutes=1), **by), 256)
    assert end_evaluation(evaluation, ended_at=world.now, **by).ended_at == world.now


def test_a_part_that_is_not_named_stays(world):
    evaluation, by = begun_evaluation(world), {"by": world.ana, "at": world.now}
    save_profile(evaluation, {"play": {"strengths": "Sings"}}, **by)
    save_profile(evaluation, {"play": {"needs": "Waiting"}}, **by)
    assert list(evaluation.findings.values_list("strengths", "needs")) == [("Sings", "Waiting")]


def test_finished_another_day_it_asks_when_the_family_went_home(world):
    evaluation, tomorrow = begun_evaluation(world), world.now + timedelta(days=1)
    save_profile(evaluation, {"play": {"strengths": "Sings"}}, by=world.ana, at=world.now)
    refused(lambda: finish_evaluation(evaluation, by=world.ana, at=tomorrow), 258)
    end_evaluation(evaluation, ended_at=world.now, by=world.ana, at=tomorrow)
    assert finish_evaluation(evaluation, by=world.ana, at=tomorrow).ended_at == world.now


def test_finishing_closes_the_referral_it_answers(world):
    taken = refer(
        world.mia, reason="Socks", source="family", referred_on=world.today, by=world.ana, at=world.now
    )
    finished_evaluation(world)
    taken.refresh_from_db()
    assert taken.closed_because == "Evaluated"


def test_a_profile_without_a_strength_is_not_finished(world):
    evaluation, by = begun_evaluation(world), {"by": world.ana, "at": world.now}
    save_profile(evaluation, {"dressing": {"needs": "Socks take long"}}, **by)
    refused(lambda: finish_evaluation(evaluation, **by), 257)


@pytest.mark.parametrize(
    "change",
    [
        lambda evaluation, **by: save_interview(evaluation, {"day": "New"}, **by),
        lambda evaluation, **by: save_observations(evaluation, {"beads": {"did": "New"}}, **by),
        lambda evaluation, **by: save_profile(evaluation, {"play": {"strengths": "New"}}, **by),
        lambda evaluation, **by: end_evaluation(evaluation, ended_at=by["at"], **by),
    ],
)
def test_a_finished_evaluation_changes_no_more(world, change):
    evaluation = finished_evaluation(world)
    refused(lambda: change(evaluation, by=world.ana, at=world.now), 252)


def test_finishing_twice_finishes_once(world):
    evaluation = finished_evaluation(world)
    finish_evaluation(evaluation, by=world.ana, at=world.now + timedelta(days=1))
    assert Event.objects.filter(what="evaluation.finished").count() == 1
    evaluation.refresh_from_db()
    assert evaluation.finished_at == world.now


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "dana", "ruth", "eve"])
def test_only_a_therapist_of_the_team_evaluates(world, who):
    evaluation = begun_evaluation(world)
    refused(
        lambda: save_profile(evaluation, {"play": {"strengths": "x"}}, by=getattr(world, who), at=world.now),
        100,
    )
