"""The evaluation room."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.evaluation"
