"""The therapist's side of practice at home."""

import pytest

from beadwork.core.ids import new_id
from beadwork.home.models import Routine
from tests.home.build import goal_row, routine_at_home, told


def page_of(world):
    return f"/children/{world.mia.slug}/goals/socks/routine"


SAID = {"moment_en": "after the bath", "words_en": "Pull the heel.", "minutes": 3}


def test_a_routine_is_shared_once_however_often_the_button_is_pressed(world, sign_in):
    goal_row(world)
    client, data = sign_in(world.ana), SAID | {"id": new_id()}
    for _ in range(2):
        assert client.post(page_of(world), data).status_code == 302
    assert Routine.objects.get().words_en == "Pull the heel."
    page = client.get(page_of(world)).content.decode()
    assert "Pull the heel." in page
    assert "Only in one language so far." in page


def test_the_page_names_the_readers_and_their_languages(world, sign_in):
    goal_row(world)
    page = sign_in(world.ana).get(page_of(world)).content.decode()
    assert "Sara Rivera (Spanish)" in page
    assert "Leo Rivera (English)" in page


def test_what_was_typed_is_kept_when_it_is_refused(world, sign_in):
    goal_row(world)
    response = sign_in(world.ana).post(
        page_of(world), {"id": new_id(), "moment_en": "", "words_en": "Heel!", "minutes": 3}
    )
    assert "needs a moment of the day" in response.content.decode()
    assert "Heel!" in response.content.decode()
    assert not Routine.objects.exists()


def test_a_goal_the_family_does_not_see_leads_to_sharing_it(world, sign_in):
    goal_row(world, shared=False)
    page = sign_in(world.ana).get(page_of(world)).content.decode()
    assert "The family does not see this goal" in page
    assert "<textarea" not in page


def test_days_told_at_home_are_listed_with_feeling_and_words(world, sign_in):
    routine = routine_at_home(world)
    told(world, routine, feeling="proud", remark="He laughed.")
    told(world, routine, by=world.sara, done=False)
    page = sign_in(world.ana).get(page_of(world)).content.decode()
    for shown in ("Proud", "He laughed.", "Leo Rivera", "Not that day", "Sara Rivera"):
        assert shown in page, shown


def test_a_routine_put_away_is_gone_from_both_sides(world, sign_in):
    routine = routine_at_home(world)
    client = sign_in(world.ana)
    for _ in range(2):
        assert client.post(f"{page_of(world)}/{routine.pk}/end").status_code == 302
    assert "Sock puppets" not in client.get(page_of(world)).content.decode()
    assert "Sock puppets" not in sign_in(world.leo).get(f"/family/{world.mia.slug}/").content.decode()


@pytest.mark.parametrize("who", ["ben", "ruth", "dana", "leo", "okafor", "eve"])
def test_nobody_else_is_told_the_page_exists(world, sign_in, who):
    routine, client = routine_at_home(world), sign_in(getattr(world, who))
    assert client.get(page_of(world)).status_code == 404
    assert client.post(page_of(world), SAID | {"id": new_id()}).status_code == 404
    assert client.post(f"{page_of(world)}/{routine.pk}/end").status_code == 404
    assert Routine.objects.filter(ended_at=None).count() == 1
