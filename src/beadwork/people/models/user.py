"""Somebody who can sign in. What she may see comes from her hats (staff, caregiver, teacher), not from here."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.models import Row
from beadwork.core.privacy import classify


class UserManager(BaseUserManager["User"]):
    """Makes people who sign in by e-mail."""

    def create_user(self, email: str, name: str, password: str | None = None, language: str = "en") -> "User":
        """A new person; without a password she signs in only after setting one by e-mail."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, language=language)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(Row, AbstractBaseUser):
    """A person with an e-mail address, a name, a language and a look."""

    class Theme(models.TextChoices):
        AUTO = "auto", _("As my device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=10, default="en")
    theme = models.CharField(max_length=10, choices=Theme, default=Theme.AUTO)
    is_active = models.BooleanField(default=True)

    privacy = classify(
        person="email name language theme", secret="password", housekeeping="is_active last_login"
    )

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name
