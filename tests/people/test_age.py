"""Age: told in whole years and months, and counted from the due date for a child born early."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beadwork.people.age import age_between
from beadwork.people.models import Child

BORN = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("born", "on", "told"),
    [
        (date(2026, 9, 1), date(2026, 9, 14), "1 week"),
        (date(2026, 8, 1), date(2026, 9, 14), "1 month"),
        (date(2025, 1, 31), date(2026, 9, 14), "19 months"),
        (date(2022, 7, 2), date(2026, 9, 14), "4 y 2 m"),
        (date(2024, 2, 29), date(2026, 2, 28), "23 months"),
    ],
)
def test_an_age_is_told_as_people_tell_it(born, on, told):
    assert str(age_between(born, on)) == told


def test_a_day_before_birth_is_age_nothing():
    assert age_between(BORN, BORN - timedelta(days=1)).total_days == 0


@given(st.dates(date(2000, 1, 1), date(2026, 1, 1)), st.integers(0, 8000))
def test_the_parts_of_an_age_stay_in_their_range(born, days):
    age = age_between(born, born + timedelta(days=days))
    assert 0 <= age.months < 12
    assert 0 <= age.days <= 31
    assert age.total_days == days


def test_eight_weeks_early_is_eight_weeks_younger_until_the_second_birthday():
    child = Child(given_name="Noor", born_on=BORN, gestation_days=32 * 7)
    assert child.corrected_age(date(2026, 9, 14)).total_days == child.age(date(2026, 9, 14)).total_days - 56
    assert child.corrected_age(date(2027, 1, 11)) is None


@pytest.mark.parametrize(("days", "corrected"), [(36 * 7 + 6, True), (37 * 7, False)])
def test_only_a_birth_before_thirty_seven_weeks_is_corrected(days, corrected):
    child = Child(given_name="Noor", born_on=BORN, gestation_days=days)
    assert (child.corrected_age(BORN + timedelta(days=100)) is not None) is corrected


def test_before_the_due_date_a_corrected_age_is_nothing():
    child = Child(given_name="Noor", born_on=BORN, gestation_days=30 * 7)
    assert child.corrected_age(BORN + timedelta(days=20)).total_days == 0
