"""Addresses of the talk room."""

from django.urls import path

from beadwork.web.talk import views

urlpatterns = [
    path("children/<slug:slug>/talk/", views.talk, name="talk"),
    path("family/<slug:slug>/talk/", views.family_talk, name="family-talk"),
]
