"""Bad input at every form there is, found at run time: no page breaks, and nothing is stored that does not fit.

Every text field gets the same hostile text, every number the same odd number, every date the same odd date.
"""

import math

import pytest
from django import forms
from django.apps import apps
from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Length
from django.utils import timezone

from tests.web.conftest import kept_thread
from tests.web.filling import filled, form_on
from tests.web.table import ROWS
from tests.web.test_access import undone, url_of

pytestmark = pytest.mark.long

TEXTS = {
    "ten thousand letters": "x" * 10_000,
    "emoji": "🦊👩‍👧‍👦 Noor",
    "right to left": "محمد \u202e\u2067 abc",
    "NUL and control characters": "a\x00b\x08\x1b[31m",
    "markup": "<script>alert(1)</script>{{ 7*7 }}{% now %}",
    "only spaces": " \u00a0\u2003\t ",
    "braces": "{level} {0} %s %(x)d",
}
NUMBERS = ["nan", "inf", "-1", "0", "1e308", "99999999999999999999999", "١٢", "12,5", ""]
DATES = ["0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01", "yesterday", ""]
OURS = [model for model in apps.get_models() if model.__module__.startswith("beadwork")]
EXTRA = {
    "goal-new": [f"?scale={scale}" for scale in ("accuracy", "steps", "attainment", "duration", "support")]
}
PAGES = [(name, query) for name, row in ROWS.items() if not row.post for query in EXTRA.get(name, [""])]


@pytest.fixture(scope="module")
def made(cast, django_db_blocker):
    with kept_thread(cast, django_db_blocker, now=timezone.now()) as made:
        yield made


@pytest.fixture
def world(here):
    return here[0]


class Page:
    """One page as somebody who may see it, with its form, if it has one."""

    def __init__(self, world, sign_in, thread, case: tuple[str, str]) -> None:
        name, query = case
        self.client = sign_in(getattr(world, sorted(ROWS[name].who - {"eve"})[0]))
        self.url = url_of(name, thread) + query
        self.form = form_on(self.client.get(self.url))

    def has(self, *kinds: type[forms.Field]) -> bool:
        """Whether the form asks for one of these."""
        return self.form is not None and any(type(bound.field) in kinds for bound in self.form)

    def send(self, *, text: str = "Words", number: str | None = None, day: str | None = None) -> int:
        """Send it filled in; the status."""
        return self.client.post(self.url, filled(self.form, text, number, day)).status_code


def too_long() -> list[str]:
    """Columns that hold a text longer than they say: SQLite would let it in."""
    fields = [
        (model, field)
        for model in OURS
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.CharField | models.TextField) and field.max_length
    ]
    return [
        f"{model.__name__}.{field.name}"
        for model, field in fields
        if model.objects.annotate(size=Length(F(field.name))).filter(size__gt=field.max_length).exists()
    ]


@pytest.mark.parametrize("case", PAGES, ids="".join)
def test_no_hostile_text_number_or_date_breaks_a_page_or_is_stored_where_it_does_not_fit(
    world, sign_in, thread, case
):
    page = Page(world, sign_in, thread, case)
    for words, text in TEXTS.items() if page.has(forms.CharField) else ():
        with undone():
            assert page.send(text=text) < 500, words
            assert len(text) < 1000 or too_long() == [], words
    for number in NUMBERS if page.has(forms.FloatField, forms.IntegerField, forms.DecimalField) else ():
        with undone():
            assert page.send(number=number) < 500, number
            assert number not in {"nan", "inf", "1e308"} or numbers_that_are_none() == [], number
    for day in DATES if page.has(forms.DateField) else ():
        with undone():
            assert page.send(day=day) < 500, day


def numbers_that_are_none() -> list[str]:
    """Columns of numbers that hold what is no number."""
    fields = [(model, field) for model in OURS for field in model._meta.local_concrete_fields]
    floats = [(model, field.name) for model, field in fields if isinstance(field, models.FloatField)]
    return [
        f"{model.__name__}.{name}"
        for model, name in floats
        for value in model.objects.exclude(**{name: None}).values_list(name, flat=True)
        if not math.isfinite(value)
    ]


def test_the_walk_does_fill_in_forms(world, sign_in, thread):
    """The positive control: with good words most pages do have a form, and many of them save."""
    statuses = []
    for case in PAGES:
        with undone():
            page = Page(world, sign_in, thread, case)
            statuses += [page.send()] if page.form else []
    assert len(statuses) >= 25
    assert statuses.count(302) >= 12


def test_a_text_that_does_not_fit_is_found(world):
    if connection.vendor == "sqlite":  # PostgreSQL itself refuses it
        type(world.mia).objects.filter(pk=world.mia.pk).update(given_name="x" * 101)
        assert too_long() == ["Child.given_name"]
