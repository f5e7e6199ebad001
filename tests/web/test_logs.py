"""What a log may say."""

import logging
import sys

import pytest
from django.test import RequestFactory
from django.urls import resolve

from beadwork.web.logs import Discreet

pytestmark = pytest.mark.once


def line(message, **more):
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, message, (), more.pop("exc_info", None)
    )
    vars(record).update(more)
    return Discreet().format(record)


def test_a_request_is_told_by_its_pattern_and_never_by_a_name():
    request = RequestFactory().get("/children/mia-rivera/")
    request.resolver_match = resolve("/children/mia-rivera/")
    said = line("Internal Server Error: /children/mia-rivera/", request=request)
    assert "mia" not in said
    assert "GET /children/<slug:slug>/" in said


def test_a_request_that_led_nowhere_tells_no_address():
    request = RequestFactory().get("/mia-rivera/")
    request.resolver_match = None
    assert line("Not Found: /mia-rivera/", request=request).endswith("GET /?")


def test_an_error_tells_its_kind_and_its_way_and_not_its_text():
    try:
        raise ValueError("Mia Rivera")
    except ValueError:
        said = line("An accident", exc_info=sys.exc_info())
    assert "Mia" not in said.replace('raise ValueError("Mia Rivera")', "")
    assert said.endswith("ValueError")
    assert "test_logs.py" in said
