"""A practice that is made up, on this computer only. Never for real families: the secret is public."""

from beadwork.settings.base import *  # noqa: F403
from beadwork.settings.base import DATA

SECRET_KEY = "demo-only-and-therefore-public"
DEBUG = False
DEMO = True
GALLERY = True  # the page of all components, at /gallery
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
