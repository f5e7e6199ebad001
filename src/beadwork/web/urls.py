"""Every address of Beadwork. A room's addresses are in `web/<room>/urls.py`; a test knows each of them."""

from django.urls import include, path

ROOMS = ["people", "intake", "evaluation", "plan", "progress", "visits", "home", "school", "talk"]

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    *[path("", include(f"beadwork.web.{room}.urls")) for room in ROOMS],
]
