"""Addresses of the notes room."""

from django.urls import path

from beadwork.web.notes import family, parts, signed, views

urlpatterns = [
    path("practice/note-parts", parts.parts, name="note-parts"),
    path("visits/<uuid:visit_id>/note/payer", parts.payer, name="note-payer"),
    path("notes/", signed.waiting, name="notes"),
    path("visits/<uuid:visit_id>/note", views.note, name="note"),
    path("visits/<uuid:visit_id>/note/line", views.line, name="note-line"),
    path("visits/<uuid:visit_id>/note/sign", views.sign, name="note-sign"),
    path("visits/<uuid:visit_id>/note/share", views.share, name="note-share"),
    path("notes/<uuid:note_id>/co-sign", signed.co_sign, name="note-co-sign"),
    path("notes/<uuid:note_id>/add", signed.add, name="note-add"),
    path("notes/<uuid:note_id>.pdf", signed.pdf, name="note-pdf"),
    path("family/<slug:slug>/visits/", family.visits, name="family-visits"),
    path("family/<slug:slug>/visits/<uuid:summary_id>.pdf", family.pdf, name="family-visit-pdf"),
]
