"""The demo starts at once where nothing has changed, and brings everything up to date where something has."""

import os

import pytest

from beadwork.cli import demo, kept


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A demo that was made, as its files show."""
    monkeypatch.delenv("BEADWORK_DATABASE_URL", raising=False)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").touch()
    (tmp_path / "demo.sqlite3").touch()
    kept.keep(tmp_path)
    return tmp_path


def test_what_was_made_is_served_again(data):
    assert kept.is_as_it_was(data)


@pytest.mark.parametrize("gone", ["demo.sqlite3", "demo.ready", "static/staticfiles.json"])
def test_what_is_gone_is_made(data, gone):
    (data / gone).unlink()
    assert not kept.is_as_it_was(data)


def test_a_product_newer_than_the_practice_brings_it_up_to_date(data):
    os.utime(data / kept.STAMP, (1, 1))
    assert not kept.is_as_it_was(data)


def test_a_database_elsewhere_is_asked_every_time(data, monkeypatch):
    (data / kept.STAMP).unlink()
    monkeypatch.setenv("BEADWORK_DATABASE_URL", "postgresql://somewhere/else")
    kept.keep(data)
    monkeypatch.delenv("BEADWORK_DATABASE_URL")
    assert not kept.is_as_it_was(data)
    kept.keep(data)
    monkeypatch.setenv("BEADWORK_DATABASE_URL", "postgresql://somewhere/else")
    assert not kept.is_as_it_was(data)


def test_a_fresh_start_that_is_stopped_half_way_is_made_again(data, monkeypatch):
    """Its database is there and empty: served as it is, nobody could sign in."""

    def stopped(options):
        raise KeyboardInterrupt

    monkeypatch.setenv("BEADWORK_DATA", str(data))
    monkeypatch.setenv(
        "DJANGO_SETTINGS_MODULE", os.environ["DJANGO_SETTINGS_MODULE"]
    )  # the demo sets its own
    monkeypatch.setattr(demo, "_make_ready", stopped)
    with pytest.raises(KeyboardInterrupt):
        demo.run(["--fresh", "--make-only"])
    assert not kept.is_as_it_was(data)
