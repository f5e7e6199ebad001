"""The web room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.web"
