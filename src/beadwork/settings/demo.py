"""A practice that is made up, on this computer only. Never for real families: the secret is public."""

import os

from beadwork.settings.base import *  # noqa: F403
from beadwork.settings.base import DATA, database

SECRET_KEY = "demo-only-and-therefore-public"
DEBUG = False
DEMO = True
GALLERY = True  # the page of all components, at /gallery
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
DATABASES = {"default": database(os.environ.get("BEADWORK_DATABASE_URL", f"sqlite:///{DATA}/demo.sqlite3"))}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
