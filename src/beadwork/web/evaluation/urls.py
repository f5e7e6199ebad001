"""Addresses of the evaluation room."""

from django.urls import path

from beadwork.web.evaluation import paths, views

EVALUATION = "evaluations/<uuid:evaluation>/"

urlpatterns = [
    path("children/<slug:slug>/paths/", paths.paths, name="paths"),
    path("children/<slug:slug>/paths/<slug:path>/", paths.path, name="path"),
    path("children/<slug:slug>/paths/<slug:path>/mark", paths.path_mark, name="path-mark"),
    path("children/<slug:slug>/evaluations/start", views.start, name="evaluation-start"),
    path(EVALUATION, views.evaluation, name="evaluation"),
    path(f"{EVALUATION}interview", views.interview, name="evaluation-interview"),
    path(f"{EVALUATION}tasks", views.tasks, name="evaluation-tasks"),
    path(f"{EVALUATION}profile", views.profile, name="evaluation-profile"),
    path(f"{EVALUATION}end", views.end, name="evaluation-end"),
    path(f"{EVALUATION}finish", views.finish, name="evaluation-finish"),
]
