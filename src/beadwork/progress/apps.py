"""The room as Django knows it."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Progress: the string of beads, and where a goal is going."""

    name = "beadwork.progress"
