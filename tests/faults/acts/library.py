"""The acts of the room `library`, once each."""

from functools import partial

from beadwork.knowledge import library
from beadwork.library import actions
from beadwork.library.entries import entry_of
from beadwork.library.own import library_of
from beadwork.people.actions import hire
from beadwork.people.models import Role
from tests.faults.acts.table import SINCE, Act, act, who
from tests.library.build import OWN, in_a_year
from tests.world import World

KIND = "activity"


def _slugs() -> list[str]:
    return [one.slug for one in library().items(KIND)[:3]]


def _lead(world: World) -> None:
    """Ana, who holds a licence, is the clinical lead as well."""
    hire(world.practice, world.ana, role=Role.CLINICAL_LEAD, since=SINCE, **who(world.ruth, world))


def _data(world: World, slug: str) -> dict[str, object]:
    data = entry_of(library_of(world.practice).item(KIND, slug))
    return data | {"name": {"en": "Our own name", "es": "Nuestro propio nombre"}}


@act
def library_review(world: World) -> Act:
    _lead(world)
    read = {"next_review": in_a_year(world), **who(world.ana, world)}
    return partial(actions.review, world.practice, KIND, _slugs()[0], **read)


@act
def library_review_all(world: World) -> Act:
    _lead(world)
    read = {"next_review": in_a_year(world), **who(world.ana, world)}
    return partial(actions.review_all, world.practice, [(KIND, slug) for slug in _slugs()], **read)


@act
def library_amend(world: World) -> Act:
    _lead(world)
    slug = _slugs()[0]
    why = {"reason": "Our mats are thin.", **who(world.ana, world)}
    return partial(actions.amend, world.practice, KIND, slug, _data(world, slug), **why)


@act
def library_add(world: World) -> Act:
    return partial(actions.add, world.practice, OWN, **who(world.ana, world))


@act
def library_set_aside(world: World) -> Act:
    _lead(world)
    why = {"reason": "We have no swing.", **who(world.ana, world)}
    return partial(actions.set_aside, world.practice, KIND, _slugs()[0], **why)


@act
def library_restore(world: World) -> Act:
    library_set_aside(world)()
    return partial(actions.restore, world.practice, KIND, _slugs()[0], **who(world.ana, world))


@act
def library_give_back(world: World) -> Act:
    library_amend(world)()
    why = {"reason": "Theirs is better.", **who(world.ana, world)}
    return partial(actions.give_back, world.practice, KIND, _slugs()[0], **why)
