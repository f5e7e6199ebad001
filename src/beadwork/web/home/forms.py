"""Telling a day at home, and sharing a routine."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beadwork.home.actions import LONGEST, LONGEST_REMARK
from beadwork.knowledge import items
from beadwork.web.home.measuring import MeasureForm

FACES = {"fun": "joy", "fine": "calm", "proud": "star", "tired": "moon", "hard": "unsure", "upset": "upset"}


class TapForm(forms.Form):
    """One tap: done, or not today. `id` makes a second tap harmless; `on` is the day of the page it was tapped on."""

    id = forms.UUIDField()
    on = forms.DateField()
    done = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    def clean_done(self) -> bool:
        """Whether it was done."""
        return self.cleaned_data["done"] == "yes"


class DayForm(MeasureForm):
    """How it went: whether it was done, how far, with how much help, how it felt, and a few words."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    done = forms.ChoiceField(
        label=_("Did you practise?"),
        choices=[("yes", _("Yes")), ("no", _("Not this time"))],
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )
    feeling = forms.ChoiceField(label=_("How did it feel?"), required=False, widget=forms.RadioSelect)
    remark = forms.CharField(
        label=_("Anything to add?"),
        required=False,
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, measured: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        language = get_language() or "en"
        feelings = [(one.slug, one.in_words(language)) for one in items("feeling")]
        self.fields["feeling"].choices = feelings  # type: ignore[attr-defined]
        if not measured:
            for name in self.fields.keys() & {"steps", "tries", "worked", "value", "support"}:
                del self.fields[name]

    @property
    def level_fields(self) -> list[forms.BoundField]:
        """The fields about how far it went."""
        own = {"id", "done", "feeling", "remark"}
        return [field for field in self if field.name not in own]

    @property
    def faces(self) -> list[tuple[Any, str]]:
        """Each feeling with its icon."""
        return [(choice, FACES[choice.data["value"]]) for choice in self["feeling"]]

    def clean_done(self) -> bool:
        """Whether it was done."""
        return self.cleaned_data["done"] == "yes"


class RoutineForm(forms.Form):
    """What to do at home, when, and for how long, in the family's languages."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    moment_en = forms.CharField(
        label=_("When in the day, in English"), required=False, max_length=LONGEST["moment_en"]
    )
    words_en = forms.CharField(
        label=_("What to do, in English"),
        help_text=_("Two short sentences: what the child does, then what the grown-up does."),
        required=False,
        max_length=LONGEST["words_en"],
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    moment_es = forms.CharField(
        label=_("When in the day, in Spanish"), required=False, max_length=LONGEST["moment_es"]
    )
    words_es = forms.CharField(
        label=_("What to do, in Spanish"),
        required=False,
        max_length=LONGEST["words_es"],
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=60, initial=3)
    activity = forms.SlugField(required=False, widget=forms.HiddenInput)

    @property
    def pairs(self) -> list[list[forms.BoundField]]:
        """The texts, the same one in two languages beside each other."""
        return [[self["moment_en"], self["moment_es"]], [self["words_en"], self["words_es"]]]
