"""A real practice. Every line that is missing from the environment is named before anything starts; see docs/run.md."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from beadwork.settings.base import *  # noqa: F403


def wanted(name: str) -> str:
    """A setting from the environment, or from the file named by `<name>_FILE`."""
    if path := os.environ.get(f"{name}_FILE"):
        return _read(Path(path), name)
    if value := os.environ.get(name, "").strip():
        return value
    raise ImproperlyConfigured(
        f"{name} is not set. Set it (or {name}_FILE) and start again; docs/run.md says how."
    )


def _read(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read ({error}).") from error


def port(name: str, usual: int) -> int:
    """A port from the environment."""
    value = os.environ.get(name, "").strip() or str(usual)
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is “{value}” and should be a number, for example {usual}.")
    return int(value)


SECRET_KEY = wanted("BEADWORK_SECRET")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured(
        "BEADWORK_SECRET is shorter than 32 characters. `openssl rand -hex 32` makes a good one."
    )
ALLOWED_HOSTS = [host.strip() for host in wanted("BEADWORK_HOSTS").split(",") if host.strip()]
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
EMAIL_PORT = port("BEADWORK_EMAIL_PORT", 25)
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_HOST_USER = os.environ.get("BEADWORK_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = wanted("BEADWORK_EMAIL_PASSWORD") if EMAIL_HOST_USER else ""
