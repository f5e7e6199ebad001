"""Age, and age corrected for an early birth, told in years and months. The arithmetic is `knowledge.age`."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.knowledge.age import DAYS_A_MONTH, Correction, days_early


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, months and days; `total_days` for arithmetic."""

    years: int
    months: int
    days: int
    total_days: int

    @property
    def in_months(self) -> float:
        """Age in months of 30.4375 days."""
        return self.total_days / DAYS_A_MONTH

    def __str__(self) -> str:
        if self.years >= 2:
            return _("%(years)d y %(months)d m") % {"years": self.years, "months": self.months}
        months = self.years * 12 + self.months
        if months:
            return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
        weeks = self.total_days // 7
        return ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}


def age_between(born: date, on: date) -> Age:
    """Calendar age on a day. A day before birth gives zero."""
    if on < born:
        return Age(0, 0, 0, 0)
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return Age(months // 12, months % 12, _days_past(born, on), (on - born).days)


def _days_past(born: date, on: date) -> int:
    """Days since the last monthly birthday."""
    if on.day >= born.day:
        return on.day - born.day
    first = on.replace(day=1)
    last_of_previous = date.fromordinal(first.toordinal() - 1)
    return on.day + max(0, last_of_previous.day - born.day)


def corrected_between(born: date, on: date, gestation_days: int, rule: Correction) -> Age | None:
    """Age counted from the due date, where the rule asks for it on that day; None where it does not."""
    if not rule.applies(gestation_days, born, on):
        return None
    return age_between(born + timedelta(days=days_early(gestation_days)), on)
