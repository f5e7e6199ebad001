"""Every address of Beadwork. A room's addresses are in `web/<room>/urls.py`; a test knows each of them."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
]
