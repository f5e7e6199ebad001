"""Age in days, and age corrected for an early birth. All arithmetic in days; a month is 30.4375 of them.

Source of the rule: American Academy of Pediatrics (children born more than three weeks early, to the second birthday);
both thresholds are parameters, because countries and practices differ.
"""

from dataclasses import dataclass
from datetime import date

TERM_DAYS = 280
DAYS_A_MONTH = 30.4375


@dataclass(frozen=True, slots=True)
class Correction:
    """When age is counted from the due date: born before so many days of pregnancy, while younger than so many days."""

    born_before_days: int = 37 * 7
    until_days: int = 731

    def applies(self, gestation_days: int, born: date, on: date) -> bool:
        """Whether the age on a day is corrected."""
        return gestation_days < self.born_before_days and (on - born).days < self.until_days


AAP = Correction()


@dataclass(frozen=True, slots=True)
class AgeUsed:
    """Both ages of a child on a day, in days, and whether the corrected one counts. Neither is below zero."""

    chronological_days: int
    corrected_days: int
    is_corrected: bool

    @property
    def days(self) -> int:
        """The age that counts."""
        return self.corrected_days if self.is_corrected else self.chronological_days

    @property
    def months(self) -> float:
        """The age that counts, in months."""
        return self.days / DAYS_A_MONTH


def days_early(gestation_days: int) -> int:
    """How many days before the due date a child was born; none for a birth after it."""
    return max(0, TERM_DAYS - gestation_days)


def age_used(born: date, on: date, gestation_days: int | None = None, rule: Correction = AAP) -> AgeUsed:
    """Both ages on a day. Without the length of the pregnancy nothing is corrected."""
    chronological = max(0, (on - born).days)
    if gestation_days is None:
        return AgeUsed(chronological, chronological, is_corrected=False)
    corrected = max(0, chronological - days_early(gestation_days))
    return AgeUsed(chronological, corrected, rule.applies(gestation_days, born, on))
