"""Each caution holds when it should and not otherwise."""

import pytest

from beadwork import stats
from beadwork.stats.cautions import caution, known_codes

pytestmark = pytest.mark.once

STEADY = [4, 6, 5, 5, 6, 4]
BETTER = [8, 9, 7, 9, 8, 7]


@pytest.mark.parametrize(
    ("code", "holds", "does_not"),
    [
        ("few_points", (STEADY[:4], BETTER), (STEADY[:5], BETTER[:5])),
        ("few_points", (STEADY, BETTER[:4]), (STEADY, BETTER)),
        ("baseline_trend", ([1, 2, 3, 4, 5], BETTER), (STEADY, BETTER)),
        ("baseline_trend", ([5, 4, 3, 2, 1], BETTER), ([1, 2, 3, 4], BETTER)),
        ("autocorrelated", (STEADY, [1, 1, 1, 9, 9, 9]), (STEADY, [1, 9, 1, 9, 1, 9])),
        ("autocorrelated", ([1, 1, 1, 9, 9, 9], [1, 9, 1, 9, 1]), (STEADY, [1, 9, 1, 9, 1])),
        ("constant", ([5, 5, 5], [5, 5]), ([5, 5, 5], [5, 6])),
    ],
)
def test_cautions_about_the_points(code, holds, does_not):
    for name in ("nap", "pnd", "smd", "pand", "tau_u"):
        assert getattr(stats, name)(*holds).has(code)
        assert not getattr(stats, name)(*does_not).has(code)


def test_a_baseline_at_the_end_of_the_scale_leaves_no_room():
    assert stats.nap([10, 10, 9], [10, 10, 10], high=10).has("ceiling")
    assert not stats.nap([10, 9, 9], [10, 10, 10], high=10).has("ceiling")
    assert not stats.nap([10, 10, 9], [10, 10, 10]).has("ceiling")
    assert stats.nap([0, 0, 1], [0, 0], better="lower", low=0).has("ceiling")
    assert not stats.nap([0, 0, 1], [0, 0], better="higher", low=0).has("ceiling")


def test_every_code_has_its_sentence():
    for code in known_codes():
        assert caution(code).text.endswith(".")
    with pytest.raises(KeyError):
        caution("no such thing")
