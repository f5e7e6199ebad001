"""Addresses of the school room."""

from django.urls import path

from beadwork.web.school import sharing, views

HELP = "children/<slug:slug>/class/"

urlpatterns = [
    path("class/", views.own_class, name="class"),
    path("class/<slug:slug>/", views.class_child, name="class-child"),
    path("class/<slug:slug>/answer", views.class_answer, name="class-answer"),
    path(HELP, sharing.class_help, name="class-help"),
    path(f"{HELP}ask", sharing.class_ask, name="class-ask"),
    path(f"{HELP}<uuid:help>/end", sharing.class_help_end, name="class-help-end"),
]
