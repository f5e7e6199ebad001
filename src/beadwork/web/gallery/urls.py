"""The gallery's one address; a real practice has none."""

from django.conf import settings
from django.urls import path

from beadwork.web.gallery import views

urlpatterns = [path("gallery", views.gallery, name="gallery")] if settings.GALLERY else []
