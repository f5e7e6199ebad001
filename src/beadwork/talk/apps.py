"""The talk room."""

from django.apps import AppConfig


class TalkConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.talk"
