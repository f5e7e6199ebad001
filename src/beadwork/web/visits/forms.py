"""The forms around a visit: planning one, and ending one."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.people.access import TREATING
from beadwork.people.models import Child, Staff, User
from beadwork.plan.models.plan import Place
from beadwork.visits.models import Visit


class PlanForm(forms.Form):
    """When, how long, where and with whom."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=240)
    place = forms.ChoiceField(
        label=_("Where"), choices=Place, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    staff = forms.ModelChoiceField(Staff.objects.none(), label=_("With"), empty_label=None)

    def __init__(self, data: Any, *, child: Child, on: date, user: User) -> None:
        super().__init__(data, initial=_usual(child, on))
        self.child = child
        team = child.care_team.in_force(on).values("staff")
        staff = (
            Staff.objects.filter(pk__in=team, role__in=TREATING).select_related("user").order_by("user__name")
        )
        self.fields["staff"].queryset = staff  # type: ignore[attr-defined]
        self.initial["staff"] = next((one for one in staff if one.user_id == user.pk), None)

    def facts(self) -> dict[str, Any]:
        """What `plan_visit` wants, the time in the practice's zone."""
        said = self.cleaned_data
        planned_at = datetime.combine(said["day"], said["time"], self.child.practice.zone)
        return {name: said[name] for name in ("id", "staff", "minutes", "place")} | {"planned_at": planned_at}


def _usual(child: Child, on: date) -> dict[str, Any]:
    """Tomorrow at nine, as long and where the plan says."""
    plan = child.plans.filter(signed_at__isnull=False, ended_at=None).first()
    length_and_place = {"minutes": plan.minutes_a_visit, "place": plan.place} if plan else {}
    return {
        "day": on + timedelta(days=1),
        "time": time(9),
        "minutes": 45,
        "place": Place.CLINIC,
    } | length_and_place


class FinishForm(forms.Form):
    """The end of a visit that was left open, as a time of day; empty means now."""

    ended = forms.TimeField(
        label=_("It ended at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def __init__(self, data: Any = None, *, visit: Visit) -> None:
        super().__init__(data)
        self.visit = visit
        self.zone = visit.practice.zone
        if visit.started_at:
            usual = visit.started_at + timedelta(minutes=visit.planned_minutes)
            self.initial["ended"] = usual.astimezone(self.zone).time()

    @property
    def ended_at(self) -> datetime | None:
        """The moment it ended, on the day it began."""
        ended = self.cleaned_data["ended"]
        if not ended or not self.visit.started_at:
            return None
        return datetime.combine(self.visit.started_at.astimezone(self.zone).date(), ended, self.zone)
