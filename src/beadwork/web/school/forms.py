"""Speaking to the class, and answering for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.plan.models import Goal
from beadwork.school.actions import LONGEST, LONGEST_REMARK
from beadwork.web.home.measuring import MeasureForm


class HelpForm(forms.Form):
    """One thing that helps in class."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    text_en = forms.CharField(
        label=_("What helps, in English"),
        help_text=_("One thing a teacher can do, without clinical words."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    text_es = forms.CharField(
        label=_("What helps, in Spanish"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def pair(self) -> list[forms.BoundField]:
        """The same words in two languages."""
        return [self["text_en"], self["text_es"]]


class QuestionForm(forms.Form):
    """The question of the week, answered on the scale of one goal."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    goal = forms.ModelChoiceField(Goal.objects.none(), label=_("About the goal"), empty_label=None)
    question_en = forms.CharField(
        label=_("The question, in English"),
        help_text=_("The teacher sees these words only, and not the goal's name."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    question_es = forms.CharField(
        label=_("The question, in Spanish"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, goals: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["goal"].queryset = goals  # type: ignore[attr-defined]

    @property
    def pair(self) -> list[forms.BoundField]:
        """The same words in two languages."""
        return [self["question_en"], self["question_es"]]


class AnswerForm(MeasureForm):
    """The teacher's answer: what she saw, or nothing seen, and a few words."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    remark = forms.CharField(
        label=_("Anything to add?"),
        required=False,
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
