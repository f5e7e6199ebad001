"""The forms of an evaluation, made from the questions, tasks and areas of `knowledge`."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.evaluation.models import Evaluation
from beadwork.knowledge import Item, Text, items
from beadwork.people.models import Caregiver, Child
from beadwork.web.evaluation.fitting import fitting, grouped


class StartForm(forms.Form):
    """Who is in the room."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    caregivers = forms.ModelMultipleChoiceField(
        Caregiver.objects.none(), label=_("Which caregiver is here"), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "across"}),
    )  # fmt: skip
    siblings_present = forms.BooleanField(
        label=_("Brothers or sisters are here"), required=False,
        help_text=_("It goes better without them: the child looks at them, and so do the grown-ups."),
    )  # fmt: skip
    others_present = forms.CharField(label=_("Who else is here"), required=False, max_length=200)

    def __init__(self, data: Any, *, child: Child, on: date) -> None:
        super().__init__(data)
        guardians = child.guardianships.in_force(on).values("caregiver")
        self.fields["caregivers"].queryset = Caregiver.objects.filter(pk__in=guardians)  # type: ignore[attr-defined]


def _text(label: Any, rows: int = 3, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        strip=False,
        show_hidden_initial=True,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def words(one: Item) -> str:
    """The name of an item in the reader's language."""
    return one.in_words(get_language() or "en")


def told(texts: Iterable[Text]) -> list[str]:
    """Texts in the reader's language."""
    language = get_language() or "en"
    return [text.said(language) for text in texts]


class PageForm(forms.Form):
    """A page of many fields that saves only what was changed on it.

    It carries what it showed, so an old tab takes away nothing that was written in another one.
    """

    def changed(self) -> dict[str, dict[str, str]]:
        """What was changed: by slug, then by the part of the field's name after it."""
        rows: dict[str, dict[str, str]] = {}
        for name in self.changed_data:
            slug, _dash, part = name.rpartition("-")
            rows.setdefault(slug, {})[part] = self.cleaned_data[name]
        return rows


class InterviewForm(PageForm):
    """One field a question that fits the child's age, topic by topic."""

    def __init__(self, data: Any, *, evaluation: Evaluation) -> None:
        said = dict(evaluation.answers.values_list("question", "text"))
        super().__init__(data, initial=said)
        self.questions = fitting("question", evaluation, kept=said)
        for one in self.questions:
            self.fields[one.slug] = _text(words(one), help_text=" ".join(told(one.follow_up)))

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each topic: its name and its fields."""
        for topic, questions in grouped("topic", "topic", self.questions):
            yield words(topic), [self[one.slug] for one in questions]

    def rows(self) -> dict[str, str]:
        """What `save_interview` wants."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class TasksForm(PageForm):
    """Three fields a task: what she did, the help it took, how she was. Tasks for her age, or `every` one."""

    def __init__(self, data: Any, *, evaluation: Evaluation, every: bool = False) -> None:
        initial = dict(_observed(evaluation))
        super().__init__(data, initial=initial)
        self.every = every
        self.tasks = fitting(
            "task", evaluation, kept={name.rpartition("-")[0] for name in initial}, every=every
        )
        supports = [("", _("not looked at")), *((one.slug, words(one)) for one in items("support"))]
        for one in self.tasks:
            self.fields[f"{one.slug}-did"] = _text(_("What the child did"))
            self.fields[f"{one.slug}-support"] = forms.ChoiceField(
                label=_("Help it took"), required=False, choices=supports, show_hidden_initial=True
            )
            self.fields[f"{one.slug}-behaviour"] = _text(_("How the child was"), 2)

    def groups(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each area: its name and its tasks."""
        for area, tasks in grouped("area", "area", self.tasks):
            yield words(area), [self._told(one) for one in tasks]

    def _told(self, one: Any) -> dict[str, Any]:
        """A task: what to have, offer, watch and mind, its ladder and its fields; open where something is written."""
        fields = [self[f"{one.slug}-{part}"] for part in ("did", "support", "behaviour")]
        said = told([one.materials, one.offer, one.watch, one.safety])
        return {
            "name": words(one),
            "minutes": one.minutes,
            **dict(zip(("materials", "offer", "watch", "safety"), said, strict=True)),
            "ladder": told(one.ladder),
            "fields": fields,
            "open": any(field.value() or field.errors for field in fields),
        }

    def rows(self) -> dict[str, dict[str, str]]:
        """What `save_observations` wants."""
        return self.changed()


def _observed(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    for seen in evaluation.observations.all():
        for part in ("did", "support", "behaviour"):
            yield f"{seen.task}-{part}", getattr(seen, part)


class ProfileForm(PageForm):
    """Two fields an area, strengths first."""

    def __init__(self, data: Any, *, evaluation: Evaluation) -> None:
        found = {one.area: one for one in evaluation.findings.all()}
        initial = {f"{area}-{part}": getattr(one, part) for area, one in found.items() for part in PARTS}
        super().__init__(data, initial=initial)
        for one in items("area"):
            self.fields[f"{one.slug}-strengths"] = _text(_("What goes well"))
            self.fields[f"{one.slug}-needs"] = _text(_("What is hard"))

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each area: its name and its two fields."""
        for one in items("area"):
            yield words(one), [self[f"{one.slug}-{part}"] for part in PARTS]

    def rows(self) -> dict[str, dict[str, str]]:
        """What `save_profile` wants."""
        return self.changed()


PARTS = ("strengths", "needs")


class EndForm(forms.Form):
    """When the family went home."""

    time = forms.TimeField(label=_("Over at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def ended_at(self, evaluation: Evaluation) -> datetime:
        """The time on the day the evaluation began, where the practice is."""
        zone = evaluation.practice.zone
        return datetime.combine(
            evaluation.started_at.astimezone(zone).date(), self.cleaned_data["time"], zone
        )
