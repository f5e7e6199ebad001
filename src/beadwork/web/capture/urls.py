"""Addresses of the recording screen; everything else of it happens on the device."""

from django.urls import path

from beadwork.web.capture import views

urlpatterns = [
    path("capture/", views.capture, name="capture"),
    path("capture/sw.js", views.worker, name="capture-worker"),
    path("capture/manifest.webmanifest", views.manifest, name="capture-manifest"),
]
