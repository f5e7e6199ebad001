"""The visits room."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.visits"
