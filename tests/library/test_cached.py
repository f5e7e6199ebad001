"""A practice's library costs one query, and is never an old one."""

from beadwork.library import actions
from beadwork.library.own import MOST_PRACTICES, _kept, library_of
from beadwork.people.models import Practice
from tests.library.build import OWN


def test_one_query_and_the_same_library_until_somebody_says_something(world, django_assert_num_queries):
    first = library_of(world.practice)
    with django_assert_num_queries(1):
        assert library_of(world.practice) is first
    actions.add(world.practice, OWN, by=world.ana, at=world.now)
    second = library_of(world.practice)
    assert second is not first
    assert second.digest != first.digest
    with django_assert_num_queries(1):
        assert library_of(world.practice) is second


def test_memory_is_bounded(world):
    for _ in range(MOST_PRACTICES + 3):
        library_of(Practice())
    assert len(_kept) <= MOST_PRACTICES
