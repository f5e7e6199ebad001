"""A real practice. Every line that is missing from the environment is named before anything starts."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from beadwork.settings.base import *  # noqa: F403


def wanted(name: str) -> str:
    """A setting from the environment, or from the file named by `<name>_FILE`."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    if value := os.environ.get(name, "").strip():
        return value
    raise ImproperlyConfigured(
        f"{name} is not set. Set it (or {name}_FILE) and start again; docs/run.md says how."
    )


SECRET_KEY = wanted("BEADWORK_SECRET")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured(
        "BEADWORK_SECRET is shorter than 32 characters. `openssl rand -hex 32` makes a good one."
    )
ALLOWED_HOSTS = wanted("BEADWORK_HOSTS").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEBUG = False
DEMO = False
GALLERY = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "beadwork_cache"}}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("BEADWORK_EMAIL_HOST", "localhost")
