"""The core room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.core"
