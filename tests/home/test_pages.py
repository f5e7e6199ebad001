"""The family's pages: one tap, what each right opens, and nothing that shames."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.home.build import STEPS, attempt_at, day, goal_row, plan_row, routine_at_home, rung, told
from tests.talk.build import said

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.home.models import HomeDay
from beadwork.people.access import Can
from beadwork.people.actions import change_rights, give_guardianship
from beadwork.people.models import Guardianship
from beadwork.plan.models import Agreement, Plan
from beadwork.record.actions import NewRemark, open_occasion, record_remarks
from beadwork.record.models import Attempt
from beadwork.talk.models import Message


@pytest.fixture
def now(world):
    """The world at the real clock's day, because pages ask the server for theirs."""
    world.now = timezone.now()
    return world


def home(world):
    return f"/family/{world.mia.slug}/"


def day_url(world, routine):
    return f"{home(world)}routines/{routine.pk}/"


def rights(world, *names):
    bond = Guardianship.objects.get(child=world.mia, caregiver=world.leo_caregiver)
    change_rights(bond, rights=set(names), by=world.dana, at=world.now)


def remark_shared(world, text, *, for_family=True):
    who = {"can": Can.RECORD_VISIT, "by": world.ana, "at": world.now}
    today = day(world)
    occasion = open_occasion(world.mia, "clinic", today, id=new_id(), **who)
    new = NewRemark(id=new_id(), text=text, at=world.now, for_family=for_family)
    record_remarks(occasion, [new], **who)


def tap(client, world, routine, done="yes", **more):
    data = {"id": new_id(), "on": day(world), "done": done} | more
    return client.post(f"{day_url(world, routine)}day", data)


def test_one_child_opens_at_once_and_several_are_a_choice(now, sign_in):
    client = sign_in(now.leo)
    assert client.get("/family/").headers["Location"] == home(now)
    give_guardianship(now.theo, now.leo_caregiver, relation="uncle", since=now.today, by=now.dana, at=now.now)
    page = client.get("/family/").content.decode()
    assert home(now) in page
    assert f"/family/{now.theo.slug}/" in page


def test_nobodys_guardian_yet_is_told_what_will_be_here(now, sign_in):
    Guardianship.objects.update(ended_at=now.now, ended_by=now.dana)
    assert "No child is linked to you yet" in sign_in(now.leo).get("/family/").content.decode()


def test_today_shows_the_practice_the_goal_the_remark_and_the_plan(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    told(now, routine, attempts=[attempt_at(now, goal)], by=now.sara)
    remark_shared(now, "One sock, no help!")
    remark_shared(now, "Tone is low.", for_family=False)
    page = sign_in(now.leo).get(home(now)).content.decode()
    for shown in ("Mia’s 3 minutes", "after the bath", "Sock puppets", "Both socks on", "One sock, no help!",
                  "Ana Duarte wrote", "string mini", "Read the plan", "Write back"):  # fmt: skip
        assert shown in page, shown
    assert "Tone is low" not in page
    assert goal.name not in page


def test_spanish_readers_get_spanish_words(now, sign_in):
    routine_at_home(now)
    page = sign_in(now.sara).get(home(now)).content.decode()
    for shown in ('lang="es"', "después del baño", "Títeres de calcetín", "Ponerse los calcetines"):
        assert shown in page, shown


def test_done_is_one_tap_and_a_second_tap_changes_nothing(now, sign_in):
    routine, client = routine_at_home(now), sign_in(now.leo)
    for _ in range(2):
        assert tap(client, now, routine).headers["Location"] == home(now)
    assert HomeDay.objects.get().done
    page = client.get(home(now)).content.decode()
    assert "Done today" in page
    assert 'name="done" value="yes"' not in page


def test_not_today_is_fine(now, sign_in):
    routine, client = routine_at_home(now), sign_in(now.leo)
    tap(client, now, routine, "no")
    assert "That is fine." in client.get(home(now)).content.decode()
    assert not HomeDay.objects.get().done


def test_the_other_guardians_answer_is_not_mine(now, sign_in):
    routine = routine_at_home(now)
    told(now, routine, by=now.sara)
    assert 'name="done" value="yes"' in sign_in(now.leo).get(home(now)).content.decode()


def test_nothing_counts_streaks_or_missed_days(now, sign_in):
    routine = routine_at_home(now)
    told(now, routine, done=False, on=day(now, 2))
    page = sign_in(now.leo).get(home(now)).content.decode().lower()
    for word in ("streak", "missed", "in a row", "delay", "never", "%"):
        assert word not in re.sub(r"<[^>]*>", "", page), word


def tell(client, world, routine, **more):
    on = day(world)
    data = {"id": new_id(), "done": "yes"} | more
    return client.post(f"{day_url(world, routine)}?on={on}", data)


def test_telling_more_records_level_help_feeling_and_words(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    said = {
        "steps": ["1", "3"],
        "support": rung(goal, "words").pk,
        "feeling": "proud",
        "remark": "Both of us laughed.",
    }
    assert tell(sign_in(now.leo), now, routine, **said).status_code == 302
    attempt, day = Attempt.objects.get(), HomeDay.objects.get()
    assert (attempt.value, attempt.steps_done, attempt.support.slug) == (2, "1,3", "words")
    assert (day.feeling, day.remark) == ("proud", "Both of us laughed.")


def test_what_was_told_is_there_when_the_form_opens_again(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    told(now, routine, attempts=[attempt_at(now, goal, steps="2")], remark="We laughed.",
         on=day(now))  # fmt: skip
    page = sign_in(now.leo).get(day_url(now, routine)).content.decode()
    assert "We laughed." in page
    assert re.search(r'name="steps" value="2"[^>]*checked', page)
    assert STEPS[0] in page


def test_a_level_without_help_is_asked_about_and_the_words_are_kept(now, sign_in):
    routine = routine_at_home(now)
    response = tell(sign_in(now.leo), now, routine, steps=["1"], remark="A long story")
    assert response.status_code == 200
    assert "Say how much help was needed" in response.content.decode()
    assert "A long story" in response.content.decode()
    assert not HomeDay.objects.exists()


@pytest.mark.parametrize(
    ("scale", "answer", "level"),
    [
        ("accuracy", {"tries": 3, "worked": 2}, [True, True, False]),
        ("count", {"value": 4}, [4]),
        ("duration", {"value": "12.5"}, [12.5]),
        ("attainment", {"value": "-1"}, [-1]),
        ("support", {}, [3]),
    ],
)
def test_every_scale_can_be_answered_at_home(now, sign_in, scale, answer, level):
    goal = goal_row(now, scale)
    routine = routine_at_home(now, goal)
    page = sign_in(now.leo).get(day_url(now, routine)).content.decode()
    assert all(f'name="{name}"' in page for name in answer)
    tell(sign_in(now.leo), now, routine, support=rung(goal, "words").pk, **answer)
    seen = sorted(Attempt.objects.values_list("success", "value"), key=str)
    expected = [(one, None) if scale == "accuracy" else (None, one) for one in level]
    assert seen == sorted(expected, key=str)


def test_more_worked_than_tried_is_refused(now, sign_in):
    goal = goal_row(now, "accuracy")
    answer = {"tries": 2, "worked": 3, "support": rung(goal, "words").pk}
    page = tell(sign_in(now.leo), now, routine_at_home(now, goal), **answer)
    assert "more than the tries" in page.content.decode()


def test_the_goal_page_tells_it_in_family_words(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    for back in range(4):
        told(now, routine, attempts=[attempt_at(now, goal)], on=day(now, back))
    page = sign_in(now.leo).get(f"{home(now)}goals/socks/").content.decode()
    for shown in (
        "Both socks on",
        "Mia puts on both socks by herself.",
        "2 of 3 steps",
        "with words to remind",
    ):
        assert shown in page, shown
    for hidden in (goal.name, "dons both socks", "With words"):
        assert hidden not in page, hidden


def test_a_goal_that_is_not_shared_is_not_there(now, sign_in):
    goal_row(now, shared=False)
    client = sign_in(now.leo)
    assert client.get(f"{home(now)}goals/socks/").status_code == 404
    assert "Both socks on" not in client.get(home(now)).content.decode()


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


def test_a_read_of_the_page_is_one_event(now, sign_in):
    sign_in(now.leo).get(home(now))
    read = Event.objects.filter(what="child.read", by_id=now.leo.pk)
    assert read.count() == Event.objects.filter(by_id=now.leo.pk).count() == 1


def queries(client, page):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(page).status_code == 200
    return [query["sql"] for query in seen if "SAVEPOINT" not in query["sql"]]


def test_the_pages_ask_the_database_at_most_twelve_times(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    told(now, routine, attempts=[attempt_at(now, goal)])
    routine_at_home(now, goal_row(now, slug="shirt"), words_en="Arms up!")
    said(now, "Hello", now.ana)
    client = sign_in(now.leo)
    assert len(queries(client, f"{home(now)}talk/")) <= 13  # one more: the readings of what is new
    assert len(queries(client, f"{home(now)}talk/")) <= 13  # one more: the readings of what is new
    for page in (
        home(now),
        f"{home(now)}goals/socks/",
        f"{home(now)}plan/",
        f"{home(now)}talk/",
        day_url(now, routine),
    ):
        asked = queries(client, page)
        assert len(asked) <= 12, "\n".join([page, *asked])


def test_a_guardian_agrees_once_and_the_card_is_gone(now, sign_in):
    goal_row(now)
    client = sign_in(now.leo)
    page = client.get(f"{home(now)}plan/").content.decode()
    for shown in ("Both socks on", "Mia puts on both socks by herself.", "Yes, I agree"):
        assert shown in page, shown
    for _ in range(2):
        assert client.post(f"{home(now)}plan/").headers["Location"] == home(now)
    assert Agreement.objects.get().caregiver == now.leo_caregiver
    assert "Read the plan" not in client.get(home(now)).content.decode()
    assert "Read the plan" not in client.get("/family/").content.decode()
    assert "You said yes" in client.get(f"{home(now)}plan/").content.decode()
    assert "plan/" in sign_in(now.sara).get(home(now)).content.decode()


def test_there_is_no_plan_page_without_a_signed_plan(now, sign_in):
    assert sign_in(now.leo).get(f"{home(now)}plan/").status_code == 404
    plan = plan_row(now)
    assert Plan.objects.get() == plan
    assert Message.objects.count() == 0
