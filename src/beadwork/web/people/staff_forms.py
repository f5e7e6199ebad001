"""The form that hires."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.people.models import Credential, Practice, Role, Staff
from beadwork.web.people.forms import DATE


class HireForm(forms.Form):
    """Who, as what, with which licence."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The password is set by the link on the sign-in page.")
    )
    role = forms.ChoiceField(label=_("Job"), choices=Role)
    credential = forms.ChoiceField(label=_("Credential"), choices=Credential)
    licence_number = forms.CharField(label=_("Licence number"), max_length=40, required=False)
    licence_expires_on = forms.DateField(label=_("Licence expires"), widget=DATE, required=False)
    paediatric_speciality = forms.CharField(label=_("Paediatric speciality"), max_length=120, required=False)
    supervisor = forms.ModelChoiceField(Staff.objects.none(), label=_("Supervised by"), required=False)
    since = forms.DateField(label=_("From"), widget=DATE)

    def __init__(self, data: Any, *, practice: Practice, on: date) -> None:
        super().__init__(data, initial={"since": on, "role": Role.THERAPIST, "credential": Credential.OTR})
        therapists = practice.staff.in_force(on).filter(role=Role.THERAPIST).select_related("user")
        self.fields["supervisor"].queryset = therapists  # type: ignore[attr-defined]
