"""The pages of an evaluation."""

import pytest
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.evaluation.actions import save_interview
from beadwork.evaluation.models import Evaluation
from tests.evaluation.build import begun_evaluation, finished_evaluation


def page(name: str, evaluation: Evaluation) -> str:
    return reverse(name, args=[evaluation.pk])


def test_from_who_is_here_to_findings_that_stand(world, sign_in):
    browser = sign_in(world.ana)
    start = reverse("evaluation-start", args=[world.mia.slug])
    browser.post(start, {"id": new_id(), "caregivers": [world.leo_caregiver.pk]})
    evaluation = Evaluation.objects.get()
    browser.post(page("evaluation-interview", evaluation), {"worries": "Socks 🧦 and شوز"})
    browser.post(page("evaluation-tasks", evaluation), {"beads-did": "Two beads", "beads-support": "words"})
    browser.post(
        page("evaluation-profile", evaluation), {"play-strengths": "Sings", "dressing-needs": "Socks"}
    )
    assert "Finish the evaluation" in browser.get(page("evaluation", evaluation)).content.decode()
    browser.post(page("evaluation-finish", evaluation))
    shown = browser.get(page("evaluation", evaluation)).content.decode()
    assert "Socks 🧦 and شوز" in shown
    assert shown.index("What goes well") < shown.index("What is hard")
    assert "Write the plan" in shown


def test_nobody_named_is_said_and_nothing_begins(world, sign_in):
    answer = sign_in(world.ana).post(reverse("evaluation-start", args=[world.mia.slug]), {"id": new_id()})
    assert "A caregiver is in the room" in answer.content.decode()
    assert not Evaluation.objects.exists()


def test_a_double_click_begins_once(world, sign_in):
    said = {"id": new_id(), "caregivers": [world.leo_caregiver.pk]}
    for _ in range(2):
        sign_in(world.ana).post(reverse("evaluation-start", args=[world.mia.slug]), said)
    assert Evaluation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("evaluation-interview", "day"),
        ("evaluation-tasks", "beads-did"),
        ("evaluation-profile", "play-strengths"),
    ],
)
def test_a_text_too_long_is_explained_and_kept(world, sign_in, name, field):
    text = "long " * 2000
    answer = sign_in(world.ana).post(page(name, begun_evaluation(world)), {field: text})
    shown = answer.content.decode()
    assert "10000 characters long" in shown
    assert text[:4000] in shown


def test_an_old_tab_takes_away_nothing_that_another_one_wrote(world, sign_in):
    evaluation, browser = begun_evaluation(world), sign_in(world.ana)
    save_interview(evaluation, {"sleep": "Well"}, by=world.ana, at=world.now)
    old_tab = {"day": "Up at six", "sleep": "", "initial-sleep": ""}
    browser.post(page("evaluation-interview", evaluation), old_tab)
    assert dict(evaluation.answers.values_list("question", "text")) == {"sleep": "Well", "day": "Up at six"}


def test_a_finished_one_is_read_not_changed(world, sign_in):
    evaluation = finished_evaluation(world)
    answer = sign_in(world.ana).post(page("evaluation-interview", evaluation), {"day": "New"})
    assert answer.status_code == 302
    assert not evaluation.answers.exists()


def test_an_end_before_the_start_is_explained(world, sign_in):
    answer = sign_in(world.ana).post(page("evaluation-end", begun_evaluation(world)), {"time": "00:01"})
    assert "is before the start" in answer.content.decode()


@pytest.mark.parametrize("time", ["", "noon", "25:00"])
def test_an_end_that_is_no_time_is_explained_on_the_page(world, sign_in, time):
    answer = sign_in(world.ana).post(page("evaluation-end", begun_evaluation(world)), {"time": time})
    assert answer.status_code == 200
    assert answer.context["end"].errors["time"]


def test_the_director_reads_it_and_changes_nothing(world, sign_in):
    evaluation, browser = finished_evaluation(world), sign_in(world.ruth)
    assert browser.get(page("evaluation", evaluation)).status_code == 200
    assert browser.get(page("evaluation-profile", evaluation)).status_code == 404


def test_tasks_are_those_for_the_age_until_more_are_asked_for(world, sign_in):
    evaluation, browser = begun_evaluation(world), sign_in(world.ana)
    tasks = page("evaluation-tasks", evaluation)
    assert "beads-did" in (shown := browser.get(tasks).content.decode())
    assert "on-the-rug-did" not in shown
    browser.post(f"{tasks}?every", {"on-the-rug-did": "Rolled both ways"})
    assert "Rolled both ways" in browser.get(tasks).content.decode()


def test_questions_are_those_for_the_age(world, sign_in):
    shown = sign_in(world.ana).get(page("evaluation-interview", begun_evaluation(world))).content.decode()
    assert 'name="getting-going"' in shown
    assert 'name="feeding-the-baby"' not in shown
