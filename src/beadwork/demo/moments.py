"""When things happened: weeks counted from the day a child's care began, in the practice's own time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Calendar:
    """A child's weeks: week 0 began `weeks` ago; her visits are on one weekday at one time."""

    now: datetime
    zone: ZoneInfo
    weeks: int
    weekday: int
    slot: time

    @property
    def today(self) -> date:
        """The day it is at the practice."""
        return self.now.astimezone(self.zone).date()

    @property
    def began(self) -> date:
        """The Monday of week 0."""
        return self.today - timedelta(days=self.today.weekday(), weeks=self.weeks)

    def day(self, week: int, weekday: int | None = None) -> date:
        """A day of a week; without a weekday the child's own."""
        return self.began + timedelta(weeks=week, days=self.weekday if weekday is None else weekday)

    def visit(self, week: int) -> datetime:
        """When the visit of a week begins."""
        return datetime.combine(self.day(week), self.slot, self.zone)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """A moment of a day, but not one that is still to come."""
        return min(datetime.combine(day, time(hour, minute), self.zone), self.now)
