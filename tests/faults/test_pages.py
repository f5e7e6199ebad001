"""F17 through the pages: whichever statement fails, nothing stays of what was sent, and the page says so."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.plan.actions import write_goal
from tests.evaluation.build import begun_evaluation
from tests.faults.breaking import Breaker, changes, everything, undone
from tests.home.build import goal_row as goal_at_home
from tests.home.build import routine_at_home
from tests.people.build import child_form, guardian_form
from tests.plan.build import draft, new_goal
from tests.record.build import goal_row, rung
from tests.school.build import question_asked
from tests.visits.build import begun_visit

pytestmark = pytest.mark.long

NOT_COMPARED = frozenset({"django_session"})
TOLD = "Whatever the page told you was saved is saved."


@pytest.fixture
def world(world):
    """The cast today: pages know no other day."""
    world.now = timezone.now()
    return world


def guardian(world):
    return world.dana, reverse("guardian-new", args=[world.theo.slug]), guardian_form()


def child(world):
    return world.ana, reverse("child-new"), child_form(languages="Arabic, English")


def school(world):
    form = {"school": "Lake School", "teacher": "Mr. Lang", "teacher_email": "lang@example.org"}
    return world.dana, reverse("school-enrol", args=[world.theo.slug]), form | {"since": "2026-09-01"}


def job(world):
    form = {"name": "Kim", "email": "kim@example.org", "role": "therapist", "credential": "OTR"}
    return world.ruth, reverse("staff-hire"), form | {"since": "2026-09-01"}


def profile(world):
    form = {"play-strengths": "Sings", "dressing-needs": "Socks"}
    return world.ana, reverse("evaluation-profile", args=[begun_evaluation(world).pk]), form


def signature(world):
    write_goal(draft(world), new_goal(world, review_on=None), by=world.ana, at=world.now)
    goal = world.mia.goals.get()
    goal.versions.update(review_on="2099-01-01")
    return world.ana, reverse("plan-sign", args=[world.mia.slug]), {}


def tap(world):
    goal = goal_row(world, "accuracy")
    form = {"id": new_id(), "kind": "attempt", "goal": goal.pk, "support": rung(goal).pk, "success": "yes"}
    return world.ana, reverse("record", args=[begun_visit(world, goal=goal).pk]), form


def end_of_visit(world):
    return world.ana, reverse("visit-finish", args=[begun_visit(world).pk]), {}


def day_at_home(world):
    goal = goal_at_home(world, "accuracy")
    form = {"id": new_id(), "done": "yes", "tries": 3, "worked": 2, "remark": "Good.", "feeling": "proud"}
    form["support"] = goal.ladder.levels.get(slug="words").pk
    return world.leo, reverse("home-tell", args=[world.mia.slug, routine_at_home(world, goal).pk]), form


def answer_in_class(world):
    goal = goal_at_home(world, "accuracy")
    form = {"id": new_id(), "question": question_asked(world, goal).pk, "tries": 3, "worked": 2}
    form["support"] = goal.ladder.levels.get(slug="words").pk
    return world.okafor, reverse("class-answer", args=[world.mia.slug]), form


def message(world):
    return world.leo, reverse("family-talk", args=[world.mia.slug]), {"id": new_id(), "text": "Hello"}


SENT = [
    guardian,
    child,
    school,
    job,
    profile,
    signature,
    tap,
    end_of_visit,
    day_at_home,
    answer_in_class,
    message,
]


@pytest.mark.parametrize("sent", SENT)
def test_a_page_whose_statement_fails_says_so_and_keeps_nothing_half(world, sent):
    who, url, form = sent(world)
    client = Client(raise_request_exception=False)
    client.force_login(who)
    assert break_each_statement_of(client, url, form) >= 5


def break_each_statement_of(client: Client, url: str, form: dict[str, object]) -> int:
    """Send the form with each statement failing in turn; how many there are."""
    before = everything(but=NOT_COMPARED)
    for nth in range(1, 200):
        breaker = Breaker(nth)
        with undone():
            with connection.execute_wrapper(breaker):
                page = client.post(url, form)
            after = everything(but=NOT_COMPARED)
        if not breaker.broke:
            assert page.status_code in {200, 302}
            assert changes(before, after), "what was sent is kept, or this test tests nothing"
            return nth - 1
        assert page.status_code == 500, f"statement {nth} failed and the page does not say so"
        assert TOLD in page.content.decode()
        assert changes(before, after) == {}, f"statement {nth} failed and something stayed"
    raise AssertionError("no end of statements")


def test_a_page_that_stops_half_way_is_found(world, monkeypatch):
    """The planted mistake: the page for a new guardian without a transaction around its three actions."""
    monkeypatch.setattr("beadwork.web.people.around.transaction", SimpleNamespace(atomic=nullcontext))
    who, url, form = guardian(world)
    client = Client(raise_request_exception=False)
    client.force_login(who)
    with pytest.raises(AssertionError, match="failed and something stayed"):
        break_each_statement_of(client, url, form)
