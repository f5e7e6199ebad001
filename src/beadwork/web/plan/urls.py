"""Addresses of the plan room."""

from django.urls import path

from beadwork.web.plan import goals, ladders, plans

CHILD = "children/<slug:slug>/"
GOAL = f"{CHILD}goals/<slug:goal>/"

urlpatterns = [
    path(f"{CHILD}plan/", plans.plan, name="plan"),
    path(f"{CHILD}plan/new", plans.new, name="plan-new"),
    path(f"{CHILD}plan/edit", plans.edit, name="plan-edit"),
    path(f"{CHILD}plan/sign", plans.sign, name="plan-sign"),
    path(f"{CHILD}plan/end", plans.end, name="plan-end"),
    path(f"{CHILD}plan/agree", plans.agree, name="plan-agree"),
    path(f"{CHILD}goals/new", goals.new, name="goal-new"),
    path(f"{GOAL}change", goals.change, name="goal-change"),
    path(f"{GOAL}history/", goals.history, name="goal-history"),
    path(f"{GOAL}share", goals.share, name="goal-share"),
    path(f"{GOAL}close", goals.close, name="goal-close"),
    path("practice/ladder/", ladders.ladder, name="ladder"),
]
