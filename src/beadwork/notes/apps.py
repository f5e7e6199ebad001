"""The notes room."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.notes"
