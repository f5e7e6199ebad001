"""Saying what was seen on a goal's own scale, in words for families and teachers. Nothing chosen is nothing seen."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.plan.models import Goal
from beadwork.plan.models.scale import Scale
from beadwork.record.actions import NewAttempt
from beadwork.record.models import Attempt

MOST_TRIES = 20


class MeasureForm(forms.Form):
    """The level reached and the help needed; `support` is the most help that was needed."""

    support = forms.ChoiceField(label=_("With how much help?"), required=False)

    def __init__(self, *args: Any, goal: Goal, **more: Any) -> None:
        super().__init__(*args, **more)
        self.goal = goal
        levels = [(str(level.pk), level.family_name) for level in goal.ladder.levels.all()]
        self.fields["support"].choices = [("", _("Choose if you like")), *levels]  # type: ignore[attr-defined]
        self.fields = _level_fields(goal) | self.fields

    def clean(self) -> dict[str, Any]:
        """Both or neither: a level without help, or help without a level, could not be put on the string."""
        said = super().clean() or {}
        level, support = self._has_level(said), said.get("support")
        if level and not support:
            self.add_error("support", _("Say how much help was needed, too."))
        if support and not level and self._needs_level:
            self.add_error(next(iter(self.fields)), _("Say how far it went, too."))
        if (said.get("worked") or 0) > (said.get("tries") or 0):
            self.add_error("worked", _("That is more than the tries."))
        return said

    @property
    def _needs_level(self) -> bool:
        """On a scale of steps none ticked is a level: none of them was done."""
        return self.goal.scale not in {Scale.STEPS, Scale.SUPPORT}

    def _has_level(self, said: dict[str, Any]) -> bool:
        names = self.fields.keys() & {"steps", "tries", "value"}
        return any(said.get(name) not in (None, "", []) for name in names)

    def attempts(self, id: UUID, at: datetime) -> list[NewAttempt]:
        """What was seen, as attempts named after the form: sent twice, they are the same."""
        if not self.cleaned_data.get("support"):
            return []
        answers = enumerate(self._answers(self.cleaned_data))
        support = UUID(self.cleaned_data["support"])
        return [NewAttempt(uuid5(id, str(n)), self.goal.pk, support, at, **answer) for n, answer in answers]

    def _answers(self, said: dict[str, Any]) -> list[dict[str, Any]]:
        if self.goal.scale == Scale.ACCURACY:
            worked = said["worked"] or 0
            return [{"success": number < worked} for number in range(said["tries"])]
        if self.goal.scale == Scale.STEPS:
            steps = sorted(said["steps"], key=int)
            return [{"value": float(len(steps)), "steps_done": ",".join(steps)}]
        if self.goal.scale == Scale.SUPPORT:
            ranks = {str(level.pk): level.rank for level in self.goal.ladder.levels.all()}
            return [{"value": float(ranks[said["support"]])}]
        return [{"value": float(said["value"])}]


def _level_fields(goal: Goal) -> dict[str, forms.Field]:
    points = [(str(point.value), str(point)) for point in goal.points.all()]
    match goal.scale:
        case Scale.STEPS:
            label, boxes = _("Which parts went well?"), forms.CheckboxSelectMultiple
            return {
                "steps": forms.MultipleChoiceField(label=label, choices=points, required=False, widget=boxes)
            }
        case Scale.ATTAINMENT:
            label = _("Which fits best?")
            return {
                "value": forms.ChoiceField(
                    label=label, choices=points, required=False, widget=forms.RadioSelect
                )
            }
        case Scale.ACCURACY:
            return {
                "tries": _whole(_("How many tries?"), 1, MOST_TRIES),
                "worked": _whole(_("How many worked?"), 0, MOST_TRIES),
            }
        case Scale.SUPPORT:
            return {}
        case Scale.COUNT:
            return {"value": _whole(_("How many times?"), int(goal.low), int(goal.high))}
        case Scale.RATE:
            return {"value": _number(_("How many in a minute?"), goal)}
    return {"value": _number(_("How many seconds?"), goal)}


def _whole(label: Any, least: int, most: int) -> forms.Field:
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False)


def _number(label: Any, goal: Goal) -> forms.Field:
    return forms.FloatField(label=label, min_value=goal.low, max_value=goal.high, required=False)


def said_before(goal: Goal, attempts: Iterable[Attempt]) -> dict[str, Any]:
    """What a form shows for attempts that stand already."""
    seen = list(attempts)
    if not seen:
        return {}
    first = seen[0]
    said: dict[str, Any] = {"support": str(first.support_id), "value": first.value}
    if goal.scale == Scale.ACCURACY:
        return said | {"tries": len(seen), "worked": sum(bool(attempt.success) for attempt in seen)}
    if goal.scale == Scale.ATTAINMENT:
        return said | {"value": f"{first.value:g}"}
    return said | {"steps": first.steps_done.split(",") if first.steps_done else []}
