"""The home room."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.home"
