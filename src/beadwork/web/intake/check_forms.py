"""What a family sends of its own will: everything is seen before it goes, and nothing is hidden in the form."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.intake.actions import NewEnquiry
from beadwork.web.intake.forms import DATE

WORDS = forms.Textarea(attrs={"rows": 8})


class ShareForm(forms.Form):
    """The words for a therapist who knows the child."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    words = forms.CharField(
        label=_("This is sent"),
        help_text=_("Change it as you like."),
        widget=WORDS,
        strip=False,
        max_length=4000,
    )


class EnquiryForm(ShareForm):
    """The words for a practice that does not know the child yet, and how to answer."""

    child_name = forms.CharField(label=_("Your child's first name"), max_length=100)
    born_on = forms.DateField(label=_("Born on"), widget=DATE)
    name = forms.CharField(label=_("Your name"), max_length=120)
    contact = forms.CharField(label=_("Phone or e-mail, so that we can answer"), max_length=120)
    agree = forms.BooleanField(
        label=_("Yes, the practice may read and keep this, and call or write to me about it."),
        help_text=_("Sending is your free choice. The practice deletes it if you ask."),
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.order_fields(["id", "words", "child_name", "born_on", "name", "contact", "agree"])

    def enquiry(self) -> NewEnquiry:
        """What `send_enquiry` wants."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"id", "agree"}}
        return NewEnquiry(**said, language=(get_language() or "en").split("-")[0])
