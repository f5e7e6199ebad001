"""The school room."""

from django.apps import AppConfig


class SchoolConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.school"
