"""The people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.people"
