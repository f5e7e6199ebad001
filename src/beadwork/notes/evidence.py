"""The rows a sentence rests on, each in words: a try, a response, an activity, what was told at home or at school."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.home.models import HomeDay, Routine
from beadwork.knowledge import item
from beadwork.notes.facts import GoalFacts
from beadwork.notes.sentences.sentence import Source
from beadwork.plan.models import GoalVersion
from beadwork.plan.models.scale import Scale
from beadwork.progress.series import Measure, Point
from beadwork.progress.words import say_level, say_place, say_point, say_rung
from beadwork.school.models import ClassAnswer
from beadwork.visits.journal import Line
from beadwork.visits.models import Visit

STRENGTHS = 3


def tries(one: GoalFacts) -> tuple[Source, ...]:
    """The tries at a goal."""
    ranks = {level.pk: level.rank for level in one.goal.ladder.levels.all()}
    return tuple(
        Source("attempt", line.id, _try(one.series.measure, line, ranks[line.support_id]))  # type: ignore[index]
        for line in one.lines
    )


def _try(measure: Measure, line: Line, rank: int) -> str:
    support = say_rung(measure.rung(rank))
    if measure.scale == Scale.SUPPORT:
        return _at(line, support)
    if measure.scale == Scale.ACCURACY:
        result = _("worked") if line.success else _("not yet")
    else:
        result = say_level(measure, line.value or 0.0)
    return _at(line, f"{result}, {support}")


def _at(line: Line, words: str) -> str:
    return f"{time_format(localtime(line.at))}: {words}"


def clock(at: datetime, zone: ZoneInfo, form: str) -> str:
    """A moment as the practice's clock shows it, whoever writes the note and from where."""
    return date_format(localtime(at, zone), form)


def bead(measure: Measure, point: Point) -> Source:
    """One occasion of a goal."""
    words = f"{date_format(point.on)}, {say_place(point.setting)}: {say_point(measure, point)}"
    return Source("occasion", point.occasion_id, words)


def beads(measure: Measure, points: Iterable[Point]) -> tuple[Source, ...]:
    """Some occasions of a goal."""
    return tuple(bead(measure, point) for point in points)


def version(one: GoalVersion) -> Source:
    """What the plan says of a goal."""
    return Source("goal", one.pk, _("The goal as of %(day)s") % {"day": date_format(one.effective_on)})


def response(line: Line) -> Source:
    """How the child was, with what it was about."""
    more = [words for words in (line.during, line.helped) if words]
    return Source("response", line.id, _at(line, ", ".join([response_name(line), strength(line), *more])))


def response_name(line: Line) -> str:
    """The response's name in the reader's language."""
    name: str = item("response", line.words).in_words(get_language() or "en")
    return name


def strength(line: Line) -> str:
    """How strong it was."""
    return {1: _("a little"), 2: _("clearly"), 3: _("strongly")}[line.number]


def remark(line: Line) -> Source:
    """A remark as it was written."""
    return Source("remark", line.id, _at(line, line.words))


def activity(line: Line) -> Source:
    """An activity and its minutes."""
    return Source("activity", line.id, _("%(name)s, %(n)d min") % {"name": line.words, "n": line.number})


def home_day(day: HomeDay) -> Source:
    """What was told of one day at home."""
    done = _("practised") if day.done else _("not this time")
    words = [date_format(day.on), day.caregiver.name, day.routine.moment, done, day.feeling_words, day.remark]
    return Source("home day", day.pk, ", ".join(filter(None, words)))


def class_answer(answer: ClassAnswer) -> Source:
    """What a teacher answered."""
    who = str(answer.answered_by)
    return Source(
        "class answer", answer.pk, f"{date_format(answer.question.week_of)}, {who}: {answer.remark}"
    )


def routine(one: Routine) -> Source:
    """A routine at home."""
    return Source("routine", one.pk, f"{one.moment}: {one.words}")


def visit(one: Visit) -> Source:
    """A visit that is planned."""
    return Source("visit", one.pk, clock(one.planned_at, one.practice.zone, "SHORT_DATETIME_FORMAT"))
