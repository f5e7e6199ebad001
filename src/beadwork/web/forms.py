"""How forms look: labels above, help below, the error at its field, everything big enough for a thumb."""

from pathlib import Path

import django.forms
from django.forms.renderers import BaseRenderer
from django.template.backends.base import BaseEngine
from django.template.backends.django import DjangoTemplates
from django.utils.functional import cached_property

OURS = Path(__file__).parent / "templates"
STOCK = Path(django.forms.__file__).parent / "templates"


class Renderer(BaseRenderer):
    """Forms drawn with `templates/django/forms/…`, and with Django's own where we have none."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"

    @cached_property
    def engine(self) -> BaseEngine:
        """An engine that looks in two places only, whatever apps are installed."""
        return DjangoTemplates({"NAME": "forms", "DIRS": [OURS, STOCK], "APP_DIRS": False, "OPTIONS": {}})

    def get_template(self, template_name: str):  # type: ignore[no-untyped-def]
        """The template of a form, a field or a widget."""
        return self.engine.get_template(template_name)
