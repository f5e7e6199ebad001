"""The conversation's page, in both frames."""

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.people.actions import change_rights
from beadwork.people.models import Guardianship
from beadwork.talk.models import Message, Reading
from tests.talk.build import said


def talk(world):
    return f"/children/{world.mia.slug}/talk/"


def family_talk(world):
    return f"/family/{world.mia.slug}/talk/"


def test_a_message_written_by_the_family_is_read_by_the_therapist_and_she_sees_that(world, sign_in):
    leo = sign_in(world.leo)
    assert leo.post(family_talk(world), {"id": new_id(), "text": "Both socks!"}).status_code == 302
    assert "Not read yet" in leo.get(family_talk(world)).content.decode()
    page = sign_in(world.ana).get(talk(world)).content.decode()
    assert "Both socks!" in page
    assert "New" in page
    page = leo.get(family_talk(world)).content.decode()
    assert "Read by" in page
    assert "Ana Duarte (" in page


def test_the_newest_message_is_at_the_bottom_and_the_box_before_them(world, sign_in):
    for number, text in enumerate(("First words", "Second words")):
        said(world, text, world.ana, minutes=number)
    page = sign_in(world.leo).get(family_talk(world)).content.decode()
    assert page.index("<textarea") < page.index("First words") < page.index("Second words")


def test_everybody_sees_who_reads_along(world, sign_in):
    page = sign_in(world.leo).get(family_talk(world)).content.decode()
    for name in ("Ana Duarte", "Ben Fields", "Sara Rivera"):
        assert name in page


def test_opening_the_page_is_one_read_event_and_reads_what_is_shown(world, sign_in):
    for number in range(22):
        said(world, f"Message {number}", world.ana, minutes=number)
    client = sign_in(world.leo)
    before = Event.objects.count()
    page = client.get(family_talk(world)).content.decode()
    assert Event.objects.count() - before == 1
    assert Reading.objects.filter(by=world.leo).count() == 20
    oldest = Message.objects.get(text="Message 2")
    assert f"?before={oldest.pk}" in page
    assert "Message 1<" in client.get(f"{family_talk(world)}?before={oldest.pk}").content.decode()
    assert Reading.objects.filter(by=world.leo).count() == 22


@pytest.mark.parametrize("before", ["x", "00000000-0000-7000-8000-000000000000"])
def test_a_broken_place_in_the_conversation_shows_the_newest(world, sign_in, before):
    said(world, "Hello there", world.ana)
    assert "Hello there" in sign_in(world.leo).get(f"{family_talk(world)}?before={before}").content.decode()


def test_sending_twice_sends_once(world, sign_in):
    client, data = sign_in(world.leo), {"id": new_id(), "text": "Hello"}
    for _ in range(2):
        client.post(family_talk(world), data)
    assert Message.objects.count() == 1


@pytest.mark.parametrize(("text", "told"), [("", "Write a few words"), ("x" * 4001, "4000")])
def test_a_refused_message_is_explained_and_kept(world, sign_in, text, told):
    response = sign_in(world.leo).post(family_talk(world), {"id": new_id(), "text": text})
    assert told in response.content.decode()
    assert text in response.content.decode()
    assert not Message.objects.exists()


def test_words_are_shown_as_words_and_not_as_markup(world, sign_in):
    said(world, "<script>alert(1)</script> & <b>bold</b>", world.leo)
    page = sign_in(world.ana).get(talk(world)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;bold" in page


@pytest.mark.parametrize("who", ["dana", "ruth", "okafor", "eve"])
def test_nobody_else_is_told_the_conversation_exists(world, sign_in, who):
    said(world, "Hello", world.ana)
    client = sign_in(getattr(world, who))
    for page in (talk(world), family_talk(world)):
        assert client.get(page).status_code == 404
        assert client.post(page, {"id": new_id(), "text": "Hi"}).status_code == 404
    assert Message.objects.count() == 1


def test_a_guardian_who_may_not_talk_finds_no_conversation(world, sign_in):
    bond = Guardianship.objects.get(child=world.mia, caregiver=world.leo_caregiver)
    change_rights(bond, rights={"may_see", "may_practise", "may_decide"}, by=world.dana, at=world.now)
    assert sign_in(world.leo).get(family_talk(world)).status_code == 404


def test_an_empty_conversation_says_how_to_begin(world, sign_in):
    assert "Ask a question" in sign_in(world.leo).get(family_talk(world)).content.decode()
    assert "went well" in sign_in(world.ana).get(talk(world)).content.decode()


def test_each_frame_leads_back_to_its_own_page(world, sign_in):
    assert f'href="/family/{world.mia.slug}/"' in sign_in(world.leo).get(family_talk(world)).content.decode()
    assert f'href="/children/{world.mia.slug}/"' in sign_in(world.ana).get(talk(world)).content.decode()
