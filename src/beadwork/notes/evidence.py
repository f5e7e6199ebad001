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
from beadwork.record.answers import answers
from beadwork.record.models import Asked, CheckIn, Second
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
    return _at(line, _seen(measure, line, rank))


def _seen(measure: Measure, one: Line | Second, rank: int) -> str:
    """One try's result with its help."""
    support = say_rung(measure.rung(rank))
    if measure.scale == Scale.SUPPORT:
        return support
    if measure.scale == Scale.ACCURACY:
        result = _("worked") if one.success else _("not yet")
    else:
        result = say_level(measure, one.value or 0.0)
    return f"{result}, {support}"


def seconds(one: GoalFacts) -> tuple[Source, ...]:
    """What the second observer saw, try by try."""
    pairs = one.agreement.pairs if one.agreement else ()
    return tuple(Source("second", second.pk, _second(one.series.measure, second)) for _line, second in pairs)


def _second(measure: Measure, second: Second) -> str:
    who = second.observer or str(second.by)
    return f"{time_format(localtime(second.at))}, {who}: {_seen(measure, second, second.support.rank)}"


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


def check_in(one: CheckIn) -> Source:
    """An answer of the child's own."""
    return Source("check-in", one.pk, f"{time_format(localtime(one.at))}: {answered(one)}")


def answered(one: CheckIn) -> str:
    """What was asked, about which activity, and the answer."""
    asked = Asked(one.asked).label.lower() + (f" ({one.about})" if one.about else "")
    answer = answers(one.asked, get_language() or "en").get(one.answer, one.answer)
    return f"{asked}: “{answer}”"


def routine(one: Routine) -> Source:
    """A routine at home."""
    return Source("routine", one.pk, f"{one.moment}: {one.words}")


def visit(one: Visit) -> Source:
    """A visit that is planned."""
    return Source("visit", one.pk, clock(one.planned_at, one.practice.zone, "SHORT_DATETIME_FORMAT"))
