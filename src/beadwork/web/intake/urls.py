"""Addresses of the intake room."""

from django.urls import path

from beadwork.web.intake import views

urlpatterns = [
    path("children/<slug:slug>/concerns/new", views.concern, name="concern-new"),
    path("children/<slug:slug>/referrals/new", views.referral, name="referral-new"),
]
