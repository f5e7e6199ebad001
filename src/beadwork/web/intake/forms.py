"""The forms for a worry and for a referral."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.intake.models import ReferralSource
from beadwork.people.models import Caregiver, Child

TEXT = forms.Textarea(attrs={"rows": 6})
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ConcernForm(forms.Form):
    """Somebody's words, and whose they are."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    words = forms.CharField(label=_("In their own words"), widget=TEXT, strip=False)
    said_by = forms.ModelChoiceField(
        Caregiver.objects.none(), label=_("Who said it"), required=False, empty_label=_("Somebody else")
    )
    said_by_name = forms.CharField(label=_("If somebody else: who"), required=False)

    def __init__(self, data: Any, *, child: Child, on: date) -> None:
        super().__init__(data)
        guardians = child.guardianships.in_force(on).values("caregiver")
        self.fields["said_by"].queryset = Caregiver.objects.filter(pk__in=guardians)  # type: ignore[attr-defined]


class ReferralForm(forms.Form):
    """Why, from whom, since when; conditions and precautions become facts about the child."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    reason = forms.CharField(label=_("Why an evaluation is asked for"), widget=TEXT, strip=False)
    source = forms.ChoiceField(
        label=_("Who asks"), choices=ReferralSource, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    source_name = forms.CharField(label=_("Name"), required=False)
    referred_on = forms.DateField(label=_("On"), widget=DATE)
    conditions = forms.CharField(
        label=_("Conditions"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, as the referral says it."),
    )  # fmt: skip
    precautions = forms.CharField(
        label=_("Precautions"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line. They show wherever the child is met."),
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """What `refer` wants."""
        said = dict(self.cleaned_data)
        return said | {name: said[name].splitlines() for name in ("conditions", "precautions")}
