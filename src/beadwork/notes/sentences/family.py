"""The visit in plain words for the family: what went well, then what was hard and what helped, then what comes."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.knowledge import item
from beadwork.notes import evidence
from beadwork.notes.facts import Facts, GoalFacts
from beadwork.notes.sentences.sentence import Part, Sentence, capital, key
from beadwork.plan.models.scale import Scale
from beadwork.progress.words import say_level, say_rung
from beadwork.visits.journal import Line
from beadwork.visits.models import Visit

FAMILY = Part.FAMILY


def told(facts: Facts) -> Iterator[Sentence]:
    """Goals the family sees, how the child was, what was written for them, and the next visit."""
    for one in facts.goals:
        if one.goal.is_shared:
            yield _goal(one)
    good = [line for line in facts.responses if item("response", line.words).mood == "good"]
    if good:
        yield _good(facts.child.given_name, good)
    for slug in dict.fromkeys(line.words for line in facts.responses if line not in good and line.helped):
        yield _hard([line for line in facts.responses if line.words == slug and line.helped])
    for line in (*facts.remarks, *(remark for one in facts.goals for remark in one.remarks)):
        if line.for_family:
            yield Sentence(key(FAMILY, "remark", line.id), FAMILY, line.words, (evidence.remark(line),))
    if facts.next_visit is not None:
        yield _next(facts.next_visit)


def _goal(one: GoalFacts) -> Sentence:
    """The best try's level with its help: what the child can do is what is told."""
    words = {"goal": capital(one.goal.family_name), "level": _level(one), "help": _help(one)}
    said = (
        _("%(goal)s: %(help)s.") if one.goal.scale == Scale.SUPPORT else _("%(goal)s: %(level)s, %(help)s.")
    )
    return Sentence(key(FAMILY, "goal", one.goal.pk), FAMILY, said % words, evidence.tries(one))


def _level(one: GoalFacts) -> str:
    measure, point = one.series.measure, one.point
    if measure.scale == Scale.STEPS and point.level == measure.high:
        return _("all %(n)d steps") % {"n": measure.high}
    if measure.scale == Scale.ACCURACY:
        good = sum(tally.times for tally in point.tallies if tally.success)
        return _("it worked %(good)d of %(tried)d times") % {"good": good, "tried": point.tries}
    if measure.scale == Scale.ATTAINMENT:
        described = dict(measure.described).get(round(point.level), "")
        return described[:1].lower() + described[1:]
    return say_level(measure, point.level)


def _help(one: GoalFacts) -> str:
    return say_rung(one.point.usual, family=True)


def _good(name: str, lines: list[Line]) -> Sentence:
    names = ", ".join(_felt(slug) for slug in dict.fromkeys(line.words for line in lines))
    text = _("Today %(name)s showed %(feelings)s.") % {"name": name, "feelings": names}
    return Sentence(key(FAMILY, "good"), FAMILY, text, tuple(map(evidence.response, lines)))


def _felt(slug: str) -> str:
    name: str = item("response", slug).family_words(get_language() or "en")
    return name[:1].lower() + name[1:]


def _hard(lines: list[Line]) -> Sentence:
    """Something hard is told with what helped, or not at all."""
    helped = ", ".join(dict.fromkeys(line.helped for line in lines))
    text = _("There was a moment of %(feeling)s. What helped: %(helped)s.") % {
        "feeling": _felt(lines[0].words), "helped": helped,
    }  # fmt: skip
    return Sentence(key(FAMILY, f"hard-{lines[0].words}"), FAMILY, text, tuple(map(evidence.response, lines)))


def _next(visit: Visit) -> Sentence:
    when = partial(evidence.clock, visit.planned_at, visit.practice.zone)
    words = _("Next visit: %(weekday)s, %(day)s, %(time)s") % {
        "weekday": when("l"), "day": when("MONTH_DAY_FORMAT"), "time": when("TIME_FORMAT"),
    }  # fmt: skip
    return Sentence(key(FAMILY, "visit", visit.pk), FAMILY, words, (evidence.visit(visit),))
