"""The family's pages: one tap, its own language, and nothing that shames."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from beadwork.core.models import Event
from beadwork.home.models import HomeDay
from beadwork.people.actions import give_guardianship
from beadwork.people.models import Guardianship
from beadwork.plan.models import Agreement, Plan
from beadwork.talk.models import Message
from tests.home.build import attempt_at, day, goal_row, plan_row, routine_at_home, told
from tests.home.pages import day_url, home, remark_shared, tap
from tests.talk.build import said


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
