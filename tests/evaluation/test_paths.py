"""Skill paths: where a child is, from facts; what is next and what it needs; marks that are kept, and by whom."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beadwork.core.problems import Problem
from beadwork.evaluation.actions import mark_skill, save_observations
from beadwork.evaluation.models import SkillMark, SkillState
from beadwork.knowledge import item, items
from beadwork.knowledge.paths import Seen, standing
from beadwork.library.actions import amend
from beadwork.library.entries import entry_of
from beadwork.library.own import library_of
from beadwork.plan.actions import close_goal
from beadwork.web.evaluation.path_facts import known_of
from tests.evaluation.build import begun_evaluation
from tests.plan.build import signed_goal
from tests.progress.build import saw

SOCKS = item("path", "socks")
ALL_DONE = dict.fromkeys(SOCKS.refs(), Seen.DOES)


def mark(world, step: str, state: str, days: int = 0, by=None) -> SkillMark:
    return mark_skill(
        world.mia, f"socks/{step}", state, by=by or world.ana, at=world.now + timedelta(days=days)
    )


def known(world):
    return known_of(world.mia, library_of(world.practice), world.today)


def socks(world, sign_in):
    url = reverse("path", args=[world.mia.slug, "socks"])
    return sign_in(world.ana).get(url).context["path"]


def test_nothing_known_is_the_beginning_of_the_path():
    where = standing(SOCKS, {})
    assert (where.here, where.next) == (None, SOCKS.steps[0])


def test_the_next_step_follows_the_furthest_that_is_done():
    where = standing(
        SOCKS, {"socks/pulls-off": Seen.DOES, "socks/last-pull": Seen.DOES, "socks/toes-in": Seen.WITH_HELP}
    )
    assert (where.here.slug, where.next.slug) == ("last-pull", "over-the-heel")
    assert where.lacks == ()


def test_with_help_is_not_done_yet():
    assert standing(SOCKS, {"socks/pulls-off": Seen.WITH_HELP}).here is None


def test_what_the_next_step_needs_of_another_path_is_named():
    assert standing(SOCKS, {}).lacks == ("posture/sits-steady",)
    assert standing(SOCKS, {"posture/sits-steady": Seen.DOES}).lacks == ()


def test_at_the_end_nothing_is_next():
    assert standing(SOCKS, ALL_DONE).is_done


def test_the_words_of_marks_are_those_of_the_rule():
    assert set(SkillState.values) == set(Seen)


def test_the_newest_mark_holds_and_the_old_ones_stay(world, sign_in):
    mark(world, "toes-in", "not-yet")
    mark(world, "toes-in", "with-help", days=3)
    step = next(step for step in socks(world, sign_in).steps if step.slug == "toes-in")
    assert [fact.state for fact in step.facts] == ["with-help", "not-yet"]
    assert step.facts[0].how == "Ana Duarte"


def test_the_same_mark_again_is_one(world):
    assert mark(world, "toes-in", "does") == mark(world, "toes-in", "does", days=1)
    mark(world, "toes-in", "with-help", days=2)
    mark(world, "toes-in", "does", days=3)
    assert SkillMark.objects.count() == 3


@pytest.mark.parametrize(("step", "state"), [("no-such", "does"), ("toes-in", "great")])
def test_only_steps_and_words_there_are(world, step, state):
    with pytest.raises(Problem, match="not on the list"):
        mark(world, step, state)


@pytest.mark.parametrize("who", ["leo", "okafor", "dana", "ruth", "eve"])
def test_only_clinicians_of_the_team_mark(world, who):
    with pytest.raises(Problem):
        mark(world, "toes-in", "does", by=getattr(world, who))


def test_a_task_of_an_evaluation_is_a_fact_of_its_steps(world):
    task = next(one for one in items("task") if one.steps)
    opened = begun_evaluation(world)
    by = {"by": world.ana, "at": world.now}
    save_observations(opened, {task.slug: {"did": "Did it", "support": "words"}}, **by)
    assert {known(world).seen[step] for step in task.steps} == {Seen.WITH_HELP}
    save_observations(opened, {task.slug: {"support": "alone"}}, **by)
    assert {known(world).seen[step] for step in task.steps} == {Seen.DOES}


def test_a_task_without_a_word_about_help_says_nothing(world):
    task = next(one for one in items("task") if one.steps)
    save_observations(begun_evaluation(world), {task.slug: {"did": "Did it"}}, by=world.ana, at=world.now)
    assert known(world).seen == {}


def test_an_open_goal_of_the_bank_shows_on_its_steps(world, sign_in):
    goal = signed_goal(world, template="puts-on-socks")
    step = next(step for step in socks(world, sign_in).steps if step.slug == "toes-in")
    assert [one.pk for one in step.goals] == [goal.pk]
    assert step.state is None, "a goal is what is worked on, not what was seen"
    close_goal(goal, "Reached", by=world.ana, at=world.now)
    assert known(world).goals == {}


def test_the_page_marks_and_comes_back_to_the_step(world, sign_in):
    url = reverse("path-mark", args=[world.mia.slug, "socks"])
    answer = sign_in(world.ben).post(url, {"step": "pulls-off", "state": "does"})
    assert answer.url == reverse("path", args=[world.mia.slug, "socks"]) + "#pulls-off"
    assert socks(world, sign_in).here == "Pulls socks off"


def test_every_band_says_what_it_is_and_no_page_says_late(world, sign_in):
    browser = sign_in(world.ana)
    for one in items("path"):
        page = browser.get(reverse("path", args=[world.mia.slug, one.slug])).content.decode()
        assert "Nothing is noted yet" in page
        shown = [
            step.band
            for step in browser.get(reverse("path", args=[world.mia.slug, one.slug])).context["path"].steps
        ]
        assert all(band.kind and band.hint for band in shown if band)
        assert not re.search(r"\blate\b|\bdelay|\bbehind schedule", page)


def test_the_paths_keep_to_twelve_questions(world, sign_in, django_assert_max_num_queries):
    mark(world, "toes-in", "does")
    signed_goal(world, template="puts-on-socks")
    browser = sign_in(world.ana)
    for name, more in (("paths", []), ("path", ["socks"])):
        browser.get(reverse(name, args=[world.mia.slug, *more]))
        with django_assert_max_num_queries(14):
            answer = browser.get(reverse(name, args=[world.mia.slug, *more]))
        assert len(answer.content) <= 100_000


def test_a_goal_reached_by_its_own_rule_is_a_fact_of_its_steps_and_a_later_mark_is_newer(world, sign_in):
    goal = signed_goal(world, "count", template="puts-on-socks", visits_running=3, settings_needed=1)
    days = [world.today - timedelta(days=number) for number in (15, 10, 5)]
    for day in days:
        saw(world, goal, day, [("alone", 8.0)])
    step = next(step for step in socks(world, sign_in).steps if step.slug == "toes-in")
    assert [(fact.state, fact.how) for fact in step.facts] == [("does", "goal reached, “Puts on both socks”")]
    assert timezone.localdate(step.facts[0].at, world.practice.zone) == days[-1]
    mark(world, "toes-in", "with-help")
    assert known(world).seen["socks/toes-in"] == Seen.WITH_HELP
    assert len(known(world).facts["socks/toes-in"]) == 2


def test_two_tries_that_were_right_do_not_reach_a_goal(world):
    goal = signed_goal(world, "count", template="puts-on-socks", visits_running=3, settings_needed=1)
    for number in (15, 10):
        saw(world, goal, world.today - timedelta(days=number), [("alone", 8.0)])
    assert known(world).seen == {}


def test_the_page_reads_the_practices_own_words(world, sign_in):
    text = entry_of(SOCKS) | {"name": {"en": "Our socks", "es": "Nuestros calcetines"}}
    amend(world.practice, "path", "socks", text, reason="As we say it", by=world.ruth, at=world.now)
    assert socks(world, sign_in).name == "Our socks"
