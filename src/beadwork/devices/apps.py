"""The devices room."""

from django.apps import AppConfig


class DevicesConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.devices"
