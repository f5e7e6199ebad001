"""Hard rules: what they exclude, that they say why, and that nothing excluded is ever proposed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beadwork.activities.choosing import RULES, Aim, Done, Ranking, Situation, faults, propose
from beadwork.activities.choosing.rules import excluded
from tests.activities.build import MINDED, PATHS, WORDS, activity, many, shelf, situation

pytestmark = pytest.mark.once


def broken(one, now):
    return {(fault.rule, *fault.words) for fault in faults(one, now, shelf(one))}


@pytest.mark.parametrize(
    ("with_it", "now", "rule"),
    [
        ({"allergens": ("wheat",)}, {"allergens": frozenset({"wheat"})}, ("allergen", "wheat")),
        ({"allergens": ("latex",)}, {"precautions": frozenset({"latex-allergy"})}, ("allergen", "latex")),
        ({"allergens": ("milk",)}, {"precautions": frozenset({"food-allergy"})}, ("allergen", "milk")),
        ({"contraindicated": ("shunt",)}, {"precautions": frozenset({"shunt"})}, ("precaution", "shunt")),
        ({"contraindicated": ("shunt",)}, {"implied": {"shunt": "spina-bifida"}}, ("condition", "shunt")),
        ({"hazards": ("choking",)}, {"precautions": frozenset({"eats-non-food"})}, ("hazard", "choking")),
        ({"hazards": ("swallowing",)}, {"months": 20.0}, ("hazard", "swallowing")),
        ({"ages": ("teen",)}, {}, ("age", "teen")),
        ({"settings": ("home",)}, {}, ("setting", "home")),
        ({"groupings": ("group",)}, {}, ("grouping", "group")),
        ({"minutes": (30, 40)}, {"minutes": 20}, ("time", "30")),
        ({"materials": ("socks", "ball")}, {"materials": frozenset({"socks"})}, ("materials", "ball")),
        ({"sensory": ("sticky",)}, {"dislikes": frozenset({"sticky"})}, ("sensory", "sticky")),
        ({"steps": ("socks/toes-in",)}, {"nexts": {"socks": 1}}, ("step", "socks/toes-in")),
    ],
)  # fmt: skip
def test_a_rule_excludes_and_says_by_which_words(with_it, now, rule):
    one = activity("one", **with_it)
    assert broken(one, situation(**now)) == {rule}
    assert propose(Ranking(shelf(one), situation(**now))).picks == ()


@pytest.mark.parametrize(
    ("with_it", "now"),
    [
        ({"allergens": ("milk",)}, {"allergens": frozenset({"wheat"}), "precautions": frozenset({"food-allergy"})}),
        ({"hazards": ("choking",), "minds": ("eats-non-food",)}, {"precautions": frozenset({"eats-non-food"})}),
        ({"hazards": ("choking",)}, {}),
        ({"materials": ("ball",)}, {"materials": None}),
        ({"sensory": ("sticky",)}, {"dislikes": frozenset({"sticky"}), "approached": frozenset({"sticky"})}),
        ({"steps": ("socks/over-the-heel",)}, {"nexts": {"socks": 1}}),
        ({"steps": ("socks/toes-in", "socks/pulls-off")}, {"nexts": {"socks": 1}}),
        ({"steps": ("scissors/on-line",)}, {"nexts": {"socks": 1}}),
    ],
)  # fmt: skip
def test_what_is_minded_unknown_or_near_is_not_excluded(with_it, now):
    assert broken(activity("one", **with_it), situation(**now)) == set()


words = {name: st.frozensets(st.sampled_from(said)) for name, said in WORDS.items()}
precautions = st.frozensets(
    st.sampled_from((*WORDS["contraindicated"], *MINDED, "food-allergy", "latex-allergy")), max_size=4
)
aims = st.builds(
    Aim, key=st.just("goal"), name=st.just("Goal"), area=st.sampled_from(WORDS["areas"]),
    skills=words["skills"], steps=words["steps"],
)  # fmt: skip
SHELF = shelf(*many(400))
slugs = st.sampled_from([one.slug for one in SHELF.activities])
dones = st.builds(
    Done, slugs, visits=st.integers(1, 9), days=st.integers(0, 400), engagement=st.none() | st.floats(0, 1),
    gain=st.none() | st.floats(-1, 1),
)  # fmt: skip
children = st.builds(
    Situation, bands=st.frozensets(st.sampled_from(WORDS["ages"]), min_size=1, max_size=2),
    months=st.floats(1, 250), minutes=st.integers(5, 120), settings=words["settings"],
    grouping=st.sampled_from(WORDS["groupings"]), aims=st.lists(aims, max_size=3).map(tuple),
    nexts=st.dictionaries(st.sampled_from(list(PATHS)), st.integers(0, 4)), precautions=precautions,
    implied=st.dictionaries(st.sampled_from(WORDS["contraindicated"]), st.just("epilepsy"), max_size=2),
    allergens=st.frozensets(st.sampled_from(WORDS["allergens"]), max_size=2),
    equipment=st.frozensets(st.sampled_from(("wheelchair",))), dislikes=words["sensory"], approached=words["sensory"],
    interests=words["interests"], materials=st.none() | words["materials"],
    history=st.lists(dones, max_size=30).map(tuple),
)  # fmt: skip


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(children)
def test_for_any_child_all_activities_at_once_and_one_by_one_are_judged_alike(now):
    at_once = excluded(SHELF, now)
    for number, one in enumerate(SHELF.activities):
        assert bool(at_once[number]) == bool(faults(one, now, SHELF)), one.slug


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(children)
def test_for_any_child_nothing_excluded_is_proposed_and_the_plan_fits_its_minutes(now):
    proposal = propose(Ranking(SHELF, now))
    for pick in proposal.picks:
        one = SHELF.activities[SHELF.place[pick.slug]]
        assert not now.precautions.intersection(one.contraindicated)
        assert not now.implied.keys() & set(one.contraindicated)
        assert not now.allergens.intersection(one.allergens)
        assert not faults(one, now, SHELF)
        assert pick.part in one.occasions
        assert one.minutes[0] <= pick.minutes <= one.minutes[1]
    assert proposal.minutes <= now.minutes
    assert len({pick.slug for pick in proposal.picks}) == len(proposal.picks)
    assert sum(pick.part == "work" for pick in proposal.picks) <= 4


def test_every_rule_has_a_case_above():
    assert set(RULES) == {
        "allergen", "precaution", "hazard", "condition", "age", "setting", "grouping", "time", "materials", "sensory",
        "step",
    }  # fmt: skip
