"""Addresses of the devices room."""

from django.urls import path

from beadwork.web.devices import review, views

urlpatterns = [
    path("devices/", views.devices, name="devices"),
    path("devices/<uuid:device>/revoke", views.revoke, name="device-revoke"),
    path("review/", review.review, name="review"),
    path("review/<uuid:visit_id>/settle", review.settle, name="review-settle"),
]
