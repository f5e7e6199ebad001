"""Which part of a goal's string to look at."""

from collections.abc import Mapping
from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.progress.picture.figure import setting_words
from beadwork.progress.series import Series

ALL = "all"
PERIODS = [(ALL, _("All the time")), ("28", _("4 weeks")), ("84", _("12 weeks")), ("182", _("6 months"))]


class LookForm(forms.Form):
    """Where and how long; what is left out or not offered means everything."""

    where = forms.ChoiceField(label=_("Where"))
    period = forms.ChoiceField(label=_("How far back"), choices=PERIODS)

    def __init__(self, asked: Mapping[str, str], *, series: Series, today: date) -> None:
        super().__init__({"where": ALL, "period": ALL} | {name: asked[name] for name in asked})
        self.series, self.today = series, today
        places = [(setting, setting_words(setting)) for setting in series.settings]
        self.fields["where"].choices = [(ALL, _("Everywhere")), *places]

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return self.is_valid() and set(self.cleaned_data.values()) != {ALL}

    def part(self) -> Series:
        """The part of the series it asks for."""
        if not self.is_narrowed:
            return self.series
        where, period = self.cleaned_data["where"], self.cleaned_data["period"]
        since = None if period == ALL else self.today - timedelta(days=int(period))
        return self.series.within(setting=None if where == ALL else where, since=since)
