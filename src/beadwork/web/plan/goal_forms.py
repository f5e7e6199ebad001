"""The forms of a goal: what it is, how it is measured, where it begins and where it goes."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.people.models import Child
from beadwork.plan.actions import NewGoal
from beadwork.plan.models import Goal, Ladder, SupportLevel
from beadwork.plan.models.goal import VERSION
from beadwork.plan.models.scale import Better, Scale
from beadwork.web.plan.bank import ALL, usual_beginning
from beadwork.web.plan.forms import DATE
from beadwork.web.plan.goal_parts import Part, parts_of
from beadwork.web.plan.prefill import both_languages, prefilled
from beadwork.web.stale import SeenForm

FREE_SCALES = (Scale.COUNT, Scale.DURATION, Scale.LATENCY, Scale.RATE)
UNITS = {Scale.DURATION: "seconds", Scale.LATENCY: "seconds", Scale.RATE: "a minute"}
TARGETS = {
    Scale.ACCURACY: _("Successes of 100 tries"),
    Scale.STEPS: _("Steps done"),
    Scale.ATTAINMENT: _("Level, from −2 to +2"),
    Scale.COUNT: _("How many times"),
    Scale.DURATION: _("Seconds"),
    Scale.LATENCY: _("Seconds until it begins"),
    Scale.RATE: _("How many a minute"),
}
REVIEW_WEEKS = 11


class ScaleForm(forms.Form):
    """The first question: how is it measured? Everything else follows from it."""

    scale = forms.ChoiceField(label=_("How will you see progress?"), choices=Scale, widget=forms.RadioSelect)


class BankForm(forms.Form):
    """Which templates of the bank to show. What the address does not say is as `usual`."""

    area = forms.ChoiceField(label=_("Area"))
    age = forms.ChoiceField(label=_("Age"))

    def __init__(self, asked: Mapping[str, str], *, usual: dict[str, str]) -> None:
        super().__init__(usual | {name: asked[name] for name in usual if name in asked})
        self.usual = usual
        counts = Counter(one.area for one in items("goal"))
        areas = [(slug, f"{words} ({counts[slug]})") for slug, words in _choices("area") if counts[slug]]
        self.fields["area"].choices = [(ALL, _("All areas")), *areas]  # type: ignore[attr-defined]
        self.fields["age"].choices = _choices("age-band")  # type: ignore[attr-defined]

    def said(self) -> dict[str, str]:
        """The area and the age to show; the usual ones for words that are not on the lists."""
        return {name: self.cleaned_data[name] for name in self.usual} if self.is_valid() else self.usual


def _texts(label: Any, *, required: bool = False, help_text: Any = "") -> dict[str, Any]:
    return {"label": label, "required": required, "help_text": help_text}


class VersionForm(forms.Form):
    """What a goal's version holds: statement, baseline, target, mastery, review."""

    does = forms.CharField(
        **_texts(_("What the child does"), required=True, help_text=_("“puts on both socks”"))
    )
    manner = forms.CharField(**_texts(_("How"), help_text=_("“sitting on a low stool”")))
    condition = forms.CharField(**_texts(_("When and where"), help_text=_("“before going out”")))
    family_words_en = forms.CharField(**_texts(_("In the family's words, in English")))
    family_words_es = forms.CharField(**_texts(_("In the family's words, in Spanish")))
    baseline = forms.FloatField(label=_("At the start"), required=False)
    baseline_support = forms.ModelChoiceField(
        SupportLevel.objects.none(), label=_("Help at the start"), required=False
    )
    target = forms.FloatField(label=_("To reach"), required=False)
    target_support = forms.ModelChoiceField(
        SupportLevel.objects.none(), label=_("Help that is fine then"), required=False
    )
    visits_running = forms.IntegerField(label=_("Reached in so many visits running"), initial=3)
    settings_needed = forms.IntegerField(label=_("In so many settings"), initial=2)
    review_on = forms.DateField(label=_("We look at it together on"), widget=DATE, required=False)

    def __init__(self, data: Any, *, scale: str, ladder: Ladder, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        for name in ("baseline_support", "target_support"):
            self.fields[name].queryset = ladder.levels.all()  # type: ignore[attr-defined]
        if scale == Scale.SUPPORT:
            del self.fields["baseline"], self.fields["target"]
        else:
            for name in ("baseline", "target"):
                self.fields[name].help_text = TARGETS[Scale(scale)]

    def parts(self) -> list[Part]:
        """The fields under their headings."""
        return list(parts_of(self))


class NewGoalForm(VersionForm):
    """Everything of a new goal on a scale that is chosen."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        **_texts(_("Name"), required=True, help_text=_("Short, as you say it to a colleague."))
    )
    family_name_en = forms.CharField(**_texts(_("What the family calls it, in English"), required=True))
    family_name_es = forms.CharField(**_texts(_("What the family calls it, in Spanish")))
    area = forms.ChoiceField(label=_("Area"))
    occupation = forms.ChoiceField(label=_("Occupation"))
    icf = forms.CharField(**_texts(_("ICF codes"), help_text=_("With a space between: “d540 d440”.")))
    field_order = ("id", "name", "family_name_en", "family_name_es", "area", "occupation", "icf")

    def __init__(
        self,
        data: Any,
        *,
        scale: str,
        ladder: Ladder,
        on: date,
        child: Child,
        template: GoalTemplate | None = None,
    ) -> None:
        usual = {"id": new_id(), "review_on": on + timedelta(weeks=REVIEW_WEEKS)}
        begun = prefilled(template, child, ladder) if template else {}
        super().__init__(data, scale=scale, ladder=ladder, initial=usual | begun)
        self.scale, self.template = scale, template
        if template:
            self._hint(template)
        for name in ("area", "occupation"):
            self.fields[name].choices = _choices(name)  # type: ignore[attr-defined]
        self._add_scale()

    def _hint(self, template: GoalTemplate) -> None:
        """What is usual at the start stands beside the field; what this child does goes into it."""
        beside = "baseline_support" if self.scale == Scale.SUPPORT else "baseline"
        self.fields[beside].help_text = usual_beginning(template)

    def _add_scale(self) -> None:
        """The fields that describe the scale itself."""
        if self.scale == Scale.STEPS:
            self.fields["steps_en"] = _lines(_("The steps, one a line"), required=True)
            self.fields["steps_es"] = _lines(_("The same steps in Spanish, one a line"))
        elif self.scale == Scale.ATTAINMENT:
            for value in range(-2, 3):
                self.fields[f"level_{value}"] = forms.CharField(
                    label=_("Level %+d in words") % value, max_length=200
                )
        elif self.scale in FREE_SCALES:
            self.fields["high"] = forms.FloatField(
                label=_("The most it can be"), help_text=TARGETS[Scale(self.scale)]
            )
            self.fields["unit"] = forms.CharField(label=_("Unit"), initial=UNITS.get(Scale(self.scale), ""))
            self.fields["better"] = forms.ChoiceField(
                label=_("Progress is"), choices=Better, widget=forms.RadioSelect(attrs={"class": "across"}),
                initial=Better.LOWER if self.scale == Scale.LATENCY else Better.HIGHER,
            )  # fmt: skip

    def goal(self, ladder: Ladder) -> NewGoal:
        """What `write_goal` wants."""
        said = {
            name: value for name, value in self.cleaned_data.items() if name in NewGoal.__dataclass_fields__
        }
        template = self.template.slug if self.template else ""
        return NewGoal(scale=self.scale, ladder=ladder, points=self._points(), template=template, **said)

    def _points(self) -> tuple[tuple[str, str], ...]:
        said = self.cleaned_data
        if self.scale == Scale.STEPS:
            english, spanish = (_of_lines(said[name]) for name in ("steps_en", "steps_es"))
            spanish += [""] * (len(english) - len(spanish))
            return tuple(zip(english, spanish[: len(english)], strict=True))
        if self.scale == Scale.ATTAINMENT:
            return tuple(both_languages(said[f"level_{value}"], self.template) for value in range(-2, 3))
        return ()


def _choices(kind: str) -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(one.slug, one.in_words(language)) for one in items(kind)]


def _lines(label: Any, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": 6}))


def _of_lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def said_now(goal: Goal) -> dict[str, Any]:
    """What the newest version of a goal says; whole numbers without a point."""
    said = {name: getattr(goal.newest_version, name) for name in VERSION}
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in said.items()
    }


class ChangeForm(VersionForm, SeenForm):
    """A new version: what changes, from when, and why."""

    effective_on = forms.DateField(label=_("From"), widget=DATE)
    reason = forms.CharField(label=_("Why"), max_length=200)

    def __init__(self, data: Any, *, goal: Goal, on: date) -> None:
        super().__init__(
            data, scale=goal.scale, ladder=goal.ladder, initial=said_now(goal) | {"effective_on": on}
        )
        self.shows(goal.newest_version, VERSION)
        if not goal.plan.is_signed:
            del self.fields["reason"], self.fields["effective_on"]
