"""Age corrected for an early birth: the reference cases, in days; and the list a child is asked about."""

from collections import Counter
from datetime import date

import pytest

from beadwork.knowledge import item, items, library
from beadwork.knowledge.age import AAP, Correction, age_used, days_early
from beadwork.knowledge.milestones import correction, list_ages, list_for, on_list

pytestmark = pytest.mark.once
CDC = "cdc-2022"

# Born, days of pregnancy, on, days of age, days early, corrected?, months that count.
CASES = [
    (date(2024, 1, 1), 224, date(2024, 6, 1), 152, 56, True, 3.15),
    (date(2024, 1, 1), 196, date(2024, 7, 1), 182, 84, True, 3.22),
    (date(2023, 3, 10), 249, date(2025, 2, 10), 703, 31, True, 22.08),
    (date(2023, 3, 10), 210, date(2025, 6, 10), 823, 70, False, 27.04),
    (date(2024, 5, 1), 266, date(2024, 11, 1), 184, 14, False, 6.05),
]


@pytest.mark.parametrize(("born", "gestation", "on", "chronological", "early", "corrected", "months"), CASES)
def test_the_reference_cases(born, gestation, on, chronological, early, corrected, months):
    age = age_used(born, on, gestation)
    assert (age.chronological_days, days_early(gestation)) == (chronological, early)
    assert age.corrected_days == chronological - early
    assert age.is_corrected is corrected
    assert round(age.months, 2) == months


def test_the_rule_is_a_setting():
    born, on = date(2023, 3, 10), date(2025, 6, 10)
    assert age_used(born, on, 210, Correction(until_days=1096)).is_corrected
    assert not age_used(born, on, 210, Correction(born_before_days=200, until_days=1096)).is_corrected


def test_no_age_is_below_zero_and_nothing_is_guessed():
    assert age_used(date(2026, 1, 1), date(2026, 1, 20), 210).corrected_days == 0
    assert age_used(date(2026, 1, 1), date(2025, 12, 1)).days == 0
    assert not age_used(date(2026, 1, 1), date(2026, 6, 1)).is_corrected
    assert days_early(290) == 0


def test_the_set_carries_the_rule():
    assert correction(item("milestone-set", CDC)) == AAP


# Counts by age and domain (Zubler 2022): social, language, cognitive, movement.
COUNTS = {
    2: (4, 2, 2, 3), 4: (3, 3, 2, 5), 6: (3, 3, 3, 3), 9: (5, 2, 2, 4), 12: (1, 3, 2, 4), 15: (5, 4, 2, 2),
    18: (5, 2, 2, 6), 24: (2, 4, 3, 4), 30: (3, 4, 4, 4), 36: (2, 5, 2, 3), 48: (6, 4, 3, 4), 60: (3, 4, 6, 2),
}  # fmt: skip


def test_the_cdc_lists_are_the_new_ones_and_whole():
    counted = Counter((one.months, one.domain) for one in items("milestone"))
    domains = ("social", "language", "cognitive", "movement")
    assert {
        age: tuple(counted[age, domain] for domain in domains) for age in list_ages(library(), CDC)
    } == COUNTS
    assert len(items("milestone")) == 159
    assert item("milestone-set", CDC).threshold_percent == 75
    assert not [one.slug for one in items("milestone") if "crawl" in one.name.en.lower()]


@pytest.mark.parametrize(
    ("months", "age"), [(1.9, None), (2.0, 2), (3.15, 2), (14.99, 12), (15, 15), (31, 30), (200, 60)]
)
def test_the_list_is_the_oldest_not_above_the_age(months, age):
    assert list_for(library(), CDC, months) == age


def test_a_list_keeps_its_order():
    assert [one.slug for one in on_list(library(), CDC, 12)][:2] == ["cdc22-12-s1", "cdc22-12-l1"]


def test_windows_are_in_order_and_crawling_says_that_some_do_not():
    assert all(window.p1 < window.p50 < window.p99 for window in items("window"))
    assert "4.3 of 100" in item("window", "crawl-hands-and-knees").note.en
