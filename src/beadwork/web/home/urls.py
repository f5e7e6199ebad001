"""Addresses of the home room."""

from django.urls import path

from beadwork.web.home import reading, sharing, views

FAMILY = "family/<slug:slug>/"
ROUTINE = "children/<slug:slug>/goals/<slug:goal>/routine"

urlpatterns = [
    path("family/", views.family, name="family"),
    path(FAMILY, views.family_child, name="family-child"),
    path(f"{FAMILY}plan/", reading.family_plan, name="family-plan"),
    path(f"{FAMILY}goals/<slug:goal>/", reading.family_goal, name="family-goal"),
    path(f"{FAMILY}routines/<uuid:routine>/", views.home_tell, name="home-tell"),
    path(f"{FAMILY}routines/<uuid:routine>/day", views.home_day, name="home-day"),
    path(ROUTINE, sharing.routine_share, name="routine-share"),
    path(f"{ROUTINE}/others", sharing.routine_others, name="routine-others"),
    path(f"{ROUTINE}/<uuid:routine>/end", sharing.routine_end, name="routine-end"),
]
