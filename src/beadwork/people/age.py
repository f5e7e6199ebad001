"""Age, and age corrected for an early birth, counted in days and told in years and months."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

TERM_DAYS = 280
EARLY_BEFORE_DAYS = 37 * 7  # corrected when born before 37 weeks
CORRECTED_UNTIL_DAYS = 731  # and until the second birthday (AAP)
DAYS_A_MONTH = 30.4375


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


def is_corrected(gestation_days: int, born: date, on: date) -> bool:
    """Whether age is told from the due date: born before 37 weeks and not yet two (source: AAP)."""
    return gestation_days < EARLY_BEFORE_DAYS and (on - born).days < CORRECTED_UNTIL_DAYS
