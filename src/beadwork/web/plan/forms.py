"""The forms of a plan: its dose, and small confirmations."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.people.models import Caregiver, Child
from beadwork.plan.actions.plans import DOSE
from beadwork.plan.models import Plan
from beadwork.plan.models.plan import Place
from beadwork.web.stale import SeenForm

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
USUAL_WEEKS = 12


class DoseForm(SeenForm):
    """How often, how long, where, from when until when."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    visits_a_week = forms.DecimalField(label=_("Visits a week"), max_digits=4, decimal_places=2)
    minutes_a_visit = forms.IntegerField(label=_("Minutes a visit"))
    place = forms.ChoiceField(
        label=_("Where"), choices=Place, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    starts_on = forms.DateField(label=_("From"), widget=DATE)
    ends_on = forms.DateField(label=_("Until"), widget=DATE)

    def __init__(self, data: Any, *, on: date, plan: Plan | None = None) -> None:
        usual = {"id": new_id(), "visits_a_week": 1, "minutes_a_visit": 45, "place": Place.CLINIC, "starts_on": on,
                 "ends_on": on + timedelta(weeks=USUAL_WEEKS)}  # fmt: skip
        super().__init__(data, initial=dose_of(plan) if plan else usual)
        if plan:
            self.shows(plan, DOSE)


def dose_of(plan: Plan) -> dict[str, Any]:
    """What the form shows of a plan."""
    return {name: getattr(plan, name) for name in ("id", *DOSE)}


class AgreeForm(forms.Form):
    """Which guardian said yes."""

    caregiver = forms.ModelChoiceField(Caregiver.objects.none(), label=_("Who agreed"))

    def __init__(self, data: Any, *, child: Child, plan: Plan, on: date) -> None:
        super().__init__(data)
        deciding = child.guardianships.in_force(on).filter(may_decide=True).values("caregiver")
        waiting = Caregiver.objects.filter(pk__in=deciding).exclude(agreements__plan=plan)
        self.fields["caregiver"].queryset = waiting  # type: ignore[attr-defined]


class WhyForm(forms.Form):
    """A reason, in a sentence."""

    because = forms.CharField(label=_("Why"), max_length=200)
