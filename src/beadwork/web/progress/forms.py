"""Which part of a goal's string to look at."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from beadwork.progress.picture.figure import setting_words
from beadwork.progress.series import Series

PERIODS = [("", _("All the time")), ("28", _("4 weeks")), ("84", _("12 weeks")), ("182", _("6 months"))]


class LookForm(forms.Form):
    """Where and how long; a value that is not offered is the same as none."""

    where = forms.ChoiceField(label=_("Where"), required=False)
    period = forms.ChoiceField(label=_("How far back"), required=False, choices=PERIODS)

    def __init__(self, *args: object, series: Series, today: date, **more: object) -> None:
        super().__init__(*args, **more)
        self.series, self.today = series, today
        places = [(setting, setting_words(setting)) for setting in series.settings]
        self.fields["where"].choices = [("", _("Everywhere")), *places]

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return self.is_valid() and any(self.cleaned_data.values())

    def part(self) -> Series:
        """The part of the series it asks for."""
        if not self.is_narrowed:
            return self.series
        days = self.cleaned_data["period"]
        since = self.today - timedelta(days=int(days)) if days else None
        return self.series.within(setting=self.cleaned_data["where"], since=since)
