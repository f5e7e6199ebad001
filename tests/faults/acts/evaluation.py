"""The acts of the room `evaluation`, once each."""

from functools import partial

from beadwork.evaluation import actions as evaluation
from tests.evaluation.build import begun_evaluation
from tests.faults.acts.intake import intake_refer
from tests.faults.acts.table import Act, act, who
from tests.world import World


@act
def evaluation_mark_skill(world: World) -> Act:
    return partial(evaluation.mark_skill, world.mia, "socks/toes-in", "does", **who(world.ana, world))


@act
def evaluation_start_evaluation(world: World) -> Act:
    present = [world.leo_caregiver, world.sara_caregiver]
    return partial(evaluation.start_evaluation, world.mia, caregivers=present, **who(world.ana, world))


@act
def evaluation_save_interview(world: World) -> Act:
    from beadwork.knowledge import items

    answers = {one.slug: "Yes" for one in items("question")[:3]}
    return partial(evaluation.save_interview, begun_evaluation(world), answers, **who(world.ana, world))


@act
def evaluation_save_observations(world: World) -> Act:
    from beadwork.knowledge import items

    seen = {one.slug: {"did": "Drew a line", "support": "words"} for one in items("task")[:3]}
    return partial(evaluation.save_observations, begun_evaluation(world), seen, **who(world.ana, world))


@act
def evaluation_save_profile(world: World) -> Act:
    found = {"play": {"strengths": "Sings"}, "dressing": {"needs": "Socks"}}
    return partial(evaluation.save_profile, begun_evaluation(world), found, **who(world.ana, world))


@act
def evaluation_end_evaluation(world: World) -> Act:
    return partial(
        evaluation.end_evaluation, begun_evaluation(world), ended_at=world.now, **who(world.ana, world)
    )


@act
def evaluation_finish_evaluation(world: World) -> Act:
    """With two referrals that it answers."""
    for _ in range(2):
        intake_refer(world)()
    opened = begun_evaluation(world)
    evaluation.save_profile(opened, {"play": {"strengths": "Sings"}}, **who(world.ana, world))
    return partial(evaluation.finish_evaluation, opened, **who(world.ana, world))
