"""Addresses of the intake room."""

from django.urls import path

from beadwork.web.intake import check, enquiries, views

urlpatterns = [
    path("children/<slug:slug>/concerns/new", views.concern, name="concern-new"),
    path("children/<slug:slug>/referrals/new", views.referral, name="referral-new"),
    path("check/", check.check, name="check"),
    path("check/<int:months>/", check.check_list, name="check-list"),
    path("check/<slug:practice>/", check.check, name="check-at"),
    path("check/<slug:practice>/send", check.check_send, name="check-send"),
    path("family/<slug:slug>/check/", check.family_check, name="family-check"),
    path("enquiries/", enquiries.enquiries, name="enquiries"),
    path("enquiries/<uuid:enquiry>/", enquiries.enquiry, name="enquiry"),
    path("enquiries/<uuid:enquiry>/welcome", enquiries.enquiry_welcome, name="enquiry-welcome"),
]
