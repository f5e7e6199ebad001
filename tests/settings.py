"""Settings of the tests: the demo's, with a fast password hash and a database from the environment."""

import os

from beadwork.settings.base import database
from beadwork.settings.demo import *  # noqa: F403

SECRET_KEY = "tests-only"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES = {"default": database(os.environ.get("BEADWORK_TEST_DATABASE_URL", "sqlite:///:memory:"))}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # tests have no collected files to look for
