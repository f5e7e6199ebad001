"""`bench pages` on a handful of children: every page answers within its queries, and a missed figure is named."""

import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from beadwork.cli.bench import envelope, envelope_once, measure, pages, scene
from beadwork.people.models import User
from beadwork.record.models import Attempt

FINE = {
    name: {"p50": 5.0, "p95": 6.0, "quickest": 4.0, "cpu": 5.0, "queries": 12.0}
    for name in ("empty", *pages.PAGES, "30 rows", "30 attempts")
}


@pytest.fixture
def _nobody_yet(db):
    """The cast of other tests, where it is there, has other addresses than the demo's people."""
    User.objects.update(email=Concat(Value("cast-"), "email"))


@pytest.mark.once
@pytest.mark.long
@pytest.mark.usefixtures("_nobody_yet")
def test_every_page_answers_within_its_queries(settings, monkeypatch):
    settings.ROOT_URLCONF = "beadwork.cli.bench.urls"
    monkeypatch.setattr(measure, "TIMES", 2)
    monkeypatch.setattr(measure, "WARM", 1)
    monkeypatch.setattr(scene, "ATTEMPTS", 60)
    scene.make_practice(4)
    figures = measure.everything(scene.set_scene())
    assert {page: figures[page]["queries"] for page in pages.PAGES if figures[page]["queries"] > 12} == {}
    assert set(figures) == set(FINE)
    assert "Goal" in pages.table("SQLite", 4, figures, figures)


def test_figures_that_are_reached_are_not_named():
    assert pages.misses(FINE, FINE) == []


@pytest.mark.parametrize(
    ("row", "figure", "value", "words"),
    [
        ("Today", "queries", 13.0, "Today asks 13 queries"),
        ("Child", "quickest", 6.5, "Child takes 1.6 times as long"),
        ("Goal", "cpu", 130.0, "Goal costs 26.0 times an empty page"),
        ("30 attempts", "cpu", 105.0, "30 attempts cost 21.0 times the bare rows"),
    ],
)
def test_a_figure_that_is_missed_is_named(row, figure, value, words):
    worse = FINE | {row: FINE[row] | {figure: value}}
    [said] = pages.misses(FINE, worse)
    assert said.startswith(words)


@pytest.mark.once
@pytest.mark.long
@pytest.mark.usefixtures("_nobody_yet")
def test_an_envelope_of_the_bench_is_stored_whole():
    scene.make_practice(4)
    here = scene.set_scene()
    before = Attempt.objects.count()
    measure.Browser(here.therapist).send(envelope_once.tablet_of(here)(), "sync-envelope")
    assert Attempt.objects.count() == before + envelope_once.MANY


@pytest.mark.parametrize(("took", "status"), [(40.0, 0), (40.1, 1)])
def test_an_envelope_that_costs_too_much_is_named(monkeypatch, capsys, took, status):
    told = {"bare": 10.0, "envelope": took, "queries": 20}
    monkeypatch.setattr(envelope, "_measure", lambda times, *, on_postgresql: told)
    assert envelope.run([]) == status
    assert ("MISSED" in capsys.readouterr().out) == bool(status)
