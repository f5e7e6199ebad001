"""A line somebody edits, and words added after signing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.notes.actions import MOST_ADDED


class LineForm(forms.Form):
    """The text of one line. `base` is the draft it was written on; `settle` chooses among several."""

    id = forms.UUIDField()
    key = forms.SlugField(max_length=40)
    text = forms.CharField(required=False, max_length=4000, strip=True)
    base = forms.UUIDField(required=False)
    settle = forms.BooleanField(required=False)


class AddForm(forms.Form):
    """An addendum."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Add to this note"), max_length=MOST_ADDED, widget=forms.Textarea(attrs={"rows": 3})
    )
