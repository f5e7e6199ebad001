"""The plan room."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.plan"
