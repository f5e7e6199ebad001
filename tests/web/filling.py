"""A page's form, found at run time and filled in as a browser would send it."""

from typing import Any

from django import forms


def filled(
    form: forms.BaseForm, text: str = "Words", number: str | None = None, day: str | None = None
) -> dict[str, Any]:
    """What a browser would send, with the hostile words in their places."""
    sent = {}
    for bound in form:
        known = bound.value()
        match bound.field:
            case forms.DateField() if day is not None:
                known = day
            case forms.FloatField() | forms.IntegerField() if number is not None:
                known = number
            case forms.ModelChoiceField() | forms.ChoiceField():
                known = known or next((str(value) for value, _ in bound.field.choices if value), "")
            case forms.UUIDField():
                pass
            case forms.CharField() if not bound.is_hidden:
                known = text
        sent[bound.html_name] = "" if known is None else known
    return sent


def form_on(page: Any) -> forms.BaseForm | None:
    shown = page.context if isinstance(page.context, list) else [page.context] if page.context else []
    found = [value for context in shown for value in context.flatten().values()]
    return next((value for value in found if isinstance(value, forms.BaseForm) and value.fields), None)
