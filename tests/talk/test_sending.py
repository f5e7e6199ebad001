"""Sending and reading messages."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people.access import Access, Can
from beadwork.people.actions import change_rights, leave_care_team
from beadwork.people.models import CareTeamMember, Guardianship
from beadwork.talk.actions import mark_read, send_message
from beadwork.talk.models import Message
from beadwork.talk.queries import conversation, people_in, unread
from tests.talk.build import said


def test_a_message_reaches_the_conversation_with_sender_and_moment(world):
    said(world, "  She did both socks.\r\nAlone! ", world.ana)
    messages, older = conversation(world.mia)
    assert [(m.text, m.by.name, m.sent_at) for m in messages] == [
        ("She did both socks.\nAlone!", "Ana Duarte", world.now)
    ]
    assert not older
    assert Event.objects.filter(what="message.sent", child_id=world.mia.pk, by_id=world.ana.pk).count() == 1


def test_the_same_message_twice_is_one_message_and_one_event(world):
    name = new_id()
    for minute in (0, 3):
        at = world.now + timedelta(minutes=minute)
        send_message(world.mia, "Hello", id=name, by=world.leo, at=at)
    assert Message.objects.get().sent_at == world.now
    assert Event.objects.filter(what="message.sent").count() == 1


def test_the_same_id_with_other_words_is_refused_and_the_first_stays(world):
    message = said(world, "Hello", world.leo)
    with pytest.raises(Problem, match="BW-702"):
        send_message(world.mia, "Goodbye", id=message.pk, by=world.leo, at=world.now)
    assert Message.objects.get().text == "Hello"


@pytest.mark.parametrize(("text", "number"), [("", 700), (" \n\t ", 700), ("x" * 4001, 701)])
def test_nothing_and_too_much_are_refused(world, text, number):
    with pytest.raises(Problem, match=f"BW-{number}"):
        said(world, text, world.leo)
    assert not Message.objects.exists()


def test_four_thousand_characters_fit(world):
    assert len(said(world, "x" * 4000, world.leo).text) == 4000


@pytest.mark.parametrize("who", ["eve", "dana", "ruth", "okafor"])
def test_whoever_is_not_in_the_conversation_cannot_write_or_read(world, who):
    user = getattr(world, who)
    with pytest.raises(Problem, match="BW-100"):
        said(world, "Hello", user)
    with pytest.raises(Problem, match="BW-100"):
        mark_read(world.mia, by=user, at=world.now)


def test_the_people_told_are_exactly_those_the_access_rule_lets_in(world):
    allowed = {u for u in world.people.values() if Access(u, at=world.now).may(Can.TALK, world.mia)}
    assert set(people_in(world.mia, at=world.now)) == allowed == {world.ana, world.ben, world.leo, world.sara}
    bond = Guardianship.objects.get(child=world.mia, caregiver=world.sara_caregiver)
    change_rights(bond, rights={"may_see"}, by=world.dana, at=world.now)
    leave_care_team(CareTeamMember.objects.get(staff=world.ben_staff), by=world.ana, at=world.now)
    assert set(people_in(world.mia, at=world.now)) == {world.ana, world.leo}


def test_reading_is_noted_once_for_each_person_and_not_for_the_sender(world):
    said(world, "One", world.ana)
    said(world, "Two", world.ana, minutes=1)
    assert mark_read(world.mia, by=world.leo, at=world.now + timedelta(hours=1)) == 2
    assert mark_read(world.mia, by=world.leo, at=world.now + timedelta(hours=2)) == 0
    assert mark_read(world.mia, by=world.ana, at=world.now + timedelta(hours=2)) == 0
    for message in conversation(world.mia)[0]:
        read = [(r.by.name, r.read_at) for r in message.readings.all()]
        assert read == [("Leo Rivera", world.now + timedelta(hours=1))]


def test_unread_counts_the_messages_of_others_by_child_and_only_where_one_may_talk(world):
    said(world, "One", world.ana)
    said(world, "Two", world.leo)
    send_message(world.theo, "Three", id=new_id(), by=world.ana, at=world.now)
    count = {
        name: unread(Access(getattr(world, name), at=world.now)) for name in ("leo", "ana", "sara", "eve")
    }
    assert count == {
        "leo": {world.mia.pk: 1}, "ana": {world.mia.pk: 1}, "sara": {world.mia.pk: 2}, "eve": {}
    }  # fmt: skip


def test_a_long_conversation_comes_in_pages_newest_last(world):
    for number in range(5):
        said(world, str(number), world.ana)
    messages, older = conversation(world.mia, limit=3)
    assert ([m.text for m in messages], older) == (["2", "3", "4"], True)
    messages, older = conversation(world.mia, before=messages[0], limit=3)
    assert ([m.text for m in messages], older) == (["0", "1"], False)


def test_the_others_get_an_email_in_their_language_that_says_nothing_about_anyone(
    world, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        said(world, "Mia bit Theo", world.leo)
    assert {letter.to[0] for letter in mail.outbox} == {
        "ana@example.org", "ben@example.org", "sara@example.org"
    }  # fmt: skip
    for letter in mail.outbox:
        for private in ("Mia", "Theo", "bit", "Leo", "Wooden"):
            assert private not in letter.subject + letter.body


def test_no_email_goes_out_before_the_message_is_safe(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        said(world, "Hello", world.leo)
        assert not mail.outbox
    assert len(callbacks) == 1


def test_a_mail_server_that_fails_loses_no_message_and_is_logged(
    world, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    def fail(*args, **kwargs):
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    with django_capture_on_commit_callbacks(execute=True):
        said(world, "Hello", world.leo)
    assert Message.objects.count() == 1
    assert len(caplog.records) == 3
    assert "Hello" not in caplog.text
    assert "example.org" not in caplog.text
