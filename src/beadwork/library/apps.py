"""The library room."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.library"
