"""Ideas for a routine: family versions that serve the goal, obey every rule, and fill the form in both languages."""

from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.activities.choosing import Ranking, family_versions, faults
from beadwork.activities.choosing.order import best, turn
from beadwork.home.actions import LONGEST, share_routine
from beadwork.home.models import Routine
from beadwork.home.proposing import AtHome
from beadwork.knowledge import item, items
from beadwork.people.actions import note_fact
from beadwork.plan.models import Goal
from tests.activities.build import activity, many, shelf, situation
from tests.home.build import goal_row
from tests.people.test_bad_input import refused

WORDS = {"moment_en": "at bath time", "words_en": "Sock puppets.", "minutes": 3}


@pytest.fixture
def world(world):
    world.now = timezone.now()
    return world


@pytest.fixture
def goal(world):
    """Mia's goal about socks, begun from the bank."""
    goal = goal_row(world)
    Goal.objects.filter(pk=goal.pk).update(template="puts-on-socks", area="dressing")
    goal.refresh_from_db()
    return goal


def by(world):
    return {"by": world.ana, "at": world.now}


def page(world, sign_in, goal, name="routine-share", **asked):
    return sign_in(world.ana).get(reverse(name, args=[world.mia.slug, goal.slug]), asked)


def test_three_ideas_that_serve_the_goal_at_home_with_what_most_homes_have(world, goal):
    chooser = AtHome(goal, world.now)
    picks = chooser.proposal.picks
    household = {one.slug for one in items("material") if one.household}
    assert len(picks) == 3
    for pick in picks:
        one = item("activity", pick.slug)
        assert (chooser.serves(pick.slug), "home" in one.settings, set(one.materials) <= household) == (
            True,
        ) * 3
        assert any(reason.name == "goal" for reason in pick.why)
        assert pick.minutes == one.home.minutes


def test_the_ideas_are_not_three_times_the_same():
    twins = [activity(slug, steps=("socks/toes-in",)) for slug in ("twin-a", "twin-b", "twin-c")]
    other = activity(
        "other", steps=("socks/toes-in",), interests=("music",), materials=("paper",), skills=("pacing",)
    )
    now = situation(settings=frozenset({"home"}), nexts={"socks": 3})
    found = family_versions(Ranking(shelf(*twins, other, household=("socks", "paper")), now), count=2)
    assert {pick.slug for pick in found.picks} == {"twin-a", "other"}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_noted_no_idea_breaks_a_rule_or_lacks_a_family_version(seed):
    random = Random(seed)
    made = [activity(f"untold-{n}", home=None) for n in range(5)] + many(200, seed=seed)
    toys = shelf(*made, household=("socks", "spoon", "ball"))
    noted = {name: frozenset(random.sample(words, 2)) for name, words in NOTED.items()}
    now = situation(settings=frozenset({"home"}), materials=frozenset({"socks", "spoon", "ball"}), **noted)
    for pick in family_versions(Ranking(toys, now), count=9).picks:
        one = toys.activities[toys.place[pick.slug]]
        assert faults(one, now, toys) == ()
        assert one.home is not None


NOTED = {
    "allergens": ("wheat", "milk", "latex", "peanut"), "dislikes": ("sticky", "wet", "loud", "soft"),
    "precautions": ("seizures", "neck-instability", "eats-non-food", "skin-fragile", "runs-off", "shunt"),
}  # fmt: skip


def test_every_family_version_fits_a_routine_in_both_languages_and_says_when_to_stop(world, goal):
    chooser = AtHome(goal, world.now)
    for one in items("activity"):
        words = chooser.words(one.slug)
        assert all(0 < len(words[name]) <= most for name, most in LONGEST.items()), one.slug
        assert words["words_en"].endswith(one.home.stop.en), one.slug
        assert words["words_es"].endswith(one.home.stop.es), one.slug


def test_choosing_one_fills_the_form_in_both_languages_and_is_kept_with_the_routine(world, sign_in, goal):
    first = page(world, sign_in, goal).context["ideas"][0]
    form = page(world, sign_in, goal, use=first.slug).context["form"]
    sent = {bound.html_name: bound.value() for bound in form}
    home = item("activity", first.slug).home
    assert home.do[0].en in sent["words_en"]
    assert home.do[0].es in sent["words_es"]
    assert sent["moment_es"] == item("routine", home.routine).name.es
    sign_in(world.ana).post(reverse("routine-share", args=[world.mia.slug, goal.slug]), sent)
    assert Routine.objects.get().activity == first.slug


def test_each_idea_says_why_by_the_goal(world, sign_in, goal):
    html = page(world, sign_in, goal).content.decode()
    assert html.count("Serves “Bilateral dressing sequence”.") == 3


def test_a_danger_is_neither_proposed_nor_filled_in_nor_shared(world, sign_in, goal):
    flour = next(one for one in items("activity") if "wheat" in one.allergens)
    note_fact(world.mia, "allergy", "wheat", **by(world))
    assert not page(world, sign_in, goal, use=flour.slug).context["begun"]
    assert all(
        "wheat" not in item("activity", one.slug).allergens
        for one in page(world, sign_in, goal).context["ideas"]
    )
    assert refused(share_routine, goal, **WORDS, activity=flour.slug, **by(world)) == 613
    assert refused(share_routine, goal, **WORDS, activity="no-such", **by(world)) == 612
    assert not Routine.objects.exists()


def test_why_not_names_the_rule_or_what_came_before_it(world, sign_in, goal):
    flour = next(one for one in items("activity") if "wheat" in one.allergens)
    note_fact(world.mia, "allergy", "wheat", **by(world))
    html = page(world, sign_in, goal, "routine-others", q=flour.name.en).content.decode()
    assert "Not for this child" in html
    assert f"use={flour.slug}" not in html
    chooser = AtHome(goal, world.now)
    ideas = {pick.slug for pick in chooser.proposal.picks}
    others = [chooser.shelf.activities[place] for place in best(turn(chooser.ranking, "home", 240, []), 9)]
    words = next(one.name.en for one in others if one.slug not in ideas)
    [told] = page(world, sign_in, goal, "routine-others", q=words).context["found"]
    assert told.answers[0].endswith("points ahead.")
    told = [one.answers for one in page(world, sign_in, goal, "routine-others", q="sock").context["found"]]
    assert ["It is among the ideas."] in told


@pytest.mark.parametrize(("name", "asked"), [("routine-share", {}), ("routine-others", {"q": "sock"})])
def test_the_pages_keep_to_twelve_questions(world, sign_in, goal, name, asked):
    client = sign_in(world.ana)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(name, args=[world.mia.slug, goal.slug]), asked)
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) <= 12
