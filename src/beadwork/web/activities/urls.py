"""Addresses of the activities room."""

from django.urls import path

from beadwork.web.activities import weights

urlpatterns = [path("practice/weights", weights.weights, name="weights")]
