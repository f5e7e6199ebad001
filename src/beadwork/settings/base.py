"""What every way of running Beadwork shares. Nothing here is secret and nothing here depends on the machine."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

DATA = Path(os.environ.get("BEADWORK_DATA", "var")).resolve()
SOURCE = Path(__file__).resolve().parent.parent

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "beadwork.core",
    "beadwork.people",
    "beadwork.library",
    "beadwork.intake",
    "beadwork.evaluation",
    "beadwork.plan",
    "beadwork.activities",
    "beadwork.record",
    "beadwork.talk",
    "beadwork.visits",
    "beadwork.home",
    "beadwork.school",
    "beadwork.progress",
    "beadwork.notes",
    "beadwork.devices",
    "beadwork.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # lengths are blurred at random: no guessing of secrets (BREACH)
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "beadwork.web.middleware.PersonMiddleware",
    "beadwork.web.middleware.ProblemMiddleware",
    "beadwork.web.middleware.PrivateMiddleware",
]

ROOT_URLCONF = "beadwork.web.urls"
WSGI_APPLICATION = "beadwork.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "beadwork.web.navigation.navigation",
                "beadwork.web.reviewed.unreviewed",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "beadwork.web.forms.Renderer"

# --- database: SQLite tuned so that an acknowledged row survives a power cut, PostgreSQL by URL ----------------
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-20000;",
}


def database(url: str) -> dict:
    """Django's settings for one database URL; the durability options are ours, not the caller's."""
    if not url.startswith(("postgresql://", "postgres://", "sqlite://")):
        raise ImproperlyConfigured(
            "BEADWORK_DATABASE_URL starts with neither postgresql:// nor sqlite://. It looks like "
            "postgresql://beadwork:password@127.0.0.1:5432/beadwork, or leave it out for SQLite."
        )
    settings = dict(dj_database_url.parse(url))
    if settings["ENGINE"].endswith("sqlite3"):
        return settings | {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
    return settings | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


DATABASES = {
    "default": database(os.environ.get("BEADWORK_DATABASE_URL", f"sqlite:///{DATA}/beadwork.sqlite3"))
}

# --- people and signing in ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "beadwork.web.people.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "beadwork.web.errors.stale_form"

# --- language and time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [SOURCE / "locale"]
FORMAT_MODULE_PATH = "beadwork.locale"  # how each language writes days and hours
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- what a browser may load: only what we serve ---------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use our files
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "beadwork.web.assets.Assets"},
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
EMAIL_SUBJECT_PREFIX = ""
EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs does not hold a page for longer
DEFAULT_FROM_EMAIL = os.environ.get("BEADWORK_EMAIL_FROM", "beadwork@localhost")

# --- what went wrong, on standard error, without a word about anybody -------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "beadwork.web.logs.Discreet"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "discreet"},
        "none": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},  # whoever scans the net
        "beadwork": {"handlers": ["stderr"], "level": "WARNING"},
    },
}
