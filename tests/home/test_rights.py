"""What each right opens, and that nobody else is told these pages exist."""

import pytest

from beadwork.people.models import Guardianship
from tests.home.build import routine_at_home
from tests.home.pages import day_url, home, remark_shared, rights, tap


@pytest.mark.parametrize("who", ["ana", "ben", "ruth", "dana", "okafor", "eve"])
def test_nobody_else_is_told_these_pages_exist(now, sign_in, who):
    routine = routine_at_home(now)
    client = sign_in(getattr(now, who))
    pages = ["/family/", home(now), f"{home(now)}goals/socks/", f"{home(now)}plan/", day_url(now, routine)]
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)
    assert tap(client, now, routine).status_code == 404


def test_a_guardian_of_another_child_finds_nothing(now, sign_in):
    routine = routine_at_home(now)
    Guardianship.objects.filter(caregiver=now.leo_caregiver).update(child=now.theo)
    client = sign_in(now.leo)
    for page in (home(now), f"{home(now)}goals/socks/", f"{home(now)}plan/", day_url(now, routine)):
        assert client.get(page).status_code == 404, page


ALL = {"may_see", "may_practise", "may_talk", "may_decide"}
SHOWN = {
    "may_see": ["Both socks on", "One sock, no help!"],
    "may_practise": ["Sock puppets", 'name="done"'],
    "may_talk": ["/talk/"],
    "may_decide": ["Read the plan"],
}


@pytest.mark.parametrize("right", sorted(ALL))
def test_without_a_right_its_part_is_not_shown_and_the_rest_is(now, sign_in, right):
    routine_at_home(now)
    remark_shared(now, "One sock, no help!")
    rights(now, *ALL - {right})
    page = sign_in(now.leo).get(home(now)).content.decode()
    for name, words in SHOWN.items():
        for word in words:
            assert (word in page) == (name != right), (name, word)


def test_without_a_right_its_doors_are_closed(now, sign_in):
    routine, client = routine_at_home(now), sign_in(now.leo)
    doors = {
        "may_see": f"{home(now)}goals/socks/",
        "may_practise": day_url(now, routine),
        "may_talk": f"{home(now)}talk/",
        "may_decide": f"{home(now)}plan/",
    }
    for right, door in doors.items():
        rights(now, *ALL)
        assert client.get(door).status_code == 200, right
        rights(now, *ALL - {right})
        assert client.get(door).status_code == 404, right


def test_with_no_right_at_all_the_child_is_not_there(now, sign_in):
    rights(now)
    assert sign_in(now.leo).get(home(now)).status_code == 404
