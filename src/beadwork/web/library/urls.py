"""Addresses of the library."""

from django.urls import path

from beadwork.web.library import adding, desk, finding, item, reading

ITEM = "library/review/<slug:kind>/<slug:entry>/"

urlpatterns = [
    path("library/", finding.library, name="library"),
    path("library/activities/new", adding.new, name="activity-new"),
    path("library/activities/<slug:activity>/", reading.activity, name="activity"),
    path("library/activities/<slug:activity>/card", reading.card, name="activity-card"),
    path("library/review/", desk.desk, name="library-desk"),
    path("library/review/<slug:kind>/", desk.of_kind, name="library-kind"),
    path("library/review/<slug:kind>/reviewed", desk.review_many, name="library-review-many"),
    path(ITEM, item.item, name="library-item"),
    path(f"{ITEM}reviewed", item.reviewed, name="library-reviewed"),
    path(f"{ITEM}amend", item.amend, name="library-amend"),
    path(f"{ITEM}set-aside", item.aside, name="library-aside"),
    path(f"{ITEM}back", item.back, name="library-back"),
]
