"""Addresses of the door for tablets."""

from django.urls import path

from beadwork.sync import views

urlpatterns = [
    path("sync/", views.hello, name="sync"),
    path("sync/device/", views.device, name="sync-device"),
    path("sync/days/", views.days, name="sync-days"),
    path("sync/envelope/", views.envelope, name="sync-envelope"),
]
