"""The record room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """Django's name for the room."""

    name = "beadwork.record"
