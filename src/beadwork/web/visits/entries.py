"""One tap as a form: what came from the browser, turned into an entry of the record."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from beadwork.people.models import User
from beadwork.plan.models import Goal, SupportLevel
from beadwork.plan.models.scale import Scale
from beadwork.record.models import Attempt, Remark, Response, Seen
from beadwork.record.new import NewAttempt, NewRemark, NewResponse
from beadwork.record.problems import GOAL_OF_ANOTHER_CHILD, NOTHING_TO_CORRECT
from beadwork.visits.journal import MODELS
from beadwork.visits.models import DoneActivity, NoteDraft, Visit
from beadwork.visits.problems import UNREADABLE
from beadwork.visits.recording import NewActivity, NewDraft, first_told, lock, record_in_visit, undo_in_visit

MOST_STEPS = 30


class EntryForm(forms.Form):
    """What every entry has: its own id and, where the page has a clock, when it was seen."""

    id = forms.UUIDField()
    at = forms.DateTimeField(required=False)
    supersedes = forms.UUIDField(required=False)
    model: type[Seen]

    def keep(self, visit: Visit, *, by: User, at: datetime) -> None:
        """Store the entry in a visit that the caller holds locked."""
        seen_at = self.cleaned_data["at"] or first_told(self.model, self.cleaned_data["id"], at)
        record_in_visit(visit, [self.new(visit, seen_at)], by=by, at=at)

    def new(self, visit: Visit, at: datetime) -> Any:
        """The entry."""
        raise NotImplementedError


class AttemptForm(EntryForm):
    """A tap on a goal's card."""

    model = Attempt
    goal = forms.UUIDField()
    support = forms.UUIDField(error_messages={"required": _("Choose how much help there was.")})
    success = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
    )
    value = forms.FloatField(
        required=False, error_messages={"invalid": _("Type a number, for example 12 or 4.5.")}
    )
    steps = forms.MultipleChoiceField(choices=[(str(n), n) for n in range(1, MOST_STEPS + 1)], required=False)
    all_steps = forms.BooleanField(required=False)

    def new(self, visit: Visit, at: datetime) -> NewAttempt:
        """The attempt, on the scale of its goal."""
        said = self.cleaned_data
        goal = Goal.objects.filter(pk=said["goal"], child=visit.child_id).first()
        if goal is None:
            raise GOAL_OF_ANOTHER_CHILD()
        return NewAttempt(
            id=said["id"], goal_id=goal.pk, support_id=said["support"], at=at, success=said["success"],
            supersedes_id=said["supersedes"], **self._level(goal),
        )  # fmt: skip

    def _level(self, goal: Goal) -> dict[str, Any]:
        said = self.cleaned_data
        if goal.scale == Scale.SUPPORT:
            rung = SupportLevel.objects.filter(pk=said["support"]).values_list("rank", flat=True).first()
            return {"value": rung}
        if goal.scale == Scale.STEPS:
            steps = [str(point.value) for point in goal.points.all()] if said["all_steps"] else said["steps"]
            return {"value": float(len(steps)), "steps_done": ",".join(sorted(steps, key=int))}
        return {"value": said["value"]}


class ResponseForm(EntryForm):
    """A tap on the row of responses."""

    model = Response
    response = forms.CharField()
    strength = forms.IntegerField(initial=2)
    during = forms.CharField(required=False)
    helped = forms.CharField(required=False)

    def new(self, visit: Visit, at: datetime) -> NewResponse:
        """The response."""
        said = self.cleaned_data
        return NewResponse(
            said["id"],
            said["response"],
            said["strength"],
            at,
            said["during"],
            said["helped"],
            said["supersedes"],
        )


class RemarkForm(EntryForm):
    """A sentence worth keeping."""

    model = Remark
    text = forms.CharField(error_messages={"required": _("Write a sentence, then keep it.")})
    goal = forms.UUIDField(required=False)
    for_family = forms.BooleanField(required=False)

    def new(self, visit: Visit, at: datetime) -> NewRemark:
        """The remark."""
        said = self.cleaned_data
        return NewRemark(said["id"], said["text"], at, said["goal"], said["for_family"], said["supersedes"])


class ActivityForm(EntryForm):
    """What was done together, and how long."""

    model = DoneActivity
    name = forms.CharField(error_messages={"required": _("Say what you did together.")})
    minutes = forms.IntegerField(error_messages={"required": _("Say how many minutes it took.")})
    slug = forms.SlugField(required=False)

    def new(self, visit: Visit, at: datetime) -> NewActivity:
        """The activity."""
        said = self.cleaned_data
        more = {"supersedes_id": said["supersedes"], "slug": said["slug"]}
        return NewActivity(said["id"], said["name"], said["minutes"], at, **more)


class DraftForm(EntryForm):
    """A line of the note, as somebody wrote it."""

    model = NoteDraft
    key = forms.SlugField(max_length=40)
    text = forms.CharField(required=False)
    base = forms.UUIDField(required=False)

    def new(self, visit: Visit, at: datetime) -> NewDraft:
        """The draft."""
        said = self.cleaned_data
        return NewDraft(said["id"], said["key"], said["text"], at, said["base"])


class UndoForm(forms.Form):
    """Taking one entry back."""

    id = forms.UUIDField()
    of = forms.ChoiceField(choices=[(name, name) for name in MODELS])
    entry = forms.UUIDField()

    def keep(self, visit: Visit, *, by: User, at: datetime) -> None:
        """Take the entry back, once."""
        said = self.cleaned_data
        seen = MODELS[said["of"]].objects.filter(pk=said["entry"], occasion=visit.occasion_id).first()
        if seen is None:
            raise NOTHING_TO_CORRECT()
        undo_in_visit(visit, seen, id=said["id"], by=by, at=at)


FORMS: dict[str, type[forms.Form]] = {
    "attempt": AttemptForm,
    "response": ResponseForm,
    "remark": RemarkForm,
    "activity": ActivityForm,
    "draft": DraftForm,
    "undo": UndoForm,
}


def entry_form(data: QueryDict) -> Any:
    """The form for what was sent, by its `kind`."""
    if data.get("kind") not in FORMS:
        raise UNREADABLE(why=data.get("kind", "")[:20])
    return FORMS[data["kind"]](data)


@transaction.atomic
def keep_entry(visit: Visit, data: QueryDict, *, by: User, at: datetime) -> None:
    """Keep what one form says, or raise a problem that says why not."""
    visit = lock(visit)
    form = entry_form(data)
    if not form.is_valid():
        raise UNREADABLE(why=" ".join(words for errors in form.errors.values() for words in errors))
    form.keep(visit, by=by, at=at)
