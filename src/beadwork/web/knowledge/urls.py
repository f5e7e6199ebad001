"""Addresses of what is known."""

from django.urls import path

from beadwork.web.knowledge import family, responses

urlpatterns = [
    path("help/responses/<slug:response>/", responses.response, name="response-help"),
    path("family/<slug:slug>/ready/", family.family_ready, name="family-ready"),
    path("family/<slug:slug>/call/", family.family_call, name="family-call"),
]
