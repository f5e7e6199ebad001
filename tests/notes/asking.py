"""What a person at a note's page asks for and sends."""

from django.urls import reverse

from beadwork.core.ids import new_id
from tests.notes.build import line_of, text_of


def page(client, visit):
    return client.get(reverse("note", args=[visit.pk])).content.decode()


def write(client, visit, text, key="a-own", **more):
    form = {"id": new_id(), "key": key, "text": text, "base": line_of(visit, key).base or "", "kind": "draft"}
    return client.post(reverse("note-line", args=[visit.pk]), form | more)


def sign(client, visit, **more):
    return client.post(reverse("note-sign", args=[visit.pk]), {"seen": text_of(visit).mark} | more)
