"""Addresses of the visits room."""

from django.urls import path

from beadwork.web.visits import held, outline, outline_more, own_words, record, today, views

urlpatterns = [
    path("today/", today.today, name="today"),
    path("children/<slug:slug>/visits/new", views.plan, name="visit-plan"),
    path("visits/held", held.held, name="record-held"),
    path("visits/<uuid:visit_id>/", views.visit, name="visit"),
    path("visits/<uuid:visit_id>/start", views.start, name="visit-start"),
    path("visits/<uuid:visit_id>/finish", views.finish, name="visit-finish"),
    path("visits/<uuid:visit_id>/cancel", views.cancel, name="visit-cancel"),
    path("visits/<uuid:visit_id>/plan/", outline.outline, name="visit-outline"),
    path("visits/<uuid:visit_id>/plan/change", outline.change, name="visit-outline-change"),
    path("visits/<uuid:visit_id>/plan/swap", outline_more.swap, name="visit-outline-swap"),
    path("visits/<uuid:visit_id>/plan/others", outline_more.others, name="visit-outline-others"),
    path(
        "visits/<uuid:visit_id>/plan/<uuid:planned>/library",
        own_words.to_library,
        name="visit-outline-library",
    ),
    path("visits/<uuid:visit_id>/plan/clear", outline.clear, name="clearance-give"),
    path("visits/<uuid:visit_id>/plan/clear/<uuid:clearance>/end", outline.unclear, name="clearance-end"),
    path("visits/<uuid:visit_id>/record", record.record, name="record"),
    path("visits/<uuid:visit_id>/attempts/<uuid:attempt_id>/correct", record.correct, name="attempt-correct"),
]
