"""Addresses of the visits room."""

from django.urls import path

from beadwork.web.visits import held, record, today, views

urlpatterns = [
    path("today/", today.today, name="today"),
    path("children/<slug:slug>/visits/new", views.plan, name="visit-plan"),
    path("visits/held", held.held, name="record-held"),
    path("visits/<uuid:visit_id>/", views.visit, name="visit"),
    path("visits/<uuid:visit_id>/start", views.start, name="visit-start"),
    path("visits/<uuid:visit_id>/finish", views.finish, name="visit-finish"),
    path("visits/<uuid:visit_id>/cancel", views.cancel, name="visit-cancel"),
    path("visits/<uuid:visit_id>/record", record.record, name="record"),
    path("visits/<uuid:visit_id>/attempts/<uuid:attempt_id>/correct", record.correct, name="attempt-correct"),
]
