"""That the chooser learns: the simulation of docs, small. And that one bad day does not ban a toy."""

import pytest

from beadwork.activities.choosing import Ranking, propose, why_not
from beadwork.activities.choosing.history import past
from tests.activities.build import activity, done, many, shelf, situation
from tools.simulate_chooser import simulate

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def result():
    return simulate(children=40, seed=7, others=60)


@pytest.mark.long
@pytest.mark.parametrize("other", ["random", "popular"])
def test_children_are_more_engaged_than_with_chance_or_with_what_is_popular(result, other):
    assert result.means["chooser"] - result.means[other] > 2 * result.errors[other]
    assert result.means["chooser"] - result.means[other] > 0.03


@pytest.mark.long
def test_no_rule_is_ever_broken(result):
    assert result.dangers == 0


def test_one_bad_day_moves_a_toy_a_little_and_bans_nothing():
    toys = shelf(activity("liked"), activity("other", interests=("trains",)))
    good = [done("liked", visits=n) for n in range(2, 7)]
    place = toys.place["liked"]
    before = past(toys, good)
    after = past(toys, [done("liked", engagement=0.0), *good])
    assert 0.05 < before.engaged[place] - after.engaged[place] < 0.3
    now = situation(history=(done("liked", engagement=0.0), *good))
    assert "liked" in {pick.slug for pick in propose(Ranking(toys, now)).picks}


def test_many_bad_days_put_it_behind():
    toys = shelf(activity("bad"), activity("fine"), activity("zzz"))
    history = tuple(done("bad", visits=n, engagement=0.05) for n in range(5, 11))
    assert propose(Ranking(toys, situation(history=history, minutes=10))).picks[0].slug == "fine"


def test_old_days_count_less():
    toys = shelf(activity("one"))
    fresh, old = (past(toys, [done("one", visits=n, engagement=0.0)]).engaged[0] for n in (1, 60))
    assert fresh < old


def test_the_same_situation_gives_the_same_plan_and_ties_go_by_slug():
    toys = shelf(*many(200))
    plans = [propose(Ranking(toys, situation())).picks for _ in range(3)]
    assert plans[0] == plans[1] == plans[2]
    twins = shelf(activity("b"), activity("a"), activity("c"))
    assert propose(Ranking(twins, situation(minutes=10))).picks[0].slug == "a"


def test_the_next_step_beats_the_one_after_and_other_children_do_not_matter():
    steps = shelf(activity("after", steps=("socks/both-feet",)), activity("next", steps=("socks/toes-in",)))
    now = situation(nexts={"socks": 3}, minutes=12)
    assert propose(Ranking(steps, now)).picks[0].slug == "next"


def test_why_not_says_by_which_reasons_it_came_behind():
    toys = shelf(activity("liked", interests=("animals",)), activity("plain", interests=("trains",)))
    ranking = Ranking(toys, situation(interests=frozenset({"animals"}), minutes=10))
    told = why_not(ranking, propose(ranking), "plain")
    assert (told.taken, told.rank, told.of) == ("liked", 2, 2)
    assert [one.name for one in told.reasons] == ["interest"]
    assert why_not(ranking, propose(ranking), "liked").chosen
    with pytest.raises(KeyError):
        why_not(ranking, propose(ranking), "nothing")
