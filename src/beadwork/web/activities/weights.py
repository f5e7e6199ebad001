"""How a practice weighs the reasons for an activity: every version, and a form for the next one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beadwork.activities.actions import set_weights
from beadwork.activities.choosing import USUAL
from beadwork.activities.choosing.weights import MOST, NAMES
from beadwork.activities.models import WeightSet, weights_from
from beadwork.activities.sentences import LABELS
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Practice
from beadwork.web.door import needs


class WeightsForm(forms.Form):
    """One number a reason, and why they change."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, newest: WeightSet | None) -> None:
        points = weights_from(newest and newest.points).as_points()
        shown = {name: f"{value:g}" for name, value in points.items()}
        super().__init__(data, initial=shown | {"seen": newest.number if newest else 0})
        for name in NAMES:
            usual = _("usual: %(n)s") % {"n": f"{getattr(USUAL, name):g}"}
            self.fields[name] = forms.FloatField(
                label=LABELS[name], help_text=usual, min_value=0, max_value=MOST
            )
        self.fields["because"] = forms.CharField(label=gettext_lazy("Why do they change?"), max_length=200)

    def said(self) -> dict[str, Any]:
        """What the action wants."""
        told = dict(self.cleaned_data)
        return {"seen": told.pop("seen"), "because": told.pop("because"), "points": told}


@needs(Can.KEEP_PRACTICE)
def weights(request: HttpRequest) -> HttpResponse:
    """Look at the weights, or set new ones."""
    practice = request.which(Practice).first()
    versions = list(practice.weight_sets.select_related("set_by").order_by("-number"))
    form = WeightsForm(request.POST or None, newest=versions[0] if versions else None)
    if form.is_valid():
        try:
            set_weights(practice, **form.said(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The new weights count from now on."))
            return redirect("weights")
    return render(request, "activities/weights.html", {"form": form, "versions": _told(versions)})


def _told(versions: list[WeightSet]) -> list[tuple[WeightSet, list[tuple[str, float, float]]]]:
    """Each version with what it changed: the reason, its points before and then."""
    before = [*(one.weights.as_points() for one in versions[1:]), USUAL.as_points()]
    return [
        (
            one,
            [
                (str(LABELS[name]), old[name], now)
                for name, now in one.weights.as_points().items()
                if old[name] != now
            ],
        )
        for one, old in zip(versions, before, strict=False)
    ]
