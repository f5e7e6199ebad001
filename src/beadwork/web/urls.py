"""Every address of Beadwork. A room's addresses are in `web/<room>/urls.py`; a test knows each of them."""

from allauth.account.urls import urlpatterns as account
from django.urls import include, path

ROOMS = [
    "people",
    "intake",
    "library",
    "evaluation",
    "plan",
    "activities",
    "progress",
    "visits",
    "capture",
    "home",
    "school",
    "talk",
    "devices",
    "knowledge",
    "notes",
    "gallery",
]
NOT_OFFERED = {
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_confirm_login_code",
}
"""What the sign-in library could do and we do not: nobody signs herself up, and the practice keeps the addresses."""

urlpatterns = [
    *[path("", include(f"beadwork.web.{room}.urls")) for room in ROOMS],
    path("", include("beadwork.sync.urls")),  # another door: named here, not imported
    path("account/", include([page for page in account if page.name not in NOT_OFFERED])),
]
