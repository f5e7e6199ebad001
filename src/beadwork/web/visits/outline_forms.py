"""The day a plan is for, and one more activity for it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.activities.names import name_of
from beadwork.activities.situations import Today
from beadwork.visits.models import Grouping, Part, Visit, VisitPlan
from beadwork.visits.problems import UNREADABLE
from beadwork.web.visits.outline_words import Entry


class DayForm(forms.Form):
    """How long, with how many children, also outdoors, and what is not at hand."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=240)
    grouping = forms.ChoiceField(label=_("With"), choices=Grouping)
    outdoors = forms.BooleanField(label=_("We can go outdoors"), required=False)

    def __init__(self, data: Any, *, visit: Visit, plan: VisitPlan | None) -> None:
        source: Any = plan or visit
        minutes = plan.minutes if plan else visit.planned_minutes
        known = {"minutes": minutes, "grouping": getattr(source, "grouping", Grouping.ALONE)}
        self.is_asked = "day-minutes" in data
        self.visit, self.data_without = visit, data.getlist("without") if self.is_asked else []
        if plan and not self.is_asked:
            self.data_without = plan.without
        outdoors = {"outdoors": plan.outdoors if plan else False}
        super().__init__(data if self.is_asked else None, initial=known | outdoors, prefix="day")

    def today(self) -> Today:
        """The day that was asked for; the day as it was booked where nothing readable was."""
        said = self.cleaned_data if self.is_asked and self.is_valid() else self.initial
        return Today(
            said["minutes"],
            self.visit.place,
            said["grouping"],
            said["outdoors"],
            frozenset(self.data_without),
        )

    @property
    def hidden(self) -> list[tuple[str, Any]]:
        """The day as fields that forms carry on."""
        today = self.today()
        said = [("day-minutes", today.minutes), ("day-grouping", today.grouping)]
        said += [("day-outdoors", "on")] if today.outdoors else []
        return [*said, *(("without", word) for word in sorted(today.without))]

    def lacking(self, entries: Iterable[Entry]) -> list[tuple[str, str, bool]]:
        """Materials to tick as missing: those the plan needs, and those that are ticked; slug, name, ticked."""
        words = {word for entry in entries for word in entry.materials} | set(self.data_without)
        named = sorted((name_of("material", word), word) for word in words)
        return [(word, name, word in self.data_without) for name, word in named]


class EntryForm(forms.Form):
    """One more activity: of the library, or in one's own words."""

    part = forms.ChoiceField(label=_("In which part"), choices=Part, initial=Part.WORK)
    name = forms.CharField(label=_("In your own words"), required=False, max_length=120)
    minutes = forms.IntegerField(label=_("Minutes"), initial=10, min_value=1, max_value=240)
    slug = forms.SlugField(required=False, widget=forms.HiddenInput)

    @classmethod
    def read(cls, data: Any) -> dict[str, Any]:
        """What was sent, for the action."""
        form = cls(data)
        if not form.is_valid():
            raise UNREADABLE(why=" ".join(words for errors in form.errors.values() for words in errors))
        return form.cleaned_data
