"""A line somebody edits, what a signer saw, and words added after signing."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from beadwork.notes.actions import MOST_ADDED

MOST_MINE = 500


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


def seen_in(data: QueryDict) -> dict[str, Any]:
    """What a signer saw: the mark of her page, and the drafts she wrote on it since (ids in a row)."""
    mine = data.get("mine", "").split()[:MOST_MINE]
    return {"seen": data.get("seen", ""), "mine": [one for text in mine for one in _ids(text)]}


def _ids(text: str) -> list[UUID]:
    """An id, or nothing where it is none: then its draft counts as somebody else's."""
    try:
        return [UUID(text)]
    except ValueError:
        return []
