"""The shell of the recording screen: the same bytes for everybody, asked about and not sent again."""

import re

import pytest

pytestmark = pytest.mark.django_db


def test_the_page_is_not_sent_again_when_nothing_changed(client, world):
    client.force_login(world.ana)
    first = client.get("/capture/")
    assert first.status_code == 200
    again = client.get("/capture/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_worker_keeps_every_file_that_the_page_names(client, world):
    client.force_login(world.ana)
    page = client.get("/capture/").content.decode()
    worker = client.get("/capture/sw.js").content.decode()
    named = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)) - {"/static/img/capture-192.png"}
    assert {file for file in named if f'"{file}"' not in worker} == set()
