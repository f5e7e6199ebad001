"""The activities room."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.activities"
