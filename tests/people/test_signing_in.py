"""Signing in, forgetting the password, one's own settings, and jumping."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.world import PASSWORD

LOGIN = reverse("account_login")


@pytest.mark.parametrize(("who", "place"), [
    ("ana", "today"), ("ben", "today"), ("dana", "children"), ("ruth", "children"), ("leo", "family"),
    ("okafor", "class"),
])  # fmt: skip
def test_each_starts_where_she_works(world, sign_in, who, place):
    assert sign_in(getattr(world, who)).get("/").url == reverse(place)


def test_an_expired_login_leads_back_to_the_page_one_wanted(world):
    client, wanted = Client(), reverse("child", args=[world.mia.slug])
    to_sign_in = client.get(wanted)
    assert to_sign_in.url == f"{LOGIN}?next={wanted}"
    answer = client.post(to_sign_in.url, {"login": "ana@example.org", "password": PASSWORD, "next": wanted})
    assert answer.url == wanted


def test_a_wrong_password_and_an_unknown_address_sound_the_same(world):
    said = []
    for address in ("ana@example.org", "nobody@example.org"):
        page = Client().post(LOGIN, {"login": address, "password": "wrong-wrong-wrong"})
        said.append(re.findall(r"(?s)class=\"[^\"]*error[^\"]*\".*?</", page.content.decode()))
    assert said[0] == said[1]
    assert said[0]


def test_a_next_address_elsewhere_is_not_followed(world):
    answer = Client().post(
        LOGIN, {"login": "ana@example.org", "password": PASSWORD, "next": "https://evil.example/"}
    )
    assert answer.url == "/"


def test_a_forgotten_password_is_set_anew_by_the_link_once(world):
    client = Client()
    client.post(reverse("account_reset_password"), {"email": "leo@example.org"})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    page = client.get(link, follow=True)
    new = {"password1": "a-new-string-of-beads", "password2": "a-new-string-of-beads"}
    client.post(page.redirect_chain[-1][0], new)
    assert Client().login(email="leo@example.org", password="a-new-string-of-beads")
    assert "no longer works" in Client().get(link, follow=True).content.decode()


def test_nobody_signs_up(db):
    page = Client().post("/accounts/signup/", {"email": "x@example.org", "password1": PASSWORD})
    assert not page.context or "form" not in page.context


def test_ones_language_holds_from_the_next_page(world, sign_in):
    client = sign_in(world.ana)
    assert client.post(reverse("settings"), {"language": "es", "theme": "dark"}).status_code == 302
    text = client.get(reverse("settings")).content.decode()
    assert '<html lang="es"' in text
    assert 'data-theme="dark"' in text


def test_signed_out_the_browser_remembers_the_language(db):
    client = Client()
    assert client.post(reverse("set_language"), {"language": "es", "next": LOGIN}).url == LOGIN
    assert '<html lang="es"' in client.get(LOGIN).content.decode()


def test_a_language_we_do_not_have_changes_nothing(world, sign_in):
    sign_in(world.ana).post(reverse("set_language"), {"language": "xx", "next": "/children/"})
    world.ana.refresh_from_db()
    assert world.ana.language == "en"


@pytest.mark.parametrize(("back", "to"), [("/children/", "/children/"), ("https://evil.example/", "/")])
def test_switching_the_language_stays_here_and_leads_nowhere_else(world, sign_in, back, to):
    assert sign_in(world.ana).post(reverse("set_language"), {"language": "es", "next": back}).url == to


@pytest.mark.parametrize(
    ("who", "found"), [("ana", {"Mia", "Theo"}), ("ben", {"Mia"}), ("leo", set()), ("eve", set())]
)
def test_one_jumps_to_the_children_one_may_find(world, sign_in, who, found):
    places = sign_in(getattr(world, who)).get(reverse("jump")).json()["places"]
    assert {place["label"] for place in places if place.get("about")} == found
    assert reverse("settings") in {place["url"] for place in places}


def test_who_signs_in_sees_her_page_and_no_word_about_signing_in(world):
    """The page itself shows that it worked; a notice above a family's evening is noise."""
    page = Client().post(LOGIN, {"login": "leo@example.org", "password": PASSWORD}, follow=True)
    assert page.status_code == 200
    assert list(page.context["messages"]) == []


def test_who_signs_out_sees_no_word_about_it_either(world, sign_in):
    page = sign_in(world.leo).post(reverse("account_logout"), follow=True)
    assert page.status_code == 200
    assert list(page.context["messages"]) == []
