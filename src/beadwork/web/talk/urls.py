"""Addresses of the talk room."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
