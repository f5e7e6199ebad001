"""Addresses of the progress room."""

from django.urls import path

from beadwork.web.progress import views

GOAL = "children/<slug:slug>/goals/<slug:goal>/"

urlpatterns = [
    path(GOAL, views.goal, name="goal"),
    path(f"{GOAL}data.csv", views.goal_data, name="goal-data"),
]
