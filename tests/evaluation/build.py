"""Evaluations for tests, held through the room's own actions."""

from datetime import timedelta

from beadwork.evaluation.actions import finish_evaluation, save_profile, start_evaluation
from beadwork.evaluation.models import Evaluation
from tests.world import World


def begun_evaluation(world: World) -> Evaluation:
    """Leo is in the room with Mia."""
    at = world.now - timedelta(hours=2)
    return start_evaluation(world.mia, caregivers=[world.leo_caregiver], by=world.ana, at=at)


def finished_evaluation(world: World) -> Evaluation:
    """One strength, one thing that is hard."""
    evaluation = begun_evaluation(world)
    found = {"play": {"strengths": "Sings with gestures"}, "dressing": {"needs": "Socks take long"}}
    save_profile(evaluation, found, by=world.ana, at=world.now)
    return finish_evaluation(evaluation, by=world.ana, at=world.now)
