"""The box to write in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.talk.actions import LONGEST


class MessageForm(forms.Form):
    """A message, and the name that makes sending it twice harmless."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a few words, then send it.")},
    )
